/** What a link to a page looks like elsewhere, and what pages say they are: Open Graph, cards, schema.org. */
import { describe, expect, it } from 'vitest';
import { editions, sections } from '../support/story-files.js';
import { all, open, pages, siteFile } from './site.js';

/** Pages that readers give away; editors' pages and the 404 page are not. */
const given = pages.filter((path) => !/^(?:[a-z]{2}\/)?(?:gallery|edit|preview)\/|^404\.html$/.test(path));
const site = process.env.SITE_URL;

function metaOf(path: string): ReadonlyMap<string, string> {
  return new Map(
    all(open(path), 'meta[content]').map((meta) => [
      meta.getAttribute('property') ?? meta.getAttribute('name') ?? '',
      meta.getAttribute('content') ?? '',
    ]),
  );
}
type Thing = Readonly<Record<string, unknown>>;
function thingsOf(path: string): readonly Thing[] {
  return all(open(path), 'script[type="application/ld+json"]').flatMap((script) => {
    const { '@graph': graph } = JSON.parse(script.textContent ?? '') as { '@graph': readonly Thing[] };
    return graph;
  });
}
const ofType = (path: string, type: string) => thingsOf(path).filter((thing) => thing['@type'] === type);

describe.each(given)('%s', (path) => {
  const meta = metaOf(path);

  it('says its title, what it is about, in which language and whose it is', () => {
    for (const name of ['og:title', 'og:description', 'og:site_name'])
      expect(meta.get(name)?.trim(), name).toBeTruthy();
    expect(meta.get('og:type')).toMatch(/^(article|website)$/);
    const language = open(path).documentElement.getAttribute('lang') ?? '';
    expect(meta.get('og:locale')?.slice(0, 2)).toBe(language.slice(0, 2));
    expect(all(open(path), 'meta[property="og:locale:alternate"]')).toHaveLength(editions.length - 1);
    expect(meta.get('twitter:card')).toBe(meta.has('og:image') ? 'summary_large_image' : 'summary');
  });

  it('says where it is, if the build knows', () => {
    expect(meta.has('og:url')).toBe(site !== undefined);
    if (site) expect(siteFile(path, meta.get('og:url') ?? '')).toBe(path);
    const canonical = open(path).querySelector('link[rel="canonical"]')?.getAttribute('href') ?? '';
    expect(siteFile(path, canonical)).toMatch(/index\.html$/);
  });

  it('names a picture with its size and what is on it, or none', () => {
    const names = ['og:image:width', 'og:image:height', 'og:image:alt', 'og:image:type'];
    for (const name of names) expect(meta.has(name), name).toBe(meta.has('og:image'));
    expect(meta.has('og:image')).toBe(process.env.PICTURES === '1');
    if (meta.has('og:image')) expect(meta.get('og:image')).toMatch(/pictures\/[\w-]+--[\w-]+-1200x630\.png$/);
  });

  it('says once each', () => {
    const named = all(open(path), 'meta[property]').map((each) => each.getAttribute('property'));
    const once = named.filter((name) => name !== 'og:locale:alternate');
    expect(new Set(once).size).toBe(once.length);
  });
});

const stories = editions.map((_, i) => (i === 0 ? 'index.html' : `${editions[i] ?? ''}/index.html`));

it.each(stories)('%s is an article about a report, and its figures are data', (path) => {
  const page = open(path);
  const [article = {}, ...more] = ofType(path, 'NewsArticle');
  expect(more).toEqual([]);
  expect(article['headline']).toBe(page.title);
  expect(article['description']).toBe(
    page.querySelector('meta[name="description"]')?.getAttribute('content'),
  );
  expect(article['inLanguage']).toBe(page.documentElement.getAttribute('lang'));
  expect(article['isBasedOn']).toMatchObject({ '@type': 'Report', author: { '@type': 'Organization' } });
  // Nobody has said who wrote it, who publishes it or when it first was.
  for (const name of ['author', 'publisher', 'datePublished', 'dateCreated'])
    expect(article).not.toHaveProperty(name);
  const [data = {}] = ofType(path, 'Dataset');
  expect(String(data['description']).length).toBeGreaterThanOrEqual(50);
  const files = data['distribution'] as { contentUrl: string }[];
  for (const { contentUrl } of files) expect(siteFile(path, contentUrl)).toMatch(/^data\//);
});

it('editions name each other', () => {
  const [original = {}, ...others] = stories.map((path) => ofType(path, 'NewsArticle')[0] ?? {});
  expect(original).not.toHaveProperty('translationOfWork');
  for (const other of others) {
    expect(other['translationOfWork']).toEqual({ '@id': original['@id'] });
    expect(original['workTranslation']).toContainEqual({ '@id': other['@id'] });
  }
});

it('an embedded section has its own title, words and place in the story', () => {
  for (const { id } of sections) {
    const path = `embed/${id}/index.html`;
    const [article = {}] = ofType(path, 'NewsArticle');
    const meta = metaOf(path);
    const heading = open(path).querySelector('h2')?.textContent?.trim().replace(/\s+/g, ' ');
    expect(meta.get('og:title')).toBe(heading);
    expect(article).toMatchObject({ headline: heading, description: meta.get('og:description') });
    expect(article['isPartOf']).toMatchObject({ '@id': ofType('index.html', 'NewsArticle')[0]?.['@id'] });
  }
});

it('no data ends its script early', () => {
  for (const path of given)
    for (const script of all(open(path), 'script[type="application/ld+json"]'))
      expect(script.textContent).not.toMatch(/[<&]/);
});
