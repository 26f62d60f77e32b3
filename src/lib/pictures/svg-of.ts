/**
 * What a browser has laid out, as one SVG that needs nothing else: boxes become rectangles, each character of a text keeps its place,
 * a graphic keeps its marks with the style that sheets gave them. So a picture is exactly the page's chart, and no chart has a
 * second drawing of its own for pictures.
 *
 * It knows the styles that our pages use. Where it meets another one, it throws: a picture must not lose anything silently.
 */
import { pairs } from 'd3';
import { defined } from '../invariants/defined.js';

/** One face of a font: the characters that a picture sets in it. */
export interface UsedFace {
  readonly family: string;
  readonly weight: '400' | '700';
  readonly characters: string;
}

export interface DrawnPicture {
  /** The SVG without the fonts: `fontsPlace` stands where the style sheet with the fonts belongs. */
  readonly svg: string;
  readonly faces: readonly UsedFace[];
}

export const fontsPlace = '<!--fonts-->';

interface Names {
  readonly title: string;
  readonly description: string;
  readonly lang: string;
}

const escape = (text: string) =>
  text.replace(/[&<>"]/g, (found) => `&#${defined(found.codePointAt(0), 'character')};`);

/** Two decimals, without a sign before zero. */
const round = (value: number) => String(Math.round(value * 100) / 100 || 0);

type Attributes = Readonly<Record<string, string | number | undefined>>;

function tag(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : ` ${key}="${typeof value === 'number' ? round(value) : escape(value)}"`,
  );
  return `<${name}${written.join('')}${content === '' ? '/>' : `>${content}</${name}>`}`;
}

const px = (value: string) => Number.parseFloat(value) || 0;
const isClear = (colour: string) => colour === 'transparent' || /[,/] ?0\)$/.test(colour);

/** Opening marks of Chinese punctuation: set in half their width, they lose the half before them, not the one after. */
const opening = /[（《「『【〔“‘]/;

/**
 * A computed colour and its opacity in the terms of SVG 1.1, which every drawing program reads: `color(srgb …)`, which a mixed
 * colour computes to, is none of them.
 */
function paint(name: 'fill' | 'stroke', colour: string): Attributes {
  const mixed = /^color\(srgb ([^)]+)\)$/.exec(colour)?.[1];
  const [red = '0', green = '0', blue = '0', alpha = '1'] = mixed
    ? mixed.split(/[ /]+/).map((part, i) => (i < 3 ? String(Math.round(Number(part) * 255)) : part))
    : defined(/^rgba?\(([^)]+)\)$/.exec(colour)?.[1], `colour ${colour} that SVG knows`).split(/[ ,/]+/);
  return {
    [name]: `rgb(${red},${green},${blue})`,
    [`${name}-opacity`]: alpha === '1' ? undefined : Number(alpha),
  };
}

/** Puts real elements in the place of `::before` and `::after`, whose boxes nothing can measure. */
function makeReal(root: HTMLElement): void {
  const sheet = document.createElement('style');
  sheet.textContent = '[data-before]::before, [data-after]::after { content: none !important }';
  document.head.append(sheet);
  for (const element of [...root.querySelectorAll<HTMLElement>('*')]) {
    if (!(element instanceof HTMLElement)) continue;
    for (const part of ['before', 'after'] as const) {
      const style = getComputedStyle(element, `::${part}`);
      const { content } = style;
      if (content === 'none' || content === 'normal' || style.display === 'none') continue;
      const quotes = style.quotes.match(/"[^"]*"/g)?.map((mark) => mark.slice(1, -1));
      const marks: Readonly<Record<string, string | undefined>> = {
        'open-quote': quotes?.[0] ?? '',
        'close-quote': quotes?.[1] ?? '',
      };
      const text = marks[content] ?? /^"(.*)"$/s.exec(content)?.[1];
      if (text === undefined) throw new Error(`pictures: content ${content} is not known`);
      const real = document.createElement('span');
      for (const property of style) real.style.setProperty(property, style.getPropertyValue(property));
      // What is computed is the used size; a box that follows its text must go on following it.
      if (style.display === 'inline') for (const size of ['width', 'height']) real.style.removeProperty(size);
      real.textContent = text;
      if (part === 'before') element.prepend(real);
      else element.append(real);
      element.dataset[part] = '';
    }
  }
}

