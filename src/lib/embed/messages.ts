/**
 * The messages between the loader in a host page and the script in an embedded page, and the only place where they are parsed:
 * incoming data is treated as hostile, and ignored unless it is exactly one of these messages. Knows no window and no page.
 */

/** How an embedded page is shown; docs/embedding-protocol.md says when each mode is used. */
export type Mode = 'frame' | 'bridge' | 'static' | 'plain';

/**
 * Messages of the embedded page. Lengths are whole CSS px. `n` numbers the page's scroll requests, so that an answer to an older
 * one can be recognised.
 */
export type FrameMessage =
  | { readonly type: 'ready'; readonly modes: readonly Mode[]; readonly n: number }
  | { readonly type: 'height'; readonly mode: Mode; readonly h: number }
  | { readonly type: 'goto'; readonly y: number; readonly n: number }
  | { readonly type: 'page'; readonly dir: 1 | -1 }
  | { readonly type: 'step'; readonly id: string };

/** Messages of the loader. `at` is how far below the view's top the iframe was before its mode was set, 0 if absent. */
export type HostMessage =
  | { readonly type: 'hello' | 'find' | 'destroy' }
  | { readonly type: 'mode'; readonly mode: Mode; readonly vh: number; readonly at?: number }
  | { readonly type: 'scroll'; readonly y: number; readonly n: number }
  | { readonly type: 'view'; readonly y: number; readonly vh: number };

/** The share of the view by which a page key scrolls, as in browsers. */
export const pageShare = 0.875;

/** Fields that identify our messages. Other versions are ignored. */
export const envelope = { ns: 'story-embed', v: 1 } as const;

type Check = (value: unknown) => boolean;
type Fields<Message extends { type: string }> = {
  readonly [Type in Message['type']]: Readonly<
    Record<Exclude<keyof Extract<Message, { type: Type }>, 'type'>, Check>
  >;
};

/** The greatest number allowed: more px than any page is long, and more requests than any reader makes. */
const most = 8e6;
const whole: Check = (value) =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most;
/** Optional: older versions of the other side leave it out. */
const wholeIfSaid: Check = (value) => value === undefined || whole(value);
const knownModes: readonly unknown[] = ['frame', 'bridge', 'static', 'plain'];
const mode: Check = (value) => knownModes.includes(value);
const modes: Check = (value) => Array.isArray(value) && value.length < 5 && value.every(mode);
const dir: Check = (value) => value === 1 || value === -1;
const stepId: Check = (value) => typeof value === 'string' && /^[\w-]{1,99}--[\w-]{1,99}$/.test(value);

const frameFields: Fields<FrameMessage> = {
  ready: { modes, n: whole },
  height: { mode, h: whole },
  goto: { y: whole, n: whole },
  page: { dir },
  step: { id: stepId },
};
const hostFields: Fields<Extract<HostMessage, { type: 'mode' | 'scroll' | 'view' }>> &
  Record<'hello' | 'find' | 'destroy', Record<never, Check>> = {
  hello: {},
  find: {},
  destroy: {},
  mode: { mode, vh: whole, at: wholeIfSaid },
  scroll: { y: whole, n: whole },
  view: { y: whole, vh: whole },
};

/** Reads own properties only, never a prototype's. */
function own(data: object, key: string): unknown {
  return Object.getOwnPropertyDescriptor(data, key)?.value;
}

function isMessage(data: unknown, types: object): boolean {
  if (typeof data !== 'object' || data === null) return false;
  const type = own(data, 'type');
  const fields = typeof type === 'string' && own(types, type);
  if (own(data, 'ns') !== envelope.ns || own(data, 'v') !== envelope.v) return false;
  return !!fields && Object.entries(fields).every(([key, check]: [string, Check]) => check(own(data, key)));
}

/** Whether the data is a valid message of an embedded page, whoever sent it. */
export function isFrameMessage(data: unknown): data is FrameMessage {
  return isMessage(data, frameFields);
}

/** Whether the data is a valid message of a host's loader, whoever sent it. */
export function isHostMessage(data: unknown): data is HostMessage {
  return isMessage(data, hostFields);
}
