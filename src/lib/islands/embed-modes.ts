/**
 * An embedded page in the mode that its inline script has found (lib/embed/frame.ts): which view the current step is found in, what
 * keeps the stages in sight, and whether the flat layout or the stepper stand instead. Modes change at most a few times, and what
 * one has done is undone before the next.
 */
import type { FrameLink } from '../embed/frame-link.js';
import type { ReadingView } from '../scroll/driver.js';
import { stands } from '../scroll/layout.js';
import { followTargets, showTargets } from './follow.js';
import { holdStages } from './hold-stages.js';
import { pageBySpace } from './page-by-space.js';
import type { Reading } from './reading.js';
import { attachStepControls } from './step-controls.js';
import { visibleBand } from './visible-band.js';
import { whenReaderBegins } from './wake.js';

/** How far down a step is put that the reader goes to: a share of the way from the view's top to the reading line. */
const gone = 0.75;

type Undo = () => void;

export function startEmbedded(link: FrameLink, reading: Reading): void {
  const root = document.documentElement;
  const stages = [...document.querySelectorAll<HTMLElement>('[data-stage]')];
  const wholeWindow = (): ReadingView => ({ top: 0, height: window.innerHeight });
  let view = wholeWindow;
  let undo: Undo = () => undefined;
  let shown: string | undefined;
  /** The mode, width and height for which `lay` last measured the layout: as long as they stay, it measures nothing. */
  let laid = '';
  const isLive = () => root.classList.contains('live');

  const controls = attachStepControls(document, reading.steps.length, goTo);
  const driver = reading.drive(
    (current) => {
      controls(current);
      const id = reading.steps[current]?.id;
      if (id) link.post({ type: 'step', id });
    },
    { view: () => view(), root: document },
  );

  function goTo(index: number): void {
    const step = reading.steps[index];
    if (shown !== 'bridge' && shown !== 'static') driver.goTo(index);
    else if (step) {
      const { top, height } = step.getBoundingClientRect();
      link.goTo(
        window.scrollY + top - Math.min(gone * view().height * 0.8, Math.max(0, view().height - height)),
      );
    }
  }

  /** Tells the style sheet the view, so that dialogs open where the reader looks. Only when one may open: a change on the root restyles the whole page. */
  function setView(): void {
    const { top, height } = view();
    root.style.setProperty('--view-top', `${Math.round(top)}px`);
    root.style.setProperty('--view-height', `${Math.round(height)}px`);
  }
  function moved(): void {
    if (shown === 'bridge' && isLive()) holdStages(stages, view());
    if (document.querySelector('dialog[open]')) setView();
    driver.update();
  }

  function letGo(): void {
    for (const stage of stages) stage.style.removeProperty('transform');
  }

  /** Measures whether the scrolling layout stands in this mode and size; where it doesn't, the page becomes a plain document. */
  function lay(): void {
    const before = laid;
    laid = [shown, root.dataset.stepper, window.innerWidth, view().height].join(' ');
    if (shown === 'static' || laid === before) return;
    link.lay(() => stands(reading.stages, view()));
    reading.hold(!isLive());
    if (isLive()) return;
    letGo();
    if (shown !== 'stepper') return;
    undo();
    undo = showTargets();
  }

  function tall(): Undo {
    setView();
    const unfollow = followTargets(() => view(), link.goTo);
    for (const sign of ['click', 'keydown'] as const) document.addEventListener(sign, setView, true);
    return () => {
      unfollow();
      for (const sign of ['click', 'keydown'] as const) document.removeEventListener(sign, setView, true);
      for (const name of ['--view-top', '--view-height']) root.style.removeProperty(name);
      view = wholeWindow;
    };
  }

  function enter(mode: string | undefined): Undo {
    switch (mode) {
      case 'bridge': {
        view = () => link.view ?? wholeWindow();
        const short = tall();
        moved();
        return () => {
          short();
          letGo();
        };
      }
      case 'static': {
        const band = visibleBand(() => {
          const seen = band.current();
          if (seen) link.see(seen);
          moved();
        });
        view = () => band.current() ?? wholeWindow();
        const short = tall();
        const keys = pageBySpace(view, link.goTo);
        const still = whenItComes(async () => (await import('./flat.js')).flatten(document), link.report);
        return () => {
          still();
          band.stop();
          keys();
          short();
        };
      }
      case 'stepper': {
        const stepper = whenItComes(
          async () => (await import('./stepper.js')).startStepper(document),
          () => {
            lay();
            link.report();
          },
        );
        const unfollow = showTargets();
        return () => {
          unfollow();
          stepper();
        };
      }
      case 'scroll':
        return showTargets();
      default:
        return () => undefined;
    }
  }

  link.listen(() => {
    const now = link.mode === 'plain' ? root.dataset.embedPlain : link.mode;
    if (now !== shown) {
      undo();
      shown = now;
      undo = enter(now);
      if (now === 'static') reading.hold(false);
    }
    // The stepper is measured when it is there.
    if (now !== 'stepper') lay();
    moved();
  });
  window.addEventListener('resize', () => {
    lay();
    moved();
  });
  whenReaderBegins(() => reading.watch(document), stages);
}

/** Starts what a module brings once it has loaded. The result undoes it, also if the module comes later; if it never comes, the prerendered page stands. */
function whenItComes(start: () => Promise<Undo>, done: () => void): Undo {
  let left = false;
  let undo: Undo = () => undefined;
  start()
    .then((each) => {
      if (left) each();
      else {
        undo = each;
        done();
      }
    })
    .catch(done);
  return () => {
    left = true;
    undo();
  };
}
