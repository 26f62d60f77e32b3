/**
 * How long a section is for a reader of an edition. Speeds of silent reading are those of the International Reading Speed Texts
 * (Trauzettel-Klosinski and Dietz): 255 Chinese characters, 228 English words a minute. Knows prose, not charts; a
 * text that is still missing has no length.
 */
import { inline } from '../../../view/plain-text.js';
import type { Voice } from '../../../view/page.js';
import type { Section } from '../../../story/types.js';

export interface ReadingLength {
  readonly count: number;
  readonly unit: 'characters' | 'words';
  /** At least 1. */
  readonly minutes: number;
}

const speeds = { characters: 255, words: 228 } as const;

export function readingLength(voice: Voice, section: Section): ReadingLength {
  const { edition } = voice;
  const paragraphs = [
    section.title[edition] ?? [],
    section.standfirst[edition] ?? [],
    ...(section.leadIn ? [section.leadIn[edition] ?? []] : []),
    ...section.steps.flatMap((step) => step.text[edition] ?? []),
  ];
  const text = paragraphs.map((paragraph) => inline(voice, paragraph)).join('\n');
  const unit = /^zh\b/.test(voice.format.lang) ? 'characters' : 'words';
  return { ...measure(text, unit), unit };
}

/** A Chinese text's length is its characters and any Latin words among them. */
export function measure(text: string, unit: ReadingLength['unit']): Pick<ReadingLength, 'count' | 'minutes'> {
  const han = text.match(/\p{sc=Han}/gu)?.length ?? 0;
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}.,’'-]*/gu) ?? [];
  const latin = words.flatMap((word) => word.split(/\p{sc=Han}+/u)).filter((word) => word !== '').length;
  const count = unit === 'characters' ? han + latin : words.length;
  return { count, minutes: Math.max(1, Math.round(count / speeds[unit])) };
}