class Drawing {
  readonly #origin: DOMRect;
  readonly #definitions: string[] = [];
  readonly #faces = new Map<string, { family: string; weight: '400' | '700'; characters: Set<string> }>();
  readonly #ruler = defined(document.createElement('canvas').getContext('2d') ?? undefined, 'canvas');

  constructor(readonly root: HTMLElement) {
    this.#origin = root.getBoundingClientRect();
  }

  draw(names: Names): DrawnPicture {
    const content = this.#element(this.root);
    const { width, height } = this.#origin;
    return {
      svg: tag(
        'svg',
        {
          xmlns: 'http://www.w3.org/2000/svg',
          viewBox: `0 0 ${round(width)} ${round(height)}`,
          role: 'img',
          'aria-labelledby': 'title description',
          lang: names.lang,
        },
        tag('title', { id: 'title' }, escape(names.title)) +
          tag('desc', { id: 'description' }, escape(names.description)) +
          fontsPlace +
          (this.#definitions.length > 0 ? tag('defs', {}, this.#definitions.join('')) : '') +
          content,
      ),
      faces: [...this.#faces.values()].map(({ family, weight, characters }) => ({
        family,
        weight,
        characters: [...characters].sort().join(''),
      })),
    };
  }

  /** Boxes and graphics stand on whole CSS pixels: a browser puts them there when it paints. */
  readonly #snap = (value: number) => Math.round(value);
  readonly #left = (rect: DOMRect) => rect.left - this.#origin.left;
  readonly #top = (rect: DOMRect) => rect.top - this.#origin.top;

  #boxOf(rect: DOMRect): Box {
    const [x, y] = [this.#snap(this.#left(rect)), this.#snap(this.#top(rect))];
    const [right, bottom] = [rect.right - this.#origin.left, rect.bottom - this.#origin.top];
    return { x, y, width: this.#snap(right) - x, height: this.#snap(bottom) - y };
  }

  /** Where a part of the picture stands, so that it can be compared with the page: `x y width height`. */
  #boxText(element: Element): string {
    const { x, y, width, height } = this.#boxOf(element.getBoundingClientRect());
    return [x, y, width, height].map(round).join(' ');
  }

  /** Adds a definition once; returns the address of it. */
  #define(name: string, of: (id: string) => string): string {
    const id = `${name}-${this.#definitions.length}`;
    this.#definitions.push(of(id));
    return `url(#${id})`;
  }

  #element(element: Element): string {
    const style = getComputedStyle(element);
    if (style.display === 'none' || style.visibility === 'hidden' || style.clipPath === 'inset(50%)')
      return '';
    if (style.clipPath !== 'none' || style.filter !== 'none' || style.maskImage !== 'none')
      throw new Error(`pictures: clip, filter and mask of ${element.className} are not known`);
    if (element instanceof SVGElement) return this.#graphic(element);
    if (!(element instanceof HTMLElement))
      throw new Error(`pictures: element ${element.tagName} is not known`);
    let content = [...element.childNodes]
      .map((node) =>
        node instanceof Text ? this.#text(node, element) : node instanceof Element ? this.#element(node) : '',
      )
      .join('');
    if (style.overflow !== 'visible' && element.scrollHeight > element.clientHeight + 1) {
      const box = this.#boxOf(element.getBoundingClientRect());
      const clip = this.#define('clip', (id) => tag('clipPath', { id }, tag('rect', { ...box })));
      content = tag('g', { 'clip-path': clip }, content);
    }
    const boxes = [...element.getClientRects()]
      .map((rect, i, all) => this.#box(rect, style, i === 0, i === all.length - 1))
      .join('');
    const { figure, derived, part } = element.dataset;
    const opacity = Number(style.opacity);
    const drawn = boxes + content;
    if (drawn === '' || ([figure, derived, part].every((name) => name === undefined) && opacity === 1))
      return drawn;
    return tag(
      'g',
      {
        'data-figure': figure,
        'data-derived': derived,
        'data-part': part,
        'data-box': part && this.#boxText(element),
        opacity: opacity === 1 ? undefined : opacity,
      },
      drawn,
    );
  }

  /** The background and borders of a box, or of one line's part of it. */
  #box(rect: DOMRect, style: CSSStyleDeclaration, first: boolean, last: boolean): string {
    const { x, y, width, height } = this.#boxOf(rect);
    if (width === 0 || height === 0) return '';
    const radius = Math.min(px(style.borderTopLeftRadius), height / 2, width / 2) || undefined;
    const drawn: string[] = [];
    if (style.boxShadow !== 'none') drawn.push(this.#shadow(style.boxShadow, { x, y, width, height }));
    const fill = { x, y, width, height, rx: radius };
    if (!isClear(style.backgroundColor))
      drawn.push(tag('rect', { ...fill, ...paint('fill', style.backgroundColor) }));
    if (style.backgroundImage !== 'none') drawn.push(this.#gradient(style, { x, y, width, height }));
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
  #shadow(shadow: string, { x, y, width, height }: Box): string {
    const [, colour = '', dx = '', dy = '', blur = '', spread = '', inset] =
      /^(rgba?\([^)]+\)|color\([^)]+\)) (\S+)px (\S+)px (\S+)px (\S+)px( inset)?$/.exec(shadow) ?? [];
    if (colour === '' || blur !== '0') throw new Error(`pictures: shadow ${shadow} is not known`);
    if (isClear(colour)) return '';
    const [right, down, wide] = [Number(dx), Number(dy), Number(spread)];
    const box = inset
      ? { x, y, width: right || width, height: down || height }
      : { x: x + right - wide, y: y + down - wide, width: width + 2 * wide, height: height + 2 * wide };
    return tag('rect', { ...box, ...paint('fill', colour) });
  }

  /** One linear gradient, repeating or not, over the whole box or at its lower edge. */
  #gradient(style: CSSStyleDeclaration, { x, y, width, height }: Box): string {
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
    const fill = this.#define('gradient', (id) =>
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

  /** The face that a character is set in, noted as used. */
  #face(style: CSSStyleDeclaration, character: string): string {
    const families = style.fontFamily.split(',').map((name) => name.trim().replace(/^"|"$/g, ''));
    const weight = Number(style.fontWeight) >= 600 ? '700' : '400';
    const family = families.find((name) =>
      [...document.fonts].some((face) => face.family.replaceAll('"', '') === name && holds(face, character)),
    );
    // A character that none of our fonts has is set in the reader's own.
    if (family === undefined) return defined(families.at(-1), 'generic family');
    const key = `${family} ${weight}`;
    const face = this.#faces.get(key) ?? { family, weight, characters: new Set() };
    this.#faces.set(key, face);
    face.characters.add(character);
    return family;
  }

  /** A text node: one element for each line and face, each character at its own place. */
  #text(node: Text, parent: HTMLElement): string {
    const style = getComputedStyle(parent);
    if (style.color === '' || isClear(style.color)) return '';
    const size = px(style.fontSize);
    this.#ruler.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const { fontBoundingBoxAscent: ascent } = this.#ruler.measureText('国');
    const range = document.createRange();
    const lines: {
      family: string;
      baseline: number;
      right: number;
      characters: { text: string; x: number; left: number }[];
    }[] = [];
    let start = 0;
    for (const character of node.data) {
      range.setStart(node, start);
      start += character.length;
      range.setEnd(node, start);
      const rect = [...range.getClientRects()].at(-1);
      if (!rect || rect.width === 0 || /\s/.test(character)) continue;
      const family = this.#face(style, character);
      // A range's box is the font's ascent above the baseline and its descent below, both whole pixels.
      const baseline = this.#snap(this.#top(rect)) + Math.round(ascent);
      const left = this.#left(rect);
      const spare = rect.width - this.#ruler.measureText(character).width;
      // The room between a Chinese character and a number in an element of its own belongs to the number's box: before it, or on
      // both sides of a single digit.
      const first = start === character.length && spare > 0.08 * size;
      const gap = !first ? 0 : spare > 0.19 * size ? spare / 2 : spare;
      // A mark in half a square keeps the half with its ink.
      const lost = opening.test(character) && wide(family) && spare < -0.25 * size ? spare : 0;
      const x = left + gap + lost;
      let line = lines.at(-1);
      if (line?.family !== family || Math.abs(line.baseline - baseline) > 0.5) {
        line = { family, baseline, right: 0, characters: [] };
        lines.push(line);
      }
      line.characters.push({ text: character, x, left });
      line.right = left + rect.width;
    }
    const decorated = decorationOf(parent, this.root);
    return lines
      .map(({ family, baseline, right, characters }) => {
        const [firstOf] = characters;
        const rules = decorated && firstOf ? decoration(decorated, false, firstOf.left, right, baseline) : '';
        return (
          rules +
          tag(
            'text',
            {
              x: characters.map(({ x }) => round(x)).join(' '),
              y: baseline,
              'font-family': family,
              'font-size': size,
              'font-weight': Number(style.fontWeight) >= 600 ? 700 : undefined,
              lang: foreign(parent, this.root),
              ...paint('fill', style.color),
            },
            escape(characters.map(({ text }) => text).join('')),
          )
        );
      })
      .join('');
  }

  /** A graphic of the page: its own elements with the style that sheets gave them as attributes. */
  #graphic(element: SVGElement): string {
    const style = getComputedStyle(element);
    if (style.display === 'none') return '';
    const attributes: Record<string, string | number | undefined> = {};
    let behind = '';
    for (const { name, value } of element.attributes) {
      if (kept.has(name)) attributes[name] = value;
    }
    const { figure, derived } = element.dataset;
    attributes['data-figure'] = figure;
    attributes['data-derived'] = derived;
    if (element instanceof SVGSVGElement && !element.parentElement?.closest('svg')) {
      const { x, y, width, height } = this.#boxOf(element.getBoundingClientRect());
      const [left, top] = [px(style.paddingLeft), px(style.paddingTop)];
      const [right, bottom] = [px(style.paddingRight), px(style.paddingBottom)];
      Object.assign(attributes, { x: x + left, y: y + top });
      Object.assign(attributes, { width: width - left - right, height: height - top - bottom });
      behind = this.#box(element.getBoundingClientRect(), style, true, true);
      attributes['overflow'] = style.overflow === 'visible' ? 'visible' : undefined;
    }
    if (style.transform !== 'none') attributes['transform'] = style.transform;
    const opacity = Number(style.opacity);
    attributes['opacity'] = opacity === 1 ? undefined : opacity;
    if (/^(?:path|rect|line|circle|ellipse|polygon|polyline|use)$/.test(element.tagName))
      Object.assign(attributes, painting(style));
    if (style.vectorEffect !== 'none' && element instanceof SVGGraphicsElement)
      Object.assign(attributes, scaled(element, style));
    if (element instanceof SVGTextElement) {
      const { transform, opacity: faded } = attributes;
      const whole = { transform, opacity: faded, 'data-figure': figure, 'data-derived': derived };
      const words = this.#words(element);
      return Object.values(whole).every((value) => value === undefined) ? words : tag('g', whole, words);
    }
    const content = [...element.children].map((child) => this.#element(child)).join('');
    // A link leads nowhere in a picture.
    return behind + tag(element.tagName === 'a' ? 'g' : element.tagName, attributes, content);
  }

  /** The words of a graphic's text, each run of them as one element, each character at the place that it was given. */
  #words(text: SVGTextElement): string {
    // Blanks at the ends have no place; all others count.
    const whole = text.textContent;
    if (text.getNumberOfChars() !== whole.trim().length)
      throw new Error(`pictures: blanks of “${whole}” are not known`);
    let at = whole.trimStart().length - whole.length;
    const run = (node: Text, parent: SVGElement): string => {
      const style = getComputedStyle(parent);
      const look = painting(style);
      const pieces: { family: string; text: string; x: number[]; y: number }[] = [];
      for (const character of node.data) {
        const here = at;
        at += character.length;
        if (/\s/.test(character)) continue;
        const { x, y } = text.getStartPositionOfChar(here);
        const family = this.#face(style, character);
        let piece = pieces.at(-1);
        if (piece?.family !== family) pieces.push((piece = { family, text: '', x: [], y }));
        piece.text += character;
        piece.x.push(x);
      }
      const decorated = decorationOf(parent, text);
      const [start] = pieces;
      const lines =
        decorated && start
          ? decoration(
              decorated,
              true,
              start.x[0] ?? 0,
              text.getEndPositionOfChar(Math.min(at, whole.trim().length) - 1).x,
              start.y,
            )
          : '';
      const lang = parent.closest('[lang]')?.getAttribute('lang') ?? undefined;
      return (
        lines +
        pieces
          .map(({ family, text: characters, x, y }) =>
            tag(
              'text',
              {
                x: x.map(round).join(' '),
                y,
                'font-family': family,
                'font-size': px(style.fontSize),
                'font-weight': Number(style.fontWeight) >= 600 ? 700 : undefined,
                lang: lang === this.root.lang ? undefined : lang,
                ...look,
              },
              escape(characters),
            ),
          )
          .join('')
      );
    };
    const all = (element: SVGElement): string =>
      [...element.childNodes]
        .map((node) => {
          if (node instanceof Text) return run(node, element);
          if (!(node instanceof SVGElement)) return '';
          const { figure, derived } = node.dataset;
          const content = all(node);
          return figure === undefined && derived === undefined
            ? content
            : tag('g', { 'data-figure': figure, 'data-derived': derived }, content);
        })
        .join('');
    return all(text);
  }
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Attributes of graphics that say where and what a mark is; how it looks is taken from the computed style. */
const kept = new Set(
  'id x y x1 y1 x2 y2 dx dy cx cy r rx ry width height d points viewBox preserveAspectRatio overflow patternUnits patternTransform patternContentUnits offset href transform'.split(
    ' ',
  ),
);

