/**
 * How wide a text will be, guessed without a browser: layouts run at build time as well. Guesses are generous
 * (a Han character is as wide as it is high, everything else six tenths of that), so that what fits here fits there.
 */
import { sum } from 'd3';
import type { ChartFigure, ChartSize, ChartText } from './types.js';
import type { Link, Run, TextMark } from './scene.js';

/** Font sizes of a chart's text in px: subjects are `label`, the digits of numbers `value`, all else `small`. */
export interface FontSizes {
  readonly small: number;
  readonly label: number;
  readonly value: number;
}

/** Larger frames bear larger text: wide screens' stages, desks, small wide frames, lowest frames on phones, other phones. */
export function fontSizes(size: ChartSize): FontSizes {
  if (size.width >= 900 && size.height >= 640) return { small: 18, label: 23, value: 40 };
  if (size.width >= 700 && size.height >= 560) return { small: 16, label: 20, value: 34 };
  if (size.width >= 600 && size.height >= 480) return { small: 15, label: 18, value: 26 };
  if (size.width >= 500 && size.height >= 400) return { small: 14, label: 16, value: 21 };
  if (size.height < 270) return { small: 12, label: 12, value: 15 };
  return { small: 12, label: 13, value: 17 };
}

/** A picture's leading number: everything but its digits is set to its measure. */
export const leadingSizes = (value: number, { label }: FontSizes): FontSizes => ({
  small: Math.max(label, Math.round(value * 0.36)),
  label,
  value,
});

/** Numbers are bold, and bold digits of some faces are wider than `textWidth` reckons, which shows where they are large. */
const boldShare = 1.18;

/** How large a number may be set in a room, in px: by its width, up to a height. */
export function largestNumber(figure: ChartFigure, sizes: FontSizes, room: ChartSize): number {
  const most = Math.floor(room.height);
  for (let value = most; value > sizes.value; value -= 2) {
    const at = leadingSizes(value, sizes);
    if (runsWidth(numberRuns(figure, at), at.value) * boldShare <= room.width) return value;
  }
  return sizes.value;
}

const wide = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]/u;

export const textWidth = (text: string, fontSize: number): number =>
  sum(text, (character) => (wide.test(character) ? 1 : 0.6)) * fontSize;

export const runsWidth = (runs: readonly Run[], fontSize: number): number =>
  sum(runs, (run) => textWidth(run.text, run.fontSize ?? fontSize));

/** The text, cut short with an ellipsis where it is wider than the room. */
export function fit(text: string, fontSize: number, room: number): string {
  if (textWidth(text, fontSize) <= room) return text;
  let kept = '';
  for (const character of text) {
    if (textWidth(`${kept}${character}…`, fontSize) > room) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** The box of a text line in px, as guessed: the tests look for collisions with it. */
export function textBox(mark: TextMark) {
  const width = runsWidth(mark.runs, mark.fontSize);
  const tall = Math.max(mark.fontSize, ...mark.runs.map((run) => run.fontSize ?? mark.fontSize));
  const left = mark.x + mark.dx - (mark.anchor === 'end' ? width : mark.anchor === 'middle' ? width / 2 : 0);
  const baseline = mark.y + mark.dy;
  return { left, right: left + width, top: baseline - tall * 0.88, bottom: baseline + tall * 0.14 };
}

export function linkTo(figure: ChartFigure): Link {
  return { id: figure.id, source: figure.source, href: figure.href };
}

export interface NumberPart {
  readonly text: string;
  readonly digits: boolean;
}

/** A figure's printed text, its digits apart from unit and limit. */
export const numberParts = ({ printed }: ChartFigure): NumberPart[] =>
  printed
    .split(/([0-9][0-9.,]*)/u)
    .filter((text) => text !== '')
    .map((text) => ({ text, digits: /^[0-9]/u.test(text) }));

/** The look of a printed number: what is still a target has the target pen's hue, as in the report's slip. */
export const numberClass = ({ source, kind }: Pick<ChartFigure, 'source' | 'kind'>): string =>
  source === 'derived' ? 'c-derived' : kind === 'target' ? 'c-number c-aim' : 'c-number';

/** A printed number as a link: digits lead, unit and comparator word stand back. */
export function numberRuns(figure: ChartFigure, sizes: FontSizes): Run[] {
  const link = { link: linkTo(figure), className: numberClass(figure) };
  return numberParts(figure).map(({ text, digits }) => ({
    text,
    fontSize: digits ? sizes.value : sizes.small,
    ...link,
  }));
}

/** Breaks a running text into lines no wider than `room` px: between characters of Chinese, between words, never within a number. */
export function wrap(text: ChartText, fontSize: number, room: number): Run[][] {
  let line: Run[] = [];
  const lines = [line];
  let used = 0;
  const put = (run: Run) => {
    const width = textWidth(run.text, fontSize);
    if (used + width > room && line.length > 0 && !closing.test(run.text)) {
      line = [run];
      lines.push(line);
      used = width;
    } else {
      const last = line.at(-1);
      if (last && !last.link && !run.link) line[line.length - 1] = { text: last.text + run.text };
      else line.push(run);
      used += width;
    }
  };
  for (const part of text) {
    if (part.type === 'text') {
      for (const piece of part.text.match(/[A-Za-z0-9.'’-]+\s*|[^]/gu) ?? []) put({ text: piece });
    } else {
      put({
        text: part.text,
        className: part.source === 'derived' ? 'c-derived' : 'c-number',
        link: { id: part.id, source: part.source, href: part.href },
      });
    }
  }
  return lines;
}

/** The same for plain words, in at most `most` lines: the last one is cut short. */
export function wrapAndCut(text: string, fontSize: number, room: number, most: number): string[] {
  const lines = wrap([{ type: 'text', text }], fontSize, room).map((runs) =>
    runs.map((run) => run.text).join(''),
  );
  return lines.length > most
    ? [...lines.slice(0, most - 1), fit(lines.slice(most - 1).join(''), fontSize, room)]
    : lines;
}

/** Punctuation that never begins a line. */
const closing = /^[、。，；：！？）”’》」』,.;:!?)]/u;
