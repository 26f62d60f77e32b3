/**
 * Tests the saving server with real HTTP requests: it saves what the editing page sends, and it refuses every attack in the list.
 */
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { maxBody } from '../scripts/edit-server-guards.js';
import { keptVersions } from '../scripts/edit-server-save.js';
import { editServer } from '../scripts/edit-server.js';
import { hashesEndpoint, tokenHeader } from '../src/lib/edit/files/protocol.js';
import { readStoryFiles } from '../src/lib/server/read-story-files.js';
import { check as checkGolden, storiesFolder, translated } from './support/golden.js';
import { goldenIdioms } from './support/golden-kinds.js';
import { serveStory, type Served } from './support/edit-server.js';

const order = 'story/order.yaml';
const visits = 'story/sections/visits.yaml';
let served: Served;

/**
 * The checks, with all translations recorded as up to date: the golden stories record none, and these tests are not about
 * translations.
 */
const check = (files: ReturnType<typeof readStoryFiles>) => {
  const checked = checkGolden(translated(files, 'en', goldenIdioms));
  return checked.ok ? [] : checked.problems;
};

beforeEach(async () => {
  served = await serveStory(join(storiesFolder, 'good'), check);
});
afterEach(() => served.close());

/** Path on disk of a file of the story. */
const at = (path: string): string => join(served.folder, path);
const onDisk = (path: string): string => readFileSync(at(path), 'utf8');
/** Every file of the story with its bytes in base64, without the history. */
const everything = (): readonly (readonly [string, string])[] =>
  [...readStoryFiles(served.folder)].map(([path, bytes]) => [path, Buffer.from(bytes).toString('base64')]);
/** The text of `order.yaml` with two sections swapped: a change that the checks accept. */
const swapped = (text: string): string =>
  text.replace('  - shelves\n  - plans\n', '  - plans\n  - shelves\n');

