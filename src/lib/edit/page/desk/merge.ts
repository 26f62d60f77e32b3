/**
 * Three-way merge of a story's files. `base` is what the editor loaded, `theirs` what is now on disk, `mine` what the editor has
 * made of `base`. Files that differ only in texts are compared text by text, all others as a whole. Pure; it lists the
 * differences and leaves the choice to the editor.
 */
import { parseDocument } from 'yaml';
import { applyEdit, readOrderLines, textsIn, type Edit, type Files } from '../../files/index.js';
import { editions } from '../../files/file-access.js';
import { lockFile, readRecords } from '../../files/lock.js';

export type Side = 'theirs' | 'mine';

/** A text or a file that `theirs` has changed and that is not the same in `mine`. */
export interface Difference {
  /** Identifies the difference within this conflict: the path, and the field and language if there is one. */
  readonly key: string;
  readonly path: string;
  /** Which text in which language differs; absent if the file differs as a whole (an order, a section's structure). */
  readonly field?: { readonly path: string; readonly language: string };
  /** The three versions as readable text; undefined where a version has no such text or file. */
  readonly base: string | undefined;
  readonly theirs: string | undefined;
  readonly mine: string | undefined;
  /**
   * True if both sides have changed it, so that the editor must choose; false if only `theirs` has, which is shown for
   * information.
   */
  readonly clash: boolean;
}

const orderFile = /^story\/(?:order|orders\/[^/]+)\.yaml$/;

export function differences(
  base: Files,
  theirs: Files,
  mine: Files,
  paths: readonly string[],
): readonly Difference[] {
  return paths.flatMap((path) => {
    // Translation records are not compared here: `merged` rebuilds them from the texts and from what was marked as compared.
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
  const readable = (files: Files) => (orderFile.test(path) ? orderText(files[path]) : files[path]);
  const clash = base[path] !== mine[path];
  return [{ key: path, path, base: readable(base), theirs: readable(theirs), mine: readable(mine), clash }];
}

/** An order as one section id per line, hidden ones in parentheses: formatting and comments don't count as differences. */
function orderText(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const read = readOrderLines({ 'story/order.yaml': text });
  return read.ok ? read.lines.map(({ id, hidden }) => (hidden ? `(${id})` : id)).join('\n') : text;
}

interface Field {
  /** The text's path within its file (`steps.start`). */
  readonly field: string;
  readonly language: string;
  readonly text: string;
}

/** All texts of a file, keyed by `path language`. */
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

/** Whether two versions of a file differ in nothing but their texts. */
function textOnly(a: Files, b: Files, path: string): boolean {
  return skeleton(a[path]) !== undefined && skeleton(a[path]) === skeleton(b[path]);
}

/** A YAML file as JSON without its texts; undefined if there is no file or it cannot be parsed. */
function skeleton(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const document = parseDocument(text, { schema: 'failsafe', uniqueKeys: false });
  if (document.errors.length > 0) return undefined;
  return JSON.stringify(document.toJSON(), (key, value: unknown) =>
    editions.includes(key) && typeof value === 'string' ? undefined : value,
  );
}

/**
 * Merges the files. What only one side has changed is taken from that side; a difference without a choice is taken from disk.
 *
 * @param paths the files that differ between `base` and `theirs`
 * @param choices the chosen side by the difference's `key`
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

/** The `mark-translated` edits by which `mine` has changed the translation records since `base`. */
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
