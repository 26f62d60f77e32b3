/**
 * Removes hidden sections from what is published. A hidden section's passage and figures belong to the report and stay public.
 * Its title, texts, derived figures and terms are ours, and are neither on the pages nor in the files that a build contains for
 * its editing page.
 */
import { addressesPath, sectionOfAddress } from '../story/addresses.js';
import { defined } from '../invariants/defined.js';
import { isMap, isSeq, parseDocument } from 'yaml';
import type { Derived, Section, Story, StoryFiles } from '../story/types.js';

/** The story as published pages get it. */
export function publishedStory(story: Story): Story {
  const { derived, terms } = usedByHiddenAlone(story);
  return {
    ...story,
    hidden: [],
    brief: story.brief.filter(({ section }) => !story.hidden.some(({ id }) => id === section)),
    derived: story.derived.filter(({ id }) => !derived.has(id)),
    terms: story.terms.filter(({ id }) => !terms.has(id)),
    moved: story.moved.filter(({ from }) => !story.hidden.some(({ id }) => id === sectionOfAddress(from))),
  };
}

/**
 * The files as a build contains them. Files that can be edited there stay the same byte for byte, so that patches apply, except
 * for comments after a hidden section's name. Other files keep their line numbers, so that positions in messages stay right.
 */
export function publishedFiles(files: StoryFiles, story: Story): StoryFiles {
  if (story.hidden.length === 0) return files;
  const hidden = new Map(story.hidden.map((section) => [`story/sections/${section.id}.yaml`, section]));
  const ids = new Set(story.hidden.map(({ id }) => id));
  const { derived, terms } = usedByHiddenAlone(story);
  // A finding that links to a hidden section would reveal what that says.
  const untold = new Set(story.brief.filter(({ section }) => ids.has(section)).map(({ id }) => id));
  const changed = (path: string, text: string): string => {
    const section = hidden.get(path);
    if (section) return withheldFile(section);
    if (/^story\/orders?[./]/.test(path)) return withoutRemarks(text, ids);
    if (path === 'story/story.yaml') return withoutEntries(text, 'brief', untold);
    if (path === addressesPath) return withoutAddresses(text, ids);
    if (/^story\/translations\//.test(path)) return withoutRecords(text, untold);
    if (path === 'derived.yaml') return withoutEntries(text, 'derived', derived);
    if (path === 'glossary.yaml') return withoutEntries(text, 'terms', terms);
    return text;
  };
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return new Map(
    [...files].map(([path, bytes]) => {
      const text = decoder.decode(bytes);
      const put = changed(path, text);
      return [path, put === text ? bytes : new TextEncoder().encode(put)];
    }),
  );
}

function withheldFile({ passage, heading, pin }: Section): string {
  const range = passage ? `figure-range: [${passage.start}, ${passage.end}]` : undefined;
  const title = heading ? `, heading: [${heading.start}, ${heading.end}]` : '';
  return [
    'withheld: true',
    ...(pin ? [`pin: ${pin}`] : []),
    ...(range === undefined ? [] : [`kicker: { ${range}${title} }`]),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

/** An order without the comments after hidden sections. */
function withoutRemarks(text: string, hidden: ReadonlySet<string>): string {
  return text.replace(
    /^( *- +["']?([\w-]+)["']?(?: *: *["']?hidden["']?)?) +#[^\r\n]*/gm,
    (line, kept: string, id: string) => (hidden.has(id) ? kept : line),
  );
}

/** A record of addresses without those of hidden sections, whose lines become empty. */
function withoutAddresses(text: string, hidden: ReadonlySet<string>): string {
  return text.replace(/^ *- +["']?([\w-]+)[^\r\n]*/gm, (line, address: string) =>
    hidden.has(sectionOfAddress(address)) ? '' : line,
  );
}

/** A translation record without the entries of some findings. */
function withoutRecords(text: string, findings: ReadonlySet<string>): string {
  return text.replace(/^ +brief\.([\w-]+):[^\r\n]*/gm, (line, id: string) => (findings.has(id) ? '' : line));
}

/** A YAML list without some entries and the comments above them, which become empty lines. */
function withoutEntries(text: string, list: string, ids: ReadonlySet<string>): string {
  const items: unknown = parseDocument(text, { schema: 'failsafe' }).get(list);
  if (!isSeq(items) || ids.size === 0) return text;
  const [first] = defined(items.range, 'place of a parsed list');
  let before = first;
  let rest = text;
  for (const item of items.items) {
    if (!isMap(item) || !item.range) continue;
    const end = item.range[1];
    if (ids.has(String(item.get('id')))) {
      const from = text.lastIndexOf('\n', before) + 1;
      const start = before === first ? from : before;
      rest = rest.slice(0, start) + text.slice(start, end).replace(/[^\r\n]/g, ' ') + rest.slice(end);
    }
    before = end;
  }
  // Really empty, because YAML would take spaces on the line for indentation.
  return rest.replace(/^ +$/gm, '');
}

/** Derived figures of hidden sections, and terms that only hidden sections use. */
function usedByHiddenAlone(story: Story): {
  readonly derived: ReadonlySet<string>;
  readonly terms: ReadonlySet<string>;
} {
  const published = referencesIn([story.sections, story.descriptionInline]);
  const hidden = referencesIn(story.hidden);
  const ids = new Set(story.hidden.map(({ id }) => id));
  const used = new Set(published.derived);
  const need = ({ id, from }: Derived): void => {
    used.add(id);
    for (const other of story.derived) if (from.includes(other.id) && !used.has(other.id)) need(other);
  };
  for (const entry of story.derived) if (used.has(entry.id) || !ids.has(entry.section)) need(entry);
  return {
    derived: new Set(story.derived.flatMap(({ id }) => (used.has(id) ? [] : [id]))),
    terms: new Set([...hidden.terms].filter((id) => !published.terms.has(id))),
  };
}

/** Ids that occur anywhere in a part of the story. */
function referencesIn(root: unknown): { readonly derived: Set<string>; readonly terms: Set<string> } {
  const found = { derived: new Set<string>(), terms: new Set<string>() };
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    else if (typeof node === 'object' && node !== null) {
      const { type, id, ids, derived } = node as Partial<Record<string, unknown>>;
      if (type === 'derived' && typeof id === 'string') found.derived.add(id);
      if (type === 'term' && typeof id === 'string') found.terms.add(id);
      // A chart and its options name derived figures in lists.
      for (const list of [derived, type === 'derived' ? ids : undefined])
        if (Array.isArray(list))
          for (const each of list) if (typeof each === 'string') found.derived.add(each);
      Object.values(node).forEach(visit);
    }
  };
  visit(root);
  return found;
}
