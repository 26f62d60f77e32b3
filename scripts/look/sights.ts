/**
 * Measures what is on the screen at each step: the bounding box of the current picture, and how much of the window's width the
 * picture and the text cover. `installSights` is an init script: it runs in the page, after `installColours` and `installSeen`,
 * and may use nothing outside itself.
 */
import type { Box } from '../../tests/browser/inspect/seen.js';

export interface StepSight {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  /** Whether the picture reached the step's state and stopped moving before the time limit. */
  readonly settled: boolean;
  /**
   * Bounding box of everything drawn, with title and caveat, in px from the window's top left corner; undefined for a step
   * without a picture.
   */
  readonly drawn: Box | undefined;
  /**
   * Height of `drawn` as a share of the stage's height, and of the window's; `picture`: height of the plot alone, without title
   * and caveat, as a share of the stage's height.
   */
  readonly ofStage: number;
  readonly ofWindow: number;
  readonly picture: number;
  /** Height of the tallest gap inside `drawn`, as a share of the stage's height: a title and a caveat far apart are mostly gap. */
  readonly empty: number;
  /** Share of the window's width that picture, slip and text cover together; gaps between them don't count. */
  readonly together: number;
  /** The step's own text without its slip, and the ids of the figures that it names. */
  readonly words: string;
  readonly figures: readonly string[];
}

declare global {
  interface Window {
    seeSteps: () => Promise<StepSight[]>;
  }
}

