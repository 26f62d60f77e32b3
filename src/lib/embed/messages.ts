/**
 * What the loader in a host page and the script in an embedded page say to each other, and the only way in for it: whatever
 * arrives is taken as hostile, and is known for one of these messages here or not read at all. Knows no window and no page.
 */

/** How an embedded page is shown; docs/embedding-protocol.md says when which. */
export type Mode = 'frame' | 'bridge' | 'static' | 'plain';

/** Lengths in whole CSS px. `n` numbers the frame's wishes, so that an answer to an older one is known as such. */
export type FrameMessage =
  | { readonly type: 'ready'; readonly modes: readonly Mode[]; readonly n: number }
  | { readonly type: 'height'; readonly mode: Mode; readonly h: number }
  | { readonly type: 'goto'; readonly y: number; readonly n: number }
  | { readonly type: 'page'; readonly dir: 1 | -1 }
  | { readonly type: 'step'; readonly id: string };

/** `at` is how far below the view's top the frame has stood before it is given its mode; nothing said is 0. */
export type HostMessage =
  | { readonly type: 'hello' | 'find' | 'destroy' }
  | { readonly type: 'mode'; readonly mode: Mode; readonly vh: number; readonly at?: number }
  | { readonly type: 'scroll'; readonly y: number; readonly n: number }
  | { readonly type: 'view'; readonly y: number; readonly vh: number };

/** As much of the view as a wish for a page scrolls, which is as much as browsers do. */
export const pageShare = 0.875;

/** What makes a message ours. Other versions are not read. */
export const envelope = { ns: 'story-embed', v: 1 } as const;

type Check = (value: unknown) => boolean;
type Fields<Message extends { type: string }> = {
  readonly [Type in Message['type']]: Readonly<
    Record<Exclude<keyof Extract<Message, { type: Type }>, 'type'>, Check>
  >;
};

/** More than any page is long, and than anybody jumps. */
const most = 8e6;
const whole: Check = (value) =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most;
/** Not every version of the other side says it. */
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

/** Own properties only: a prototype says nothing. */
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

/** Whether it is what a frame of ours may say, whoever sent it. */
export function isFrameMessage(data: unknown): data is FrameMessage {
  return isMessage(data, frameFields);
}

/** Whether it is what a host's loader may say, whoever sent it. */
export function isHostMessage(data: unknown): data is HostMessage {
  return isMessage(data, hostFields);
}
