/** Decides who may save: the guards of the saving server that need only a request's headers. Knows no file. */
import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { tokenHeader, type Guard } from '../src/lib/edit/files/protocol.js';
import type { Message } from '../src/lib/story/types.js';

export interface Refusal {
  readonly status: number;
  readonly refused: Guard;
  readonly message: Message;
}

export const refuse = (status: number, refused: Guard, zh: string, en: string): Refusal => ({
  status,
  refused,
  message: { zh, en },
});

/** The greatest size of a request's body, in bytes. */
export const maxBody = 4_000_000;

const loopbackHosts: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);
const loopbackAddress = /^(?:::1|(?:::ffff:)?127\.\d+\.\d+\.\d+)$/;

/** For every request: it must come from this machine, under a host name of this machine, from a page of the same origin. */
export function refuseForeign(request: IncomingMessage): Refusal | undefined {
  const { host = '' } = request.headers;
  const name = host.replace(/:\d+$/, '').toLowerCase();
  const address = request.socket.remoteAddress ?? '';
  if (!loopbackHosts.has(name) || !loopbackAddress.test(address))
    return refuse(403, 'host', '只能在本机保存', 'saving works on this machine only');
  if (request.headers['sec-fetch-site'] !== 'same-origin')
    return refuse(403, 'site', '只有编辑页自己能保存', 'only the editing page itself may save');
  return undefined;
}

/** For requests that change something, in this order: origin, token, method, type, length (see edit-server.ts). */
export function refuseUnsafe(request: IncomingMessage, token: string): Refusal | undefined {
  const { host = '', origin = '' } = request.headers;
  if (!sameOrigin(origin, host))
    return refuse(403, 'origin', '请求不是从这个地址来的', 'the request does not come from this address');
  if (!hasToken(request, token))
    return refuse(
      403,
      'token',
      '开发服务重启过：重新载入页面，草稿还在',
      'the server has been restarted: reload the page, the draft is kept',
    );
  if (request.method !== 'PUT') return refuse(405, 'method', '用 PUT 保存', 'saving is a PUT');
  if (!/^application\/json *(?:; *charset=utf-8 *)?$/i.test(request.headers['content-type'] ?? ''))
    return refuse(415, 'type', '内容应是 JSON', 'the content has to be JSON');
  if (Number(request.headers['content-length'] ?? 0) > maxBody) return tooLarge;
  return undefined;
}

export const tooLarge = refuse(413, 'size', '一次保存的内容太多', 'too much to be saved at once');

function sameOrigin(origin: string, host: string): boolean {
  try {
    const url = new URL(origin);
    return /^https?:$/.test(url.protocol) && url.origin === origin && url.host === host.toLowerCase();
  } catch {
    return false;
  }
}

export function hasToken(request: IncomingMessage, token: string): boolean {
  const given = Buffer.from(String(request.headers[tokenHeader] ?? ''));
  const wanted = Buffer.from(token);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/**
 * Reads the body as text; a refusal if it is too long or not UTF-8. The rest of a body that is too long is read and discarded,
 * because otherwise the client would see a broken connection in place of the refusal.
 */
export async function readBody(request: IncomingMessage): Promise<string | Refusal> {
  const bytes = await new Promise<Buffer | undefined>((done, fail) => {
    const pieces: Buffer[] = [];
    let length = 0;
    request.on('data', (piece: Buffer) => {
      length += piece.length;
      if (length > maxBody) done(undefined);
      else pieces.push(piece);
    });
    request.on('end', () => done(Buffer.concat(pieces)));
    request.on('error', fail);
    request.on('close', () => fail(new Error('the request has been broken off')));
  });
  if (!bytes) return tooLarge;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return refuse(400, 'shape', '不是 UTF-8', 'not UTF-8');
  }
}
