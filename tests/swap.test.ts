/** Where a finished build goes: whatever folder is given stays that folder, and what is none of ours stays in it. */
import { execFileSync, spawn } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { filesOf, openTarget } from '../scripts/swap.mjs';

type Files = Readonly<Record<string, string>>;

let room: string;
beforeEach(() => (room = mkdtempSync(join(tmpdir(), 'swap-'))));
afterEach(() => rmSync(room, { recursive: true }));

function lay(folder: string, files: Files): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const contents = (folder: string): Files =>
  Object.fromEntries(
    filesOf(folder)
      .filter((path) => lstatSync(join(folder, path)).isFile())
      .map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  );

/** Without our own list. */
function site(folder: string): Files {
  const { '.built-files': list, ...files } = contents(folder);
  expect(list).toBeDefined();
  return files;
}

function build(target: string, files: Files, options = {}): void {
  const { put, release } = openTarget(target, options);
  try {
    put(lay(join(room, 'fresh'), files));
  } finally {
    release();
    rmSync(join(room, 'fresh'), { recursive: true, force: true });
  }
}

/** Each page names the script that it needs. */
const first: Files = {
  'index.html': 'live/a-1.js',
  'en/index.html': 'live/a-1.js',
  'live/a-1.js': '1',
  'embed/old/index.html': 'live/a-1.js',
  'data/figures.json': '{"n":1}',
};
const second: Files = {
  'index.html': 'live/a-2.js',
  'en/index.html': 'live/a-2.js',
  'live/a-2.js': '2',
  'embed/new/index.html': 'live/a-2.js',
  'data/figures.json': '{"n":2}',
};

describe('a build is put', () => {
  it('where nothing is, and leaves nothing else', () => {
    build(join(room, 'some/site'), first);
    expect(site(join(room, 'some/site'))).toEqual(first);
    expect(readdirSync(join(room, 'some'))).toEqual(['site']);
  });

  it('into the folder that a link leads to, and the link stays', () => {
    mkdirSync(join(room, 'root'));
    symlinkSync('root', join(room, 'link'));
    build(join(room, 'link'), first);
    build(join(room, 'link'), second);
    expect(readlinkSync(join(room, 'link'))).toBe('root');
    expect(site(join(room, 'root'))).toEqual(second);
  });

  it('into the very folder that was there: a mount or a server’s root', () => {
    mkdirSync(join(room, 'root'));
    const { ino } = statSync(join(room, 'root'));
    build(join(room, 'root'), first);
    build(join(room, 'root'), second);
    expect(statSync(join(room, 'root')).ino).toBe(ino);
    expect(site(join(room, 'root'))).toEqual(second);
    expect(readdirSync(join(room, 'root', 'embed'))).toEqual(['new']);
  });

  it.runIf(existsSync('/dev/shm') && statSync('/dev/shm').dev !== statSync(tmpdir()).dev)(
    'on another file system',
    () => {
      const elsewhere = mkdtempSync('/dev/shm/swap-');
      try {
        symlinkSync(elsewhere, join(room, 'link'));
        build(join(room, 'link'), first);
        build(join(room, 'link'), second);
        expect(site(elsewhere)).toEqual(second);
        build(join(elsewhere, 'below'), first);
        expect(site(join(elsewhere, 'below'))).toEqual(first);
      } finally {
        rmSync(elsewhere, { recursive: true });
      }
    },
  );

  it('beside what no build has written, which stays', () => {
    const others = {
      CNAME: 'story.example',
      '.well-known/security.txt': 'x',
      '.git/HEAD': 'ref',
      'en/own.txt': 'y',
    };
    lay(join(room, 'root'), others);
    build(join(room, 'root'), first);
    build(join(room, 'root'), second);
    expect(site(join(room, 'root'))).toEqual({ ...others, ...second });
  });

  it('over the project’s own folder, listed or not', () => {
    const before = lay(join(room, 'build'), { ...first, 'older.js': 'x' });
    build(before, second, { own: true });
    expect(site(before)).toEqual(second);
  });
});

