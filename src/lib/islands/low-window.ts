/**
 * Windows too low for a graphic that stays in view and a step beneath it: large text, a zoom of 400 %, a keyboard that is out. The
 * page is then read as without script, each graphic in its last state above its steps. Which windows those are stands in the early
 * script alone, since it has to know before the first paint; where it didn't run, none is.
 */

export interface LowWindow {
  readonly matches: () => boolean;
  readonly onChange: (work: () => void) => void;
}

export function lowWindow(root: HTMLElement): LowWindow {
  const query = root.dataset.lowWindow;
  const list = query === undefined ? undefined : window.matchMedia?.(query);
  return {
    matches: () => list?.matches ?? false,
    onChange: (work) => list?.addEventListener('change', work),
  };
}