export function installSights(): void {
  const { labelsOf, shapesOf, opacityOf } = window.inspectSeen;
  const { colour } = window.inspectColours;

  /** The most animation frames to wait for a picture, and how many frames it must stay unchanged to count as settled. */
  const mostFrames = 900;
  const stillFrames = 4;

  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

  const union = (boxes: readonly Box[]): Box | undefined =>
    boxes.length === 0
      ? undefined
      : {
          left: Math.min(...boxes.map(({ left }) => left)),
          right: Math.max(...boxes.map(({ right }) => right)),
          top: Math.min(...boxes.map(({ top }) => top)),
          bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
        };

  /** The part of a box that lies within a frame, as a list of one; none if nothing of it can be seen. */
  function within(box: Box, frame: Box): Box[] {
    const cut = {
      left: Math.max(box.left, frame.left),
      right: Math.min(box.right, frame.right),
      top: Math.max(box.top, frame.top),
      bottom: Math.min(box.bottom, frame.bottom),
    };
    return cut.right >= cut.left && cut.bottom >= cut.top ? [cut] : [];
  }

  /**
   * Boxes of HTML elements that are visible by their own border or background: tiles, cards, chips. Of an element with only a top
   * or bottom border, the box of that line.
   */
  function framesOf(root: Element): Box[] {
    return [...root.querySelectorAll('*')].flatMap((element) => {
      if (element instanceof SVGElement || opacityOf(element, root) < 0.02) return [];
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      if (box.width < 1 || box.height < 1) return [];
      const edge = (name: string) =>
        parseFloat(style.getPropertyValue(`border-${name}-width`)) > 0 &&
        (colour(style.getPropertyValue(`border-${name}-color`))?.[3] ?? 0) > 0;
      const sides = { left: edge('left'), right: edge('right'), top: edge('top'), bottom: edge('bottom') };
      const ground = (colour(style.backgroundColor)?.[3] ?? 0) > 0;
      if (ground || sides.left || sides.right) return [box];
      return [
        ...(sides.top ? [{ left: box.left, right: box.right, top: box.top, bottom: box.top }] : []),
        ...(sides.bottom ? [{ left: box.left, right: box.right, top: box.bottom, bottom: box.bottom }] : []),
      ];
    });
  }

  const inkOf = (root: Element, frame: Box): Box[] =>
    [...labelsOf(root), ...shapesOf(root).map(({ box }) => box), ...framesOf(root)].flatMap((box) =>
      within(box, frame),
    );

  const widthOf = ({ left, right }: Box) => right - left;
  const heightOf = (box: Box | undefined) => (box ? box.bottom - box.top : 0);

  /** Total width that the boxes cover, in px; where boxes overlap, the width counts once. */
  function covered(boxes: readonly Box[]): number {
    let [sum, reached] = [0, -Infinity];
    for (const { left, right } of [...boxes].sort((a, b) => a.left - b.left)) {
      sum += Math.max(0, right - Math.max(left, reached));
      reached = Math.max(reached, right);
    }
    return sum;
  }

  /** The tallest vertical gap between the boxes, in px. */
  function gapOf(boxes: readonly Box[]): number {
    let [longest, reached] = [0, Infinity];
    for (const { top, bottom } of [...boxes].sort((a, b) => a.top - b.top)) {
      longest = Math.max(longest, top - reached);
      reached = reached === Infinity ? bottom : Math.max(reached, bottom);
    }
    return longest;
  }

  /**
   * Waits until the step is the current one and its living chart has been unchanged for some frames.
   *
   * @returns false if that did not happen in time
   */
  async function settle(step: Element, chart: Element): Promise<boolean> {
    let [before, same] = ['', 0];
    for (let frames = 0; frames < mostFrames; frames += 1) {
      const ready =
        step.hasAttribute('aria-current') &&
        chart.hasAttribute('data-current') &&
        (chart.hasAttribute('data-alive') || chart.hasAttribute('data-still')) &&
        !chart.querySelector('[data-moving]') &&
        !document.getAnimations().some(({ playState }) => playState === 'running');
      const now = ready ? `${window.scrollY} ${chart.innerHTML}` : '';
      same = ready && now === before ? same + 1 : 0;
      if (same >= stillFrames) return true;
      before = now;
      await frame();
    }
    return false;
  }

  function wordsOf(step: Element) {
    const copy = step.cloneNode(true);
    if (!(copy instanceof Element)) throw new Error('a step is an element');
    for (const slip of copy.querySelectorAll('.slip, template, script')) slip.remove();
    return {
      words: (copy.textContent ?? '').replace(/\s+/gu, ' ').trim(),
      figures: [...copy.querySelectorAll<HTMLElement>('[data-figure]')].map(
        ({ dataset }) => dataset.figure ?? '',
      ),
    };
  }

  window.seeSteps = async () => {
    const sights: StepSight[] = [];
    for (const step of document.querySelectorAll<HTMLElement>('[data-step]')) {
      step.scrollIntoView({ block: 'start', behavior: 'instant' });
      const stage = step.closest('[data-section]')?.querySelector<HTMLElement>('[data-stage]');
      const chart = stage?.querySelector<HTMLElement>(`.chart[data-name="${step.dataset.chart ?? ''}"]`);
      const common = { id: step.id, state: step.dataset.state ?? '', ...wordsOf(step) };
      if (!stage || !chart) {
        const noPicture = { drawn: undefined, ofStage: 0, ofWindow: 0, picture: 0, empty: 0, together: 0 };
        sights.push({ ...common, ...noPicture, kind: '', settled: true });
        continue;
      }
      const settled = await settle(step, chart);
      const screen = { left: 0, right: window.innerWidth, top: 0, bottom: window.innerHeight };
      // Slip and text scroll past the picture, so they are on the screen with it at some time: only their width counts, at any
      // height.
      const anywhere = { ...screen, top: -1e6, bottom: 1e6 };
      const plot = chart.querySelector('.plot');
      const ink = inkOf(chart, screen);
      const drawn = union(ink);
      const words = union(labelsOf(step).flatMap((box) => within(box, anywhere)));
      const slip = step.querySelector('.slip');
      const boxes = [drawn, words, slip?.getBoundingClientRect()].flatMap((box) => (box ? [box] : []));
      sights.push({
        ...common,
        kind: chart.dataset.kind ?? '',
        settled,
        drawn,
        ofStage: heightOf(drawn) / stage.clientHeight,
        ofWindow: heightOf(drawn) / window.innerHeight,
        picture: plot ? heightOf(union(inkOf(plot, screen))) / stage.clientHeight : 0,
        empty: gapOf(ink) / stage.clientHeight,
        together: covered(boxes.filter((box) => widthOf(box) > 0)) / window.innerWidth,
      });
    }
    return sights;
  };
}
