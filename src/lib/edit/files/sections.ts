/**
 * Edits of whole sections and of orders: moving, hiding, adding, duplicating and deleting. Each function returns new files, or a
 * typed problem; positions (`to`) count from 0.
 */
import { isMap, isSeq } from 'yaml';
import type { EditionCode } from '../../story/types.js';
import {
  checkNewId,
  declaredEditions,
  openFile,
  openSection,
  sectionOf,
  sectionPath,
  textAt,
} from './file-access.js';
import { withoutFindingsOf } from './findings.js';
import { readItems } from './items.js';
import { changeRecords, copyRecords, recordOriginal } from './lock.js';
import { ended, newlineOf } from './lines.js';
import { replaceAll, type NewText } from './new-text.js';
import {
  arrange,
  insertLine,
  mainOrder,
  moveLine,
  orderPath,
  readLines,
  removeLine,
  setHidden,
  type LinesRead,
} from './order.js';
import { problem } from './problem.js';
import { isId, isSectionId } from '../../story/shape.js';
import { untoldPath } from '../../story/untold.js';
import { pairOf, wordOf, type Source } from './source.js';
import { removeLeadIn } from './steps.js';
import type { Edit, Edited, EditionTexts, EditProblem, Files } from './types.js';

const derivedPath = 'derived.yaml';
const orderFile = /^story\/orders\/[^/]+\.yaml$/;

type OrderOpened =
  | (Extract<LinesRead, { ok: true }> & { readonly path: string; readonly text: string })
  | { readonly ok: false; readonly problem: EditProblem };

function openOrder(files: Files, name: string | undefined): OrderOpened {
  const path = orderPath(name);
  const text = textAt(files, path);
  if (text === undefined) return problem(name === undefined ? 'no-file' : 'unknown-order', path, path);
  const read = readLines(path, text);
  return read.ok ? { ...read, path, text } : read;
}

export function moveSection(files: Files, id: string, to: number, order?: string): Edited {
  const opened = openOrder(files, order);
  if (!opened.ok) return opened;
  const from = opened.lines.findIndex((line) => line.id === id);
  if (from < 0) return problem('unknown-section', opened.path, id);
  return put(files, opened.path, moveLine(opened.text, opened.lines, from, to));
}

export function hideSection(files: Files, id: string, hidden: boolean, order?: string): Edited {
  const opened = openOrder(files, order);
  if (!opened.ok) return opened;
  const line = opened.lines.find((other) => other.id === id);
  if (!line) return problem('unknown-section', opened.path, id);
  return put(files, opened.path, setHidden(opened.text, line, hidden));
}

export function setOrder(files: Files, published: readonly string[], order?: string): Edited {
  const opened = openOrder(files, order);
  if (!opened.ok) return opened;
  const twice = published.find((id, i) => published.indexOf(id) !== i);
  if (twice !== undefined) return problem('taken', opened.path, twice);
  if (published.length === 0) return problem('last-one', opened.path, '');
  let { text } = opened;
  for (const id of published) {
    if (opened.lines.some((line) => line.id === id)) continue;
    if (textAt(files, sectionPath(id)) === undefined) return problem('unknown-section', opened.path, id);
    const now = readLines(opened.path, text);
    if (now.ok) text = insertLine(text, now, now.lines.length, { id, hidden: false });
  }
  return put(files, opened.path, arrange(opened.path, text, published));
}

export function addOrder(files: Files, name: string, published?: readonly string[]): Edited {
  const path = orderPath(name);
  const main = openOrder(files, undefined);
  const refused = checkNewId(path, name, textAt(files, path) !== undefined);
  if (refused) return refused;
  if (!main.ok) return main;
  const made = { ...files, [path]: main.text };
  return published === undefined ? { ok: true, files: made } : setOrder(made, published, name);
}

export function renameOrder(files: Files, name: string, as: string): Edited {
  const [from, to] = [orderPath(name), orderPath(as)];
  const text = isId(name) ? textAt(files, from) : undefined;
  if (text === undefined) return problem('unknown-order', from, name);
  const refused = checkNewId(to, as, textAt(files, to) !== undefined);
  return refused ?? { ok: true, files: { ...without(files, from), [to]: text } };
}

export function deleteOrder(files: Files, name: string): Edited {
  const path = orderPath(name);
  return isId(name) && textAt(files, path) !== undefined
    ? { ok: true, files: without(files, path) }
    : problem('unknown-order', path, name);
}

