/**
 * An embedded page in the mode that its inline script has found (lib/embed/frame.ts): which view the current step is found in, what
 * keeps the stages in sight, and whether the flat layout or the stepper stand instead. Modes change at most a few times, and what
 * one has done is undone before the next.
 */
import type { FrameLink } from '../embed/frame-link.js';
import type { ReadingView } from '../scroll/driver.js';
import { followTargets, showTargets } from './follow.js';
import { holdStages } from './hold-stages.js';
import { pageBySpace } from './page-by-space.js';
import type { Reading } from './reading.js';
import { attachStepControls } from './step-controls.js';
import { visibleBand } from './visible-band.js';
import { whenReaderBegins } from './wake.js';

/** Where a step that is gone to is put, as a share of the way from the view's top to the line. */
const gone = 0.75;

type Undo = () => void;

export function startEmbedded(link: FrameLink, reading: Reading): void {
  const root = document.documentElement;
  const stages = [...document.querySelectorAll<HTMLElement>('[data-stage]')];
  const wholeWindow = (): ReadingView => ({ top: 0, height: window.innerHeight });
  let view = wholeWindow;
  let undo: Undo = () => undefined;
  let shown: string | undefined;

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

  /** The sheet is opened where the reader looks. Set when it is wanted: a style on the root costs the whole page. */
  function setView(): void {
    const { top, height } = view();
    root.style.setProperty('--view-top', `${Math.round(top)}px`);
    root.style.setProperty('--view-height', `${Math.round(height)}px`);
  }
  function moved(): void {
    if (shown === 'bridge') holdStages(stages, view());
    if (document.querySelector('dialog[open]')) setView();
    driver.update();
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
          for (const stage of stages) stage.style.removeProperty('transform');
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
          link.report,
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
    }
    moved();
  });
  whenReaderBegins(() => reading.watch(document), stages);
}

/** What a module does, undone also if it comes too late. Where it doesn't come the prerendered page stands. */
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
    .catch(() => undefined);
  return () => {
    left = true;
    undo();
  };
}
