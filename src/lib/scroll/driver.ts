/**
 * Decides when the current step must be found again, and finds it by geometry (`current-step.ts`). scrollama is only one of
 * several triggers: alone, it leaves stale states after jumps, resizes and restored scroll positions. This is the only file that
 * imports scrollama. It knows steps as elements, and no charts.
 */
import scrollama from 'scrollama';
import { currentStep } from './current-step.js';

export interface Driver {
  /** Index of the current step, -1 before the first. */
  readonly current: () => number;
  /** Scrolls so that this step becomes the current one. */
  readonly goTo: (index: number) => void;
  /** To be called when the view may have moved without an event of this window. */
  readonly update: () => void;
}

/** The part of the window in which the story is read, in px from the window's top. */
export interface ReadingView {
  readonly top: number;
  readonly height: number;
}

export interface DriveOptions {
  /** Returns the view; default: the whole window. */
  readonly view?: () => ReadingView;
  /**
   * Root of scrollama's observer: in an iframe, a line of the iframe's own window is observed only with this document as the
   * root.
   */
  readonly root?: Document;
}

/** In browsers without `scrollend`: time in ms after the last scroll event when the position counts as settled. */
const settledAfter = 120;

/**
 * Share of the window's height, from its top, at which a step becomes current. It is greater where the graphic is above the text.
 */
function lineShare(): number {
  const share = Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--step-line'));
  return Number.isFinite(share) && share > 0 && share < 1 ? share : 0.7;
}

/** scrollama's type allows only tenths as its offset, so `--step-line` is in tenths too. */
function alarmLine(share: number): NonNullable<scrollama.ScrollamaOptions['offset']> {
  const tenths = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1] as const;
  return tenths[Math.round(share * 10)] ?? 0.7;
}

/**
 * Watches the page and calls `onChange` with the index of the current step (-1 before the first), at once and whenever it
 * changes.
 *
 * @param steps all step elements in reading order
 */
export function drive(
  steps: readonly HTMLElement[],
  onChange: (index: number) => void,
  { view = () => ({ top: 0, height: window.innerHeight }), root }: DriveOptions = {},
): Driver {
  let current: number | undefined;

  function update(): void {
    const { top, height } = view();
    const next = currentStep(
      steps.map((step) => step.getBoundingClientRect().top),
      top + lineShare() * height,
    );
    if (next === current) return;
    current = next;
    onChange(next);
  }

  let timer: ReturnType<typeof setTimeout> | undefined;
  function updateWhenSettled(): void {
    clearTimeout(timer);
    timer = setTimeout(update, settledAfter);
  }

  if ('IntersectionObserver' in window && 'ResizeObserver' in window && steps.length > 0) {
    const alarms = scrollama();
    const arm = () =>
      alarms.setup({ step: [...steps], offset: alarmLine(lineShare()), ...(root ? { root } : {}) });
    arm().onStepEnter(update).onStepExit(update);
    window.addEventListener('resize', arm);
  }
  window.addEventListener('scroll', updateWhenSettled, { passive: true });
  window.addEventListener('scrollend', update, { passive: true });
  window.addEventListener('resize', update);
  window.addEventListener('hashchange', update);
  window.addEventListener('pageshow', update);
  window.addEventListener('load', update);
  update();

  return {
    current: () => current ?? -1,
    update,
    goTo(index) {
      const calm = window.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? true;
      steps[index]?.scrollIntoView({ block: 'start', behavior: calm ? 'instant' : 'smooth' });
    },
  };
}
