/** Adds a story's addresses to its record, each that is new as a line at the end. Nothing else of the file changes. */
import { addressesOf, addressesPath, readLines } from './addresses.js';
import { readSource } from './source-file.js';
import { Problems } from './problems.js';
import type { Story, StoryFiles } from './types.js';
import { readYaml } from './yaml.js';

const head =
  '# 发布过的每一节、每一步的地址，一行一个，由 npm run addresses 写入，从不删去。\n' +
  '# 地址的那一步不在了，就通到它的节；要通到别处，写成“- 原地址: 现地址”。\n' +
  '# Every address that has been published, one a line, written by npm run addresses and never removed.\n' +
  '# The address of a step that is gone leads to its section; to lead elsewhere: "- old address: present address".\n' +
  'addresses:\n';

export interface RecordedAddresses {
  readonly text: string;
  /** The addresses that are new in it. */
  readonly added: readonly string[];
}

/** @param story a sound story; only what it publishes is recorded */
export function recordAddresses(files: StoryFiles, story: Story): RecordedAddresses {
  const bytes = files.get(addressesPath);
  const text = bytes ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) : head;
  const known = bytes ? addressesIn(bytes) : new Set<string>();
  const added = addressesOf(story.sections).filter((address) => !known.has(address));
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const ended = text === '' || text.endsWith('\n') ? text : text + newline;
  return { text: ended + added.map((address) => `  - ${address}${newline}`).join(''), added };
}

/** The addresses that a record holds, those that lead elsewhere included. */
export function addressesIn(bytes: Uint8Array): ReadonlySet<string> {
  const problems = new Problems();
  const source = readSource(addressesPath, bytes, problems);
  const lines = readLines(problems, source && readYaml(source, problems));
  return new Set(lines.map(({ address }) => address));
}
