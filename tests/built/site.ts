/**
 * The built site as the tests read it: files of the tests' build (scripts/site.mjs) and parsed pages.
 * What it serves is what readers get, so nothing here looks at the sources.
 */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parseHTML } from 'linkedom';
import { siteFolder } from '../../scripts/site.mjs';

/** Where the build is; another story's build is tested by another folder. */
export const buildFolder = siteFolder;

/** Every file of the build, relative to it, with forward slashes. */
export function allFilesOfBuild(): string[] {
  return readdirSync(buildFolder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(buildFolder, path)).isFile())
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
}

/** The same without compressed twins and dot files, which are for servers. */
export function filesOfBuild(): string[] {
  return allFilesOfBuild().filter((path) => !/\.(br|gz)$|^\./.test(path));
}

/** Every page of the build, relative to it. */
export const pages = filesOfBuild().filter((path) => path.endsWith('.html'));

export function read(path: string): string {
  return readFileSync(join(buildFolder, path), 'utf8');
}

/** Pages that somebody may still look at. */
const parsed = new Map<string, WeakRef<Document>>();

/** The page as a document, to be read and not changed: it is parsed once. Script is not run, this is what a reader without script has. */
export function open(path: string): Document {
  const known = parsed.get(path)?.deref();
  if (known) return known;
  const { document } = parseHTML(read(path));
  parsed.set(path, new WeakRef(document));
  return document;
}

/** The elements that a selector finds, in document order. */
export function all(root: ParentNode, selector: string): Element[] {
  return [...root.querySelectorAll(selector)];
}

/**
 * The file that a relative address leads to from a page, or what is wrong with it.
 * @param page the page's path in the build
 * @param address as in the attribute, without its fragment
 */
export function resolveFrom(page: string, address: string): { file: string } | { fault: string } {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(address)) return { fault: 'leaves the site' };
  // Served at any depth, this page alone knows no way to the site's root but the site's own path.
  const rooted = page === '404.html' && address.startsWith('/');
  if (address.startsWith('/') && !rooted) return { fault: 'is not relative' };
  const from = rooted ? '.' : posix.dirname(page);
  const way = rooted ? `.${address}` : address;
  const path = posix.normalize(posix.join(from, decodeURIComponent(way.split('?')[0] ?? '')));
  if (path.startsWith('..')) return { fault: 'leads out of the build' };
  const file =
    address === ''
      ? page
      : path.endsWith('/') || path === '.' || path === './'
        ? posix.join(path, 'index.html')
        : path;
  return existsSync(join(buildFolder, file)) && statSync(join(buildFolder, file)).isFile()
    ? { file }
    : { fault: 'leads to nothing' };
}

/**
 * The same for an address that may be absolute, where the build was told its own (`SITE_URL`).
 * @throws if it leads out of the site or to nothing
 */
export function siteFile(page: string, address: string): string {
  const site = process.env.SITE_URL;
  if (site && !address.startsWith(site)) throw new Error(`${address} is not absolute, on ${page}`);
  const found = site ? resolveFrom('index.html', address.slice(site.length)) : resolveFrom(page, address);
  if ('fault' in found) throw new Error(`${address} ${found.fault}, on ${page}`);
  return found.file;
}
