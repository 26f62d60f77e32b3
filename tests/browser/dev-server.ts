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

export interface DevServer {
  /** Ends in a slash. */
  readonly url: string;
  /** The story's folder, a copy. */
  readonly folder: string;
  readonly read: (path: string) => string;
  readonly write: (path: string, text: string) => void;
  /** All files but the history, by path. */
  readonly everything: () => Readonly<Record<string, string>>;
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

function isRunning(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Inside the project, or the server would not notice its changes; ignored by git. */
function copyOfStory(): string {
  mkdirSync('.story', { recursive: true });
  clearLeftovers();
  const folder = mkdtempSync(`.story/edited-${process.pid}-`);
  cpSync('data', folder, { recursive: true, filter: (path) => !/(?:^|\/)history$/.test(path) });
  return folder;
}

function listening(server: ChildProcess, within: number): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const late = setTimeout(() => reject(new Error(`not ready in time\n${said}`)), within);
    const hear = (chunk: Buffer) => {
      said += String(chunk);
      if (!/ready in/.test(said)) return;
      clearTimeout(late);
      resolve();
    };
    server.stdout?.on('data', hear);
    server.stderr?.on('data', hear);
    server.once('exit', (status) => {
      clearTimeout(late);
      reject(new Error(`ended with ${status}\n${said}`));
    });
  });
}

export async function startDev(): Promise<DevServer> {
  const folder = copyOfStory();
  const port = await freePort();
  const args = [
    'node_modules/vite/bin/vite.js',
    'dev',
    '--port',
    String(port),
    '--strictPort',
    '--host',
    '127.0.0.1',
  ];
  const server = spawn(process.execPath, args, {
    env: { ...process.env, STORY_DIR: folder, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await listening(server, 90_000);
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
    async close() {
      const gone = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGTERM');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
