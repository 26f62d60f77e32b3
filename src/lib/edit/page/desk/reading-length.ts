/**
 * Estimates how long a section takes to read. Silent reading speeds are those of the International Reading Speed Texts
 * (Trauzettel-Klosinski and Dietz): 255 Chinese characters or 228 English words per minute. Counts prose, not charts; a missing
 * text has no length.
 */
import { inline } from '../../../view/plain-text.js';
import type { Voice } from '../../../view/page.js';
import type { Section } from '../../../story/types.js';

export interface ReadingLength {
  readonly count: number;
  readonly unit: 'characters' | 'words';
  /** Whole minutes, at least 1. */
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

/** Counts a text. A Chinese text's length is its Chinese characters plus any Latin words. */
export function measure(text: string, unit: ReadingLength['unit']): Pick<ReadingLength, 'count' | 'minutes'> {
  const han = text.match(/\p{sc=Han}/gu)?.length ?? 0;
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}.,’'-]*/gu) ?? [];
  const latin = words.flatMap((word) => word.split(/\p{sc=Han}+/u)).filter((word) => word !== '').length;
  const count = unit === 'characters' ? han + latin : words.length;
  return { count, minutes: Math.max(1, Math.round(count / speeds[unit])) };
}
