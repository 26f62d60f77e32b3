/** The editors' guide explains every message that the checks can give, in their very words, and shows pictures that there are. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rules } from '../src/lib/story/rules.js';

const guide = readFileSync('docs/editing.md', 'utf8');
/** As it is read: without the marks of tables and of escaping. */
const rows = new Set(
  guide
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split(/(?<!\\)\|/)
        .slice(1, 3)
        .map((cell) => cell.trim().replaceAll('\\', ''))
        .join(' '),
    ),
);

describe("the editors' guide", () => {
  it.each(Object.entries(rules))('explains %s in both languages', (rule, { zh, en }) => {
    expect(rows).toContain(`\`${rule}\` ${zh}`);
    expect(rows).toContain(`\`${rule}\` ${en}`);
  });

  it('shows pictures that there are', () => {
    const pictures = [...guide.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)].map(([, path = '']) => `docs/${path}`);
    expect(pictures.length).toBeGreaterThan(8);
    expect(pictures.filter((path) => !existsSync(path))).toEqual([]);
  });
});
