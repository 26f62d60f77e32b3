/** `/embed.v1.js` is in other people's pages: whatever is built, it is the same file. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { read } from './site.js';

const frozen = '27135c2426635642753e27c7f7d59d3fb32bdb2fbf49f2bedb8b63d91aed01ee';

it('embed.v1.js is the file that was frozen: a change of it needs an embed.v2.js', () => {
  const served = read('embed.v1.js');
  expect(createHash('sha256').update(served).digest('hex')).toBe(frozen);
  expect(served).toBe(readFileSync('static/embed.v1.js', 'utf8'));
});
