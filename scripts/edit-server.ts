/**
 * The saving server, a part of `npm run dev` only. It lets the editing page read the story's files and write those that
 * editors may change, from this machine and this page only. No build contains any of it.
 *
 *   GET /__edit/story    all files as they are on disk: 200 StoryAnswer { token, folder, files, hashes, unreadable }
 *   GET /__edit/hashes   200 { hashes }: shows whether somebody else has changed a file; requires the token
 *   GET /__edit/drafts   200 { drafts }: unsaved work stored beside the story; requires the token
 *   PUT /__edit/drafts   body DraftsRequest { keep, gone }: writes and deletes drafts (`edit-server-drafts.ts`)
 *   PUT /__edit/story    body SaveRequest { files: { path: { base, text } } }: saves all of them or none
 *
 * The types are in `src/lib/edit/files/protocol.ts`, the page's side in `src/lib/edit/files/saving.ts`. A PUT must pass these
 * guards in this order (a PUT of drafts those down to `shape`); the first one that refuses answers with
 * `RefusedAnswer { refused, message, … }`:
 *
 *   host 403      the Host is localhost, 127.0.0.1 or [::1], and the connection comes from this machine
 *   site 403      Sec-Fetch-Site is same-origin (also for GET)
 *   origin 403    Origin is present and is this server's own address
 *   token 403     the header x-edit-token holds this start's random token
 *   method 405    PUT
 *   type 415      application/json
 *   size 413      the body, and later each file
 *   shape 400     UTF-8, JSON, { files: { path: { base: hash or null, text: string or null } } }
 *   path 400      the story's own files under checked ids (`isEditable`)
 *   outside 403   the real path is inside the story's folder: no linked folder; a linked file only to another file in it
 *   changed 409   each file still has the hash with which it was loaded; otherwise `conflicts` has both texts
 *   problems 422  the save adds no `problems` that the story did not have before
 *   disk 500      the disk accepts the files; if not, nothing has changed
 *
 * A save first copies the old files to `<story>/history/`, then writes all files or none (`src/lib/server/unfinished-save.ts`).
 */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { relative, resolve, sep } from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';
import {
  changedEvent,
  draftsEndpoint,
  hashesEndpoint,
  storyEndpoint,
  type StoryAnswer,
} from '../src/lib/edit/files/protocol.js';
import { readStoryFiles, storyDir } from '../src/lib/server/read-story-files.js';
import { keepDrafts, readDrafts, readDraftsRequest } from './edit-server-drafts.js';
import { hasToken, readBody, refuse, refuseForeign, refuseUnsafe, tooLarge } from './edit-server-guards.js';
import { hashesOf, misshapen, save, type Check } from './edit-server-save.js';

/** Answers a request; returns `false` if the request is not for this server. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/**
 * @param folder the story's folder
 * @param loadCheck loads the checks when they are first needed
 * @param token this start's secret
 */
export function editHandler(folder: string, loadCheck: () => Promise<Check>, token: string): Handler {
  return async (request, response) => {
    const path = (request.url ?? '').split('?')[0];
    if (path === undefined || !endpoints.has(path)) return false;
    const foreign = refuseForeign(request);
    if (foreign) return answer(response, foreign.status, foreign);
    try {
      if (request.method === 'GET' && path === storyEndpoint)
        return answer(response, 200, storyAnswer(folder, token));
      if (request.method === 'GET') {
        if (!hasToken(request, token))
          return answer(response, 403, refuse(403, 'token', '重新载入页面', 'reload the page'));
        return path === draftsEndpoint
          ? answer(response, 200, { drafts: readDrafts(folder) })
          : answer(response, 200, { hashes: hashesOf(readStoryFiles(folder)) });
      }
      const unsafe = refuseUnsafe(request, token);
      if (unsafe) return answer(response, unsafe.status, unsafe);
      const body = await readBody(request);
      if (typeof body !== 'string') return answer(response, body.status, body);
      if (path === draftsEndpoint) return answerDrafts(response, folder, body);
      const check = await loadCheck();
      const saved = save(resolve(folder), body, check);
      return saved.ok
        ? answer(response, 200, saved.answer)
        : answer(response, saved.refusal.status, saved.refusal);
    } catch (error) {
      const why = error instanceof Error ? error.message : '';
      return answer(response, 500, refuse(500, 'disk', `读不了：${why}`, `cannot be read: ${why}`));
    }
  };
}

const endpoints: ReadonlySet<string> = new Set([storyEndpoint, hashesEndpoint, draftsEndpoint]);

function answerDrafts(response: ServerResponse, folder: string, body: string): true {
  const asked = readDraftsRequest(body);
  const refusal = !asked ? misshapen : keepDrafts(resolve(folder), asked) ? undefined : tooLarge;
  return refusal
    ? answer(response, refusal.status, refusal)
    : answer(response, 200, { kept: asked?.keep.map(({ id }) => id) });
}

function storyAnswer(folder: string, token: string): StoryAnswer {
  const present = readStoryFiles(folder);
  const files: Record<string, string> = {};
  const unreadable: string[] = [];
  for (const [path, bytes] of present) {
    try {
      files[path] = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      unreadable.push(path);
    }
  }
  return { token, folder, files, hashes: hashesOf(present), unreadable };
}

function answer(response: ServerResponse, status: number, body: object): true {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    // The rest of a refused body is not read.
    ...(status >= 400 ? { connection: 'close' } : {}),
    ...(status === 405 ? { allow: 'GET, PUT' } : {}),
  });
  response.end(JSON.stringify(body));
  return true;
}

/** The plugin for `vite.config.ts`. */
export function editServer(): Plugin {
  return {
    name: 'edit-server',
    apply: (_config, { command, isPreview }) => command === 'serve' && !isPreview && !process.env['VITEST'],
    configureServer(server) {
      const folder = storyDir();
      const token = randomBytes(32).toString('hex');
      const handle = editHandler(folder, () => loadCheck(server), token);
      server.middlewares.use((request, response, next) => {
        handle(request, response).then((answered) => {
          if (!answered) next();
          else if (request.method === 'PUT' && request.url?.startsWith(storyEndpoint)) forgetStory(server);
        }, next);
      });
      tellOfChanges(server, folder);
    },
  };
}

/** Loads the checks from the site's own code when the first save comes. */
async function loadCheck(server: ViteDevServer): Promise<Check> {
  const { problemsOf } = await server.ssrLoadModule('/scripts/edit-server-check.ts');
  if (typeof problemsOf !== 'function') throw new Error('no checks');
  return (files) => problemsOf(files);
}

/**
 * Invalidates the module that reads the story, and those that depend on it. Only these, because otherwise there would be two
 * copies of SvelteKit.
 */
function forgetStory(server: ViteDevServer): void {
  const graph = server.environments['ssr']?.moduleGraph;
  const modules = graph?.getModulesByFile(resolve('src/lib/server/story.ts')) ?? [];
  for (const module of modules) graph?.invalidateModule(module);
}

/** Tells open editing pages which files have changed, and makes the next request read the story again. */
function tellOfChanges(server: ViteDevServer, folder: string): void {
  const root = resolve(folder) + sep;
  const tell = (file: string): void => {
    const path = resolve(file);
    if (!path.startsWith(root)) return;
    const name = relative(root, path).split(sep).join('/');
    if (name.startsWith('history/') || /(?:^|\/)\./.test(name)) return;
    forgetStory(server);
    server.ws.send(changedEvent, { paths: [name] });
  };
  for (const event of ['add', 'change', 'unlink'] as const) server.watcher.on(event, tell);
}
