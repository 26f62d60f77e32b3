/**
 * The only script that every reader gets. It finds the current step, tells the stages, and brings charts to life when they come
 * near. It draws nothing itself: whatever fails to arrive, the prerendered words and pictures stay.
 */
import { takeLink, type FrameLink } from '../embed/frame-link.js';
import { attachChartKeys } from './chart-keys.js';
import { attachContents } from './contents-link.js';
import { attachFigureLinks } from './figure-links.js';
import { watchLedger } from './ledger-near.js';
import { attachStepControls } from './step-controls.js';
import { arrive, attachEditionSwitch } from './edition-switch.js';
import { lowWindow } from './low-window.js';
import { attachRail } from './rail.js';
import { attachTakeAway } from './take-away-link.js';
import { canScroll, stands } from '../scroll/layout.js';
import { readingOf, type Reading } from './reading.js';
import { whenReaderBegins } from './wake.js';

const root = document.documentElement;
const link = takeLink();
try {
  if (canScroll()) start(readingOf(document));
  else keepDocument();
} catch (error) {
  // Whatever this browser lacks: better without script than with half of it.
  console.warn(error);
  keepDocument();
}

function start(reading: Reading): void {
  if (link) startInFrame(link, reading);
  else startPage(reading);
}

/** The page as it is without script is complete; what would come later is not waited for. */
function keepDocument(): void {
  root.classList.remove('live');
  link?.listen(undefined);
  showLoneChart();
}

function startPage(reading: Reading): void {
  const low = lowWindow(root);
  const isLive = () => root.classList.contains('live');
  const lay = () => {
    root.classList.toggle('live', !low.matches());
    if (isLive() && !stands(reading.stages, { top: 0, height: window.innerHeight }))
      root.classList.remove('live');
    reading.hold(!isLive());
  };
  // Before anything measures a position: this changes the layout where the early script could not.
  lay();
  attachFigureLinks(document);
  attachTakeAway(document);
  arrive(document, async (ref, opener) => (await import('./sheet.js')).openSheet(ref, opener));
  attachChartKeys(document);
  const rail = attachRail(document, reading.steps);
  const controls = attachStepControls(document, reading.steps.length, (index) => driver.goTo(index));
  const contents = attachContents(document, reading.steps);
  const driver = reading.drive((current) => {
    rail(current);
    controls(current);
    contents(current);
  });
  attachEditionSwitch(document, reading.steps, driver.current);
  const watchStages = () => {
    if (isLive()) reading.watch();
  };
  let begun = false;
  whenReaderBegins(() => {
    begun = true;
    watchStages();
    watchLedger(document);
  });
  const layAgain = () => {
    lay();
    driver.update();
    if (begun) watchStages();
  };
  low.onChange(layAgain);
  window.addEventListener('resize', layAgain);
  root.setAttribute('data-live', '');
  if (/[?&]present\b/.test(location.search))
    void import('./present.js').then(({ present }) => present(document, reading.steps));
}

/** In an iframe the host decides the mode; the code for the modes is a chunk of its own. */
function startInFrame(to: FrameLink, reading: Reading): void {
  to.listen(() => undefined);
  attachFigureLinks(document);
  attachChartKeys(document);
  if (root.dataset.embed === 'chart') startChart();
  import('./embed-modes.js')
    .then(({ startEmbedded }) => {
      startEmbedded(to, reading);
      watchLedger(document);
      root.setAttribute('data-live', '');
    })
    .catch(() => to.listen(undefined));
}

function startChart(): void {
  import('./lone-chart.js')
    .then(({ startLoneChart }) => startLoneChart(document, location.search))
    .catch(showLoneChart);
}

/** Shows an embedded chart as prerendered, in its last state: where the address asks for a state, the style sheet hides the plot until `data-drawn` is set. */
function showLoneChart(): void {
  document.querySelector('.lone-stage')?.setAttribute('data-drawn', '');
}
