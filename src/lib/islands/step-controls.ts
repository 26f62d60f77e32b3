/** A step on, a step back: by button and by arrow key. Knows step numbers only. */
import { isModified, keepsItsKeys } from './keys.js';

/**
 * @param count number of steps
 * @param goTo called with the index of the step to bring into view
 * @returns to be called with the current step's index whenever it changes
 */
export function attachStepControls(
  page: Document,
  count: number,
  goTo: (index: number) => void,
): (current: number) => void {
  const previous = page.querySelectorAll<HTMLButtonElement>('button[data-previous]');
  const next = page.querySelectorAll<HTMLButtonElement>('button[data-next]');
  /** Where a smooth scroll is still heading, so that three quick presses go three steps. */
  let heading = -1;

  function go(by: number): void {
    const index = Math.min(Math.max(heading + by, 0), count - 1);
    heading = index;
    goTo(index);
  }

  for (const button of previous) button.addEventListener('click', () => go(-1));
  for (const button of next) button.addEventListener('click', () => go(1));
  page.addEventListener('keydown', (event) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0 || event.defaultPrevented || isModified(event) || keepsItsKeys(event)) return;
    event.preventDefault();
    go(by);
  });

  return (current) => {
    heading = current;
    // aria-disabled keeps the focus where it is, which `disabled` would throw away.
    for (const button of previous) button.setAttribute('aria-disabled', String(current <= 0));
    for (const button of next) button.setAttribute('aria-disabled', String(current >= count - 1));
  };
}
