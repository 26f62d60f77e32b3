/**
 * What a picture looks like in the browser, and what is wrong with it: labels cut, covered, too small or too faint, marks missing
 * or too faint, numbers that are none. Measured on the rendered page, so it knows neither kinds nor layouts.
 */
import type { Page } from '@playwright/test';
import { installColours, type Colour, type Colours } from './inspect/colours.js';
import { installSeen, type Box, type Label, type Seen, type Shape } from './inspect/seen.js';

export interface Fault {
  readonly check:
    'marks' | 'frame' | 'scrolled' | 'overlap' | 'size' | 'text contrast' | 'mark contrast' | 'finite';
  readonly what: string;
}

export interface Expectations {
  /** Smallest size of text, in pixels. */
  readonly smallest: number;
  /**
   * The state singles something out (as do states that dim words of themselves): marks that stand back may be faint. Words must
   * still reach `dimmedText`.
   */
  readonly highlighted: boolean;
  readonly text: number;
  readonly dimmedText: number;
  readonly mark: number;
  /** Lines that guide the eye and say nothing themselves, and what is cut out of a mark. */
  readonly scaffolding: string;
}

declare global {
  interface Window {
    inspectColours: Colours;
    inspectSeen: Seen;
    inspectPicture: (frame: Element, expected: Expectations) => Fault[];
  }
}

export const expectations: Omit<Expectations, 'highlighted'> = {
  smallest: 12,
  text: 4.5,
  dimmedText: 3,
  mark: 3,
  scaffolding:
    '.c-rule, .c-panel-rule, .c-fold, .c-frame-group, .c-ring-hole, .c-drawn-detail.c-drawn-reported, .c-drawn-grid.c-drawn-reported',
};

/** Every page that is opened from now on has `window.inspectPicture`. */
export async function addInspection(page: Page): Promise<void> {
  for (const install of [installColours, installSeen, installInspection]) await page.addInitScript(install);
}

