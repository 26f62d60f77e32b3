/** Edits of the brief in `story.yaml`: a list of findings, each leading to a step by its address (`fire--tanks`). */
import { openFile } from './file-access.js';
import { readItems, type Item } from './items.js';
import { removeSpan } from './lines.js';
import { wordOf } from './source.js';
import { forget, topLine } from './steps.js';
import type { Edited, Files } from './types.js';

const path = 'story/story.yaml';

/** What led to a section that goes leads nowhere. */
export function withoutFindingsOf(files: Files, section: string): Edited {
  const read = openFile(files, path);
  if (!read.ok) return { ok: true, files };
  const list = readItems(path, read.source, 'brief');
  if (!list.ok) return list;
  const leads = ({ map }: Item) => wordOf(map, 'step')?.startsWith(`${section}--`) ?? false;
  const gone = list.items.filter(leads);
  const last = gone.at(-1);
  if (!last) return { ok: true, files };
  const key = topLine(read.source, 'brief');
  // The last finding takes the key along. Else from the last to the first, so that places stay true.
  const spans =
    gone.length === list.items.length && key !== undefined
      ? [{ start: key, end: last.end }]
      : [...gone].reverse();
  const rest = spans.reduce((left, span) => removeSpan(left, span), read.source.text);
  const names = gone.map(({ map }) => `brief.${wordOf(map, 'id') ?? ''}`);
  return {
    ok: true,
    files: names.reduce<Files>((left, name) => forget(left, path, name), { ...files, [path]: rest }),
  };
}
