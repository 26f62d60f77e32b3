/**
 * The only script that every reader gets. It finds the current step, tells the stages, and brings charts to life when they come
 * near. It draws nothing itself: whatever fails to arrive, the prerendered words and pictures stay.
 */
import { takeLink } from '../embed/frame-link.js';
import { attachChartKeys } from './chart-keys.js';
import { attachEmbedOffers } from './embed-offers.js';
import { attachFigureLinks } from './figure-links.js';
import { watchLedger } from './ledger-near.js';
import { attachStepControls } from './step-controls.js';
import { arrive, attachEditionSwitch } from './edition-switch.js';
import { lowWindow } from './low-window.js';
import { attachRail } from './rail.js';
import { readingOf } from './reading.js';
import { whenReaderBegins } from './wake.js';

const root = document.documentElement;
const reading = readingOf(document);
const link = takeLink();
if (link) startInFrame();
else startPage();

function startPage(): void {
  const low = lowWindow(root);
  const lay = () => {
    root.classList.toggle('live', !low.matches());
    reading.hold(low.matches());
  };
  // Before the first position is taken: it changes the layout where the early script could not.
  lay();
  attachFigureLinks(document);
  attachEmbedOffers(document);
  arrive(document, async (ref, opener) => (await import('./sheet.js')).openSheet(ref, opener));
  attachChartKeys(document);
  const rail = attachRail(document, reading.steps);
  const controls = attachStepControls(document, reading.steps.length, (index) => driver.goTo(index));
  const driver = reading.drive((current) => {
    rail(current);
    controls(current);
  });
  attachEditionSwitch(document, reading.steps, driver.current);
  const watchStages = () => {
    if (!low.matches()) reading.watch();
  };
  whenReaderBegins(() => {
    watchStages();
    watchLedger(document);
    low.onChange(watchStages);
  });
  low.onChange(() => {
    lay();
    driver.update();
  });
  root.setAttribute('data-live', '');
}

/** In somebody else's page the form is not ours to choose; what knows the forms comes as a chunk of its own. */
function startInFrame(): void {
  link?.listen(() => undefined);
  attachFigureLinks(document);
  attachChartKeys(document);
  if (root.dataset.embed === 'chart') startChart();
  import('./embed-modes.js')
    .then(({ startEmbedded }) => {
      if (link) startEmbedded(link, reading);
      watchLedger(document);
      root.setAttribute('data-live', '');
    })
    .catch(() => link?.listen(undefined));
}

function startChart(): void {
  import('./lone-chart.js')
    .then(({ startLoneChart }) => startLoneChart(document, location.search))
    // The last state, as prerendered, is shown.
    .catch(() => document.querySelector('.lone-stage')?.setAttribute('data-drawn', ''));
}
