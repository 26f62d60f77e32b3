/** Makes the outline's rows: the lines of the order with what an editor wants to know about each section. Pure. */
import { defined } from '../../../invariants/defined.js';
import { inline } from '../../../view/plain-text.js';
import { formatFor } from '../../../format/index.js';
import type { EditionCode, Problem, Section, Story } from '../../../story/types.js';
import { readOrderLines, sectionPath, textsIn, type Files } from '../../files/index.js';
import { readingLength, type ReadingLength } from './reading-length.js';

export interface OutlineRow {
  readonly id: string;
  readonly hidden: boolean;
  readonly pin: 'first' | 'last' | undefined;
  /** Titles in the story's order of editions. */
  readonly titles: readonly { readonly edition: EditionCode; readonly text: string }[];
  /** Undefined until there has been a sound story. */
  readonly length: ReadingLength | undefined;
  readonly problems: number;
  /** Number of outdated translations, which are also among the problems. */
  readonly older: number;
  readonly leadIn: boolean;
}

/**
 * @param story the last sound story, if there has been one; its texts may be older than the files
 * @param name name of an order; absent: the story's own
 */
export function outlineRows(
  files: Files,
  story: Story | undefined,
  problems: readonly Problem[],
  editions: readonly EditionCode[],
  name?: string,
): readonly OutlineRow[] {
  const order = readOrderLines(files, name);
  if (!order.ok) return [];
  const sections = new Map(allSections(story).map((section) => [section.id, section]));
  return order.lines.map(({ id, hidden }) => {
    const section = sections.get(id);
    const own = problems.filter(({ file }) => file === sectionPath(id));
    const pin = pinOf(files[sectionPath(id)] ?? '');
    return {
      id,
      hidden,
      pin,
      titles: editions.map((edition) => ({ edition, text: titleOf(files, story, id, edition, section) })),
      length: story && section && lengthOf(story, section),
      problems: own.length,
      older: own.filter(({ rule }) => rule === 'translation-older').length,
      leadIn: section?.leadIn !== undefined,
    };
  });
}

/** All sections, hidden ones included; none until there is a story. */
export const allSections = (story: Story | undefined): readonly Section[] =>
  story ? [...story.sections, ...story.hidden] : [];

function pinOf(text: string): OutlineRow['pin'] {
  const word = /^pin: *(first|last)\b/m.exec(text)?.[1];
  return word === 'first' || word === 'last' ? word : undefined;
}

/** A section's title as printed or, until there is a story, as written in its file, or else its id. */
export function titleOf(
  files: Files,
  story: Story | undefined,
  id: string,
  edition: EditionCode,
  section = allSections(story).find((each) => each.id === id),
): string {
  const title = section?.title[edition];
  if (story && title) return inline({ story, edition, format: formatFor(edition) }, title);
  const written = textsIn(files, sectionPath(id));
  return (written.ok && written.texts.find(({ path }) => path === 'title')?.texts[edition]) || id;
}

/** Cache: a section stays the same object until it changes, so it is measured once. */
const lengths = new WeakMap<Section, ReadingLength>();

/** Reading length of the original edition. */
function lengthOf(story: Story, section: Section): ReadingLength {
  const known = lengths.get(section);
  if (known) return known;
  const edition = defined(story.editions[0], 'edition');
  const length = readingLength({ story, edition, format: formatFor(edition) }, section);
  lengths.set(section, length);
  return length;
}
