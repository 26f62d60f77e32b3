/** What is to be seen in a picture: its labels by their ink, its shapes by their paint. `installSeen` runs in the page, after colours. */
import type { Colour } from './colours.js';

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}
export interface Label extends Box {
  readonly text: string;
  readonly parent: Element;
  /** Product of opacities. */
  readonly opacity: number;
}
export interface Shape {
  readonly element: Element;
  readonly box: Box;
  readonly opacity: number;
  readonly fill: Colour | undefined;
  readonly stroke: Colour | undefined;
}

export interface Seen {
  readonly labelsOf: (frame: Element) => Label[];
  readonly shapesOf: (frame: Element) => Shape[];
  readonly opacityOf: (element: Element, frame: Element) => number;
}

export function installSeen(): void {
  const { colour } = window.inspectColours;
  const shapes = 'rect, path, line, circle, ellipse, polygon, polyline';

  const pen = () => (brush ??= document.createElement('canvas').getContext('2d') ?? undefined);
  let brush: CanvasRenderingContext2D | undefined;

  /** Product of opacities up to the frame, 0 where it can't be seen. */
  function opacityOf(element: Element, frame: Element): number {
    if (getComputedStyle(element).visibility !== 'visible') return 0;
    let product = 1;
    for (let at: Element | null = element; at && at !== frame; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.clipPath === 'inset(50%)') return 0;
      product *= Number(style.opacity);
    }
    return product;
  }

  /** The ink of a line of text, not its line's height: neighbours may share air, not ink. */
  function inkOf(rect: DOMRect, text: string, style: CSSStyleDeclaration): Box {
    const context = pen();
    if (!context) throw new Error('no canvas to measure with');
    context.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const ink = context.measureText(text);
    const { fontBoundingBoxAscent: rise, fontBoundingBoxDescent: fall } = ink;
    const baseline = rect.top + (rect.height * rise) / (rise + fall);
    return {
      left: rect.left,
      right: rect.right,
      top: baseline - ink.actualBoundingBoxAscent,
      bottom: baseline + ink.actualBoundingBoxDescent,
    };
  }

  function labelsOf(frame: Element): Label[] {
    const walker = document.createTreeWalker(frame, NodeFilter.SHOW_TEXT);
    const labels: Label[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = (node.textContent ?? '').trim();
      const parent = node.parentElement;
      if (text === '' || !parent) continue;
      const opacity = opacityOf(parent, frame);
      if (opacity < 0.02) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) {
        if (rect.width < 0.5) continue;
        labels.push({ ...inkOf(rect, text, getComputedStyle(parent)), text, parent, opacity });
      }
    }
    return labels;
  }

  function shapesOf(frame: Element): Shape[] {
    return [...frame.querySelectorAll(shapes)]
      .filter((element) => !element.closest('defs'))
      .map((element): Shape => {
        const style = getComputedStyle(element);
        const stroked = parseFloat(style.strokeWidth) > 0;
        return {
          element,
          box: element.getBoundingClientRect(),
          opacity: opacityOf(element, frame),
          fill: element.tagName === 'line' ? undefined : colour(style.fill),
          stroke: stroked ? colour(style.stroke) : undefined,
        };
      })
      .filter(
        ({ opacity, box }) => opacity >= 0.02 && (box.right - box.left > 0.1 || box.bottom - box.top > 0.1),
      );
  }

  window.inspectSeen = { labelsOf, shapesOf, opacityOf };
}
