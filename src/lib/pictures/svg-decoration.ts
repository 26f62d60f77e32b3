/** Lines along a text: under and over it, in the looks by which numbers of each kind are told apart. */
import { px, stroke, tag } from './svg-markup.js';

/** The nearest element that draws lines along its text: they go on through all that stands in it. */
export function decorationOf(element: Element, root: Element): CSSStyleDeclaration | undefined {
  for (let at: Element | null = element; at && at !== root; at = at.parentElement) {
    const style = getComputedStyle(at);
    if (style.textDecorationLine !== 'none') return style;
    if (style.display !== 'inline') return undefined;
  }
  return undefined;
}

export function decoration(
  style: CSSStyleDeclaration,
  inGraphic: boolean,
  left: number,
  right: number,
  baseline: number,
): string {
  const size = px(style.fontSize);
  // Along a graphic's text, the text's own colour is its fill.
  const own = style.textDecorationColor === style.color && inGraphic;
  const colour = own ? style.fill : style.textDecorationColor;
  const auto = (value: string, otherwise: number) => (value === 'auto' ? otherwise : px(value));
  // Browsers draw these lines on whole pixels.
  const width = Math.max(Math.round(auto(style.textDecorationThickness, size / 14)), 1);
  const below = auto(style.textUnderlineOffset, size * 0.12);
  const line = (edge: number) => {
    const y = Math.round(edge) + width / 2;
    const look = { width, style: style.textDecorationStyle, colour };
    return tag('line', { x1: left, y1: y, x2: right, y2: y, ...stroke(look) });
  };
  const lines = style.textDecorationLine.split(' ').flatMap((name) => {
    if (name === 'overline') return [baseline - size * 0.98];
    if (name !== 'underline') throw new Error(`pictures: a line ${name} is not known`);
    const edge = baseline + below;
    return style.textDecorationStyle === 'double' ? [edge, edge + 2 * width] : [edge];
  });
  return lines.map(line).join('');
}
