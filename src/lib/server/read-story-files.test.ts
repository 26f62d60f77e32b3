import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { maxBytes } from '../story/limits.js';
import { readStoryFiles } from './read-story-files.js';

let folder = '';
const put = (path: string, text: string): void => writeFileSync(join(folder, path), text);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'story-'));
  mkdirSync(join(folder, 'story'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("a story's folder", () => {
  it('is read as paths and bytes, without readme, hidden and history files', () => {
    mkdirSync(join(folder, 'history'));
    for (const path of ['figures.csv', 'story/order.yaml', 'README.md', '.hidden.yaml', 'history/old.yaml'])
      put(path, 'x');
    expect([...readStoryFiles(folder).keys()]).toEqual(['figures.csv', 'story/order.yaml']);
  });

  it('is read only so far as to tell that a file is too large', () => {
    put('story/order.yaml', 'x'.repeat(maxBytes('story/order.yaml') * 3));
    expect(readStoryFiles(folder).get('story/order.yaml')?.length).toBe(maxBytes('story/order.yaml') + 1);
  });

  it('must not lead out of itself by a link', () => {
    const outside = mkdtempSync(join(tmpdir(), 'outside-'));
    writeFileSync(join(outside, 'secret.yaml'), 'x');
    symlinkSync(join(outside, 'secret.yaml'), join(folder, 'story', 'order.yaml'));
    expect(() => readStoryFiles(folder)).toThrow('file-outside');
    rmSync(outside, { recursive: true });
  });

  it('may hold links inside itself', () => {
    put('story/a.yaml', 'x');
    symlinkSync(join(folder, 'story', 'a.yaml'), join(folder, 'story', 'b.yaml'));
    symlinkSync(folder, join(folder, 'round'));
    expect([...readStoryFiles(folder).keys()]).toEqual(['story/a.yaml', 'story/b.yaml']);
  });
});