/** Runs in the page: an init script may use nothing from outside itself. */
function installInspection(): void {
  const { colour, over, contrast, seenInHtml, paperOf } = window.inspectColours;
  const { labelsOf, shapesOf, opacityOf } = window.inspectSeen;
  const tolerance = 1.5;

  function scrolls(element: Element, frame: Element): boolean {
    for (let at: Element | null = element; at && at !== frame; at = at.parentElement) {
      if (at.scrollHeight > at.clientHeight + 2 && getComputedStyle(at).overflowY === 'auto') return true;
    }
    return false;
  }

  const describe = (element: Element) => `${element.tagName}.${element.getAttribute('class') ?? ''}`;
  const meets = (a: Box, b: Box, slack: number) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > slack &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > slack;
  const leaves = (box: Box, frame: Box) =>
    box.left < frame.left - tolerance ||
    box.right > frame.right + tolerance ||
    box.top < frame.top - tolerance ||
    box.bottom > frame.bottom + tolerance;

  /** What lies under a box: the last surface drawn before `element` that covers its middle. */
  function under(box: Box, element: Element, drawn: readonly Shape[], paper: Colour): Colour {
    const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    return drawn
      .filter(
        (shape) =>
          shape.fill &&
          shape.element.tagName === 'rect' &&
          shape.box.left <= x &&
          shape.box.right >= x &&
          shape.box.top <= y &&
          shape.box.bottom >= y &&
          (shape.element.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
      )
      .reduce((below, { fill, opacity }) => (fill ? over(fill, below, opacity) : below), paper);
  }

  function textContrast({ parent, opacity, ...box }: Label, drawn: readonly Shape[]): number {
    if (!(parent instanceof SVGElement)) return contrast(...seenInHtml(parent));
    const style = getComputedStyle(parent);
    const below = under(box, parent, drawn, paperOf(parent));
    const ink = colour(style.fill) ?? [0, 0, 0, 0];
    const halo = style.paintOrder.startsWith('stroke') ? colour(style.stroke) : undefined;
    const around = halo ? over(halo, below, opacity) : below;
    return contrast(over(ink, around, opacity), around);
  }

  function borderContrasts(element: Element): number[] {
    const paper = paperOf(element.parentElement ?? element);
    return ['', '::before'].flatMap((part) => {
      const style = getComputedStyle(element, part === '' ? null : part);
      if (part !== '' && style.content === 'none') return [];
      if (opacityOf(element, document.body) < 1) return [];
      const sides = [
        [style.borderTopWidth, style.borderTopStyle, style.borderTopColor],
        [style.borderRightWidth, style.borderRightStyle, style.borderRightColor],
        [style.borderBottomWidth, style.borderBottomStyle, style.borderBottomColor],
        [style.borderLeftWidth, style.borderLeftStyle, style.borderLeftColor],
      ] as const;
      const seen = sides.flatMap(([width, line, text]) => {
        const ink = parseFloat(width) > 0 && line !== 'none' ? colour(text) : undefined;
        return ink && ink[3] > 0 ? [contrast(over(ink, paper), paper)] : [];
      });
      return seen.length > 0 ? [Math.max(...seen)] : [];
    });
  }

  window.inspectPicture = (frame, expected) => {
    const faults: Fault[] = [];
    const add = (check: Fault['check'], what: string) => faults.push({ check, what });
    const edge = frame.getBoundingClientRect();
    const labels = labelsOf(frame);
    const drawn = shapesOf(frame);
    const singles = expected.highlighted || frame.querySelector('.c-dim') !== null;

    const items = [...frame.querySelectorAll('li')].filter((item) => item.getBoundingClientRect().height > 0);
    if (drawn.length + items.length === 0) add('marks', 'nothing is drawn');

    for (const label of labels) {
      if (leaves(label, edge)) add(scrolls(label.parent, frame) ? 'scrolled' : 'frame', label.text);
      const size = parseFloat(getComputedStyle(label.parent).fontSize);
      if (size < expected.smallest) add('size', `${label.text}: ${size}px`);
      const ratio = textContrast(label, drawn);
      const needed =
        singles && (label.opacity < 1 || label.parent.closest('.c-dim'))
          ? expected.dimmedText
          : expected.text;
      if (ratio < needed - 0.005)
        add('text contrast', `${label.text} (${describe(label.parent)}): ${ratio.toFixed(2)}`);
    }
    for (const { element, box } of drawn) if (leaves(box, edge)) add('frame', describe(element));
    for (const [i, one] of labels.entries()) {
      for (const other of labels.slice(i + 1)) {
        if (meets(one, other, 1)) add('overlap', `${one.text} × ${other.text}`);
      }
    }
    for (const { element, box, opacity, fill, stroke } of drawn) {
      if (element.matches(expected.scaffolding) || (singles && opacity < 1)) continue;
      const below = under(box, element, drawn, paperOf(element));
      const seen = [fill, stroke].flatMap((ink) => (ink ? [contrast(over(ink, below, opacity), below)] : []));
      const best = Math.max(...seen);
      if (seen.length > 0 && best < expected.mark)
        add('mark contrast', `${describe(element)}: ${best.toFixed(2)}`);
    }
    // A frame round words is scaffolding; where nothing else is to be seen, it is the mark.
    for (const item of items) {
      if (labels.some(({ parent }) => item.contains(parent))) continue;
      for (const ratio of borderContrasts(item)) {
        if (ratio < expected.mark) add('mark contrast', `${describe(item)}: ${ratio.toFixed(2)}`);
      }
    }
    for (const element of frame.querySelectorAll('svg *')) {
      for (const { name, value } of element.attributes) {
        if (/NaN|Infinity|undefined|null/.test(value)) add('finite', `${describe(element)} ${name}=${value}`);
      }
    }
    return faults;
  };
}