describe('it is refused in one sentence, and nothing is changed,', () => {
  const refused = (target: string, by: RegExp, work: () => void = () => build(target, second)) => {
    const before = existsSync(room) ? contents(room) : {};
    expect(work).toThrow(by);
    expect(contents(room)).toEqual(before);
    expect(readdirSync(room).filter((name) => name.startsWith('.'))).toEqual([]);
  };

  it('where the target is a file', () => {
    lay(room, { target: 'x' });
    refused(join(room, 'target'), /is not a folder/);
    refused(join(room, 'target/site'), /can't be made/);
  });

  it('where it is a link to nothing', () => {
    symlinkSync('nowhere', join(room, 'target'));
    refused(join(room, 'target'), /link to a folder that doesn't exist/);
    expect(lstatSync(join(room, 'target')).isSymbolicLink()).toBe(true);
    rmSync(join(room, 'target'));
  });

  it('where it holds this project', () => {
    for (const target of ['.', '..', '/'])
      expect(() => openTarget(target)).toThrow(/holds this project itself/);
  });

  it.runIf(existsSync('/proc/self'))('where nothing can be written', () => {
    expect(() => openTarget('/proc/self/fdinfo')).toThrow(/can't be written to/);
    expect(() => openTarget('/proc/site')).toThrow(/can't be written to/);
  });

  it('where another site is', () => {
    lay(join(room, 'root'), { 'index.html': 'theirs' });
    refused(join(room, 'root'), /holds a page \(index\.html\) that no build/);
  });

  it('where somebody else’s file has the name of a new one', () => {
    lay(join(room, 'root'), { 'en/index.html': 'theirs' });
    refused(join(room, 'root'), /en\/index\.html was not written by a build/);
  });

  it('where a link would lead a file out of the folder', () => {
    lay(room, { 'root/own.txt': '', 'other/keep.txt': '' });
    symlinkSync('../other', join(room, 'root/data'));
    refused(join(room, 'root'), /root\/data was not written by a build/);
    expect(readdirSync(join(room, 'other'))).toEqual(['keep.txt']);
  });

  it('while another build is at work there; what a killed one left goes', async () => {
    mkdirSync(join(room, 'root'));
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const ended = new Promise((resolve) => other.once('exit', resolve));
    try {
      lay(join(room, 'root', `.build-${other.pid ?? 0}`, 'site'), first);
      expect(() => build(join(room, 'root'), second)).toThrow(/another build \(process \d+\) is at work/);
      expect(existsSync(join(room, 'root/index.html'))).toBe(false);
    } finally {
      other.kill('SIGKILL');
      await ended;
    }
    build(join(room, 'root'), second);
    expect(site(join(room, 'root'))).toEqual(second);
  });
});

it('a list that was tampered with removes nothing outside the folder', () => {
  lay(room, { 'root/.built-files': '../keep.txt\n/etc/hostname\nindex.html\n', 'keep.txt': 'x' });
  build(join(room, 'root'), second);
  expect(readFileSync(join(room, 'keep.txt'), 'utf8')).toBe('x');
});

/** Kills itself before the change number `at` of the target. */
const killed = (target: string, fresh: string, at: number) => `
  import fs from 'node:fs';
  import { syncBuiltinESMExports } from 'node:module';
  let changes = 0;
  for (const name of ['renameSync', 'rmSync']) {
    const own = fs[name];
    fs[name] = (...args) => {
      if (globalThis.putting && (changes += 1) === ${at}) process.kill(process.pid, 'SIGKILL');
      return own(...args);
    };
  }
  syncBuiltinESMExports();
  const { openTarget } = await import(${JSON.stringify(pathToFileURL('scripts/swap.mjs').href)});
  const { put } = openTarget(${JSON.stringify(target)});
  globalThis.putting = true;
  put(${JSON.stringify(fresh)});
  console.log('done');
`;

it('a build that is killed at any moment leaves pages that have what they ask for; the next one completes it', () => {
  const moments: number[] = [];
  // Every second of them: the list twice, five new files, two old ones.
  for (let at = 1; at < 40; at += 2) {
    const target = join(room, `root-${at}`);
    const fresh = lay(join(room, `fresh-${at}`), second);
    mkdirSync(target);
    build(target, first);
    let done = '';
    try {
      done = execFileSync(process.execPath, ['--input-type=module', '-e', killed(target, fresh, at)], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
    } catch {
      moments.push(at);
    }
    for (const path of filesOf(target).filter(
      (name: string) => name.endsWith('.html') && !name.startsWith('.build'),
    )) {
      expect(existsSync(join(target, readFileSync(join(target, path), 'utf8'))), `${at}: ${path}`).toBe(true);
    }
    build(target, second);
    expect(site(target), `after ${at}`).toEqual(second);
    if (done !== '') break;
  }
  expect(moments).toEqual([1, 3, 5, 7, 9]);
});
