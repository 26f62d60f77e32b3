/**
 * Other people's pages: examples/hosts served on another origin (and site), with the example's address of the story replaced by the
 * one under test, and the scripts of others that some of them use.
 */
import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { extname } from 'node:path';

/** How the examples call the story. */
const exampleAddress = 'https://story.example/';

const peers: Readonly<Record<string, string>> = {
  'pym.v1.min.js': 'pym.js/dist/pym.v1.min.js',
  'iframeResizer.min.js': 'iframe-resizer-4/js/iframeResizer.min.js',
  'iframe-resizer.parent.umd.js': '@iframe-resizer/parent/index.umd.js',
  'frames.umd.js': '@newswire/frames/dist/frames.umd.js',
};
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

function fileOf(name: string): string | undefined {
  const peer = /^peers\/(.+)$/.exec(name)?.[1];
  if (peer !== undefined) return peers[peer] && `node_modules/${peers[peer]}`;
  return /^[\w-]+\.(html|js|css)$/.test(name) ? `examples/hosts/${name}` : undefined;
}

function send(response: ServerResponse, ending: string, text: string): void {
  response.writeHead(200, { 'content-type': types[ending] ?? 'text/plain' }).end(text);
}

/** The loader among a host's own script, at the host's own address. */
async function bundle(site: string): Promise<string> {
  return `/* The host's own. */\n${await (await fetch(`${site}embed.js`)).text()}`;
}

export interface Hosts {
  /** Ends in a slash. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/**
 * @param site the story's address
 * @param part what of the story stands in place of its beginning: `embed/…`
 */
export function serveHosts(site: string, part: string): Promise<Hosts> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    if (pathname === '/bundle.js') return void bundle(site).then((text) => send(response, '.js', text));
    const file = fileOf(pathname.slice(1));
    if (file === undefined) return void response.writeHead(404, { 'content-type': 'text/plain' }).end();
    const text = readFileSync(file, 'utf8')
      .replaceAll(`${exampleAddress}embed/`, `${site}${part}`)
      .replaceAll(exampleAddress, site)
      .replaceAll(exampleAddress.slice(0, -1), new URL(site).origin);
    send(response, extname(file), text);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (typeof address !== 'object' || address === null) return reject(new Error('no address'));
      resolve({
        // Another site than the story's `localhost`: browsers give it a process of its own.
        url: `http://127.0.0.1:${address.port}/`,
        close: () => new Promise((done) => (server.closeAllConnections(), server.close(() => done()))),
      });
    });
  });
}

/** The shortest section with a stage and four steps or more: it is read through in every host. */
export async function sectionToEmbed(site: string): Promise<string> {
  const html = await (await fetch(site)).text();
  const rich = html
    // Steps are sections, too.
    .split(/<section (?=[^>]*data-section=)/)
    .slice(1)
    .map((text) => ({
      id: /data-section="([\w-]+)"/.exec(text)?.[1],
      text,
      steps: text.split(/data-step=/).length - 1,
    }))
    .filter(({ text, steps }) => text.includes('data-stage=') && steps >= 4)
    .sort((a, b) => a.steps - b.steps);
  const id = rich[0]?.id;
  if (id === undefined) throw new Error('no section with a stage and four steps');
  return id;
}
