/** How a graphic's mark looks, computed from the sheets, as attributes of its own. */
import { defined } from '../invariants/defined.js';
import { paint, px, round, type Attributes } from './svg-markup.js';

/** Attributes of graphics that say where and what a mark is; how it looks is taken from the computed style. */
export const kept = new Set(
  'id x y x1 y1 x2 y2 dx dy cx cy r rx ry width height d points viewBox preserveAspectRatio overflow patternUnits patternTransform patternContentUnits offset href transform'.split(
    ' ',
  ),
);

export function painting(style: CSSStyleDeclaration): Attributes {
  const attributes: Record<string, string | number | undefined> = {};
  for (const name of ['fill', 'stroke'] as const) {
    const value = style.getPropertyValue(name);
    const own = Number(style.getPropertyValue(`${name}-opacity`));
    const address = /^url\("?(?:[^"#]*)(#[^")]+)"?\)/.exec(value)?.[1];
    if (value === 'none') attributes[name] = 'none';
    else if (address) attributes[name] = `url(${address})`;
    else {
      const painted = paint(name, value);
      Object.assign(attributes, painted);
      const opacity = Number(painted[`${name}-opacity`] ?? 1) * own;
      attributes[`${name}-opacity`] = opacity === 1 ? undefined : opacity;
    }
  }
  if (attributes['stroke'] !== 'none') {
    attributes['stroke-width'] = px(style.strokeWidth);
    if (style.strokeDasharray !== 'none') {
      attributes['stroke-dasharray'] = style.strokeDasharray.replaceAll('px', '');
      if (px(style.strokeDashoffset) !== 0) attributes['stroke-dashoffset'] = px(style.strokeDashoffset);
    }
    if (style.strokeLinecap !== 'butt') attributes['stroke-linecap'] = style.strokeLinecap;
    if (style.strokeLinejoin !== 'miter') attributes['stroke-linejoin'] = style.strokeLinejoin;
    if (style.paintOrder !== 'normal') attributes['paint-order'] = style.paintOrder;
  }
  if (style.shapeRendering !== 'auto') attributes['shape-rendering'] = style.shapeRendering;
  return attributes;
}

/**
 * A line whose width doesn't scale with the mark: only browsers know such lines, and they would stay thin in a large picture. So the
 * width is given in the mark's own units; where those differ along the axes, the mark is drawn in the units of the graphic.
 */
export function scaled(element: SVGGraphicsElement, style: CSSStyleDeclaration): Attributes {
  const own = defined(element.getScreenCTM(), 'place of a mark');
  const outer = [...ancestors(element, 'svg')].at(-1);
  const whole = defined((outer as SVGGraphicsElement | undefined)?.getScreenCTM(), 'graphic');
  const { a, b, c, d } = whole.inverse().multiply(own);
  if (b !== 0 || c !== 0) throw new Error('pictures: a turned mark is not known');
  const width = px(style.strokeWidth);
  if (Math.abs(a / d - 1) < 0.001) return { 'stroke-width': String(Math.round((width / a) * 1e4) / 1e4) };
  const path = defined(element.getAttribute('d'), 'path of a mark');
  return { d: stretched(path, a, d), transform: `scale(${1 / a} ${1 / d})`, 'stroke-width': width };
}

/** A path of absolute commands, each axis with its own scale. */
function stretched(path: string, along: number, down: number): string {
  if (/[^MLHVCQZ\d\s.,e-]/.test(path)) throw new Error(`pictures: path ${path} is not known`);
  return path.replace(/([MLHVCQ])([^MLHVCQZ]*)/g, (_, command: string, values: string) => {
    const scale = (value: string, i: number) =>
      round(Number(value) * (command === 'H' || (command !== 'V' && i % 2 === 0) ? along : down));
    return command + (values.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(scale).join(' ');
  });
}

function* ancestors(element: Element, selector: string): Generator<Element> {
  for (let at = element.parentElement?.closest(selector); at; at = at.parentElement?.closest(selector))
    yield at;
}
