/** `/embed.v1.js` is in other people's pages: whatever is built, it is the same file. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { read } from './site.js';

const frozen = '3ddcfe042cc3d6753768a1473299d65322b3c53144753e7afd62fd75eb0915de';

it('embed.v1.js is the file that was frozen: a change of it needs an embed.v2.js', () => {
  const served = read('embed.v1.js');
  expect(createHash('sha256').update(served).digest('hex')).toBe(frozen);
  expect(served).toBe(readFileSync('static/embed.v1.js', 'utf8'));
});