export function duplicateSection(files: Files, id: string, as: string): Edited {
  const read = openSection(files, id);
  if (!read.ok) return read;
  const path = sectionPath(as);
  const refused = checkNewId(path, as, textAt(files, path) !== undefined, isSectionId);
  if (refused) return refused;
  const order = openOrder(files, undefined);
  if (!order.ok) return order;
  const at = order.lines.findIndex((line) => line.id === id);
  const copied = { ...files, [path]: withoutKeys(read.source, ['pin', 'kicker']) };
  const listed = put(
    copied,
    order.path,
    insertLine(order.text, order, at < 0 ? order.lines.length : at + 1, { id: as, hidden: true }),
  );
  return listed.ok
    ? { ok: true, files: copyRecords(listed.files, sectionPath(id), path, (text) => text) }
    : listed;
}

export function deleteSection(files: Files, id: string): Edited {
  const path = sectionPath(id);
  if (!isId(id) || textAt(files, path) === undefined) return problem('unknown-section', path, id);
  let changed = without(files, path);
  for (const order of [mainOrder, ...Object.keys(files).filter((name) => orderFile.test(name))]) {
    const text = textAt(changed, order);
    if (text === undefined) continue;
    const read = readLines(order, text);
    if (!read.ok) return read;
    const line = read.lines.find((other) => other.id === id);
    if (line && read.lines.length === 1) return problem('last-one', order, id);
    if (line) changed = { ...changed, [order]: removeLine(text, line) };
  }
  const untold = leaveUntold(
    changeRecords(changed, path, () => new Map()),
    files,
    id,
  );
  const unlinked = untold.ok ? withoutFindingsOf(untold.files, id) : untold;
  return unlinked.ok ? withoutLeadIns(unlinked.files, id) : unlinked;
}

/**
 * Records the passage of a deleted section in `untold.yaml`: the report still contains its figures, so the checks still need to
 * know which passage they belong to. A section without a passage is recorded only if derived figures name it.
 */
function leaveUntold(changed: Files, before: Files, id: string): Edited {
  const read = openSection(before, id);
  if (!read.ok) return read;
  const value: unknown = pairOf(read.source.root, 'kicker')?.value;
  const kicker = isMap(value) ? value : undefined;
  if (!kicker && !isNamedByDerived(before, id)) return { ok: true, files: changed };
  const spans = ['figure-range', 'heading'].flatMap((key) => {
    const span: unknown = kicker && pairOf(kicker, key)?.value;
    return isSeq(span) ? [`, ${key}: [${span.toJSON().join(', ')}]`] : [];
  });
  const text = textAt(changed, untoldPath) ?? `${untoldComment}untold:\n`;
  const line = `  - { id: ${id}${spans.join('')} }${newlineOf(text)}`;
  return { ok: true, files: { ...changed, [untoldPath]: ended(text) + line } };
}

function isNamedByDerived(files: Files, id: string): boolean {
  const read = openFile(files, derivedPath);
  const list = read.ok ? readItems(derivedPath, read.source, 'derived') : read;
  return list.ok && list.items.some(({ map }) => wordOf(map, 'section') === id);
}

/** Removes the connecting sentences that other sections show only right after a deleted section. */
function withoutLeadIns(files: Files, after: string): Edited {
  let edited: Edited = { ok: true, files };
  for (const path of Object.keys(files)) {
    const section = sectionOf(path);
    if (section === undefined || !edited.ok) continue;
    const removed = removeLeadIn(edited.files, section, after);
    if (removed.ok) edited = removed;
  }
  return edited;
}

const untoldComment =
  '# 报告里有、故事里没有一节来讲的段落（删去的节留在这里）：其中的数字照样核对、计数、列在总表里。\n' +
  '# Passages of the report that no section tells, such as those of deleted ones: their figures are checked, counted and listed.\n';

const placeholders: EditionTexts = { zh: '待写', en: 'To be written' };

