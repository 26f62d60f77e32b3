/** Saving exists in development alone: no file of the build holds a byte of its addresses, its header or its client. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { siteFolder } from '../../scripts/site.mjs';
import {
  changedEvent,
  draftsEndpoint,
  hashesEndpoint,
  storyEndpoint,
  tokenHeader,
} from '../../src/lib/edit/files/protocol.js';

const files = readdirSync(siteFolder, { recursive: true, encoding: 'utf8' })
  .map((path) => join(siteFolder, path))
  .filter((path) => statSync(path).isFile() && !/\.(?:br|gz)$/.test(path));

it.each([
  storyEndpoint,
  hashesEndpoint,
  draftsEndpoint,
  '__edit',
  '.drafts/',
  tokenHeader,
  changedEvent,
  'loadHashes',
  'edit-server',
])('no file of the build holds %s', (word) => {
  expect(files.length).toBeGreaterThan(10);
  expect(files.filter((path) => readFileSync(path).includes(word))).toEqual([]);
});
