/** Which keys are the page's own to answer. */

const answeredElsewhere = 'input, select, textarea, dialog, [contenteditable], [data-own-arrows]';

type Pressed = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/** With a modifier a key is the browser's or the system's. */
export const isModified = ({ altKey, ctrlKey, metaKey, shiftKey }: Pressed): boolean =>
  altKey || ctrlKey || metaKey || shiftKey;

/** Whether the element that has the focus has a use of its own for the keys that move. */
export const keepsItsKeys = ({ target }: KeyboardEvent): boolean =>
  target instanceof Element && target.closest(answeredElsewhere) !== null;

const ways: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowLeft: (at) => at - 1,
  ArrowUp: (at) => at - 1,
  ArrowRight: (at) => at + 1,
  ArrowDown: (at) => at + 1,
  Home: () => 0,
  End: (_, last) => last,
};

/**
 * Where a key leads among things that have one tab stop together and are walked by arrow keys.
 *
 * @param at which of them has the focus, -1 if none has
 * @returns the index of the one to focus; undefined for any other key, or where there is nothing
 */
export function roved(event: Pressed, at: number, count: number): number | undefined {
  const way = isModified(event) || count === 0 ? undefined : ways[event.key];
  return way && Math.min(Math.max(way(at, count - 1), 0), count - 1);
}
