/** SVG as text: elements, numbers, and the colours and lines of style sheets in the terms of SVG. */
import { defined } from '../invariants/defined.js';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const escape = (text: string) =>
  text.replace(/[&<>"]/g, (found) => `&#${defined(found.codePointAt(0), 'character')};`);

/** Two decimals, without a sign before zero. */
export const round = (value: number) => String(Math.round(value * 100) / 100 || 0);

export type Attributes = Readonly<Record<string, string | number | undefined>>;

export function tag(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : ` ${key}="${typeof value === 'number' ? round(value) : escape(value)}"`,
  );
  return `<${name}${written.join('')}${content === '' ? '/>' : `>${content}</${name}>`}`;
}

export const px = (value: string) => Number.parseFloat(value) || 0;

export const isClear = (colour: string) => colour === 'transparent' || /[,/] ?0\)$/.test(colour);

/**
 * A computed colour and its opacity in the terms of SVG 1.1, which every drawing program reads: `color(srgb …)`, which a mixed
 * colour computes to, is none of them.
 */
export function paint(name: 'fill' | 'stroke', colour: string): Attributes {
  const mixed = /^color\(srgb ([^)]+)\)$/.exec(colour)?.[1];
  const [red = '0', green = '0', blue = '0', alpha = '1'] = mixed
    ? mixed.split(/[ /]+/).map((part, i) => (i < 3 ? String(Math.round(Number(part) * 255)) : part))
    : defined(/^rgba?\(([^)]+)\)$/.exec(colour)?.[1], `colour ${colour} that SVG knows`).split(/[ ,/]+/);
  return {
    [name]: `rgb(${red},${green},${blue})`,
    [`${name}-opacity`]: alpha === '1' ? undefined : Number(alpha),
  };
}

export function stroke({
  width,
  style,
  colour,
}: {
  width: number;
  style: string;
  colour: string;
}): Attributes {
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
