/**
 * The whole story as one document: the story's page without what needs a site or a script, each chart before the steps that tell of
 * it, then the report's text and our calculations as appendices, so that every number leads to its sentence inside the document.
 * What readers take away is made from it: the single file, the PDFs and the long picture.
 *
 * It reads a built site and nothing else. A link that would lead out of the document is absolute if the site's address is known;
 * otherwise its words stay and the link goes.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseHTML } from 'linkedom';
import postcss from 'postcss';

/**
 * @typedef {object} WholeStory
 * @property {string} edition its code (`zh`)
 * @property {string} title
 * @property {string} report the report's own title
 * @property {string} editionName the language's own name, or the code if the story has no other edition
 * @property {string | undefined} address of the story's page, if the site's is known
 * @property {string} html the document
 */

const here = dirname(fileURLToPath(import.meta.url));

/**
 * The editions of a built site with the paths of their pages, the original one first.
 * @param {string} siteDir
 * @returns {{ edition: string, path: string }[]}
 */
export function editionsOf(siteDir) {
  const codes = readdirSync(join(siteDir, 'data')).flatMap(
    (name) => /^sheet\.(\w+)\.json$/.exec(name)?.[1] ?? [],
  );
  const editions = codes.sort().map((edition) => ({
    edition,
    path: existsSync(join(siteDir, edition, 'index.html')) ? `${edition}/` : '',
  }));
  if (editions.filter(({ path }) => path === '').length !== 1)
    throw new Error(`${siteDir}: among the editions ${codes.join(', ')} not one is at the site's root`);
  return editions.sort((a, b) => a.path.length - b.path.length);
}

/** @param {string} siteDir @param {string} path of a page, ending in a slash or empty */
function readPage(siteDir, path) {
  const html = readFileSync(join(siteDir, path, 'index.html'), 'utf8');
  const styles = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, text = '']) => text);
  return { document: parseHTML(html).document, style: styles.join('\n'), path };
}

/**
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {Element}
 */
function one(root, selector) {
  const found = root.querySelector(selector);
  if (!found) throw new Error(`the page has no ${selector}`);
  return found;
}

/** Removes all children but those that match. @param {Element} parent @param {string} selector */
function keepChildren(parent, selector) {
  for (const child of [...parent.children]) if (!child.matches(selector)) child.remove();
}

/** The stage's charts go before the first step that shows each. @param {Element} body a section's stage and steps */
function interleave(body) {
  const stage = one(body, '.stage');
  for (const chart of [...stage.querySelectorAll('.chart')]) {
    const figure = body.ownerDocument.createElement('figure');
    figure.className = 'stage';
    keepChildren(chart, '.chart-alt, .chart-title, .plot, .other-scale, .chart-caveat');
    figure.append(chart);
    const name = chart.getAttribute('data-name');
    const steps = one(body, '.steps');
    steps.insertBefore(figure, one(steps, `.step[data-chart="${name}"]`));
  }
  stage.remove();
}

/**
 * @param {string} siteDir a built site
 * @param {string} path of the story's page from the site's root
 * @param {{ site?: string | undefined, style?: string }} [options] `site`: the site's address, if it is known; `style`: more style
 * @returns {WholeStory}
 */
export function wholeStory(siteDir, path, { site = process.env.SITE_URL, style: more = '' } = {}) {
  const edition = editionsOf(siteDir).find((each) => each.path === path)?.edition;
  if (edition === undefined) throw new Error(`${siteDir} has no edition at "${path}"`);
  const story = readPage(siteDir, path);
  const source = readPage(siteDir, `${path}source/`);
  const figures = readPage(siteDir, `${path}figures/`);
  const { document } = story;
  const { body } = document;

  // The drawings of signs, which the tables use by their ids, may stand in a part that goes.
  const signs = body.querySelector('[id^="sign---"]')?.closest('svg');
  keepChildren(body, '.cover, .brief, .contents, #story, .site-foot');
  for (const each of body.querySelectorAll('script, template, .edition-switch, .brief .go, .site-foot ul'))
    each.remove();
  for (const section of body.querySelectorAll('[data-section]')) {
    keepChildren(section, '.section-head, .section-body, .section-data, .close-ledger');
    const staged = section.querySelector('.section-body.staged');
    if (staged) interleave(staged);
  }
  // A story without a close has no ledger in it.
  for (const ledger of body.querySelectorAll('.close-ledger')) keepChildren(ledger, 'h3, table');
  for (const empty of body.querySelectorAll('[data-ranking]')) empty.remove();
  one(body, '.contents details').setAttribute('open', '');

  const foot = one(body, '.site-foot');
  if (signs) foot.append(signs);
  for (const { page, id, title, parts } of [
    {
      page: source,
      id: 'report-text',
      title: one(source.document, 'h1').textContent,
      parts: one(source.document, 'main').children,
    },
    {
      page: figures,
      id: 'calculations',
      ...calculations(figures.document),
    },
  ]) {
    const appendix = document.createElement('section');
    appendix.className = 'appendix';
    appendix.id = id;
    const heading = document.createElement('h2');
    heading.textContent = title ?? '';
    appendix.append(heading);
    for (const part of [...parts]) appendix.append(document.importNode(part, true));
    relink(appendix, page.path, path, site);
    body.insertBefore(appendix, foot);
  }
  renderBelow(one(body, '#report-text .source'));
  for (const part of [...body.children]) if (!part.matches('.appendix')) relink(part, path, path, site);
  for (const folded of body.querySelectorAll('.appendix details')) folded.setAttribute('open', '');
  verify(document);

  const title = one(document, 'title').textContent ?? '';
  const style = `${styleOf(siteDir, [story, source, figures])}\n${more}`;
  return {
    edition,
    title,
    report: one(source.document, '.page-head .title').textContent?.trim() ?? '',
    editionName: nameOf(siteDir, edition) ?? edition,
    address: site === undefined || site === '' ? undefined : new URL(path, site).href,
    html: `<!doctype html>
<html lang="${document.documentElement.lang}" data-running-title="${escaped(title)}">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'sha256-${sha256(style)}'; font-src data:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>${body.innerHTML}</body>
</html>
`,
  };
}

