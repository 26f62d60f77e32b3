/**
 * How tall a page is, in the languages that host pages' own scripts speak (docs/embedding-protocol.md). Each says a height and
 * nothing else, but for a place of the page that the reader has gone to. Knows no page: only what the address and the host's first message ask for.
 */

/** A host script that has made itself known. The frame's height is theirs from the start. */
export type Peer =
  { readonly kind: 'pym'; readonly id: string } | { readonly kind: 'iframe-resizer'; readonly id: string };

/** Given back to whoever gave it; nothing that could be more than a name passes. */
const plainName = /^[\w.:-]{1,100}$/;

/** pym's parent names its child in the address. */
export function peerInAddress(search: string): Peer | undefined {
  const id = new URLSearchParams(search).get('childId');
  return id !== null && plainName.test(id) ? { kind: 'pym', id } : undefined;
}

const sizerMark = '[iFrameSizer]';

/** iframe-resizer's parent speaks first: `[iFrameSizer]<id>:<settings …>`. */
export function peerInMessage(data: unknown): Peer | undefined {
  if (typeof data !== 'string' || data.length > 2000 || !data.startsWith(sizerMark)) return undefined;
  const [id = '', ...settings] = data.slice(sizerMark.length).split(':');
  return settings.length > 5 && plainName.test(id) ? { kind: 'iframe-resizer', id } : undefined;
}

/** WordPress puts a secret of letters and digits behind the address. */
export function secretInAddress(hash: string): string | undefined {
  return /^#\?secret=([a-zA-Z0-9]{1,40})$/.exec(hash)?.[1];
}

/** WordPress gives a frame 1000 px at most, so that a story there turns its pages: room for one. */
export const wordPressHeight = 640;

/**
 * What to post to the parent window.
 *
 * @param height in whole px
 * @param width of the page, in px
 * @param first the peer hasn't had an answer yet
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

/** What to post so that a host's script scrolls to this place of the page, in whole px; nothing where it knows no such wish. */
export function scrollWishes(y: number, peers: readonly Peer[]): readonly string[] {
  return peers.map(({ kind, id }) =>
    kind === 'pym'
      ? ['pym', id, 'scrollToChildPos', String(y)].join('xPYMx')
      : `${sizerMark}${id}:${y}:0:scrollToOffset`,
  );
}
