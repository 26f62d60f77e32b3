/** Starts a saving server on a copy of a story, and sends it requests with any headers that a test wants. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, request as send, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashesOf, type Check } from '../../scripts/edit-server-save.js';
import { editHandler } from '../../scripts/edit-server.js';
import { storyEndpoint, tokenHeader, type SaveFile } from '../../src/lib/edit/files/protocol.js';
import { readStoryFiles } from '../../src/lib/server/read-story-files.js';

export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: IncomingMessage['headers'];
}

export interface Asked {
  readonly method?: string;
  readonly path?: string;
  /** Headers that replace those of a correct request; null removes one. */
  readonly headers?: Readonly<Record<string, string | null>>;
  readonly body?: string | Uint8Array;
}

export interface Served {
  readonly folder: string;
  readonly origin: string;
  readonly token: string;
  ask(asked?: Asked): Promise<Answer>;
  put(files: Readonly<Record<string, SaveFile>>, headers?: Asked['headers']): Promise<Answer>;
  hash(path: string): string | null;
  close(): Promise<void>;
}

/** @param source a story's folder, which is copied first */
export async function serveStory(source: string, check: Check): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'edit-'));
  cpSync(source, folder, { recursive: true });
  const token = 'a'.repeat(64);
  const handle = editHandler(folder, () => Promise.resolve(check), token);
  const server = createServer((request, response) => {
    handle(request, response).then(
      (answered) => {
        if (!answered) response.writeHead(404).end();
      },
      () => response.destroy(),
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const origin = `http://localhost:${port}`;

  const ask: Served['ask'] = ({ method = 'GET', path = storyEndpoint, headers = {}, body } = {}) =>
    new Promise((done, fail) => {
      const proper = {
        host: `localhost:${port}`,
        'sec-fetch-site': 'same-origin',
        ...(method === 'GET' ? {} : { origin, [tokenHeader]: token, 'content-type': 'application/json' }),
      };
      const head = Object.entries({ ...proper, ...headers }).filter(
        (field): field is [string, string] => field[1] !== null,
      );
      const request = send(
        { host: '127.0.0.1', port, method, path, headers: Object.fromEntries(head), setHost: false },
        (response) => {
          const pieces: Buffer[] = [];
          response.on('data', (piece: Buffer) => pieces.push(piece));
          response.on('end', () => {
            const text = Buffer.concat(pieces).toString('utf8');
            const parsed: unknown = text.startsWith('{') ? JSON.parse(text) : {};
            const record = typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
            done({ status: response.statusCode ?? 0, body: record, headers: response.headers });
          });
        },
      );
      request.on('error', fail);
      request.end(body);
    });

  return {
    folder,
    origin,
    token,
    ask,
    put: (files, headers = {}) => ask({ method: 'PUT', headers, body: JSON.stringify({ files }) }),
    hash: (path) => hashesOf(readStoryFiles(folder))[path] ?? null,
    close: async () => {
      await new Promise((done) => server.close(done));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
