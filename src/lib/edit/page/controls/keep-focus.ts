/** Keeps the focus in a list whose rows change places: an element that is put elsewhere in the page loses it. */
import { tick } from 'svelte';

/**
 * To be called before the list is put in order (`$effect.pre`). Afterwards what had the focus has it again and is in view; if its row
 * is no more, the handle of the row that stands in its place has it.
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
