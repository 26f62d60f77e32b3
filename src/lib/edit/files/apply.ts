/** Applies edits: the only way in which the editing page changes the story's files. Calls one function for each type of edit. */
import { isId } from '../../story/shape.js';
import { isWithheldText } from '../../story/withheld.js';
import { mendAddresses } from './addresses.js';
import { declaredEditions, entriesOf, openFile, textAt } from './file-access.js';
import { recordOriginal } from './lock.js';
import { setText } from './new-text.js';
import * as findings from './findings.js';
import { problem } from './problem.js';
import * as sections from './sections.js';
import * as steps from './steps.js';
import type { Edit, Edited, Files, TextEntry } from './types.js';

/**
 * Returns the files after an edit. All other files, and all bytes that the edit does not concern, stay the same. Never throws: an
 * impossible edit gives a problem and changes nothing. An edit without effect returns the same `files` object.
 */
export function applyEdit(files: Files, edit: Edit): Edited {
  const file = wordsOf(edit);
  if (file !== undefined && isWithheldText(textAt(files, file))) return problem('withheld', file, file);
  switch (edit.type) {
    case 'move-section':
      return sections.moveSection(files, edit.id, edit.to, edit.order);
    case 'hide-section':
      return sections.hideSection(files, edit.id, true, edit.order);
    case 'show-section':
      return sections.hideSection(files, edit.id, false, edit.order);
    case 'set-order':
      return sections.setOrder(files, edit.published, edit.order);
    case 'add-order':
      return sections.addOrder(files, edit.name, edit.published);
    case 'rename-order':
      return sections.renameOrder(files, edit.name, edit.as);
    case 'delete-order':
      return sections.deleteOrder(files, edit.name);
    case 'add-section':
      return mendAddresses(sections.addSection(files, edit), edit.id);
    case 'duplicate-section':
      return mendAddresses(sections.duplicateSection(files, edit.id, edit.as), edit.as);
    case 'delete-section':
      return mendAddresses(sections.deleteSection(files, edit.id), edit.id);
    case 'set-text':
      return setText(files, edit);
    case 'mark-translated':
      return markTranslated(files, edit);
    case 'move-step':
      return steps.moveStep(files, edit.section, edit.step, edit.to);
    case 'add-step':
      return mendAddresses(
        steps.addStep(files, edit.section, edit.step, edit.to, edit.show, edit.texts),
        `${edit.section}--${edit.step}`,
      );
    case 'remove-step':
      return mendAddresses(steps.removeStep(files, edit.section, edit.step), `${edit.section}--${edit.step}`);
    case 'duplicate-step':
      return mendAddresses(
        steps.duplicateStep(files, edit.section, edit.step, edit.as),
        `${edit.section}--${edit.as}`,
      );
    case 'set-show':
      return steps.setShow(files, edit.section, edit.step, edit.show);
    case 'add-lead-in':
      return steps.addLeadIn(files, edit.section, edit.after, edit.texts);
    case 'remove-lead-in':
      return steps.removeLeadIn(files, edit.section, edit.after);
    case 'move-finding':
      return findings.moveFinding(files, edit.finding, edit.to);
    case 'add-finding':
      return findings.addFinding(files, edit.finding, edit.to, edit.step, edit.texts);
    case 'remove-finding':
      return findings.removeFinding(files, edit.finding);
    case 'lead-finding':
      return findings.leadFinding(files, edit.finding, edit.step);
    case 'picture-finding':
      return findings.pictureFinding(files, edit.finding, edit.picture);
  }
}

/** Path of the file whose texts an edit needs; undefined for edits of an order, which need none. */
function wordsOf(edit: Edit): string | undefined {
  if ('file' in edit) return edit.file;
  if ('section' in edit) return `story/sections/${edit.section}.yaml`;
  const needed = ['show-section', 'duplicate-section', 'delete-section'].includes(edit.type);
  return needed && 'id' in edit ? `story/sections/${edit.id}.yaml` : undefined;
}

function markTranslated(
  files: Files,
  { file, path, language }: Extract<Edit, { type: 'mark-translated' }>,
): Edited {
  const read = openFile(files, file);
  if (!read.ok) return read;
  const [original = ''] = declaredEditions(files);
  const texts = read.source.textMaps.find((map) => map.path === path)?.texts;
  const source = texts?.get(original);
  if (!source) return problem('unknown-text', file, path);
  if (language === original || !texts?.has(language)) return problem('unknown-language', file, language);
  return { ok: true, files: recordOriginal(files, language, file, path, String(source.value)) };
}

/** Lists every text of a file with its path, in the file's order; a problem if the file cannot be read. */
export function textsIn(
  files: Files,
  file: string,
): { readonly ok: true; readonly texts: readonly TextEntry[] } | Extract<Edited, { ok: false }> {
  const read = openFile(files, file);
  return read.ok ? { ok: true, texts: entriesOf(read.source) } : read;
}

/** Names of the orders beside `order.yaml`. */
export function ordersIn(files: Files): readonly string[] {
  return Object.keys(files)
    .flatMap((path) => /^story\/orders\/([^/]+)\.yaml$/.exec(path)?.[1] ?? [])
    .sort();
}

/** Makes an unused name from another one: `fire` → `fire-copy`, `fire-copy-2`. */
export function freeName(taken: (name: string) => boolean, name: string): string {
  const stem = (isId(`${name}-copy`) ? `${name}-copy` : name).slice(0, 56);
  if (!taken(stem)) return stem;
  for (let i = 2; ; i += 1) if (!taken(`${stem}-${i}`)) return `${stem}-${i}`;
}

/** Whether there is a file for a section with this id. */
export const hasSection = (files: Files, id: string): boolean =>
  textAt(files, `story/sections/${id}.yaml`) !== undefined;
