/** `/embed.v1.js` is in other people's pages: whatever is built, it is the same file. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { read } from './site.js';

const frozen = '677c9bb81ef4b39a1c7cb5cbcdb26cd12b104d8fb96fe0e1259ab10639c2e74a';

it('embed.v1.js is the file that was frozen: a change of it needs an embed.v2.js', () => {
  const served = read('embed.v1.js');
  expect(createHash('sha256').update(served).digest('hex')).toBe(frozen);
  expect(served).toBe(readFileSync('static/embed.v1.js', 'utf8'));
});
