/**
 * Reads `addresses.yaml`: every address (`#section`, `#section--step`) that a published story has ever had. Links to them are in
 * other people's hands, so an address whose step is gone still leads somewhere: where its line says, otherwise to its section,
 * otherwise to the story's start. A line therefore stays right when an editor deletes what it names.
 */
import { nearest } from './nearest.js';
import { oneOf, say, type Place, type Problems } from './problems.js';
import { isId, readFields, readList } from './shape.js';
import type { MovedAddress, Section } from './types.js';
import { describe, type Node } from './yaml.js';

/** Path inside the story's folder; the file may be absent. */
export const addressesPath = 'story/addresses.yaml';

/** Whether a text is an address of a section or of a step. */
export function isAddress(text: string): boolean {
  const names = text.split('--');
  return names.length <= 2 && names.every(isId);
}

export const sectionOfAddress = (address: string): string => address.split('--')[0] ?? address;

/** The addresses of some sections and of all their steps, in their order. */
export const addressesOf = (sections: readonly Section[]): readonly string[] =>
  sections.flatMap(({ id, steps }) => [id, ...steps.map((step) => `${id}--${step.id}`)]);

export interface Line {
  readonly address: string;
  readonly place: Place;
  readonly to?: { readonly address: string; readonly place: Place };
}

/**
 * @param sections all sections of the story, hidden ones included
 * @returns the recorded addresses that the story no longer has, each with the one that it leads to
 */
export function readAddresses(
  problems: Problems,
  node: Node | undefined,
  sections: readonly Section[],
): readonly MovedAddress[] {
  const lines = readLines(problems, node);
  const present = new Set(addressesOf(sections));
  // Steps of a section that is withheld or could not be read are not known here.
  const unread = new Set(sections.flatMap(({ id, steps }) => (steps.length === 0 ? [id] : [])));
  const isThere = (address: string) => present.has(address) || unread.has(sectionOfAddress(address));
  const recorded = new Set(lines.map(({ address }) => address));
  return lines.flatMap(({ address, place, to }): readonly MovedAddress[] => {
    if (to && present.has(address)) {
      problems.add('address-there', place, address, say(`「- ${address}」`, `"- ${address}"`));
    } else if (to && !isThere(to.address)) {
      const rule = recorded.has(to.address)
        ? 'address-chain'
        : to.address.includes('--')
          ? 'unknown-step'
          : 'unknown-section';
      const own = [...present].filter((each) => sectionOfAddress(each) === sectionOfAddress(to.address));
      const expected = oneOf(own.length > 0 ? own : sections.map(({ id }) => id));
      const near = rule === 'address-chain' ? undefined : nearest(to.address, present);
      problems.add(rule, to.place, to.address, expected, near);
    }
    if (isThere(address)) return [];
    const section = sectionOfAddress(address);
    return [{ from: address, to: to?.address ?? (present.has(section) ? section : '') }];
  });
}

/** The lines of the record that can be read, each address once. */
export function readLines(problems: Problems, node: Node | undefined): readonly Line[] {
  const lines: Line[] = [];
  const root = readFields(problems, node, { required: ['addresses'] });
  for (const item of readList(problems, root?.get('addresses'))) {
    const line = readLine(problems, item);
    if (!line) continue;
    const wrong = [line, ...(line.to ? [line.to] : [])].filter(({ address }) => !isAddress(address));
    for (const { address, place } of wrong)
      problems.add('bad-id', place, address, say('节，或「节--步」', 'section, or section--step'));
    if (wrong.length > 0) continue;
    if (lines.some(({ address }) => address === line.address))
      problems.add('duplicate-id', line.place, line.address, say('每个地址一行', 'one line an address'));
    else lines.push(line);
  }
  return lines;
}

function readLine(problems: Problems, node: Node): Line | undefined {
  if (node.type === 'text') return { address: node.value, place: node.place };
  const [entry, ...more] = node.type === 'map' ? node.entries : [];
  if (entry?.value.type === 'text' && more.length === 0) {
    const { key, keyPlace, value } = entry;
    return { address: key, place: keyPlace, to: { address: value.value, place: value.place } };
  }
  const expected = say('「- 地址」或「- 原地址: 现地址」', '"- address" or "- old address: present address"');
  problems.add('wrong-shape', node.place, describe(node), expected);
  return undefined;
}
