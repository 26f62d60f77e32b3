/**
 * Edits of the brief in `story.yaml`: a list of findings, each with the address of the step that it links to (`fire--tanks`).
 * Positions (`to`) count from 0.
 */
import { isId } from '../../story/shape.js';
import { checkNewId, openFile, storyPath as path } from './file-access.js';
import {
  addItem,
  indexOf,
  moveItem,
  readList,
  removeItems,
  setLine,
  setWord,
  type ListRead,
} from './lists.js';
import type { Item } from './items.js';
import { problem } from './problem.js';
import { wordOf } from './source.js';
import type { EditionTexts, Edited, Files, FindingEntry } from './types.js';

function readBrief(files: Files): ListRead {
  const read = openFile(files, path);
  return read.ok ? readList(path, read.source, 'brief') : read;
}

/** Whether a text is a step's address. Checked before it is written into the YAML unquoted. */
const isAddress = (step: string): boolean => {
  const names = step.split('--');
  return names.length === 2 && names.every(isId);
};
const sectionOfStep = (step: string) => step.split('--')[0];
const textOf = ({ map }: Item) => `brief.${wordOf(map, 'id') ?? ''}`;

/** The findings in the file's order; none if the file cannot be read. */
export function findingsIn(files: Files): readonly FindingEntry[] {
  const brief = readBrief(files);
  if (!brief.ok) return [];
  return brief.items.map(({ map }) => {
    const picture = wordOf(map, 'picture');
    return {
      id: wordOf(map, 'id') ?? '',
      step: wordOf(map, 'step') ?? '',
      ...(picture === undefined ? {} : { picture }),
    };
  });
}

export function moveFinding(files: Files, finding: string, to: number): Edited {
  const brief = readBrief(files);
  if (!brief.ok) return brief;
  const from = indexOf(brief.items, 'id', finding);
  return from < 0 ? problem('unknown-finding', path, finding) : moveItem(files, brief, from, to);
}

/** @param step address of the step that the finding links to: `fire--tanks` */
export function addFinding(
  files: Files,
  finding: string,
  to: number,
  step: string,
  texts: EditionTexts,
): Edited {
  const brief = readBrief(files);
  if (!brief.ok) return brief;
  const refused = checkNewId(path, finding, indexOf(brief.items, 'id', finding) >= 0);
  if (refused) return refused;
  if (!isAddress(step)) return problem('unknown-step', path, step);
  const lines = [`id: ${finding}`, `step: ${step}`];
  return addItem(files, brief, to, lines, { text: `brief.${finding}`, texts, before: 'credit' });
}

export function removeFinding(files: Files, finding: string): Edited {
  const brief = readBrief(files);
  if (!brief.ok) return brief;
  const item = brief.items[indexOf(brief.items, 'id', finding)];
  return item ? removeItems(files, brief, [item], textOf) : problem('unknown-finding', path, finding);
}

/**
 * Links a finding to another step.
 *
 * @param step as in `addFinding`
 */
export function leadFinding(files: Files, finding: string, step: string): Edited {
  const brief = readBrief(files);
  if (!brief.ok) return brief;
  if (!isAddress(step)) return problem('unknown-step', path, step);
  const item = brief.items[indexOf(brief.items, 'id', finding)];
  if (!item) return problem('unknown-finding', path, finding);
  const led = setWord(files, brief, item, 'step', step);
  const stays = sectionOfStep(step) === sectionOfStep(wordOf(item.map, 'step') ?? '');
  // A picture is one of the section that the finding led to.
  return led.ok && !stays ? pictureFinding(led.files, finding, undefined) : led;
}

/** @param picture name of a chart of the section that the finding leads to; absent: it bears none */
export function pictureFinding(files: Files, finding: string, picture: string | undefined): Edited {
  const brief = readBrief(files);
  if (!brief.ok) return brief;
  if (picture !== undefined && !isId(picture)) return problem('bad-id', path, picture);
  const item = brief.items[indexOf(brief.items, 'id', finding)];
  if (!item) return problem('unknown-finding', path, finding);
  return setLine(files, brief, item, { key: 'picture', word: picture, after: 'step' });
}

/** Removes the findings that link to a section which is being deleted. */
export function withoutFindingsOf(files: Files, section: string): Edited {
  // The checks report a file that cannot be read; the section is deleted all the same.
  if (!openFile(files, path).ok) return { ok: true, files };
  const brief = readBrief(files);
  if (!brief.ok) return brief;
  const leads = ({ map }: Item) => wordOf(map, 'step')?.startsWith(`${section}--`) ?? false;
  return removeItems(files, brief, brief.items.filter(leads), textOf);
}
