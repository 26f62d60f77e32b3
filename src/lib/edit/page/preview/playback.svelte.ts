/**
 * Decides which step each stage shows, on a page whose story may change while it is open. The readers' page has fixed steps and
 * its own script (lib/islands); here steps come and go, but the current step follows from the steps' positions in the same way.
 */
import { SvelteMap } from 'svelte/reactivity';
import { defined } from '../../../invariants/defined.js';
import type { Playing } from '../../../view/page.js';
import { currentStep, stepShownBy } from '../../../scroll/current-step.js';

/** Share of the window's height at which a step becomes current, from the style sheet, as for readers. */
function lineShare(): number {
  const share = Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--step-line'));
  return share > 0 && share < 1 ? share : 0.7;
}

export class Playback implements Playing {
  readonly #shown = new SvelteMap<string, number>();
  #steps: readonly HTMLElement[] = [];
  #sections: readonly { readonly id: string; readonly first: number; readonly count: number }[] = [];
  #current = -1;
  readonly #onstep: (step: HTMLElement | undefined, index: number) => void;

  constructor(onstep: (step: HTMLElement | undefined, index: number) => void = () => {}) {
    this.#onstep = onstep;
  }

  stepOf(section: string): number {
    return this.#shown.get(section) ?? 0;
  }

  get steps(): readonly HTMLElement[] {
    return this.#steps;
  }

  /** Collects the page's present steps. */
  collect(page: Document): void {
    this.#steps = [...page.querySelectorAll<HTMLElement>('[data-step]')];
    this.#sections = [...page.querySelectorAll<HTMLElement>('[data-section]')].flatMap((section) => {
      const first = this.#steps.findIndex((step) => section.contains(step));
      const count = this.#steps.filter((step) => section.contains(step)).length;
      return first < 0 ? [] : [{ id: defined(section.dataset.section, 'id of a section'), first, count }];
    });
    this.#current = Number.NaN;
    this.update();
  }

  update(): void {
    const tops = this.#steps.map((step) => step.getBoundingClientRect().top);
    const current = currentStep(tops, lineShare() * window.innerHeight);
    if (current === this.#current) return;
    this.#current = current;
    for (const { id, first, count } of this.#sections) {
      const at = stepShownBy(first, count, current) - first;
      if (this.#shown.get(id) !== at) this.#shown.set(id, at);
    }
    for (const [i, step] of this.#steps.entries()) {
      if (i === current) step.setAttribute('aria-current', 'step');
      else if (step.hasAttribute('aria-current')) step.removeAttribute('aria-current');
    }
    this.#onstep(this.#steps[current], current);
  }

  /** Starts watching. @returns a function that stops it */
  watch(): () => void {
    let asked = false;
    const soon = () => {
      if (asked) return;
      asked = true;
      requestAnimationFrame(() => {
        asked = false;
        this.update();
      });
    };
    const alarms = ['scroll', 'scrollend', 'resize', 'hashchange', 'pageshow', 'load'] as const;
    for (const alarm of alarms) window.addEventListener(alarm, soon, { passive: true });
    return () => {
      for (const alarm of alarms) window.removeEventListener(alarm, soon);
    };
  }

  goTo(index: number): void {
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#steps[index]?.scrollIntoView({ block: 'start', behavior: calm ? 'instant' : 'smooth' });
  }

  get current(): number {
    return this.#current;
  }
}
