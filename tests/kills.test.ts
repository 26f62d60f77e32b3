/**
 * `kill -9` of the saving server in the middle of a save of eighteen files: afterwards each story is wholly old or wholly
 * new. Ten kills in every run; `npm run test:kills` makes a hundred.
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
import { seededRandom } from './support/random.js';

const kills = Number(process.env['KILLS'] ?? 10);
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

/** When to kill: so many milliseconds after the request, as soon as the journal is there, or after the answer. */
type When = number | 'journal' | 'answer';

/** Starts the server on the folder, sends a save of all sections, and kills it. */
async function killedSave(
  folder: string,
  body: string,
  when: When,
): Promise<{ readonly answered: boolean; readonly milliseconds: number }> {
  const child = spawn(process.execPath, [program, folder, token], { stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await new Promise<number>((done, fail) => {
    child.stdout.once('data', (text: Buffer) => done(Number(text.toString())));
    child.once('exit', () => fail(new Error('the server did not start')));
  });
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  let answered = false;
  const answer = new Promise<void>((done) => {
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
      answered = response.statusCode === 200;
      response.resume();
      done();
    });
    request.on('error', () => done());
    request.end(body);
  });
  const sent = performance.now();
  if (when === 'answer') await answer;
  else if (when === 'journal') await journalOf(folder, answer);
  else await new Promise((done) => setTimeout(done, when));
  const milliseconds = performance.now() - sent;
  child.kill('SIGKILL');
  await Promise.all([gone, answer]);
  return { answered, milliseconds };
}

/** Waits until the journal of a save is there, or its answer. */
async function journalOf(folder: string, answer: Promise<void>): Promise<void> {
  let over = false;
  void answer.then(() => (over = true));
  while (!over && !existsSync(join(folder, 'story/.saving.json')))
    await new Promise((done) => setImmediate(done));
}

it(`${kills} kills leave no torn story`, { timeout: 600_000 }, async () => {
  const random = seededRandom(20231123);
  const seen = { old: 0, new: 0, finished: 0 };
  let usual = 0;
  for (let round = 0; round <= kills; round += 1) {
    const folder = join(work, `story-${round}`);
    cpSync('data/story', join(folder, 'story'), { recursive: true });
    const old = sectionsOf(folder);
    const next = old.map(([path, text]) => [path, `${text}# round ${round}\n`.repeat(3)] as const);
    const hashes = hashesOf(readStoryFiles(folder));
    const files = Object.fromEntries(
      next.map(([path, text]): [string, SaveFile] => [path, { base: hashes[path] ?? null, text }]),
    );
    // The first is let finish, to know how long a save takes here; of the others, each third dies at its journal.
    const when = round === 0 ? 'answer' : round % 3 === 0 ? 'journal' : random.next() * 1.2 * usual;
    const { answered, milliseconds } = await killedSave(folder, JSON.stringify({ files }), when);
    if (round === 0) usual = milliseconds;
    if (readdirSync(join(folder, 'story')).includes('.saving.json')) seen.finished += 1;
    // Whoever reads next, a build or the server's next start, finds one or the other.
    const now = sectionsOf(folder);
    const isOld = JSON.stringify(now) === JSON.stringify(old);
    expect(isOld || JSON.stringify(now) === JSON.stringify(next), `round ${round}`).toBe(true);
    // What was answered as saved is saved.
    if (answered) expect(isOld, `round ${round}`).toBe(false);
    seen[isOld ? 'old' : 'new'] += 1;
    clearLeftovers(folder);
    const hidden = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /(^|\/)\./.test(name),
    );
    expect(hidden).toEqual([]);
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(
    `kills: ${seen.old} left the old story, ${seen.new} the new one, ${seen.finished} of these by its journal`,
  );
  if (kills >= 100) expect(Math.min(seen.old, seen.new)).toBeGreaterThan(0);
});
