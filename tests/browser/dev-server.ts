/** The real development server on a copy of the story, for tests that save. */
import { spawn, type ChildProcess } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { isRunning } from '../../scripts/child.mjs';

/** The story that is copied: in `npm test` the excerpt. */
export const storyFolder = process.env['STORY_DIR'] ?? 'data';

export interface DevServer {
  /** Ends in a slash. */
  readonly url: string;
  /** The story's folder, a copy. */
  readonly folder: string;
  readonly read: (path: string) => string;
  readonly write: (path: string, text: string) => void;
  /** All files but the history, by path. */
  readonly everything: () => Readonly<Record<string, string>>;
  /** All that its terminal has shown. */
  readonly said: () => string;
  readonly close: () => Promise<void>;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

/** A killed run can't clear up: the next one does. Folders bear the number of the process that made them. */
function clearLeftovers(): void {
  for (const name of readdirSync('.story')) {
    const owner = /^edited-(?:(\d+)-)?\w{6}$/.exec(name);
    if (owner && !isRunning(Number(owner[1] ?? 0)))
      rmSync(join('.story', name), { recursive: true, force: true });
  }
}

/** Inside the project, or the server would not notice its changes; ignored by git. */
function copyOfStory(): string {
  mkdirSync('.story', { recursive: true });
  clearLeftovers();
  const folder = mkdtempSync(`.story/edited-${process.pid}-`);
  cpSync(storyFolder, folder, {
    recursive: true,
    filter: (path) => !/(?:^|\/)(?:history|\.drafts)$/.test(path),
  });
  return folder;
}

function listening(server: ChildProcess, said: () => string, within: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`not ready in time\n${said()}`)), within);
    const hear = () => {
      if (!/ready in/.test(said())) return;
      clearTimeout(late);
      resolve();
    };
    server.stdout?.on('data', hear);
    server.stderr?.on('data', hear);
    server.once('exit', (status) => {
      clearTimeout(late);
      reject(new Error(`ended with ${status}\n${said()}`));
    });
  });
}

/**
 * @param shared another server's folder; without it the story is copied
 * @param spoil makes the copy unsound before the server starts on it
 */
export async function startDev({
  shared,
  spoil,
}: { shared?: string; spoil?: (folder: string) => void } = {}): Promise<DevServer> {
  const folder = shared ?? copyOfStory();
  spoil?.(folder);
  const port = await freePort();
  const args = ['scripts/command.cjs', 'dev', `--story=${folder}`, `--port=${port}`, '--host', '127.0.0.1'];
  const server = spawn(process.execPath, args, {
    env: { ...process.env, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let words = '';
  const said = () => words;
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (chunk) => (words += String(chunk)));
  await listening(server, said, 90_000);
  const files = (at: string): readonly string[] =>
    readdirSync(join(folder, at)).flatMap((name) => {
      const path = at === '' ? name : `${at}/${name}`;
      if (path === 'history' || name.startsWith('.')) return [];
      return statSync(join(folder, path)).isDirectory() ? files(path) : [path];
    });
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  return {
    url: `http://127.0.0.1:${port}/`,
    folder,
    read,
    write: (path, text) => writeFileSync(join(folder, path), text),
    everything: () => Object.fromEntries(files('').map((path) => [path, read(path)])),
    said,
    async close() {
      const gone = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGTERM');
      await gone;
      if (shared === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}