/** What the other editions' pages call this one. @param {string} siteDir @param {string} edition */
function nameOf(siteDir, edition) {
  const others = editionsOf(siteDir).filter((other) => other.edition !== edition);
  const links = others.map(({ path }) =>
    readPage(siteDir, path).document.querySelector(`a[data-edition="${edition}"]`),
  );
  return links[0]?.textContent?.trim();
}

/** Each paragraph's renderings stand below it, where the source page sets them beside it. @param {Element} source */
function renderBelow(source) {
  for (const aside of [...source.querySelectorAll('aside[data-row]')])
    one(source, `p[data-row="${aside.getAttribute('data-row')}"]`).after(aside);
  source.querySelector('.renderings')?.remove();
  source.classList.remove('beside');
}

/** The part of the page of figures with our calculations. @param {Document} page */
function calculations(page) {
  const section = [...page.querySelectorAll('main section')].find((each) => each.querySelector('[id^="d-"]'));
  // A story without calculations has an empty list of them.
  return {
    title: section ? one(section, 'h2').textContent : '',
    parts: section ? [...section.children].filter((child) => child.localName !== 'h2') : [],
  };
}

/**
 * Turns addresses of the story's, the source's and the figures' page into places of this document.
 * @param {Element} root
 * @param {string} from path of the page on which its addresses were written
 * @param {string} path of the story's page
 * @param {string | undefined} site
 */
function relink(root, from, path, site) {
  const inside = [path, `${path}source/`, `${path}figures/`];
  for (const cited of root.querySelectorAll('[cite]')) cited.removeAttribute('cite');
  for (const link of root.querySelectorAll('a[href]')) {
    const href = link.getAttribute('href') ?? '';
    link.removeAttribute('target');
    link.removeAttribute('download');
    if (/^https?:/i.test(href)) continue;
    const [file = '', hash] = href.split('#');
    const target = file === '' ? from : posix.join('/', from, file).slice(1);
    if (hash !== undefined && inside.includes(target)) link.setAttribute('href', `#${hash}`);
    else if (target === `${path}source/`) link.setAttribute('href', '#report-text');
    else if (site)
      link.setAttribute('href', new URL(target + (hash === undefined ? '' : `#${hash}`), site).href);
    else link.replaceWith(...link.childNodes);
  }
}

/** @param {Document} document @throws if a link inside the document leads nowhere, or anything would be loaded */
function verify(document) {
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
  const known = new Set(ids);
  const lost = [...document.body.querySelectorAll('[href]')]
    .map((link) => link.getAttribute('href') ?? '')
    .filter((href) => (href.startsWith('#') ? !known.has(href.slice(1)) : !/^https?:/.test(href)));
  const loaded = document.body.querySelectorAll('[src], script, link, iframe, style, [style]').length;
  if (twice.length + lost.length + loaded > 0)
    throw new Error(
      `the whole story holds ids twice (${twice.join(', ')}), links to nothing (${lost.join(', ')}) or ${loaded} elements that load`,
    );
}

/**
 * The style of all pages, each rule once, with the fonts inside.
 * @param {string} siteDir
 * @param {readonly { style: string, path: string }[]} pages
 */
function styleOf(siteDir, pages) {
  /** @type {Set<string>} */
  const rules = new Set();
  for (const { style, path } of pages)
    for (const node of postcss.parse(style).nodes)
      rules.add(
        node.toString().replace(/url\(["']?([^"')]+)["']?\)/g, (whole, url) => {
          if (url.startsWith('data:') || url.startsWith('#')) return whole;
          const file = readFileSync(join(siteDir, path, url));
          if (!url.endsWith('.woff2')) throw new Error(`${url} in the style is no font`);
          return `url(data:font/woff2;base64,${file.toString('base64')})`;
        }),
      );
  return [...rules, readFileSync(join(here, 'whole-story.css'), 'utf8')].join('\n');
}

/** @param {string} text */
const sha256 = (text) => createHash('sha256').update(text).digest('base64');

/** @param {string} text */
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
