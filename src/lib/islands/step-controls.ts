/** A step on, a step back: by button and by arrow key. Knows step numbers only. */
import { isModified, keepsItsKeys } from './keys.js';

export interface StepControls {
  /** To be called with the current step's index whenever it changes. */
  readonly show: (current: number) => void;
  readonly stop: () => void;
}

/**
 * @param count number of steps
 * @param goTo called with the index of the step to bring into view
 */
export function attachStepControls(
  page: Document,
  count: number,
  goTo: (index: number) => void,
): StepControls {
  const previous = page.querySelectorAll<HTMLButtonElement>('button[data-previous]');
  const next = page.querySelectorAll<HTMLButtonElement>('button[data-next]');
  /** Where a smooth scroll is still heading, so that three quick presses go three steps. */
  let heading = -1;

  function go(by: number): void {
    const index = Math.min(Math.max(heading + by, 0), count - 1);
    heading = index;
    goTo(index);
  }
  const back = () => go(-1);
  const on = () => go(1);
  function onKey(event: KeyboardEvent): void {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0 || event.defaultPrevented || isModified(event) || keepsItsKeys(event)) return;
    event.preventDefault();
    go(by);
  }

  for (const button of previous) button.addEventListener('click', back);
  for (const button of next) button.addEventListener('click', on);
  page.addEventListener('keydown', onKey);

  return {
    show(current) {
      heading = current;
      // aria-disabled keeps the focus where it is, which `disabled` would throw away.
      for (const button of previous) button.setAttribute('aria-disabled', String(current <= 0));
      for (const button of next) button.setAttribute('aria-disabled', String(current >= count - 1));
    },
    stop() {
      for (const button of previous) button.removeEventListener('click', back);
      for (const button of next) button.removeEventListener('click', on);
      page.removeEventListener('keydown', onKey);
    },
  };
}
