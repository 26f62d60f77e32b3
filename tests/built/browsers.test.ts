/**
 * The build works in the browsers that docs/browsers.md promises: each CSS feature and each API in it is supported by the oldest
 * of them, or is on a list that says what a reader has without it.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { floor } from '../../scripts/browser-floor.mjs';
import { newerScript, newerStyles } from '../support/compat.js';
import { newer } from '../support/newer.js';
import { filesOfBuild, pages, read } from './site.js';

/** Pages for readers. The editing pages are left out: editors need a recent browser. */
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
  /** Newer methods that our code or a framework calls only after testing that they exist. */
  const guarded = [
    'checkVisibility requestIdleCallback requestResize moveBefore createPolicy createHTML',
    'ClipboardItem canShare share exitFullscreen requestFullscreen',
  ].flatMap((names) => names.split(' '));
  // Methods of our own objects, or of a d3 selection (`node`), that share their name with a newer method of the platform.
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
