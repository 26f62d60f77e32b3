/** Project rules that no linter checks: what source files may contain, and what may be installed. */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Lock {
  readonly packages: Readonly<
    Record<
      string,
      {
        version?: string;
        resolved?: string;
        integrity?: string;
        hasInstallScript?: boolean;
        license?: string;
      }
    >
  >;
}

const licences =
  /^\(?(MIT|ISC|BSD-[23]-Clause|Apache-2\.0|0BSD|BlueOak-1\.0\.0|MPL-2\.0|CC0-1\.0|CC-BY-4\.0|Unlicense|Python-2\.0|MIT-0|Zlib)\b/;

/**
 * Other embedding libraries that host pages may use. Tests run our loader beside them; the build never contains them, so their
 * licence does not matter.
 */
const peersOnly = /(^|\/)@iframe-resizer\/(core|parent)$/;

describe('src', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((path) => join('src', path))
    .filter((path) => statSync(path).isFile());

  it('names no year, no city and no project of a report', () => {
    // Tests and examples may name them: they contain stories of their own.
    const naming = sources
      .filter((path) => !/\.test\.ts$|example\.ts$/.test(path))
      .filter((path) =>
        /(?<![\d.#_a-f])(19|20)\d\d年|西昌|凉山|四川|攀枝花|邛海|安宁河/.test(readFileSync(path, 'utf8')),
      );
    expect(naming).toEqual([]);
  });

  it('imports scrollama in one file', () => {
    expect(sources.filter((path) => /from 'scrollama'/.test(readFileSync(path, 'utf8')))).toHaveLength(1);
  });

  it('prints markup from a string in one place', () => {
    expect(sources.filter((path) => readFileSync(path, 'utf8').includes('{@html'))).toHaveLength(1);
  });

  it('imports no peer that is there for tests alone', () => {
    const peers = /from '(pym\.js|@?iframe-resizer|@newswire)/;
    expect(sources.filter((path) => peers.test(readFileSync(path, 'utf8')))).toEqual([]);
  });

  it('has no file that nobody reads to its end', () => {
    const long = sources
      .filter((path) => /\.(ts|js|svelte)$/.test(path))
      .filter((path) => readFileSync(path, 'utf8').split('\n').length > 400);
    expect(long).toEqual([]);
  });
});

describe('what is installed', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
  const installed = Object.entries(packages).filter(([path]) => path !== '');
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
    string,
    Record<string, string> | undefined
  >;

  it('is named by exact versions', () => {
    const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(versions.filter(([, version]) => !/^(npm:[\w-]+@)?\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('is what it was when it was chosen', () => {
    expect(installed.filter(([, entry]) => !entry.integrity).map(([path]) => path)).toEqual([]);
  });

  it('runs no script of its own while it is installed', () => {
    const lines = existsSync('.npmrc') ? readFileSync('.npmrc', 'utf8').split('\n') : [];
    expect(lines).toContain('ignore-scripts=true');
  });

  it('may be used: its licences are known', () => {
    const others = installed
      .filter(([path]) => !peersOnly.test(path))
      .filter(([, { license }]) => license === undefined || !licences.test(license));
    expect(others.map(([path, { license }]) => `${path}: ${license ?? ''}`)).toEqual([]);
  });
});
