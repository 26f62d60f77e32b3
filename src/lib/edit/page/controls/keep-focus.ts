/** Keeps the focus when a list is reordered: an element that is moved in the DOM loses it. */
import { tick } from 'svelte';

/**
 * Call before the list is updated (`$effect.pre`). After the update, the element that had the focus gets it again and is scrolled
 * into view; if its row was removed, the handle of the row now at its position gets it.
 */
export function keepFocus(list: HTMLElement | undefined): void {
  const held = document.activeElement;
  if (!(held instanceof HTMLElement) || !list?.contains(held)) return;
  const at = [...list.children].findIndex((row) => row.contains(held));
  void tick().then(() => {
    const handles = list.querySelectorAll<HTMLElement>('[data-handle]');
    const next = held.isConnected ? held : handles[Math.min(at, handles.length - 1)];
    if (document.activeElement !== next) next?.focus({ preventScroll: true });
    next?.scrollIntoView({ block: 'nearest' });
  });
}
