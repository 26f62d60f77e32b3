/** A command in the README that nobody runs is a command that has stopped working. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { documentedCommands } from '../scripts/documented.mjs';

const readme = readFileSync('README.md', 'utf8');
const lines = [...readme.matchAll(/^```sh\n([\s\S]*?)^```/gm)]
  .flatMap(([, block = '']) => block.split('\n'))
  .flatMap((line) => line.split('&&'))
  .map((line) => line.trim())
  .filter((line) => line !== '');
const tried = documentedCommands().map(({ line }) => line);

describe('the README', () => {
  it('has commands', () => expect(lines.length).toBeGreaterThan(5));

  // scripts/try-commands.mjs runs what this list holds.
  it.each(lines)('says "%s", which is tried as a first command', (line) => expect(tried).toContain(line));

  it('links to files that there are', () => {
    const targets = [...readme.matchAll(/\]\(([^)#]+)\)/g)].map(([, target = '']) => target);
    expect(targets.filter((target) => !/^https:/.test(target) && !existsSync(target))).toEqual([]);
  });
});