describe('the saving server', () => {
  it('hands over everything as it stands, with a token', async () => {
    const { status, body, headers } = await served.ask();
    expect(status).toBe(200);
    expect(body['token']).toBe(served.token);
    expect(body['files']).toMatchObject({ [order]: onDisk(order) });
    expect(body['hashes']).toMatchObject({ [order]: served.hash(order) });
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  it('saves several files at once and keeps the old ones', async () => {
    const before = onDisk(order);
    const words = onDisk(visits).replace('通告没有给出册数。', '册数没有给出。');
    const { status, body } = await served.put({
      [order]: { base: served.hash(order), text: swapped(before) },
      [visits]: { base: served.hash(visits), text: words },
    });
    expect([status, body['saved']]).toEqual([200, [order, visits]]);
    expect([onDisk(order), onDisk(visits)]).toEqual([swapped(before), words]);
    expect(body['hashes']).toMatchObject({ [order]: served.hash(order) });
    const [old = ''] = readdirSync(at('history/story/order'));
    expect(readFileSync(at(`history/story/order/${old}`), 'utf8')).toBe(before);
    expect(readdirSync(at('story')).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('keeps so many old versions of a file and no more, and never gives up a newer one for an older', async () => {
    const folder = at('history/story/order');
    mkdirSync(folder, { recursive: true });
    const stamped = (i: number) => `2020-01-01T00-00-00-${String(i).padStart(3, '0')}Z-0123abcd.yaml`;
    for (let i = 0; i < keptVersions; i += 1) writeFileSync(join(folder, stamped(i)), `${i}`);
    writeFileSync(join(folder, 'a note of mine.txt'), 'stays');
    const before = onDisk(order);
    const { status } = await served.put({ [order]: { base: served.hash(order), text: swapped(before) } });
    expect(status).toBe(200);
    const kept = readdirSync(folder).sort();
    expect(kept).toContain('a note of mine.txt');
    const versions = kept.filter((name) => name.endsWith('.yaml'));
    expect(versions).toHaveLength(keptVersions);
    expect(versions.slice(0, -1)).toEqual(Array.from({ length: keptVersions - 1 }, (_, i) => stamped(i + 1)));
    expect(readFileSync(join(folder, versions.at(-1) ?? ''), 'utf8')).toBe(before);
  });

  it('makes new files and folders, and deletes', async () => {
    const brief = 'story/orders/brief.yaml';
    const text = 'sections:\n  - opening\n  - visits\n  - close\n';
    const made = await served.put({ [brief]: { base: null, text } });
    expect([made.status, onDisk(brief)]).toEqual([200, text]);
    const again = await served.put({ [brief]: { base: null, text: 'sections:\n  - opening\n' } });
    expect([again.status, onDisk(brief)]).toEqual([409, text]);
    const gone = await served.put({ [brief]: { base: served.hash(brief), text: null } });
    expect([gone.status, existsSync(at(brief))]).toEqual([200, false]);
    expect(readdirSync(at('history/story/orders/brief'))).toHaveLength(1);
  });

  it('tells what anybody else has changed, by hashes', async () => {
    const headers = { [tokenHeader]: served.token };
    const before = await served.ask({ path: hashesEndpoint, headers });
    writeFileSync(at(order), `${onDisk(order)}# noted\n`);
    const after = await served.ask({ path: hashesEndpoint, headers });
    expect(before.body['hashes']).not.toEqual(after.body['hashes']);
    expect((await served.ask({ path: hashesEndpoint })).status).toBe(403);
  });

  it.each([0o600, 0o640, 0o664, 0o444])('leaves a file its mode (%o)', async (mode) => {
    chmodSync(at(order), mode);
    const before = statSync(at(order));
    const { status } = await served.put({
      [order]: { base: served.hash(order), text: swapped(onDisk(order)) },
    });
    const { mode: after, uid, gid } = statSync(at(order));
    expect([status, after & 0o7777, uid, gid]).toEqual([200, mode, before.uid, before.gid]);
  });

  it.runIf(process.getuid?.() === 0)('leaves a file its owner and group', async () => {
    chownSync(at(order), 4321, 1234);
    await served.put({ [order]: { base: served.hash(order), text: swapped(onDisk(order)) } });
    const { uid, gid } = statSync(at(order));
    expect([uid, gid]).toEqual([4321, 1234]);
  });

  it('writes through a link to another file of the folder, and the link stays', async () => {
    const text = swapped(onDisk(order));
    mkdirSync(at('shared'));
    renameSync(at(order), at('shared/the-order.yaml'));
    chmodSync(at('shared/the-order.yaml'), 0o640);
    symlinkSync('../shared/the-order.yaml', at(order));
    const { status } = await served.put({ [order]: { base: served.hash(order), text } });
    expect([status, onDisk('shared/the-order.yaml'), readlinkSync(at(order))]).toEqual([
      200,
      text,
      '../shared/the-order.yaml',
    ]);
    expect(statSync(at(order)).mode & 0o7777).toBe(0o640);
    expect(readdirSync(at('shared'))).toEqual(['the-order.yaml']);
  });

  it('takes a link away, not what it leads to', async () => {
    const brief = 'story/orders/brief.yaml';
    mkdirSync(at('story/orders'));
    mkdirSync(at('shared'));
    writeFileSync(at('shared/brief.yaml'), 'sections:\n  - opening\n  - visits\n  - close\n');
    symlinkSync('../../shared/brief.yaml', at(brief));
    const { status } = await served.put({ [brief]: { base: served.hash(brief), text: null } });
    expect([status, existsSync(at(brief)), existsSync(at('shared/brief.yaml'))]).toEqual([200, false, true]);
  });

  it('says 409 with both texts when a file has changed meanwhile, and saves none', async () => {
    const base = served.hash(order);
    const words = onDisk(visits);
    writeFileSync(at(order), `${onDisk(order)}# noted\n`);
    const before = everything();
    const { status, body } = await served.put({
      [order]: { base, text: 'mine' },
      [visits]: { base: served.hash(visits), text: `${words}# mine\n` },
    });
    expect(status).toBe(409);
    expect(body).toMatchObject({
      refused: 'changed',
      conflicts: [{ path: order, theirs: onDisk(order), theirHash: served.hash(order), mine: 'mine' }],
    });
    expect(everything()).toEqual(before);
  });

  it('says 409 for a file that is gone', async () => {
    const base = served.hash(visits);
    const text = onDisk(visits);
    rmSync(at(visits));
    const { status, body } = await served.put({ [visits]: { base, text } });
    expect([status, body['conflicts']]).toEqual([
      409,
      [{ path: visits, theirs: null, theirHash: null, mine: text }],
    ]);
  });

  it('lets one of five concurrent saves through', async () => {
    const base = served.hash(order);
    const text = onDisk(order);
    const answers = await Promise.all(
      [0, 1, 2, 3, 4].map((i) => served.put({ [order]: { base, text: `${text}# save ${i}\n` } })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
    const winner = answers.findIndex(({ status }) => status === 200);
    expect(onDisk(order)).toBe(`${text}# save ${winner}\n`);
  });

  it('refuses what the checks refuse, with the places', async () => {
    const before = everything();
    const text = onDisk(visits).replace('[[losses]]', '[[lossess]]');
    const { status, body } = await served.put({ [visits]: { base: served.hash(visits), text } });
    expect(status).toBe(422);
    expect(body).toMatchObject({
      refused: 'problems',
      problems: [{ rule: 'unknown-reference', file: visits, line: 2, found: 'lossess', nearest: 'losses' }],
    });
    expect(everything()).toEqual(before);
  });

  it('does not reproach an editor with what was wrong before', async () => {
    writeFileSync(
      at('story/sections/close.yaml'),
      onDisk('story/sections/close.yaml').replace('pin: last', 'pin: lost'),
    );
    const { status, body } = await served.put({
      [order]: { base: served.hash(order), text: swapped(onDisk(order)) },
    });
    expect(status).toBe(200);
    expect(body['problems']).toMatchObject([{ rule: 'unknown-word', found: 'lost' }]);
  });
});

it('belongs to the development server alone', () => {
  const { apply } = editServer();
  const applies = (command: 'build' | 'serve', isPreview: boolean): unknown =>
    typeof apply === 'function' && Reflect.apply(apply, undefined, [{}, { command, mode: '', isPreview }]);
  vi.stubEnv('VITEST', '');
  expect([applies('serve', false), applies('serve', true), applies('build', false)]).toEqual([
    true,
    false,
    false,
  ]);
  vi.unstubAllEnvs();
});

/** Request headers of each attack, with the status and the guard that must refuse it; `null` leaves a header out. */
const attacks: readonly (readonly [
  name: string,
  headers: Readonly<Record<string, string | null>>,
  status: number,
  guard: string,
])[] = [
  ['a rebound host', { host: 'evil.example' }, 403, 'host'],
  ['a rebound host that looks local', { host: 'localhost.evil.example:5173' }, 403, 'host'],
  ['a rebound host with our origin for a name', { host: '127.0.0.1.nip.io' }, 403, 'host'],
  ['a host that is all addresses', { host: '0.0.0.0:5173' }, 403, 'host'],
  ['a page of another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, 403, 'site'],
  ['a page of another port', { 'sec-fetch-site': 'same-site' }, 403, 'site'],
  ['an address typed by hand', { 'sec-fetch-site': 'none' }, 403, 'site'],
  ['a program that is no browser', { 'sec-fetch-site': null }, 403, 'site'],
  ['a missing origin', { origin: null }, 403, 'origin'],
  ['a nameless origin', { origin: 'null' }, 403, 'origin'],
  ['a foreign origin', { origin: 'https://evil.example' }, 403, 'origin'],
  ['an origin of another port', { origin: 'http://localhost:1' }, 403, 'origin'],
  ['a missing token', { [tokenHeader]: null }, 403, 'token'],
  ['a wrong token', { [tokenHeader]: 'b'.repeat(64) }, 403, 'token'],
  ['a token cut short', { [tokenHeader]: 'a'.repeat(63) }, 403, 'token'],
  ["a form's type", { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'type'],
  ['plain text', { 'content-type': 'text/plain' }, 415, 'type'],
  ['no type', { 'content-type': null }, 415, 'type'],
  ['JSON in another encoding', { 'content-type': 'application/json; charset=gbk' }, 415, 'type'],
  ['a length that is too much', { 'content-length': `${maxBody + 1}` }, 413, 'size'],
];

describe('an attack is refused and changes nothing:', () => {
  let before: ReturnType<typeof everything>;
  beforeEach(() => {
    before = everything();
  });
  afterEach(() => expect(everything()).toEqual(before));
  const good = () => ({ [order]: { base: served.hash(order), text: swapped(onDisk(order)) } });

  it.each(attacks)('%s', async (_name, headers, status, guard) => {
    const answer = await served.ask({
      method: 'PUT',
      headers,
      body: headers['content-length'] ? '{}' : JSON.stringify({ files: good() }),
    });
    expect([answer.status, answer.body['refused']]).toEqual([status, guard]);
    expect(JSON.stringify(answer.body)).not.toContain(served.token);
  });

  it.each(['POST', 'DELETE', 'PATCH', 'OPTIONS'])('%s', async (method) => {
    const answer = await served.ask({ method, body: JSON.stringify({ files: good() }) });
    expect([answer.status, answer.body['refused']]).toEqual([405, 'method']);
  });

  it.each([
    ['a rebound host', { host: 'evil.example' }],
    ['a page of another site', { 'sec-fetch-site': 'cross-site' }],
    ['no word of where from', { 'sec-fetch-site': null }],
  ])('reading by %s', async (_name, headers) => {
    const answer = await served.ask({ headers });
    expect(answer.status).toBe(403);
    expect(answer.body['token']).toBeUndefined();
  });

  it.each([
    '../outside.yaml',
    'story/../../outside.yaml',
    'story/sections/../../figures.csv',
    '/etc/hosts',
    'story/sections/a/b.yaml',
    'story/sections/..yaml',
    'story/sections/.hidden.yaml',
    'story/sections/Upper.yaml',
    'story/sections/fire.yaml\0.txt',
    'story\\sections\\fire.yaml',
    'story/sections/%2e%2e%2fx.yaml',
    'story/sections/fire.yml',
    'story/sections/__proto__.yaml',
    'story/sections/constructor.yaml',
    '__proto__',
    'figures.csv',
    'report/report.zh.txt',
    'story/.saving.json',
    'history/story/order/x.yaml',
    '',
  ])('the path %j', async (path) => {
    const body = `{"files":{${JSON.stringify(path)}:{"base":null,"text":"x"}}}`;
    const answer = await served.ask({ method: 'PUT', body });
    expect([answer.status, answer.body['refused']]).toEqual([400, 'path']);
  });

  it.each([
    '',
    '[]',
    'null',
    '{"files":[]}',
    '{"files":{}}',
    '{"files":{"story/order.yaml":"text"}}',
    '{"files":{"story/order.yaml":{"base":"short","text":""}}}',
    '{"files":{"story/order.yaml":{"base":null,"text":1}}}',
    '{"files":{"story/order.yaml":{"base":null,"text":null}}}',
    '{"files":{"story/order.yaml":{"base":null,"text":"\\ud800"}}}',
    '{"files":{"story/order.yaml"',
  ])('the body %j', async (body) => {
    const answer = await served.ask({ method: 'PUT', body });
    expect([answer.status, answer.body['refused']]).toEqual([400, 'shape']);
  });

  it('a body that is no UTF-8', async () => {
    const answer = await served.ask({ method: 'PUT', body: Uint8Array.of(0x7b, 0xff, 0x7d) });
    expect([answer.status, answer.body['refused']]).toEqual([400, 'shape']);
  });

  it('a body that is too long without having said so', async () => {
    const answer = await served.ask({
      method: 'PUT',
      headers: { 'transfer-encoding': 'chunked' },
      body: 'x'.repeat(maxBody + 100_000),
    });
    expect([answer.status, answer.body['refused']]).toEqual([413, 'size']);
  });

  it('a file that is too long', async () => {
    const answer = await served.put({ [order]: { base: served.hash(order), text: '#'.repeat(300_000) } });
    expect([answer.status, answer.body['refused']]).toEqual([413, 'size']);
  });

  it('control characters, half a file, broken YAML', async () => {
    for (const text of ['sections:\n  - opening\u0000\n', 'sections:\n  - ope', 'sections: [opening\n', '']) {
      const answer = await served.put({ [order]: { base: served.hash(order), text } });
      expect([text, answer.status, answer.body['refused']]).toEqual([text, 422, 'problems']);
    }
  });
});

describe('a link that leads out of the story is not followed', () => {
  let outside = '';
  beforeEach(() => {
    outside = mkdtempSync(join(tmpdir(), 'outside-'));
  });
  afterEach(() => rmSync(outside, { recursive: true, force: true }));

  it('in place of a file', async () => {
    writeFileSync(join(outside, 'secret.yaml'), 'sections: []\n');
    rmSync(at(order));
    symlinkSync(join(outside, 'secret.yaml'), at(order));
    const answer = await served.put({ [order]: { base: null, text: 'sections:\n  - opening\n' } });
    expect([answer.status, answer.body['refused']]).toEqual([403, 'outside']);
    expect(readFileSync(join(outside, 'secret.yaml'), 'utf8')).toBe('sections: []\n');
  });

  it.each(['figures.csv', '.drafts/a.yaml', 'history/story/order/a.yaml', 'nowhere.yaml'])(
    'in place of a file, to %s of the folder',
    async (target) => {
      if (target.includes('/')) mkdirSync(dirname(at(target)), { recursive: true });
      if (!existsSync(at(target)) && target !== 'nowhere.yaml') writeFileSync(at(target), 'sections: []\n');
      const before = existsSync(at(target)) && readFileSync(at(target), 'utf8');
      rmSync(at(order));
      symlinkSync(at(target), at(order));
      const text = 'sections:\n  - opening\n';
      const answer = await served.put({ [order]: { base: null, text } });
      expect([answer.status, answer.body['refused']]).toEqual([403, 'outside']);
      expect(existsSync(at(target)) && readFileSync(at(target), 'utf8')).toBe(before);
    },
  );

  it('twice to one file', async () => {
    const brief = 'story/orders/brief.yaml';
    mkdirSync(at('story/orders'));
    symlinkSync('../order.yaml', at(brief));
    const answer = await served.put({
      [order]: { base: served.hash(order), text: swapped(onDisk(order)) },
      [brief]: { base: served.hash(brief), text: onDisk(order) },
    });
    expect([answer.status, answer.body['refused']]).toEqual([403, 'outside']);
  });

  it('in place of a folder', async () => {
    renameSync(at('story/sections'), join(outside, 'sections'));
    symlinkSync(join(outside, 'sections'), at('story/sections'));
    const inside = readFileSync(join(outside, 'sections/visits.yaml'), 'utf8');
    const answer = await served.put({ [visits]: { base: null, text: 'pin: last\n' } });
    expect([answer.status, answer.body['refused']]).toEqual([403, 'outside']);
    expect(readFileSync(join(outside, 'sections/visits.yaml'), 'utf8')).toBe(inside);
  });
});
