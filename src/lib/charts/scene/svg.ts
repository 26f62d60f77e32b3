/**
 * Marks as SVG elements, described as plain values: what the server prints and what the browser draws is this one description. Knows
 * neither kinds nor states, and no DOM.
 */
import { pictogramPaths } from './pictogram.js';
import { fieldPath, dashedStrokes } from './field.js';
import { languageRuns } from './foreign.js';
import type { Link, Mark, PatternName, Run, Scene, TextMark } from './scene.js';

export interface SvgElement {
  readonly tag: string;
  /** Undefined: the element doesn't bear it. */
  readonly attributes: Readonly<Record<string, string | number | undefined>>;
  readonly children: readonly SvgElement[];
  /** Instead of children. */
  readonly text?: string;
  /** What it is among its siblings, from one scene to the next; without it, its place says that. */
  readonly key?: string;
}

/** What all marks of a picture need to be written: its two scales, its ids, its language. */
export interface SvgContext {
  /** A position or length along the drawing area's width, in px → an attribute's value. */
  readonly x: (value: number) => string | number;
  readonly y: (value: number) => string | number;
  /** Unique in the page: the patterns' ids begin with it. */
  readonly prefix: string;
  /** The language of the words, but for the report's own. */
  readonly edition: string;
}

/** Two decimals: enough for a tenth of a pixel, and a third less HTML. */
export const round = (value: number) => Math.round(value * 100) / 100;

/** Geometry in pixels of the area as laid out. */
export const inPixels = { x: round, y: round } as const;

const element = (
  tag: string,
  attributes: SvgElement['attributes'],
  children: readonly SvgElement[] = [],
): SvgElement => ({ tag, attributes, children });

/** The one element that holds all of a picture. */
export const group = (children: readonly SvgElement[]): SvgElement => element('g', {}, children);

const opacityOf = ({ opacity }: Mark) => (opacity === undefined || opacity >= 1 ? undefined : round(opacity));
const shift = (dx = 0, dy = 0) => (dx === 0 && dy === 0 ? undefined : `translate(${round(dx)} ${round(dy)})`);
const offset = (value: number) => (value === 0 ? undefined : round(value));

/** A link of a chart is no tab stop: the table under the chart holds the same links. */
const link = ({ id, source, href }: Link, children: readonly SvgElement[], label?: string) =>
  element(
    'a',
    {
      tabindex: -1,
      href,
      'aria-label': label,
      'data-figure': source === 'figure' ? id : undefined,
      'data-derived': source === 'derived' ? id : undefined,
    },
    children,
  );

function words({ text, className, fontSize, link: opens }: Run, edition: string): readonly SvgElement[] {
  const piece = (part: string, lang?: string): SvgElement => ({
    ...element('tspan', { class: className, 'font-size': fontSize, lang }),
    text: part,
  });
  if (opens) return [link(opens, [piece(text)])];
  return languageRuns(text, edition).map((run) => piece(run.text, run.lang));
}

function text(mark: TextMark, { x, y, edition }: SvgContext): SvgElement {
  return element(
    'text',
    {
      class: mark.className,
      x: x(mark.x),
      y: y(mark.y),
      dx: offset(mark.dx),
      dy: offset(mark.dy),
      'text-anchor': mark.anchor === 'start' ? undefined : mark.anchor,
      'font-size': mark.fontSize,
      opacity: opacityOf(mark),
      'data-verbatim': mark.verbatim ? '' : undefined,
    },
    mark.runs.flatMap((run) => words(run, edition)),
  );
}

function shape(mark: Mark, context: SvgContext): SvgElement | undefined {
  const { x, y, prefix } = context;
  const opacity = opacityOf(mark);
  switch (mark.type) {
    case 'rect':
      return element('rect', {
        class: mark.className,
        x: x(mark.x),
        y: y(mark.y),
        width: x(mark.width),
        height: y(mark.height),
        rx: mark.radius,
        fill: mark.pattern && `url(#${prefix}-${mark.pattern})`,
        opacity,
      });
    case 'line':
      return element('line', {
        class: mark.className,
        x1: x(mark.x1),
        y1: y(mark.y1),
        x2: x(mark.x2),
        y2: y(mark.y2),
        opacity,
      });
    case 'glyph':
      return element('svg', { x: x(mark.x), y: y(mark.y), overflow: 'visible', opacity }, [
        element('path', { class: mark.className, d: mark.d, transform: shift(mark.dx, mark.dy) }),
      ]);
    case 'path':
      return element(
        'svg',
        {
          x: x(mark.x),
          y: y(mark.y),
          width: x(mark.width),
          height: y(mark.height),
          viewBox: '0 0 1 1',
          preserveAspectRatio: 'none',
          opacity,
        },
        [element('path', { class: mark.className, d: mark.d })],
      );
    case 'field':
    case 'pictogram': {
      const count = Math.round(mark.count);
      if (mark.type === 'pictogram' && count <= 0) return undefined;
      const paths =
        mark.type === 'field'
          ? dashedStrokes(mark).map((dots) =>
              element('path', {
                class: `${mark.className} ${dots.className}`,
                d: fieldPath(mark),
                'stroke-width': dots.width,
                'stroke-dasharray': dots.dashes,
              }),
            )
          : pictogramPaths(mark).map((path) =>
              element('path', { class: `c-drawn-${path.part} ${mark.className}`, d: path.d }),
            );
      return element(
        'svg',
        {
          x: x(mark.x),
          y: y(mark.y),
          width: x(mark.width),
          height: y(mark.height),
          viewBox: `0 0 ${mark.columns} ${mark.rows}`,
          preserveAspectRatio: mark.type === 'field' && mark.shape === 'cell' ? 'none' : 'xMinYMin',
          opacity,
          'data-marks': count,
        },
        paths,
      );
    }
    case 'text':
      return text(mark, context);
  }
}

/** A mark as its element, inside its link if it has one; undefined where it draws nothing. */
export function svgOf(mark: Mark, context: SvgContext): SvgElement | undefined {
  const made = shape(mark, context);
  return made && { ...(mark.link ? link(mark.link, [made], mark.link.label) : made), key: mark.key };
}

export const patternsOf = (scene: Scene): readonly PatternName[] => [
  ...new Set(scene.flatMap((mark) => (mark.type === 'rect' && mark.pattern ? [mark.pattern] : []))),
];

/** The hatchings that a scene's marks refer to. */
export function definitions(names: readonly PatternName[], prefix: string): SvgElement {
  return element(
    'defs',
    {},
    names.map((name) =>
      element(
        'pattern',
        {
          id: `${prefix}-${name}`,
          class: `c-hatch-${name}`,
          width: 6,
          height: 6,
          patternUnits: 'userSpaceOnUse',
        },
        [element('path', { d: 'M-1 1L1 -1M-1 7L7 -1M5 7L7 5' })],
      ),
    ),
  );
}
