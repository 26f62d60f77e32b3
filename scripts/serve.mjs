/**
 * A static file server for `build/`, as similar to a real host as the tests need. sirv sends files, with types, ETags, ranges and
 * compressed copies. This file adds redirects to folders, the site's own 404 page, and refusals of malformed requests.
 */
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import sirv from 'sirv';

/** Types of text files with their encoding, which sirv states only for HTML. @type {Record<string, string>} */
const texts = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.csv': 'text/csv',
  '.txt': 'text/plain',
  '.xml': 'application/xml',
};

const everywhere = {
  'x-content-type-options': 'nosniff',
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
};

/** Files with a hash in their name, whose content never changes. */
const hashed = /^\/(?:app|live)\//;

/** A path's status; undefined if there is nothing, or can be nothing (below a file, too long a name). @param {string} path */
function stat(path) {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/**
 * A request's path, decoded and without dots, and its query; undefined if malformed. A path that begins with two slashes is
 * refused, because a redirect to it would lead to another host.
 *
 * @param {string} address
 */
function partsOf(address) {
  if (!/^\/(?![/\\])/.test(address)) return undefined;
  try {
    const { pathname, search } = new URL(address, 'http://localhost');
    const path = decodeURIComponent(pathname);
    // eslint-disable-next-line no-control-regex -- what no file's name has, and what would end a header
    return pathname.startsWith('//') || /[\u0000-\u001f\u007f\\]/.test(path)
      ? undefined
      : { pathname, path, search };
  } catch {
    return undefined;
  }
}

/**
 * Whether a request's range is a single plain one. sirv misreads all others, and a server may always send the whole file instead.
 * @param {string} range
 */
function isPlainRange(range) {
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(range) ?? [];
  return first !== undefined && last !== '0' && (!last || Number(first) <= Number(last));
}

/**
 * Serves a folder on the loopback address.
 * @param {string} dir the folder
 * @param {number} port 0 chooses a free one
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export function serve(dir, port = 0) {
  // Looks files up at each request, because the folder may be rebuilt meanwhile. Guesses no extensions: an address is a file's or
  // a folder's.
  const files = sirv(dir, { dev: true, etag: true, brotli: true, gzip: true, extensions: [] });

  /** @type {import('node:http').RequestListener} */
  function answer(request, response) {
    for (const [name, value] of Object.entries(everywhere)) response.setHeader(name, value);
    // If a file is deleted while it is sent, only its response ends, not the server.
    response.on('pipe', (source) => source.on('error', () => response.destroy()));
    const asked = partsOf(request.url ?? '');
    if (!asked) return void response.writeHead(400).end();
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return void response.writeHead(405, { allow: 'GET, HEAD' }).end();
    }
    const { pathname, path, search } = asked;
    const inFolder = path.endsWith('/');
    const name = inFolder ? `${path}index.html` : path;
    const found = /\/\.(?!well-known\/)/.test(path) ? undefined : stat(join(dir, name));
    if (found?.isDirectory())
      return void response.writeHead(308, { location: `${pathname}/${search}` }).end();
    if (!found) return missing(request, response);

    const type = texts[extname(name)];
    if (type) response.setHeader('content-type', `${type}; charset=utf-8`);
    response.setHeader(
      'cache-control',
      hashed.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
    );
    const { range } = request.headers;
    if (range && (!isPlainRange(range) || request.headers['if-range'])) delete request.headers.range;
    // A compressed copy older than its file comes from another build.
    const twins = ['.br', '.gz'].map((ending) => stat(join(dir, name + ending)));
    if (twins.some((twin) => twin && twin.mtimeMs < found.mtimeMs)) delete request.headers['accept-encoding'];
    request.url = `${pathname}${inFolder ? 'index.html' : ''}${search}`;
    files(request, response, () => missing(request, response));
  }

  /** @type {import('node:http').RequestListener} */
  function missing(request, response) {
    const page = join(dir, '404.html');
    const there = stat(page) !== undefined;
    response.setHeader('cache-control', 'no-cache');
    response.writeHead(404, { 'content-type': there ? 'text/html; charset=utf-8' : 'text/plain' });
    if (there && request.method !== 'HEAD') createReadStream(page).pipe(response);
    else response.end(there ? undefined : 'not found');
  }

  const server = createServer((request, response) => {
    try {
      answer(request, response);
    } catch (error) {
      console.error(error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    }
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      const taken = typeof address === 'object' && address ? address.port : port;
      resolve({
        url: `http://localhost:${taken}/`,
        close: () => new Promise((done) => (server.closeAllConnections(), server.close(() => done()))),
      });
    });
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  /** @param {string} name @param {string} fallback */
  const option = (name, fallback) => {
    const at = process.argv.indexOf(`--${name}`);
    return at < 0 ? fallback : (process.argv[at + 1] ?? fallback);
  };
  const { url } = await serve(option('dir', 'build'), Number(option('port', process.env.PORT ?? '4173')));
  console.log(`serving ${url}`);
}
