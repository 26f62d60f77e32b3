/**
 * Which step each stage shows, in a page whose story may change while it is open. The readers' page has its steps fixed; here they
 * come and go, and the readers' own driver and controls are attached anew to those that are there.
 */
import { SvelteMap } from 'svelte/reactivity';
import { defined } from '../../../invariants/defined.js';
import { attachStepControls, type StepControls } from '../../../islands/step-controls.js';
import { stepShownBy } from '../../../scroll/current-step.js';
import { drive, type Driver } from '../../../scroll/driver.js';
import type { Playing } from '../../../view/page.js';

export class Playback implements Playing {
  readonly #shown = new SvelteMap<string, number>();
  readonly #onstep: (step: HTMLElement | undefined, index: number) => void;
  #steps: readonly HTMLElement[] = [];
  #driver: Driver | undefined;
  #controls: StepControls | undefined;

  constructor(onstep: (step: HTMLElement | undefined, index: number) => void = () => {}) {
    this.#onstep = onstep;
  }

  stepOf(section: string): number {
    return this.#shown.get(section) ?? 0;
  }

  get steps(): readonly HTMLElement[] {
    return this.#steps;
  }

  get current(): number {
    return this.#driver?.current() ?? -1;
  }

  /** Takes the page's steps as they stand now, and plays them. */
  play(page: Document): void {
    this.stop();
    const steps = [...page.querySelectorAll<HTMLElement>('[data-step]')];
    const sections = [...page.querySelectorAll<HTMLElement>('[data-section]')].flatMap((section) => {
      const first = steps.findIndex((step) => section.contains(step));
      const count = steps.filter((step) => section.contains(step)).length;
      return first < 0 ? [] : [{ id: defined(section.dataset.section, 'id of a section'), first, count }];
    });
    this.#steps = steps;
    const controls = attachStepControls(page, steps.length, (index) => this.#driver?.goTo(index));
    this.#controls = controls;
    const show = (current: number) => {
      for (const { id, first, count } of sections) {
        const at = stepShownBy(first, count, current) - first;
        if (this.#shown.get(id) !== at) this.#shown.set(id, at);
      }
      for (const [i, step] of steps.entries()) {
        if (i === current) step.setAttribute('aria-current', 'step');
        else if (step.hasAttribute('aria-current')) step.removeAttribute('aria-current');
      }
      controls.show(current);
      this.#onstep(steps[current], current);
    };
    this.#driver = drive(steps, show, { byFrame: true });
  }

  stop(): void {
    this.#driver?.stop();
    this.#controls?.stop();
  }
}
