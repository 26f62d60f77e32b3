/**
 * Two states of the files that came from one: what each has changed, field by field, and the files that come of choosing. Pure.
 * Nothing is decided here: where both have changed a thing, or only the other side has, it is listed.
 */
import { parseDocument } from 'yaml';
import { applyEdit, readOrderLines, textsIn, type Edit, type Files } from '../../files/index.js';
import { editions } from '../../files/file-access.js';
import { lockFile, readRecords } from '../../files/lock.js';

export type Side = 'theirs' | 'mine';

/** One thing that differs. */
export interface Difference {
  /** Stable name within a conflict. */
  readonly key: string;
  readonly path: string;
  /** A text of the file in a language; absent: the file as a whole (an order, a section's structure). */
  readonly field?: { readonly path: string; readonly language: string };
  /** As text to be read; undefined where there is none. */
  readonly base: string | undefined;
  readonly theirs: string | undefined;
  readonly mine: string | undefined;
  /** Both have changed it: to be chosen. Else only the other side has, and it is shown. */
  readonly clash: boolean;
}

const orderFile = /^story\/(?:order|orders\/[^/]+)\.yaml$/;

/** @param paths those that differ between base and theirs */
export function differences(
  base: Files,
  theirs: Files,
  mine: Files,
  paths: readonly string[],
): readonly Difference[] {
  return paths.flatMap((path) => {
    // Which original a translation was made from follows from the texts themselves.
    if (lockFile.test(path) && path in theirs && path in mine) return [];
    if (orderFile.test(path) || !textOnly(base, theirs, path) || !textOnly(base, mine, path))
      return whole(base, theirs, mine, path);
    const [before, others, ours] = [fieldsOf(base, path), fieldsOf(theirs, path), fieldsOf(mine, path)];
    return [...new Map([...others, ...ours])].flatMap(([name, { field, language }]): Difference[] => {
      const [was, here, own] = [before.get(name)?.text, others.get(name)?.text, ours.get(name)?.text];
      if (here === was || here === own) return [];
      return [
        {
          key: `${path} ${name}`,
          path,
          field: { path: field, language },
          base: was,
          theirs: here,
          mine: own,
          clash: own !== was,
        },
      ];
    });
  });
}

function whole(base: Files, theirs: Files, mine: Files, path: string): readonly Difference[] {
  if (base[path] === theirs[path] || theirs[path] === mine[path]) return [];
  const told = (files: Files) => (orderFile.test(path) ? orderText(files[path]) : files[path]);
  const clash = base[path] !== mine[path];
  return [{ key: path, path, base: told(base), theirs: told(theirs), mine: told(mine), clash }];
}

/** An order as its lines, which is what differs for an editor. */
function orderText(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const read = readOrderLines({ 'story/order.yaml': text });
  return read.ok ? read.lines.map(({ id, hidden }) => (hidden ? `(${id})` : id)).join('\n') : text;
}

interface Field {
  /** The text's path within its file. */
  readonly field: string;
  readonly language: string;
  readonly text: string;
}

/** The texts of a file, each under its path and language as one name. */
function fieldsOf(files: Files, path: string): ReadonlyMap<string, Field> {
  const read = files[path] === undefined ? undefined : textsIn(files, path);
  if (!read?.ok) return new Map();
  return new Map(
    read.texts.flatMap((entry) =>
      Object.entries(entry.texts).map(
        ([language, text]) => [`${entry.path} ${language}`, { field: entry.path, language, text }] as const,
      ),
    ),
  );
}

/** Whether two states of a file differ in texts alone. */
function textOnly(a: Files, b: Files, path: string): boolean {
  return skeleton(a[path]) !== undefined && skeleton(a[path]) === skeleton(b[path]);
}

function skeleton(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const document = parseDocument(text, { schema: 'failsafe', uniqueKeys: false });
  if (document.errors.length > 0) return undefined;
  return JSON.stringify(document.toJSON(), (key, value: unknown) =>
    editions.includes(key) && typeof value === 'string' ? undefined : value,
  );
}

/**
 * The files as chosen. What only one side has changed is as that side has it; a difference without a choice is as it is on disk.
 *
 * @param paths those that differ between base and theirs
 */
export function merged(
  base: Files,
  theirs: Files,
  mine: Files,
  paths: readonly string[],
  choices: Readonly<Record<string, Side>>,
): Files {
  const listed = differences(base, theirs, mine, paths);
  const wanted = (key: string) => choices[key] ?? 'theirs';
  let files: Files = { ...mine };
  for (const path of paths) {
    const asWhole = listed.find((each) => each.path === path && !each.field);
    files = put(files, path, asWhole && wanted(asWhole.key) === 'mine' ? mine[path] : theirs[path]);
  }
  const edits: Edit[] = [];
  for (const path of paths.filter((each) => !listed.some((other) => other.path === each && !other.field))) {
    const was = fieldsOf(base, path);
    for (const [name, { field, language, text }] of fieldsOf(mine, path)) {
      const difference = listed.find(({ key }) => key === `${path} ${name}`);
      const changed = was.get(name)?.text !== text;
      if (changed && (!difference || wanted(difference.key) === 'mine') && !lockFile.test(path))
        edits.push({ type: 'set-text', file: path, path: field, language, text });
    }
  }
  return [...edits, ...compared(base, mine)].reduce((before, edit) => {
    const edited = applyEdit(before, edit);
    return edited.ok ? edited.files : before;
  }, files);
}

function put(files: Files, path: string, text: string | undefined): Files {
  const { [path]: _old, ...rest } = files;
  return text === undefined ? rest : { ...rest, [path]: text };
}

/** Which translations I have compared with their originals since the base. */
function compared(base: Files, mine: Files): readonly Edit[] {
  return Object.keys(mine).flatMap((path): Edit[] => {
    const language = lockFile.exec(path)?.[1];
    if (language === undefined || base[path] === mine[path]) return [];
    const before = readRecords(base[path] ?? '');
    return [...readRecords(mine[path] ?? '')].flatMap(([file, entries]) =>
      [...entries].flatMap(([field, hash]): Edit[] =>
        before.get(file)?.get(field) === hash
          ? []
          : [{ type: 'mark-translated', file, path: field, language }],
      ),
    );
  });
}
