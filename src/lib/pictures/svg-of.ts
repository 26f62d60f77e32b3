/**
 * What a browser has laid out, as one SVG that needs nothing else: boxes become rectangles, each character of a text keeps its place,
 * a graphic keeps its marks with the style that sheets gave them. So a picture is exactly the page's chart, and no chart has a
 * second drawing of its own for pictures.
 *
 * It knows the styles that our pages use. Where it meets another one, it throws: a picture must not lose anything silently.
 */
import { defined } from '../invariants/defined.js';
import { makeReal } from './pseudo-elements.js';
import { boxMarkup } from './svg-boxes.js';
import { decoration, decorationOf } from './svg-decoration.js';
import { escape, isClear, paint, px, round, tag, type Attributes, type Box } from './svg-markup.js';
import { kept, painting, scaled } from './svg-marks.js';

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

/** Opening marks of Chinese punctuation: set in half their width, they lose the half before them, not the one after. */
const opening = /[（《「『【〔“‘]/;

/** Characters of one face and one look on one line, each at its own place. */
interface TextRun {
  readonly family: string;
  readonly text: string;
  /** One place for each character. */
  readonly x: readonly number[];
  /** The baseline. */
  readonly y: number;
  readonly look: Attributes;
}

/** The weight of the fonts that there are which is nearest. */
const weightOf = ({ fontWeight }: CSSStyleDeclaration): UsedFace['weight'] =>
  Number(fontWeight) >= 600 ? '700' : '400';

class Drawing {
  readonly #origin: DOMRect;
  readonly #definitions: string[] = [];
  readonly #faces = new Map<string, { family: string; weight: '400' | '700'; characters: Set<string> }>();
  readonly #ruler = defined(document.createElement('canvas').getContext('2d'), 'canvas');

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

  readonly #left = (rect: DOMRect) => rect.left - this.#origin.left;
  readonly #top = (rect: DOMRect) => rect.top - this.#origin.top;

  /** Boxes and graphics stand on whole CSS pixels: a browser puts them there when it paints. */
  #boxOf(rect: DOMRect): Box {
    const [x, y] = [Math.round(this.#left(rect)), Math.round(this.#top(rect))];
    const right = Math.round(rect.right - this.#origin.left);
    const bottom = Math.round(rect.bottom - this.#origin.top);
    return { x, y, width: right - x, height: bottom - y };
  }

  /** Where a part of the picture stands, so that it can be compared with the page: `x y width height`. */
  #boxText(element: Element): string {
    const { x, y, width, height } = this.#boxOf(element.getBoundingClientRect());
    return [x, y, width, height].map(round).join(' ');
  }

  #box(rect: DOMRect, style: CSSStyleDeclaration, first: boolean, last: boolean): string {
    return boxMarkup(this.#boxOf(rect), style, { first, last, define: (name, of) => this.#define(name, of) });
  }

  /** Adds a definition; returns the address of it. */
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

  /** The face that a character is set in, noted as used. */
  #face(style: CSSStyleDeclaration, character: string): string {
    const families = style.fontFamily.split(',').map((name) => name.trim().replace(/^"|"$/g, ''));
    const weight = weightOf(style);
    const family = families.find((name) =>
      [...document.fonts].some((face) => face.family.replaceAll('"', '') === name && holds(face, character)),
    );
    // A character that no font of the style is for is set in the reader's own, like one that the font lacks.
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
      const baseline = Math.round(this.#top(rect)) + Math.round(ascent);
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
          this.#run(parent, {
            family,
            text: characters.map(({ text }) => text).join(''),
            x: characters.map(({ x }) => x),
            y: baseline,
            look: paint('fill', style.color),
          })
        );
      })
      .join('');
  }

  /** A run of one face on one line. @param parent the element that the run's text stands in */
  #run(parent: Element, { family, text, x, y, look }: TextRun): string {
    const style = getComputedStyle(parent);
    return tag(
      'text',
      {
        x: x.map(round).join(' '),
        y,
        'font-family': family,
        'font-size': px(style.fontSize),
        'font-weight': weightOf(style) === '700' ? 700 : undefined,
        lang: foreign(parent, this.root),
        ...look,
      },
      escape(text),
    );
  }

  /** A graphic of the page: its own elements with the style that sheets gave them as attributes. */
  #graphic(element: SVGElement): string {
    const style = getComputedStyle(element);
    if (style.display === 'none') return '';
    const attributes: Record<string, string | number | undefined> = {};
    let behind = '';
    for (const { name, value } of element.attributes) {
      // A link leads nowhere in a picture.
      if (kept.has(name) && !(name === 'href' && element.tagName === 'a')) attributes[name] = value;
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
      return lines + pieces.map((piece) => this.#run(parent, { ...piece, look })).join('');
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

/** The language of a text that is not the picture's own. */
function foreign(element: Element, root: HTMLElement): string | undefined {
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
