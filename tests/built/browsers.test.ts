/**
 * What readers' browsers must know (docs/browsers.md): every style and call of what is built is as old as the oldest of them, or is
 * in a list that says what a reader has without it.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { floor } from '../../scripts/browser-floor.mjs';
import { newerScript, newerStyles } from '../support/compat.js';
import { newer } from '../support/newer.js';
import { filesOfBuild, pages, read } from './site.js';

/** Readers' pages; editors need a browser of today. */
const readers = pages.filter((path) => !/^(en\/)?(edit|preview|gallery)\//.test(path));

const inline = (tag: string) =>
  new Set(
    readers.flatMap((path) =>
      [...read(path).matchAll(new RegExp(`<${tag}>([^]*?)</${tag}>`, 'g'))].map(([, text = '']) => text),
    ),
  );

describe('readers’ styles', () => {
  const used = new Map([...inline('style')].flatMap((sheet) => [...newerStyles(sheet)]));

  it('are as old as the oldest browsers, or have something older beside them', () => {
    const lists = Object.values(newer);
    const unlisted = [...used].filter(([name]) => !lists.some(({ names }) => names.test(name)));
    expect(unlisted.map(([name, lacked]) => `${name}: ${lacked.join(', ')}`)).toEqual([]);
  });

  it('are listed only as long as they are used', () => {
    const idle = Object.entries(newer).filter(
      ([, { names }]) => ![...used.keys()].some((name) => names.test(name)),
    );
    expect(idle.map(([name]) => name)).toEqual([]);
  });

  it('hold no newer unit in a custom property that isn’t asked for first', () => {
    const loose = [...inline('style')].flatMap((sheet) =>
      [
        ...sheet
          .replace(/@supports[^{]*\{[^{}]*\{[^}]*\}\s*\}/g, '')
          .matchAll(/--[\w-]+:[^;}]*(?:[\d.](?:[sdl]vh|cq[ibwh])\b|color-mix\()[^;}]*/g),
      ].map(([declaration]) => declaration),
    );
    expect(loose).toEqual([]);
  });
});

describe('readers’ script', () => {
  /** Asked for before they are called, by our code or by the framework's; or a name of ours that is also one of the platform's. */
  const guarded =
    'checkVisibility requestIdleCallback requestResize moveBefore createPolicy createHTML'.split(' ');
  // `node` is a d3 selection's.
  const ours = 'capture clamp destroy equals layout move node paint range take turn watch'.split(' ');
  const scripts = [
    ...inline('script'),
    ...filesOfBuild()
      .filter((path) => /^live\/.*\.js$|^embed(\.v1)?\.js$/.test(path))
      .map(read),
  ];

  it('calls nothing newer than the oldest browsers, and is written in their language', () => {
    const used = new Map(scripts.flatMap((script) => [...newerScript(script)]));
    const unlisted = [...used].filter(([name]) => ![...guarded, ...ours].includes(name));
    expect(unlisted.map(([name, lacked]) => `${name}: ${lacked.join(', ')}`)).toEqual([]);
  });
});

it('is said in the docs as it is built', () => {
  const docs = readFileSync('docs/browsers.md', 'utf8');
  for (const [name, version] of Object.entries({
    Chromium: floor.chrome,
    Safari: floor.safari,
    Firefox: floor.firefox,
  }))
    expect(docs).toContain(`${name} ${version}`);
});