function painting(style: CSSStyleDeclaration): Attributes {
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

function stroke({ width, style, colour }: { width: number; style: string; colour: string }): Attributes {
  const dashes: Readonly<Record<string, string | undefined>> = {
    dashed: `${round(width * 2)} ${round(width * 2)}`,
    dotted: width >= 2 ? `0 ${round(width * 2)}` : `${round(width)} ${round(width)}`,
  };
  return {
    'stroke-width': width,
    'stroke-dasharray': dashes[style],
    'stroke-linecap': style === 'dotted' && width >= 2 ? 'round' : undefined,
    ...paint('stroke', colour),
  };
}

/**
 * A line whose width doesn't scale with the mark: only browsers know such lines, and they would stay thin in a large picture. So the
 * width is given in the mark's own units; where those differ along the axes, the mark is drawn in the units of the graphic.
 */
function scaled(element: SVGGraphicsElement, style: CSSStyleDeclaration): Attributes {
  const own = defined(element.getScreenCTM() ?? undefined, 'place of a mark');
  const outer = [...ancestors(element, 'svg')].at(-1);
  const whole = defined((outer as SVGGraphicsElement | undefined)?.getScreenCTM() ?? undefined, 'graphic');
  const { a, b, c, d } = whole.inverse().multiply(own);
  if (b !== 0 || c !== 0) throw new Error('pictures: a turned mark is not known');
  const width = px(style.strokeWidth);
  if (Math.abs(a / d - 1) < 0.001) return { 'stroke-width': String(Math.round((width / a) * 1e4) / 1e4) };
  const path = defined(element.getAttribute('d') ?? undefined, 'path of a mark');
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

/** The nearest element that draws lines along its text: they go on through all that stands in it. */
function decorationOf(element: Element, root: Element): CSSStyleDeclaration | undefined {
  for (let at: Element | null = element; at && at !== root; at = at.parentElement) {
    const style = getComputedStyle(at);
    if (style.textDecorationLine !== 'none') return style;
    if (style.display !== 'inline') return undefined;
  }
  return undefined;
}

function decoration(
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

/** The language of a text that is not the picture's own. */
function foreign(element: HTMLElement, root: HTMLElement): string | undefined {
  const lang = element.closest('[lang]')?.getAttribute('lang') ?? undefined;
  return lang === root.lang ? undefined : lang;
}

/** Whether a family sets Chinese punctuation in a full square. */
const wide = (family: string) => family.endsWith('SC');

/** Whether a face is meant for a character. */
function holds(face: FontFace, character: string): boolean {
  const code = defined(character.codePointAt(0), 'character');
  return face.unicodeRange.split(',').some((range) => {
    const [from = '0', to = from] = range.trim().replace(/^U\+/i, '').split('-');
    return code >= Number.parseInt(from, 16) && code <= Number.parseInt(to, 16);
  });
}

/**
 * Draws an element as laid out. Changes the page: afterwards, pseudo-elements are real ones.
 *
 * @param root an element with a `lang`; its box is the picture
 * @throws if it meets a style that it doesn't know
 */
export function svgOf(root: HTMLElement, names: Names): DrawnPicture {
  makeReal(root);
  return new Drawing(root).draw(names);
}
