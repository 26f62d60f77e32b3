/** The feeds: valid Atom, the whole story in the first entry, an entry a section, addresses that lead somewhere. */
import { XmlElement } from '@rgrove/parse-xml';
import { describe, expect, it } from 'vitest';
import { faultsOfFeed, feedOf, named } from '../support/atom.js';
import { editions, report, sections } from '../support/story-files.js';
import { all, filesOfBuild, open, read, resolveFrom } from './site.js';

const feeds = filesOfBuild().filter((path) => /^(?:[a-z]{2}\/)?feed\.xml$/.test(path));

/** Every element inside, in document order. */
function inside(element: XmlElement): XmlElement[] {
  return element.children.flatMap((child) => (child instanceof XmlElement ? [child, ...inside(child)] : []));
}
const words = (text: string) => text.replace(/\s+/g, '');
const only = (element: XmlElement, name: string): XmlElement => {
  const [found] = named(element, name);
  if (!found) throw new Error(`no <${name}>`);
  return found;
};

it('there is one for each edition of a story with a date, and every page of readers leads to it', () => {
  const dated = open('index.html').querySelector('meta[property="article:modified_time"]') !== null;
  expect(feeds).toHaveLength(dated ? editions.length : 0);
  for (const path of ['index.html', 'source/index.html', 'figures/index.html', 'legend/index.html'])
    expect(all(open(path), 'link[type="application/atom+xml"]')).toHaveLength(dated ? 1 : 0);
});

describe.each(feeds)('%s', (path) => {
  const feed = feedOf(read(path));
  const entries = named(feed, 'entry');
  const folder = path.replace('feed.xml', '');

  it('is valid', () => expect(faultsOfFeed(feed)).toEqual([]));

  it('has the complete story first, then an entry a section in the story’s order', () => {
    expect(entries).toHaveLength(sections.length + 1);
    const links = entries.map((entry) => only(entry, 'link').attributes['href']?.split('#')[1]);
    expect(links).toEqual([undefined, ...sections.map(({ id }) => id)]);
    const page = open(`${folder}index.html`);
    const [whole = feed, ...parts] = entries;
    for (const [i, { id }] of sections.entries()) {
      const told = words(only(parts[i] ?? feed, 'content').text);
      for (const step of all(page.getElementById(id) ?? page, '.step-card > p')) {
        // The page's own words; terms are explained where the story has them first.
        const said = words(step.textContent ?? '');
        expect(told).toContain(said);
        expect(words(only(whole, 'content').text)).toContain(said);
      }
    }
  });

  it('has every chart of a section, with a text alternative', () => {
    for (const [i, { charts }] of sections.entries()) {
      const figures = inside(entries[i + 1] ?? feed).filter(({ name }) => name === 'figure');
      expect(figures).toHaveLength(charts.length);
      for (const figure of figures) {
        const [image] = inside(figure).filter(({ name }) => name === 'img');
        const told = image ? (image.attributes['alt'] ?? '') : (named(figure, 'p')[0]?.text ?? '');
        expect(told.length).toBeGreaterThan(10);
      }
      const rows = figures.flatMap(inside).filter(({ name }) => name === 'tr');
      const count = charts
        .map(({ figures: ids, derived }) => (ids.includes('all') ? -1 : ids.length + derived.length))
        .reduce((sum, each) => (each < 0 || sum < 0 ? -1 : sum + each), 0);
      if (count >= 0 && !inside(feed).some(({ name }) => name === 'img')) expect(rows).toHaveLength(count);
    }
  });

  it('leads only to what is there', () => {
    const site = process.env.SITE_URL;
    const faults: string[] = [];
    for (const { attributes } of inside(feed)) {
      const address = attributes['href'] ?? attributes['src'] ?? '';
      if (
        address === '' ||
        address.includes('/pictures/') ||
        /^(?:mailto|https):/.test(address.replace(site ?? ' ', ''))
      )
        continue;
      if (site && !address.startsWith(site)) faults.push(`${address} is not absolute`);
      const [way = '', hash] = (site ? address.slice(site.length) : address).split('#');
      const found = resolveFrom(site ? 'index.html' : path, way);
      if ('fault' in found) faults.push(`${address} ${found.fault}`);
      else if (hash && !open(found.file).getElementById(hash)) faults.push(`${address}: no such place`);
    }
    expect(faults).toEqual([]);
  });

  it('quotes the report in its own language', () => {
    for (const quote of inside(feed).filter(({ name, attributes }) => name === 'q' && attributes['lang'])) {
      expect(report).toContain(quote.text);
      expect(quote.attributes['xml:lang']).toBe(quote.attributes['lang']);
    }
  });
});

it('no two editions share an id', () => {
  const ids = feeds.flatMap((path) => {
    const feed = feedOf(read(path));
    return [feed, ...named(feed, 'entry')].map((each) => only(each, 'id').text);
  });
  expect(new Set(ids).size).toBe(ids.length);
});