export function addSection(files: Files, edit: Extract<Edit, { type: 'add-section' }>): Edited {
  const path = sectionPath(edit.id);
  const refused = checkNewId(path, edit.id, textAt(files, path) !== undefined, isSectionId);
  if (refused) return refused;
  const order = openOrder(files, undefined);
  if (!order.ok) return order;
  const declared = declaredEditions(files);
  const empty = (pad: string): string =>
    declared.map((edition) => `${pad}${edition}: ${placeholders[edition] ?? '…'}\n`).join('');
  const chart = exampleOf(files, edit.kind) ?? newChart(edit, empty);
  if (!chart) return problem('unknown-kind', path, edit.kind);
  if (!chart.ok) return chart;
  const running = declared
    .map((edition) => `    ${edition}: |\n      ${placeholders[edition] ?? '…'}\n`)
    .join('');
  const text =
    `title:\n${empty('  ')}standfirst:\n${empty('  ')}stage:\n${chart.lines}` +
    `steps:\n  - id: start\n    show: ${chart.show}\n${running}`;
  const listed = put(
    { ...files, [path]: text },
    order.path,
    insertLine(order.text, order, edit.to, { id: edit.id, hidden: true }),
  );
  if (!listed.ok) return listed;
  const texts = (['title', 'standfirst'] as const).flatMap((name) =>
    Object.entries(edit[name] ?? {}).map(([language, words]): NewText => ({
      file: path,
      path: name,
      language,
      text: words,
    })),
  );
  const filled = replaceAll(listed.files, texts);
  return filled.ok ? { ok: true, files: recordAll(filled.files, edit.id, declared) } : filled;
}

interface ChartLines {
  readonly ok: true;
  readonly lines: string;
  readonly show: string;
}

/** The YAML lines of the first chart of this kind in the story, and how a step shows it; undefined if the story has none. */
function exampleOf(files: Files, kind: string): ChartLines | undefined {
  for (const path of Object.keys(files).sort()) {
    const id = sectionOf(path);
    const read = id === undefined ? undefined : openSection(files, id);
    if (!read?.ok) continue;
    const charts = readItems(path, read.source, 'stage');
    const steps = readItems(path, read.source, 'steps');
    if (!charts.ok || !steps.ok) continue;
    const at = charts.items.findIndex(({ map }) => wordOf(map, 'chart') === kind);
    const chart = charts.items[at];
    if (!chart) continue;
    const name = wordOf(chart.map, 'as') ?? kind;
    const { text } = read.source;
    for (const { map } of steps.items) {
      const show: unknown = pairOf(map, 'show')?.value;
      const shown = isMap(show) ? wordOf(show, 'chart') : undefined;
      const range = isMap(show) ? show.range : undefined;
      const state = isMap(show) ? wordOf(show, 'state') : wordOf(map, 'show');
      if (state === undefined || (shown === undefined ? at !== 0 : shown !== name)) continue;
      const words = range ? text.slice(range[0], range[1]) : state;
      const lines = text.slice(chart.start, chart.end).replaceAll('\r\n', '\n');
      return { ok: true, lines: lines.endsWith('\n') ? lines : `${lines}\n`, show: words };
    }
  }
  return undefined;
}

/**
 * The YAML lines of a new chart, for a kind that the story does not use yet; undefined if the edit doesn't say which state and
 * figures.
 */
function newChart(
  { id, kind, state, figures }: Extract<Edit, { type: 'add-section' }>,
  empty: (pad: string) => string,
): ChartLines | { readonly ok: false; readonly problem: EditProblem } | undefined {
  if (state === undefined || figures === undefined) return undefined;
  const bad = [kind, state, ...figures].find((name) => !isId(name));
  if (bad !== undefined) return problem('bad-id', sectionPath(id), bad);
  const lines =
    `  - chart: ${kind}\n    title:\n${empty('      ')}    alt:\n${empty('      ')}` +
    (figures.length > 0 ? `    figures: [${figures.join(', ')}]\n` : '');
  return { ok: true, lines, show: state };
}

/** Records all translations of a new section as made from the present originals. */
function recordAll(files: Files, id: string, [original, ...others]: readonly EditionCode[]): Files {
  const read = openSection(files, id);
  let changed = files;
  if (!read.ok || original === undefined) return files;
  for (const { path, texts } of read.source.textMaps) {
    const source = texts.get(original);
    for (const edition of others)
      if (source && texts.has(edition))
        changed = recordOriginal(changed, edition, sectionPath(id), path, String(source.value));
  }
  return changed;
}

/** A file's text without some of its top-level keys and the comments right above them. */
function withoutKeys({ text }: Source, keys: readonly string[]): string {
  const blocks = text.split(/^(?=[^\s#-])/m);
  return blocks.filter((block) => !keys.some((key) => block.startsWith(`${key}:`))).join('');
}

const put = (files: Files, path: string, text: string): Edited => ({
  ok: true,
  files: textAt(files, path) === text ? files : { ...files, [path]: text },
});

const without = (files: Files, path: string): Files =>
  Object.fromEntries(Object.entries(files).filter(([name]) => name !== path));
