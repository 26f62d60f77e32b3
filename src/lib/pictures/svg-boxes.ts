/** What a box of the page is drawn with: background, borders, shadow. */
import { pairs } from 'd3';
import { defined } from '../invariants/defined.js';
import { isClear, paint, px, round, stroke, tag, type Box } from './svg-markup.js';

/** Adds a definition of the given name; returns the address of it. */
export type Define = (name: string, of: (id: string) => string) => string;

interface BoxPlace {
  /** Whether this is the first and the last line of a box that is broken over lines: only they have the edges at its ends. */
  readonly first: boolean;
  readonly last: boolean;
  readonly define: Define;
}

/** The background and borders of a box, or of one line's part of it. */
export function boxMarkup(
  { x, y, width, height }: Box,
  style: CSSStyleDeclaration,
  { first, last, define }: BoxPlace,
): string {
  if (width === 0 || height === 0) return '';
  const radius = Math.min(px(style.borderTopLeftRadius), height / 2, width / 2) || undefined;
  const drawn: string[] = [];
  if (style.boxShadow !== 'none') drawn.push(shadow(style.boxShadow, { x, y, width, height }));
  const fill = { x, y, width, height, rx: radius };
  if (!isClear(style.backgroundColor))
    drawn.push(tag('rect', { ...fill, ...paint('fill', style.backgroundColor) }));
  if (style.backgroundImage !== 'none') drawn.push(gradient(style, define, { x, y, width, height }));
  const sides = (['Top', 'Right', 'Bottom', 'Left'] as const)
    .map((side) => ({
      side,
      width: px(style[`border${side}Width`]),
      style: style[`border${side}Style`],
      colour: style[`border${side}Color`],
    }))
    .filter(
      (border) =>
        border.width > 0 &&
        border.style !== 'none' &&
        !isClear(border.colour) &&
        (border.side !== 'Left' || first) &&
        (border.side !== 'Right' || last),
    );
  const [one] = sides;
  if (
    one &&
    sides.length === 4 &&
    pairs(sides).every(([a, b]) => a.width === b.width && a.style === b.style && a.colour === b.colour)
  ) {
    const half = one.width / 2;
    drawn.push(
      tag('rect', {
        x: x + half,
        y: y + half,
        width: width - one.width,
        height: height - one.width,
        rx: radius && Math.max(radius - half, 0),
        fill: 'none',
        ...stroke(one),
      }),
    );
  } else {
    for (const border of sides) {
      const half = border.width / 2;
      const line = {
        Top: { x1: x, y1: y + half, x2: x + width, y2: y + half },
        Bottom: { x1: x, y1: y + height - half, x2: x + width, y2: y + height - half },
        Left: { x1: x + half, y1: y, x2: x + half, y2: y + height },
        Right: { x1: x + width - half, y1: y, x2: x + width - half, y2: y + height },
      }[border.side];
      drawn.push(tag('line', { ...line, ...stroke(border) }));
    }
  }
  return drawn.join('');
}

/** A shadow without blur: a box of its own behind, or an edge within. */
function shadow(written: string, { x, y, width, height }: Box): string {
  const [, colour = '', dx = '', dy = '', blur = '', spread = '', inset] =
    /^(rgba?\([^)]+\)|color\([^)]+\)) (\S+)px (\S+)px (\S+)px (\S+)px( inset)?$/.exec(written) ?? [];
  if (colour === '' || blur !== '0') throw new Error(`pictures: shadow ${written} is not known`);
  if (isClear(colour)) return '';
  const [right, down, wide] = [Number(dx), Number(dy), Number(spread)];
  const box = inset
    ? { x, y, width: right || width, height: down || height }
    : { x: x + right - wide, y: y + down - wide, width: width + 2 * wide, height: height + 2 * wide };
  return tag('rect', { ...box, ...paint('fill', colour) });
}

/** One linear gradient, repeating or not, over the whole box or at its lower edge. */
function gradient(style: CSSStyleDeclaration, define: Define, { x, y, width, height }: Box): string {
  const [, repeating, body] = /^(repeating-)?linear-gradient\((.*)\)$/.exec(style.backgroundImage) ?? [];
  if (body === undefined) throw new Error(`pictures: background ${style.backgroundImage} is not known`);
  const parts = body.split(/, (?![^(]*\))/);
  const angle = /^(-?[\d.]+)deg$/.exec(defined(parts[0], 'gradient'))?.[1];
  const stops = (angle === undefined ? parts : parts.slice(1)).map((stop) => {
    const [, colour = '', place] = /^(rgba?\([^)]+\)|color\([^)]+\))(?: (.+))?$/.exec(stop) ?? [];
    return { colour, place };
  });
  // The size and place of the background: `100% 12px`, at the bottom.
  const [, tall] = style.backgroundSize.split(' ');
  const low = tall !== undefined && tall !== 'auto' && tall !== '100%';
  const box = low ? { x, y: y + height - px(tall), width, height: px(tall) } : { x, y, width, height };
  const turn = ((angle === undefined ? 180 : Number(angle)) * Math.PI) / 180;
  const [along, down] = [Math.sin(turn), -Math.cos(turn)];
  const long = Math.abs(box.width * along) + Math.abs(box.height * down);
  const at = (place: string | undefined, i: number) =>
    place === undefined
      ? (i / (stops.length - 1)) * long
      : place.endsWith('%')
        ? (px(place) / 100) * long
        : px(place);
  const places = stops.map(({ place }, i) => at(place, i));
  const end = defined(places.at(-1), 'gradient’s end');
  const [middleX, middleY] = [box.x + box.width / 2, box.y + box.height / 2];
  const [fromX, fromY] = [middleX - (along * long) / 2, middleY - (down * long) / 2];
  const fill = define('gradient', (id) =>
    tag(
      'linearGradient',
      {
        id,
        gradientUnits: 'userSpaceOnUse',
        x1: fromX,
        y1: fromY,
        x2: fromX + along * end,
        y2: fromY + down * end,
        spreadMethod: repeating ? 'repeat' : undefined,
      },
      stops
        .map(({ colour }, i) => {
          const { fill: solid, 'fill-opacity': opacity } = paint('fill', colour);
          const place = defined(places[i], 'place of a stop');
          return tag('stop', { offset: round(place / end), 'stop-color': solid, 'stop-opacity': opacity });
        })
        .join(''),
    ),
  );
  return tag('rect', { ...box, fill });
}
