/**
 * Writes the page's height in the message formats of other embedding scripts (docs/embedding-protocol.md). A message contains
 * only a height or, if the reader has followed a link within the page, a position to scroll to. Knows no page: only its address
 * and the host's first message.
 */

/** An embedding script of the host that has identified itself. From then on it sets the iframe's height. */
export type Peer =
  { readonly kind: 'pym'; readonly id: string } | { readonly kind: 'iframe-resizer'; readonly id: string };

/** An id that a host may send. We send it back, so it must be a plain name. */
const plainName = /^[\w.:-]{1,100}$/;

/** pym.js puts the child's id into the iframe's address (`?childId=`). */
export function peerInAddress(search: string): Peer | undefined {
  const id = new URLSearchParams(search).get('childId');
  return id !== null && plainName.test(id) ? { kind: 'pym', id } : undefined;
}

const sizerMark = '[iFrameSizer]';

/** iframe-resizer's parent sends the first message: `[iFrameSizer]<id>:<settings …>`. */
export function peerInMessage(data: unknown): Peer | undefined {
  if (typeof data !== 'string' || data.length > 2000 || !data.startsWith(sizerMark)) return undefined;
  const [id = '', ...settings] = data.slice(sizerMark.length).split(':');
  return settings.length > 5 && plainName.test(id) ? { kind: 'iframe-resizer', id } : undefined;
}

/** WordPress appends a secret of letters and digits to the address (`#?secret=`). */
export function secretInAddress(hash: string): string | undefined {
  return /^#\?secret=([a-zA-Z0-9]{1,40})$/.exec(hash)?.[1];
}

/**
 * Height to ask WordPress for, in px. WordPress allows 1000 px at most, so the story is shown one step at a time there, and needs
 * no more.
 */
export const wordPressHeight = 640;

/**
 * The messages to post to the parent window.
 *
 * @param height in whole px
 * @param width of the page, in px
 * @param first whether these peers have not had an answer yet
 */
export function announcements(
  height: number,
  width: number,
  peers: readonly Peer[],
  first: boolean,
): readonly unknown[] {
  return [
    { sentinel: 'amp', type: 'embed-size', height },
    { 'datawrapper-height': { story: height } },
    JSON.stringify({ context: 'iframe.resize', height }),
    ...peers.map(({ kind, id }) =>
      kind === 'pym'
        ? ['pym', id, 'height', String(height)].join('xPYMx')
        : `${sizerMark}${id}:${height}:${width}:${first ? 'init:story-embed' : 'size'}`,
    ),
  ];
}

/**
 * The messages that make a host's script scroll to a position on the page, `y` in whole px. Empty if no peer knows such a
 * message.
 */
export function scrollWishes(y: number, peers: readonly Peer[]): readonly string[] {
  return peers.map(({ kind, id }) =>
    kind === 'pym'
      ? ['pym', id, 'scrollToChildPos', String(y)].join('xPYMx')
      : `${sizerMark}${id}:${y}:0:scrollToOffset`,
  );
}
