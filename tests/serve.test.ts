/** The server of `npm start` and of the tests, asked as browsers ask, and as nobody should. */
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../scripts/serve.mjs';

const dir = mkdtempSync(join(tmpdir(), 'served-'));
const page = `<!doctype html><title>front</title>${'words '.repeat(400)}`;
let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  mkdirSync(join(dir, 'en/source'), { recursive: true });
  mkdirSync(join(dir, 'live'));
  mkdirSync(join(dir, '.well-known'));
  const files = {
    'index.html': page,
    'index.html.br': brotliCompressSync(page),
    'en/index.html': 'english',
    '404.html': 'no such page',
    'live/entry-abc.js': 'export {}',
    'data.csv': 'a,b\r\n',
    '.built-files': 'index.html',
    '.well-known/security.txt': 'Contact: mailto:a@example.org',
    'stale.css': 'new{}',
    'stale.css.gz': 'of an older build',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text);
  utimesSync(join(dir, 'stale.css.gz'), 1, 1);
  server = await serve(dir, 0);
});
afterAll(async () => {
  await server.close();
  rmSync(dir, { recursive: true });
});

const ask = (path: string, init: RequestInit = {}) =>
  fetch(new URL(path, server.url), { redirect: 'manual', ...init });

/** What the server answers to bytes that no browser sends. */
function raw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1', () => socket.write(text, 'latin1'));
    let said = '';
    socket.setEncoding('latin1').on('data', (part: string) => (said += part));
    socket.on('close', () => resolve(said)).on('error', reject);
  });
}
const statusOf = async (target: string, method = 'GET') =>
  Number((await raw(`${method} ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)).split(' ')[1]);

describe('malformed requests', () => {
  it.each([
    '//',
    '//elsewhere.example/en',
    '/\\elsewhere.example',
    '/%',
    '/%E0%A4%A',
    '/a%00b',
    '/en%0d%0aset-cookie:a',
    '/x/..//elsewhere.example',
    'http://elsewhere.example/',
    'http://',
    '*',
    'en/',
  ])('%s is refused with 400, and the server lives', async (target) => {
    expect(await statusOf(target)).toBe(400);
    expect((await ask('/')).status).toBe(200);
  });

  it('that are no HTTP at all are refused, too', async () => {
    expect(await raw('hello\r\n\r\n')).toContain('400');
    expect((await ask('/')).status).toBe(200);
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s is no way to ask for a file', async (method) => {
    expect(await statusOf('/', method)).toBe(405);
  });

  it.each(['/../package.json', '/en/../../package.json', '/%2e%2e/package.json', '/..%2fpackage.json'])(
    '%s leads to nothing outside the folder',
    async (target) => expect(await statusOf(target)).toBe(404),
  );
});

describe('a folder', () => {
  it('without its slash is redirected to, with its query', async () => {
    const answer = await ask('/en?theme=dark');
    expect([answer.status, answer.headers.get('location')]).toEqual([308, '/en/?theme=dark']);
  });

  it('has its page', async () => expect(await (await ask('/en/')).text()).toBe('english'));

  it.each(['/en/source', '/en/source/', '/data.csv/', '/index', '/404', '/.built-files', '/nope/x'])(
    '%s: only what is there is found',
    async (path) => {
      let answer = await ask(path);
      if (answer.status === 308) answer = await ask(answer.headers.get('location') ?? '');
      expect([answer.status, await answer.text()]).toEqual([404, 'no such page']);
    },
  );

  it('of well-known addresses is shown', async () => {
    expect((await ask('/.well-known/security.txt')).status).toBe(200);
  });
});

describe('a file', () => {
  it('is sent as it was compressed, to who takes it', async () => {
    const answer = await ask('/', { headers: { 'accept-encoding': 'br' } });
    expect(answer.headers.get('content-encoding')).toBe('br');
    expect(answer.headers.get('content-length')).toBe(String(brotliCompressSync(page).length));
    expect(answer.headers.get('vary')).toBe('Accept-Encoding');
    expect(await answer.text()).toBe(page);
    const plain = await ask('/', { headers: { 'accept-encoding': 'identity' } });
    expect([plain.headers.get('content-encoding'), await plain.text()]).toEqual([null, page]);
  });

  it('is not sent in the form of an older build', async () => {
    expect(await (await ask('/stale.css', { headers: { 'accept-encoding': 'gzip' } })).text()).toBe('new{}');
  });

  it('says its type and how it may be kept', async () => {
    const typed = async (path: string) => {
      const { headers } = await ask(path);
      return [headers.get('content-type'), headers.get('cache-control')];
    };
    expect(await typed('/')).toEqual(['text/html;charset=utf-8', 'no-cache']);
    expect(await typed('/data.csv')).toEqual(['text/csv; charset=utf-8', 'no-cache']);
    const kept = 'public, max-age=31536000, immutable';
    expect(await typed('/live/entry-abc.js')).toEqual(['text/javascript; charset=utf-8', kept]);
  });

  it.each(['/', '/en/', '/nope'])('%s has the headers that frames need', async (path) => {
    const { headers } = await ask(path);
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('that has not changed is not sent again', async () => {
    const etag = (await ask('/en/')).headers.get('etag') ?? '';
    expect(etag).not.toBe('');
    expect((await ask('/en/', { headers: { 'if-none-match': etag } })).status).toBe(304);
  });

  it.each([
    ['bytes=1-3', 206, 'ngl'],
    ['bytes=4-', 206, 'ish'],
    ['bytes=90-', 416, ''],
    ['bytes=-3', 200, 'english'],
    ['bytes=3-1', 200, 'english'],
    ['bytes=a-b', 200, 'english'],
  ])('of which %s is asked is sent so far', async (range, status, text) => {
    const answer = await ask('/en/', { headers: { range } });
    expect([answer.status, await answer.text()]).toEqual([status, text]);
  });

  it.each(['/', '/nope'])('%s has a head without a body', async (path) => {
    const answer = await ask(path, { method: 'HEAD' });
    expect(answer.status).toBe(path === '/' ? 200 : 404);
    expect(await answer.text()).toBe('');
  });
});
