/**
 * Edits inside a section's file: its steps and its connecting sentences (`lead_in`). Each function returns new files, or a typed
 * problem; positions (`to`) count from 0.
 */
import { checkNewId, openSection, sectionPath, textAt } from './file-access.js';
import { ended, insertLines } from './lines.js';
import {
  addItem,
  indexOf,
  moveItem,
  rangeOf,
  readList,
  removeItems,
  setWord,
  type ListRead,
} from './lists.js';
import { copyRecords } from './lock.js';
import { problem } from './problem.js';
import { showWords } from './show.js';
import type { EditionTexts, Edited, Files, ShowEdit } from './types.js';

function readOf(files: Files, section: string, key: 'steps' | 'lead_in'): ListRead {
  const read = openSection(files, section);
  return read.ok ? readList(sectionPath(section), read.source, key) : read;
}

const unknownStep = (path: string, step: string): Edited => problem('unknown-step', path, step);

export function moveStep(files: Files, section: string, step: string, to: number): Edited {
  const list = readOf(files, section, 'steps');
  if (!list.ok) return list;
  const from = indexOf(list.items, 'id', step);
  if (from < 0) return unknownStep(list.path, step);
  return moveItem(files, list, from, to);
}

export function removeStep(files: Files, section: string, step: string): Edited {
  const list = readOf(files, section, 'steps');
  if (!list.ok) return list;
  const item = list.items[indexOf(list.items, 'id', step)];
  if (!item) return unknownStep(list.path, step);
  if (list.items.length === 1) return problem('last-one', list.path, step);
  return removeItems(files, list, [item], () => `steps.${step}`);
}

export function duplicateStep(files: Files, section: string, step: string, as: string): Edited {
  const list = readOf(files, section, 'steps');
  if (!list.ok) return list;
  const at = indexOf(list.items, 'id', step);
  const item = list.items[at];
  if (!item) return unknownStep(list.path, step);
  const refused = checkNewId(list.path, as, indexOf(list.items, 'id', as) >= 0);
  if (refused) return refused;
  const { text } = list.source;
  const [start, end] = rangeOf(item, 'id');
  const copy = ended(text.slice(item.start, start) + as + text.slice(end, item.end));
  const changed = { ...files, [list.path]: insertLines(text, list.items, at + 1, copy) };
  return {
    ok: true,
    files: copyRecords(changed, list.path, list.path, (name) =>
      name === `steps.${step}` ? `steps.${as}` : undefined,
    ),
  };
}

export function addStep(
  files: Files,
  section: string,
  step: string,
  to: number,
  show: ShowEdit | undefined,
  texts: EditionTexts,
): Edited {
  const list = readOf(files, section, 'steps');
  if (!list.ok) return list;
  const refused = checkNewId(list.path, step, indexOf(list.items, 'id', step) >= 0);
  if (refused) return refused;
  const { text } = list.source;
  const place = Math.max(0, Math.min(Math.trunc(to), list.items.length));
  const neighbour = list.items[Math.max(0, place - 1)];
  if (!neighbour) return problem('unknown-step', list.path, '');
  const [start, end] = rangeOf(neighbour, 'show');
  const words = show ? showWords(list.path, show) : { ok: true as const, words: text.slice(start, end) };
  if (!words.ok) return words;
  const lines = [`id: ${step}`, `show: ${words.words}`];
  return addItem(files, list, place, lines, { text: `steps.${step}`, texts });
}

export function setShow(files: Files, section: string, step: string, show: ShowEdit): Edited {
  const list = readOf(files, section, 'steps');
  if (!list.ok) return list;
  const item = list.items[indexOf(list.items, 'id', step)];
  if (!item) return unknownStep(list.path, step);
  const words = showWords(list.path, show);
  if (!words.ok) return words;
  return setWord(files, list, item, 'show', words.words);
}

export function addLeadIn(files: Files, section: string, after: string, texts: EditionTexts): Edited {
  const list = readOf(files, section, 'lead_in');
  if (!list.ok) return list;
  if (textAt(files, sectionPath(after)) === undefined || after === section)
    return problem('unknown-section', list.path, after);
  if (indexOf(list.items, 'after', after) >= 0) return problem('taken', list.path, after);
  const text = `lead_in.${after}`;
  return addItem(files, list, list.items.length, [`after: ${after}`], { text, texts, before: 'stage' });
}

export function removeLeadIn(files: Files, section: string, after: string): Edited {
  const list = readOf(files, section, 'lead_in');
  if (!list.ok) return list;
  const item = list.items[indexOf(list.items, 'after', after)];
  if (!item) return problem('unknown-text', list.path, `lead_in.${after}`);
  return removeItems(files, list, [item], () => `lead_in.${after}`);
}
