/** Edits of the brief in `story.yaml`: a list of findings, each leading to a step by its address (`falls: fire--tanks`). */
import { defined } from '../../invariants/defined.js';
import { openFile } from './file-access.js';
import { readItems, type Item } from './items.js';
import { removeSpan } from './lines.js';
import { changeRecords } from './lock.js';
import { wordOf } from './source.js';
import { topLine } from './steps.js';
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
  const { text } = read.source;
  const key = topLine(read.source, 'brief');
  // The last finding takes the key along. Else from the last to the first, so that places stay true.
  const spans =
    gone.length === list.items.length && key !== undefined && gone.length > 0
      ? [{ start: key, end: defined(gone.at(-1), 'last finding').end }]
      : [...gone].reverse();
  const rest = spans.reduce((left, span) => removeSpan(left, span), text);
  const ids = new Set(gone.map(({ map }) => `brief.${wordOf(map, 'id') ?? ''}`));
  return {
    ok: true,
    files:
      gone.length === 0
        ? files
        : changeRecords(
            { ...files, [path]: rest },
            path,
            (records) => new Map([...records].filter(([name]) => !ids.has(name))),
          ),
  };
}
