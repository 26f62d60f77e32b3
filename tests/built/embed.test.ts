/** The pages that stand in other people's pages: all of them are there, and they carry what they must and nothing more. */
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { editions, findings, sections } from '../support/story-files.js';
import { all, open, pages, read, resolveFrom, siteFile } from './site.js';

interface Address {
  readonly path: string;
  readonly edition: string;
  readonly of: 'story' | 'section' | 'chart' | 'brief';
  /** Absent: the whole story. */
  readonly section?: string;
}

const addresses: readonly Address[] = editions.flatMap((edition, i): Address[] => {
  const root = i === 0 ? 'embed/' : `${edition}/embed/`;
  return [
    { path: `${root}index.html`, edition, of: 'story' },
    ...(findings.length > 0
      ? [{ path: `${root}brief/index.html`, edition, of: 'brief' as const, section: 'brief' }]
      : []),
    ...sections.map(({ id }): Address => ({
      path: `${root}${id}/index.html`,
      edition,
      of: 'section',
      section: id,
    })),
    ...sections
      .filter(({ charts }) => charts.length > 0)
      .map(({ id }): Address => ({
        path: `${root}${id}/chart/index.html`,
        edition,
        of: 'chart',
        section: id,
      })),
  ];
});

const storyOf = (edition: string) => (edition === editions[0] ? 'index.html' : `${edition}/index.html`);

/** Title, credit and issuer as the story says them. */
const said = new Map(
  editions.map((edition) => {
    const page = open(storyOf(edition));
    const words = ['h1', '.site-foot p', '.site-issuer'].map((part) => page.querySelector(part)?.textContent);
    return [edition, words.map((text) => text ?? 'missing')];
  }),
);

/** Where a link of the page leads, as a file of the build. */
function target(path: string, link: Element | null): string {
  const found = resolveFrom(path, (link?.getAttribute('href') ?? 'none').split('#')[0] ?? '');
  return 'file' in found ? found.file : found.fault;
}

it('there is an embedded page for the story, each section and each chart of every edition, and no other', () => {
  const found = pages.filter((path) => /^([a-z]{2}\/)?embed\//.test(path));
  expect(found).toEqual(addresses.map(({ path }) => path).sort());
});

describe.each(addresses)('$path', ({ path, edition, of, section }) => {
  const page = open(path);

  it('says what it embeds', () => {
    expect(page.documentElement.getAttribute('data-embed')).toBe(of);
    const held = all(page, '[data-section]').map((element) => element.getAttribute('data-section'));
    expect(held).toEqual(
      section === undefined ? sections.map(({ id }) => id) : of === 'brief' ? [] : [section],
    );
  });

  it('has all steps of what it embeds, and a chart alone none', () => {
    const wanted = of === 'chart' ? [] : sections.filter(({ id }) => section === undefined || id === section);
    expect(all(page, '[data-step]').map(({ id }) => id)).toEqual(
      wanted.flatMap(({ id, steps }) => steps.map((step) => `${id}--${step.id}`)),
    );
  });

  it('has every chart of what it embeds, drawn', () => {
    const wanted = sections.filter(({ id }) => section === undefined || id === section);
    const plots = all(page, '[data-stage] .chart .plot');
    expect(plots).toHaveLength(wanted.flatMap(({ charts }) => charts).length);
    expect(plots.filter((plot) => all(plot, 'svg *, li').length === 0)).toEqual([]);
    if (of === 'chart') expect(all(page, '.chart:not([hidden])')).toHaveLength(1);
  });

  it('is kept out of search and names the story as its one address', () => {
    expect(page.querySelector('meta[name="robots"]')?.getAttribute('content')).toContain('noindex');
    const canonical = page.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? '';
    expect(siteFile(path, canonical)).toBe(storyOf(edition));
    expect(all(page, 'link[hreflang]')).toEqual([]);
  });

  it('lets a host have the browser size its frame, before its body', () => {
    const told = all(page, 'head meta[name="responsive-embedded-sizing"]');
    expect(told.map((meta) => meta.getAttribute('content'))).toEqual(['allow-origins=*', null]);
    expect(all(page, 'meta[name="responsive-embedded-sizing"]')).toHaveLength(2);
  });

  it('carries the title, the credit, the source and the way to the full story, in a window of its own', () => {
    const text = page.body.textContent ?? '';
    for (const words of said.get(edition) ?? []) expect(text).toContain(words);
    const full = page.querySelector('a[data-full-story]');
    expect(target(path, full)).toBe(storyOf(edition));
    expect(full?.getAttribute('href')?.split('#')[1]).toBe(section);
    const source = page.querySelector('.embed-foot a');
    expect(target(path, source)).toBe(posix.join(posix.dirname(storyOf(edition)), 'source/index.html'));
    for (const link of [full, source]) {
      expect(link?.getAttribute('target')).toBe('_blank');
      expect(link?.getAttribute('rel')).toContain('noopener');
    }
  });

  it('leads away in a window of its own, and about itself in its own', () => {
    expect(page.querySelector('head base')?.getAttribute('target')).toBe('_blank');
    expect(page.querySelector('head base')?.hasAttribute('href')).toBe(false);
    const inner = all(page, 'a[href^="#"]');
    expect(
      inner.filter((link) => link.getAttribute('target') !== '_self').map(({ outerHTML }) => outerHTML),
    ).toEqual([]);
  });

  it('tells in its head where its oEmbed answer is, before its style', () => {
    const [link, ...others] = all(page, 'head link[type="application/json+oembed"]');
    expect(others).toEqual([]);
    expect(link?.getAttribute('rel')).toBe('alternate');
    const name = [section ?? 'story', ...(of === 'chart' ? ['chart'] : []), edition].join('.');
    expect(siteFile(path, link?.getAttribute('href') ?? '')).toBe(`oembed/${name}.json`);
    const markup = read(path);
    expect(markup.indexOf('application/json+oembed')).toBeLessThan(markup.indexOf('<style'));
  });

  it('has no furniture', () => {
    const furniture = '.skip-link, .contents, .edition-switch, .rail, .reader-bar, .site-foot, nav';
    expect(all(page, furniture).map(({ outerHTML }) => outerHTML.slice(0, 80))).toEqual([]);
  });

  it('bears no id twice and goes down its headings one level at a time', () => {
    const ids = all(page, '[id]').map((element) => element.id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    const levels = all(page, 'h1, h2, h3, h4').map((heading) => Number(heading.tagName.slice(1)));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.filter((level, i) => level > (levels[i - 1] ?? 0) + 1)).toEqual([]);
  });
});
