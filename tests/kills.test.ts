/**
 * `kill -9` of the saving server in the middle of a save of eighteen files: afterwards each story is wholly old or wholly new, and which
 * of them is known beforehand, since the server dies at a call to the disk that is chosen and not at a moment. Six kills in every run;
 * `npm run test:kills` makes one at each call of a save.
 */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { request as send } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hashesOf } from '../scripts/edit-server-save.js';
import { storyEndpoint, tokenHeader, type SaveFile } from '../src/lib/edit/files/protocol.js';
import { readStoryFiles } from '../src/lib/server/read-story-files.js';
import { clearLeftovers } from '../src/lib/server/unfinished-save.js';

/** At most: a save has some eighty calls to die at. */
const kills = Number(process.env['KILLS'] ?? 6);
const token = 'f'.repeat(64);
let work = '';
let program = '';

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'kills-'));
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: 'tests/support/kill-child.ts',
      outDir: work,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: 'child.mjs' } },
    },
  });
  program = join(work, 'child.mjs');
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

const sectionsOf = (folder: string): readonly (readonly [string, string])[] =>
  [...readStoryFiles(folder)].flatMap(([path, bytes]) =>
    path.startsWith('story/sections/') ? [[path, new TextDecoder().decode(bytes)] as const] : [],
  );

interface Save {
  /** The calls that changed the disk, as far as the server lived to tell. */
  readonly calls: readonly string[];
  readonly answered: boolean;
  readonly signal: NodeJS.Signals | null;
}

/**
 * Starts the server on the folder and sends a save of all sections.
 * @param dieAt the call at which it dies by itself; without it, it is killed after its answer
 */
async function save(folder: string, body: string, dieAt?: number): Promise<Save> {
  const child = spawn(process.execPath, [program, folder, token, String(dieAt ?? '')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  const line = (at: number): Promise<string> =>
    new Promise((done, fail) => {
      const hear = () => {
        const lines = said.split('\n');
        if (lines.length > at + 1) done(lines[at] ?? '');
      };
      child.stdout.on('data', hear);
      child.once('exit', () => fail(new Error('the server has ended')));
      hear();
    });
  child.stdout.on('data', (text: Buffer) => (said += text.toString()));
  const gone = new Promise<NodeJS.Signals | null>((done) => child.once('exit', (_, signal) => done(signal)));
  const port = Number(await line(0));
  const answered = await new Promise<boolean>((done) => {
    const request = send({
      host: '127.0.0.1',
      port,
      method: 'PUT',
      path: storyEndpoint,
      headers: {
        host: `localhost:${port}`,
        origin: `http://localhost:${port}`,
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/json',
        [tokenHeader]: token,
      },
    });
    request.on('response', (response) => {
      response.resume();
      done(response.statusCode === 200);
    });
    request.on('error', () => done(false));
    request.end(body);
  });
  const calls = answered ? (await line(1)).split(' ') : [];
  // What has not died by itself goes now.
  child.kill('SIGKILL');
  return { calls, answered, signal: await gone };
}

/** A story in a folder of its own, and a save that changes all its sections. */
function storyToSave(name: string) {
  const folder = join(work, name);
  cpSync('data/story', join(folder, 'story'), { recursive: true });
  const old = sectionsOf(folder);
  const next = old.map(([path, text]) => [path, `${text}# ${name}\n`.repeat(3)] as const);
  const hashes = hashesOf(readStoryFiles(folder));
  const files = Object.fromEntries(
    next.map(([path, text]): [string, SaveFile] => [path, { base: hashes[path] ?? null, text }]),
  );
  return { folder, old, next, body: JSON.stringify({ files }) };
}

/** The calls to die at: around the one by which the save counts, midway in what follows, at the journal's end, and others evenly. */
function pointsOf(calls: readonly string[]): readonly number[] {
  const counts = calls.indexOf('linkSync');
  const end = calls.lastIndexOf('rmSync');
  const telling = [counts, counts + 1, Math.floor((counts + end) / 2), end].slice(0, kills);
  const others = calls.map((_, at) => at).filter((at) => !telling.includes(at));
  const more = Math.min(kills - telling.length, others.length);
  return [
    ...telling,
    ...Array.from({ length: more }, (_, i) => others[Math.floor(((i + 0.5) * others.length) / more)] ?? 0),
  ];
}

it('a server that is killed in mid-save leaves no torn story', { timeout: 600_000 }, async () => {
  // The first is let finish: it tells what a save does to the disk.
  const whole = storyToSave('whole');
  const { calls, answered } = await save(whole.folder, whole.body);
  expect(answered).toBe(true);
  expect(sectionsOf(whole.folder)).toEqual(whole.next);
  expect(calls.filter((call) => call === 'linkSync')).toHaveLength(1);
  expect(calls.filter((call) => call === 'renameSync')).toHaveLength(whole.old.length);
  const counts = calls.indexOf('linkSync');

  const points = pointsOf(calls);
  for (const point of points) {
    const { folder, old, next, body } = storyToSave(`killed-${point}`);
    const round = `killed at call ${point} of ${calls.length}, ${calls[point]}`;
    expect(await save(folder, body, point), round).toEqual({ calls: [], answered: false, signal: 'SIGKILL' });
    const journal = existsSync(join(folder, 'story/.saving.json'));
    expect(journal, round).toBe(point > counts && point <= calls.lastIndexOf('rmSync'));
    // Whoever reads next, a build or the server's next start, finds one or the other.
    expect(sectionsOf(folder), round).toEqual(point > counts ? next : old);
    clearLeftovers(folder);
    const hidden = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /(^|\/)\./.test(name),
    );
    expect(hidden, round).toEqual([]);
    rmSync(folder, { recursive: true, force: true });
  }
  const old = points.filter((point) => point <= counts).length;
  console.log(
    `kills: ${old} left the old story, ${points.length - old} the new one, of ${calls.length} calls`,
  );
});
