/** Every page of the build: its links, its head, its policy. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { editions } from '../support/story-files.js';
import { all, filesOfBuild, open, pages, read, resolveFrom } from './site.js';

/** Attributes that hold addresses. */
const addresses = ['href', 'src', 'xlink:href', 'poster', 'action', 'data-src'] as const;

/** Pages for editors and for us: not for search engines. */
const unlisted = /^(en\/)?(gallery|edit|preview|embed)\//;

const idsOf = new Map<string, ReadonlySet<string>>();
function idsIn(path: string): ReadonlySet<string> {
  const ids = idsOf.get(path) ?? new Set(all(open(path), '[id]').map((element) => element.id));
  idsOf.set(path, ids);
  return ids;
}

describe.each(pages)('%s', (path) => {
  const page = open(path);
  const markup = read(path);

  it('leads only to what is in the build, by relative addresses', () => {
    const faults: string[] = [];
    for (const name of addresses) {
      for (const element of all(page, `[${name.replace(':', '\\:')}]`)) {
        const address = element.getAttribute(name) ?? '';
        if (isOutside(element, address)) continue;
        const [way = '', hash] = address.split('#');
        const target = resolveFrom(path, way);
        if ('fault' in target) faults.push(`${address} ${target.fault}`);
        else if (hash && target.file.endsWith('.html') && !idsIn(target.file).has(decodeURIComponent(hash))) {
          faults.push(`${address}: no such place on ${target.file}`);
        }
      }
    }
    expect(faults).toEqual([]);
  });

  it('asks no other host for anything', () => {
    const loading = all(
      page,
      'script[src], link[href], img[src], source[src], iframe[src], use[href], image[href]',
    )
      .filter((element) => !['canonical', 'alternate', 'license'].includes(element.getAttribute('rel') ?? ''))
      .map((element) => element.getAttribute('src') ?? element.getAttribute('href') ?? '')
      .filter((address) => /^([a-z]+:)?\/\//i.test(address));
    expect(loading).toEqual([]);
    const styles = all(page, 'style').map((style) => style.textContent ?? '');
    expect(styles.filter((style) => /@import|url\(\s*['"]?(https?:)?\/\//.test(style))).toEqual([]);
  });

  it('names its language, its title and what it is about', () => {
    const language = page.documentElement.getAttribute('lang');
    expect(language).toBe(languageOf(path));
    expect(page.title.trim()).not.toBe('');
    const description = page.querySelector('meta[name="description"]')?.getAttribute('content') ?? '';
    if (!unlisted.test(path) && path !== '404.html') expect(description.trim()).not.toBe('');
    if (unlisted.test(path)) {
      expect(page.querySelector('meta[name="robots"]')?.getAttribute('content')).toContain('noindex');
    }
  });

  it('names its one address, if any, without a way out of the site', () => {
    const canonical = all(page, 'link[rel="canonical"]').map((link) => link.getAttribute('href') ?? '');
    expect(canonical.length).toBeLessThanOrEqual(1);
    for (const address of canonical) expect(address).not.toBe('');
  });

  it('says where its icon is: browsers ask the root of the host for one otherwise', () => {
    const icon = page.querySelector('link[rel="icon"]')?.getAttribute('href') ?? '';
    if (icon.startsWith('data:')) return;
    expect(icon).not.toBe('');
    expect(resolveFrom(path, icon)).not.toHaveProperty('fault');
  });

  it('has the form of the source sheet wherever numbers are linked and script is at work', () => {
    if (!page.querySelector('script[src*="live/"]') || !page.querySelector('a[data-figure]')) return;
    expect(all(page, 'dialog[data-sheet]')).toHaveLength(1);
  });

  it('says by policy what may run', () => {
    const policy =
      page.querySelector('meta[http-equiv="content-security-policy" i]')?.getAttribute('content') ?? '';
    const rules = new Map(policy.split(';').map((rule) => splitOnce(rule.trim())));
    expect(rules.get('default-src')).toBe("'none'");
    expect(rules.get('base-uri')).toBe("'none'");
    expect(rules.get('form-action')).toBe("'none'");
    expect(rules.get('connect-src')).toBe("'self'");
    expect(rules.get('script-src')).toContain("'self'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe|\*|https?:/);
    for (const script of all(page, 'script:not([src])')) {
      if (!isCode(script)) continue;
      expect(rules.get('script-src'), script.outerHTML.slice(0, 80)).toContain(
        hashOf(script.textContent ?? ''),
      );
    }
    for (const style of all(page, 'style')) {
      const source = rules.get('style-src-elem') ?? rules.get('style-src') ?? '';
      expect(source.includes(hashOf(style.textContent ?? ''))).toBe(true);
    }
    // Nothing inline is allowed unseen, so nothing bears a style of its own.
    expect(policy).not.toContain('unsafe-inline');
    expect(all(page, '[style]').map((element) => element.outerHTML.slice(0, 120))).toEqual([]);
  });

  it('has no handler in its markup and no script address', () => {
    const handlers = all(page, '*').flatMap((element) =>
      [...element.attributes].filter(
        ({ name, value }) => name.startsWith('on') || /^\s*javascript:/i.test(value),
      ),
    );
    expect(handlers.map(({ name }) => name)).toEqual([]);
  });

  it('has no trace of the machine that built it', () => {
    expect(markup).not.toContain(process.cwd());
    expect(markup).not.toMatch(/localhost|127\.0\.0\.1|file:\/\//);
  });
});

describe('the build', () => {
  it('has the pages that other things lean on', () => {
    const roots = editions.map((edition, i) => (i === 0 ? '' : `${edition}/`));
    for (const root of roots) {
      for (const name of ['index.html', 'source/index.html', 'figures/index.html'])
        expect(pages).toContain(root + name);
    }
    expect(filesOfBuild()).toEqual(expect.arrayContaining(['data/figures.json', 'data/figures.csv']));
  });

  it('keeps no script that no page asks for', () => {
    // The loader is for other people's pages.
    const scripts = filesOfBuild().filter((path) => path.endsWith('.js') && !path.startsWith('embed.'));
    const texts = [...pages, ...scripts].map((path) => ({ path, text: read(path) }));
    const unasked = scripts.filter((path) => {
      const name = path.split('/').at(-1) ?? path;
      return !texts.some((other) => other.path !== path && other.text.includes(name));
    });
    expect(unasked).toEqual([]);
  });

  it('says that a page is missing in every edition, and leads to each story from any depth', () => {
    const missing = open('404.html');
    const spoken = all(missing, 'main section[lang]');
    expect(spoken.map((section) => section.getAttribute('lang'))).toEqual(
      editions.map((edition) => languageOf(`${edition}/`)),
    );
    const root = process.env.SITE_URL;
    const ways = spoken.map((section) => section.querySelector('[data-way]'));
    expect(ways.map((way) => way?.querySelector('a')?.getAttribute('href'))).toEqual(
      editions.map((edition, i) => (root ?? './') + (i === 0 ? '' : `${edition}/`)),
    );
    // Without its address the page knows no way at any depth: script finds it, and until then the host's front page is offered.
    for (const [i, way] of ways.entries()) {
      expect(way?.hasAttribute('hidden')).toBe(root === undefined);
      const front = spoken[i]?.querySelector('[data-front] a')?.getAttribute('href');
      expect(front).toBe(root === undefined ? '/' : undefined);
    }
  });

  it('has no name that an ad blocker hides', () => {
    const names = filesOfBuild().filter((path) =>
      /(^|[/_-])(ads?|share|promo|banner|social|cookie)([-_./]|$)/i.test(path),
    );
    expect(names).toEqual([]);
    const classes = pages.flatMap((path) =>
      all(open(path), '[class]').flatMap((element) => [...element.classList]),
    );
    expect(
      [...new Set(classes)].filter((name) => /^(ads?-|share|promo|banner|social|cookie)/i.test(name)),
    ).toEqual([]);
  });
});

function isOutside(element: Element, address: string): boolean {
  if (address.startsWith('data:')) return true;
  const foreign = /^(https:\/\/|mailto:)/.test(address);
  return foreign && (element.tagName.toLowerCase() === 'a' || element.tagName.toLowerCase() === 'link');
}

function isCode(script: Element): boolean {
  const type = script.getAttribute('type') ?? '';
  return type === '' || type === 'module' || type.includes('javascript');
}

function languageOf(path: string): string {
  const [folder = ''] = path.split('/');
  const edition = editions.includes(folder) ? folder : (editions[0] ?? '');
  return edition === 'zh' ? 'zh-Hans' : edition;
}

function splitOnce(rule: string): [string, string] {
  const at = rule.indexOf(' ');
  return at < 0 ? [rule, ''] : [rule.slice(0, at), rule.slice(at + 1)];
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
