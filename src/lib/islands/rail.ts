/**
 * Fills the rail's ticks as the reader passes their figures. What is filled follows from the current step alone, so jumps, reloads
 * and the way back all show the same. Knows ticks and steps as elements, no figures.
 */
import { roved } from './keys.js';

/** Figure id → index of the step at which readers first meet it; Infinity for figures that the story never shows. */
export function firstMet(
  ids: readonly (readonly [figure: string, section: string])[],
  steps: readonly { readonly section: string; readonly figures: ReadonlySet<string> }[],
): ReadonlyMap<string, number> {
  return new Map(
    ids.map(([figure, section]) => {
      const named = steps.findIndex((step) => step.figures.has(figure));
      // Shown by its section's graphic without a word in the text: met when that section has been read.
      const met = named >= 0 ? named : steps.findLastIndex((step) => step.section === section);
      return [figure, met < 0 ? Number.POSITIVE_INFINITY : met];
    }),
  );
}

function figuresOf(step: HTMLElement): ReadonlySet<string> {
  const linked = [...step.querySelectorAll<HTMLElement>('[data-figure]')].map((link) => link.dataset.figure);
  const named = [...linked, step.dataset.highlight, step.dataset.through];
  return new Set(named.filter((id) => id !== undefined));
}

/** One tab stop for the whole rail; the arrow keys go through its ticks. */
function roam(ticks: readonly HTMLElement[]): (to: number) => void {
  let stop = 0;
  const moveStop = (to: number) => {
    ticks[stop]?.setAttribute('tabindex', '-1');
    stop = to;
    ticks[stop]?.setAttribute('tabindex', '0');
  };
  for (const tick of ticks) tick.setAttribute('tabindex', '-1');
  moveStop(0);
  for (const [i, tick] of ticks.entries()) {
    tick.addEventListener('focus', () => moveStop(i));
    tick.addEventListener('keydown', (event) => {
      const to = roved(event, i, ticks.length);
      if (to === undefined) return;
      event.preventDefault();
      ticks[to]?.focus();
    });
  }
  // The stop follows the reading, but never from under the reader's focus.
  return (to) => {
    if (!ticks.some((tick) => tick === document.activeElement)) moveStop(to);
  };
}

/**
 * @param steps all step elements in reading order
 * @returns to be called with the current step's index whenever it changes; -1 above the first
 */
export function attachRail(page: Document, steps: readonly HTMLElement[]): (current: number) => void {
  const ticks = [...page.querySelectorAll<HTMLElement>('[data-rail] a[data-figure]')];
  const met = firstMet(
    ticks.map((tick) => [tick.dataset.figure ?? '', tick.dataset.of ?? '']),
    steps.map((step) => ({
      section: step.closest<HTMLElement>('[data-section]')?.dataset.section ?? '',
      figures: figuresOf(step),
    })),
  );
  const moveStop = roam(ticks);
  return (current) => {
    let last = 0;
    for (const [i, tick] of ticks.entries()) {
      const at = met.get(tick.dataset.figure ?? '') ?? Number.POSITIVE_INFINITY;
      tick.toggleAttribute('data-passed', at <= current);
      if (at === current) last = i;
    }
    if (last > 0) moveStop(last);
  };
}
