/** Moves to the next or previous step by the story's own buttons and arrow keys, on a page whose steps may change. */
import { isComposing } from '../keys/composition.js';
import type { Playback } from './playback.svelte.js';

/** @returns a function that stops listening */
export function attachStepButtons(page: Document, playback: Playback): () => void {
  const go = (by: number) => {
    const to = playback.current + by;
    playback.goTo(Math.min(Math.max(to, 0), playback.steps.length - 1));
  };
  const onClick = (event: MouseEvent) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    if (button?.hasAttribute('data-previous')) go(-1);
    if (button?.hasAttribute('data-next')) go(1);
  };
  const onKey = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const plain = !(event.altKey || event.ctrlKey || event.metaKey || event.shiftKey);
    if (by === 0 || !plain || event.defaultPrevented || isComposing(event)) return;
    const target = event.target instanceof Element ? event.target : undefined;
    if (target?.closest('input, select, textarea, dialog, [data-own-arrows]')) return;
    event.preventDefault();
    go(by);
  };
  page.addEventListener('click', onClick);
  page.addEventListener('keydown', onKey);
  return () => {
    page.removeEventListener('click', onClick);
    page.removeEventListener('keydown', onKey);
  };
}
