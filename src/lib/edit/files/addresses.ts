/**
 * Keeps `addresses.yaml` sound when a section or a step comes or goes. A line of it that leads to what is gone, or that leads
 * elsewhere although its own address is there again, loses its target: it then leads where it does by itself (see
 * `story/addresses.ts`). No line is removed, and no other byte changes.
 */
import { addressesPath, sectionOfAddress } from '../../story/addresses.js';
import { textAt } from './file-access.js';
import type { Edited } from './types.js';

/** A line that leads elsewhere: dash and address, the target, what follows. */
const leading = /^( *- +["']?([\w-]+)["']?) *: *["']?([\w-]+)["']?( *(?:#[^\r\n]*)?)$/gm;

/** Whether an address is the section's or step's own or, of a section, one of its steps'. */
const isOf = (address: string, of: string): boolean => address === of || sectionOfAddress(address) === of;

/** @param changed address of the section or step that came or went */
export function mendAddresses(edited: Edited, changed: string): Edited {
  const text = edited.ok ? textAt(edited.files, addressesPath) : undefined;
  if (!edited.ok || text === undefined) return edited;
  const mended = text.replace(leading, (line, own: string, from: string, to: string, rest: string) =>
    isOf(from, changed) || isOf(to, changed) ? own + rest : line,
  );
  return mended === text ? edited : { ok: true, files: { ...edited.files, [addressesPath]: mended } };
}
