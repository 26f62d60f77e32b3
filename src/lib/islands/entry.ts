/**
 * The only script that every reader gets. It finds the current step, tells the stages, and brings charts to life when they come
 * near. It draws nothing itself: whatever fails to arrive, the prerendered words and pictures stay.
 */
import { drive } from '../scroll/driver.js';
import { stepShownBy } from '../scroll/current-step.js';
import { Stage } from './stage.js';
import { attachChartKeys } from './chart-keys.js';
import { readWords } from './page-data.js';
import { attachFigureLinks } from './figure-links.js';
import { watchLedger } from './ledger-near.js';
import { attachStepControls } from './step-controls.js';
import { arrive, attachEditionSwitch } from './edition-switch.js';
import { attachRail } from './rail.js';
import { whenReaderBegins } from './wake.js';

const root = document.documentElement;
const steps = [...document.querySelectorAll<HTMLElement>('[data-step]')];

/** A stage with its own steps' place among all steps. */
const stages = [...document.querySelectorAll<HTMLElement>('[data-stage]')].flatMap((figure) => {
  const own = steps.filter((step) => step.closest('[data-section]') === figure.closest('[data-section]'));
  const first = own[0] ? steps.indexOf(own[0]) : -1;
  return first < 0 ? [] : [{ stage: new Stage(figure, own), first, count: own.length }];
});

let marked: HTMLElement | undefined;

function show(current: number): void {
  for (const { stage, first, count } of stages) stage.show(stepShownBy(first, count, current) - first);
  marked?.removeAttribute('aria-current');
  marked = steps[current];
  marked?.setAttribute('aria-current', 'step');
}

// Set before the first position is taken: it changes the layout where the early script could not.
root.classList.add('live');
attachFigureLinks(document);
arrive(document, async (ref, opener) => (await import('./sheet.js')).openSheet(ref, opener));
attachChartKeys(document, readWords(document).byArrowKeys);
const rail = attachRail(document, steps);
const controls = attachStepControls(document, steps.length, (index) => driver.goTo(index));
const driver = drive(steps, (current) => {
  show(current);
  rail(current);
  controls(current);
});
attachEditionSwitch(document, steps, driver.current);
whenReaderBegins(() => {
  for (const { stage } of stages) stage.watch();
  watchLedger(document);
});
root.setAttribute('data-live', '');
