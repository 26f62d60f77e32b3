/** Checks that a translation refers to the same numbers as its original, each equally often. Their order and format are free. */
import { parseMarkup } from './markup.js';
import { exactly, Problems } from './problems.js';
import type { PathText } from './text-paths.js';
import type { Markup } from './markup.js';
import type { EditionCode } from './types.js';
import type { TextNode } from './yaml.js';

/** @param known whether an id is a figure or derived figure; other checks report unknown ids */
export function checkSameFigures(
  problems: Problems,
  { texts }: PathText,
  original: EditionCode,
  edition: EditionCode,
  known: (id: string) => boolean,
): void {
  const source = texts.get(original);
  const translation = texts.get(edition);
  if (!source || !translation) return;
  const wanted = cited(source);
  const given = cited(translation);
  if (!wanted || !given) return;
  const ids = new Set([...wanted.keys(), ...given.keys()]);
  if (![...ids].every(known)) return;
  for (const id of ids) {
    const [want, have] = [wanted.get(id) ?? [], given.get(id) ?? []];
    if (want.length === have.length) continue;
    // A surplus reference is reported at its place, a missing one at the beginning of the text.
    const surplus = have.length > want.length ? have.at(-1) : undefined;
    problems.add(
      'translation-figures-differ',
      surplus === undefined ? translation.place : translation.placeAt(surplus),
      `[[${id}]] × ${have.length}`,
      exactly(`[[${id}]] × ${want.length}`),
    );
  }
}

/** Id → offsets of its references; undefined if the markup cannot be parsed, which another check reports. */
function cited(text: TextNode): ReadonlyMap<string, readonly number[]> | undefined {
  const problems = new Problems();
  const found = new Map<string, number[]>();
  const visit = (node: Markup): void => {
    if ('children' in node) node.children.forEach(visit);
    if (node.type !== 'reference') return;
    const [id = ''] = node.body.split(':');
    if (node.body.startsWith('see:') || node.body.startsWith('term:')) return;
    found.set(id, [...(found.get(id) ?? []), node.at]);
  };
  for (const paragraph of parseMarkup(text, problems)) paragraph.forEach(visit);
  return problems.all.length > 0 ? undefined : found;
}
