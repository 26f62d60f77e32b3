/** Drafts on the disk, by real requests to the saving server: kept beside the story, found by the next server, out of everybody's way. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { maxDrafts } from '../scripts/edit-server-drafts.js';
import { draftsEndpoint, tokenHeader, type Draft } from '../src/lib/edit/files/protocol.js';
import { readStoryFiles } from '../src/lib/server/read-story-files.js';
import { serveStory, type Asked, type Served } from './support/edit-server.js';
import { storiesFolder } from './support/golden.js';

let served: Served;
beforeEach(async () => {
  served = await serveStory(join(storiesFolder, 'good'), () => []);
});
afterEach(() => served.close());

const draft = (id: string, at = 1, text: string | null = 'sections:\n  - opening\n'): Draft => ({
  id,
  at,
  story: '月背镇图书馆',
  changed: { 'story/order.yaml': text },
  base: { 'story/order.yaml': null },
});
const put = (body: unknown, headers: Asked['headers'] = {}) =>
  served.ask({ method: 'PUT', path: draftsEndpoint, headers, body: JSON.stringify(body) });
const drafts = async () =>
  (await served.ask({ path: draftsEndpoint, headers: { [tokenHeader]: served.token } })).body['drafts'];
const onDisk = (): readonly string[] =>
  existsSync(join(served.folder, '.drafts')) ? readdirSync(join(served.folder, '.drafts')) : [];

describe('drafts beside the story', () => {
  it('are kept and found, the oldest first, until they are gone; those of others stay', async () => {
    expect(await drafts()).toEqual([]);
    const [a, b] = [draft('aaaaaaaaaa', 2), draft('bbbbbbbbbb', 1)];
    expect(await put({ keep: [a], gone: [] })).toMatchObject({ status: 200, body: { kept: [a.id] } });
    await put({ keep: [b], gone: [] });
    expect(await drafts()).toEqual([b, a]);
    const later = draft(a.id, 3, '# later\n');
    await put({ keep: [later], gone: [b.id] });
    expect(await drafts()).toEqual([later]);
    expect(onDisk()).toEqual([`${a.id}.json`]);
    await put({ keep: [], gone: [a.id, 'cccccccccc'] });
    expect([await drafts(), onDisk()]).toEqual([[], []]);
  });

  it('are found by another server, on another port', async () => {
    await put({ keep: [draft('aaaaaaaaaa')], gone: [] });
    const next = await serveStory(served.folder, () => []);
    const { body } = await next.ask({ path: draftsEndpoint, headers: { [tokenHeader]: next.token } });
    await next.close();
    expect(body['drafts']).toEqual([draft('aaaaaaaaaa')]);
  });

  it('are no part of the story, and git knows nothing of them', async () => {
    const before = [...readStoryFiles(served.folder).keys()];
    await put({ keep: [draft('aaaaaaaaaa')], gone: [] });
    expect([...readStoryFiles(served.folder).keys()]).toEqual(before);
    for (const folder of ['data', 'examples/small-story'])
      expect(() =>
        execFileSync('git', ['check-ignore', '-q', `${folder}/.drafts/aaaaaaaaaa.json`]),
      ).not.toThrow();
  });

  it('are passed over where they are none', async () => {
    await put({ keep: [draft('aaaaaaaaaa')], gone: [] });
    const folder = join(served.folder, '.drafts');
    writeFileSync(join(folder, 'bbbbbbbbbb.json'), '{"id":"bbbbbbbbbb"');
    writeFileSync(join(folder, 'cccccccccc.json'), JSON.stringify(draft('dddddddddd')));
    symlinkSync(join(served.folder, 'figures.csv'), join(folder, 'eeeeeeeeee.json'));
    expect(await drafts()).toEqual([draft('aaaaaaaaaa')]);
  });

  it('are not written through a link', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'outside-'));
    symlinkSync(outside, join(served.folder, '.drafts'));
    const { status, body } = await put({ keep: [draft('aaaaaaaaaa')], gone: [] });
    expect([status, body['refused'], readdirSync(outside)]).toEqual([500, 'disk', []]);
    rmSync(outside, { recursive: true });
  });

  it('are refused rather than thrown away when there are too many', async () => {
    const folder = join(served.folder, '.drafts');
    mkdirSync(folder);
    for (let i = 0; i < maxDrafts; i += 1)
      writeFileSync(join(folder, `a${String(i).padStart(9, '0')}.json`), '{}');
    const { status, body } = await put({ keep: [draft('bbbbbbbbbb')], gone: [] });
    expect([status, body['refused'], onDisk()]).toEqual([413, 'size', expect.any(Array)]);
    expect(onDisk()).toHaveLength(maxDrafts);
  });
});

describe('an attack is refused and keeps nothing:', () => {
  afterEach(() => expect(onDisk()).toEqual([]));
  const good = { keep: [draft('aaaaaaaaaa')], gone: [] };

  it.each<readonly [string, Asked['headers'], number, string]>([
    ['a rebound host', { host: 'evil.example' }, 403, 'host'],
    ['a page of another site', { 'sec-fetch-site': 'cross-site' }, 403, 'site'],
    ['a page of another port', { 'sec-fetch-site': 'same-site' }, 403, 'site'],
    ['a foreign origin', { origin: 'https://evil.example' }, 403, 'origin'],
    ['a missing token', { [tokenHeader]: null }, 403, 'token'],
    ["a form's type", { 'content-type': 'text/plain' }, 415, 'type'],
  ])('%s', async (_name, headers, status, guard) => {
    const answer = await put(good, headers);
    expect([answer.status, answer.body['refused']]).toEqual([status, guard]);
  });

  it('reading without the token', async () => {
    expect((await served.ask({ path: draftsEndpoint })).status).toBe(403);
  });

  it.each([
    {},
    [],
    { keep: [] },
    { keep: {}, gone: [] },
    { keep: [{ ...draft('aaaaaaaaaa'), id: '../../story/x' }], gone: [] },
    { keep: [{ ...draft('aaaaaaaaaa'), at: 'now' }], gone: [] },
    { keep: [{ ...draft('aaaaaaaaaa'), changed: { '../x.yaml': '' } }], gone: [] },
    { keep: [{ ...draft('aaaaaaaaaa'), changed: { 'figures.csv': '' } }], gone: [] },
    { keep: [{ ...draft('aaaaaaaaaa'), base: [] }], gone: [] },
    { keep: [draft('aaaaaaaaaa', 1, '\ud800')], gone: [] },
    { keep: [], gone: ['../aaaaaaaaaa'] },
    { keep: [], gone: [1] },
  ])('the body %j', async (body) => {
    const answer = await put(body);
    expect([answer.status, answer.body['refused']]).toEqual([400, 'shape']);
  });
});
