/** The static oEmbed answers, held to the specification (https://oembed.com, sections 2.3.4 and 2.3.4.4). */
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { editions, findings, sections } from '../support/story-files.js';
import { all, filesOfBuild, open, read, siteFile } from './site.js';

const names = editions.flatMap((edition) => [
  `story.${edition}`,
  ...(findings.length > 0 ? [`brief.${edition}`] : []),
  ...sections.flatMap(({ id, charts }) => [
    `${id}.${edition}`,
    ...(charts.length > 0 ? [`${id}.chart.${edition}`] : []),
  ]),
]);

/** What the specification asks of every answer, of type `rich`, and of what may stand in one besides. */
const required: Readonly<Record<string, (value: unknown) => boolean>> = {
  type: (value) => value === 'rich',
  version: (value) => value === '1.0',
  html: (value) => typeof value === 'string' && value !== '',
  width: (value) => Number.isInteger(value) && Number(value) > 0,
  height: (value) => Number.isInteger(value) && Number(value) > 0,
};
const optional: Readonly<Record<string, (value: unknown) => boolean>> = {
  title: (value) => typeof value === 'string' && value.trim() !== '',
  provider_name: (value) => typeof value === 'string' && value.trim() !== '',
  provider_url: (value) => typeof value === 'string' && URL.canParse(value),
};

it('there is an oEmbed answer for the story, each section and each chart of every edition', () => {
  const found = filesOfBuild().filter((path) => path.startsWith('oembed/'));
  expect(found).toEqual(names.map((name) => `oembed/${name}.json`).sort());
});

describe.each(names)('the oEmbed answer %s', (name) => {
  const path = `oembed/${name}.json`;
  const answer = JSON.parse(read(path)) as Readonly<Record<string, unknown>>;

  it('has what the specification requires and nothing that it does not know', () => {
    for (const [key, holds] of Object.entries(required)) expect(holds(answer[key]), key).toBe(true);
    for (const [key, value] of Object.entries(answer)) {
      const holds = required[key] ?? optional[key];
      expect(holds?.(value), key).toBe(true);
    }
  });

  it('holds a page’s worth of code: the frame of its own embedded page, and the loader', () => {
    const { document } = parseHTML(`<body>${String(answer.html)}</body>`);
    const [frame, ...others] = all(document, 'iframe');
    expect(others).toEqual([]);
    expect(frame?.getAttribute('title')).toBe(answer.title);
    expect(frame?.getAttribute('height')).toBe(String(answer.height));
    const page = siteFile(path, frame?.getAttribute('src') ?? '');
    const [, discovered = ''] = /application\/json\+oembed" href="([^"]+)"/.exec(read(page)) ?? [];
    expect(siteFile(page, discovered)).toBe(path);
    const script = document.querySelector('script');
    expect(siteFile(path, script?.getAttribute('src') ?? '')).toBe('embed.js');
    expect(document.querySelectorAll('[style]')).toHaveLength(0);
  });
});

it.each(editions)('the story in %s tells where its answer is', (edition) => {
  const page = edition === editions[0] ? 'index.html' : `${edition}/index.html`;
  const link = open(page).querySelector('head link[type="application/json+oembed"]');
  expect(siteFile(page, link?.getAttribute('href') ?? '')).toBe(`oembed/story.${edition}.json`);
});
