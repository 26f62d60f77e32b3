/** Reading, on the story's own page and in frames alike: finds the current step, marks it and tells the stages. */
import { drive, type DriveOptions, type Driver } from '../scroll/driver.js';
import { stepShownBy } from '../scroll/current-step.js';
import { Stage } from './stage.js';

export interface Reading {
  /** All step elements in reading order. */
  readonly steps: readonly HTMLElement[];
  /** The stages that have steps. */
  readonly stages: readonly HTMLElement[];
  /** Shows the step with this index, -1 for none yet. */
  readonly show: (current: number) => void;
  /** Whether every stage keeps to its last state, as printed, wherever the reader is: where stages don't stay in view. */
  readonly hold: (whether: boolean) => void;
  /** Brings charts to life as their stages come near. */
  readonly watch: (root?: Document) => void;
  /** @param onStep called with the current step's index after it is shown */
  readonly drive: (onStep: (current: number) => void, options?: DriveOptions) => Driver;
}

export function readingOf(page: Document): Reading {
  const steps = [...page.querySelectorAll<HTMLElement>('[data-step]')];

  /** Each stage with the index of its first step among all steps, and how many it has. */
  const stages = [...page.querySelectorAll<HTMLElement>('[data-stage]')].flatMap((figure) => {
    const own = steps.filter((step) => step.closest('[data-section]') === figure.closest('[data-section]'));
    const first = own[0] ? steps.indexOf(own[0]) : -1;
    return first < 0 ? [] : [{ figure, stage: new Stage(figure, own), first, count: own.length }];
  });

  let marked: HTMLElement | undefined;
  let held = false;
  let printing = false;
  let shown = -1;

  function showStages(): void {
    for (const { stage, first, count } of stages)
      stage.show(held || printing ? count - 1 : stepShownBy(first, count, shown) - first);
  }

  function show(current: number): void {
    shown = current;
    showStages();
    marked?.removeAttribute('aria-current');
    marked = steps[current];
    marked?.setAttribute('aria-current', 'step');
  }

  // On paper each graphic is as without script: the prerendered one, in its last state.
  function print(whether: boolean): void {
    printing = whether;
    page.documentElement.toggleAttribute('data-printing', whether);
    showStages();
    for (const { stage } of stages) stage.print(whether);
  }
  page.defaultView?.addEventListener('beforeprint', () => print(true));
  page.defaultView?.addEventListener('afterprint', () => print(false));

  return {
    steps,
    stages: stages.map(({ figure }) => figure),
    show,
    hold: (whether) => {
      if (held === whether) return;
      held = whether;
      showStages();
    },
    watch: (root) => {
      for (const { stage } of stages) stage.watch(root);
    },
    drive: (onStep, options) =>
      drive(
        steps,
        (current) => {
          show(current);
          onStep(current);
        },
        options,
      ),
  };
}
