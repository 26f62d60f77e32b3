/**
 * How wide a text will be, guessed without a browser: layouts run at build time as well. Guesses are generous
 * (a Han character is as wide as it is high, everything else six tenths of that), so that what fits here fits there.
 */
import type { ChartFigure, ChartOption, ChartSize, ChartText } from './types.js';
import type { Link, Run, TextMark } from './scene.js';

/** The sizes of a chart's text in pixels: for desks, small wide frames, phones, and the lowest that a phone leaves a chart. */
export interface TypeSizes {
  readonly small: number;
  readonly label: number;
  readonly value: number;
}

export function typeSizes(size: ChartSize): TypeSizes {
  if (size.width >= 600 && size.height >= 480) return { small: 15, label: 18, value: 26 };
  if (size.width >= 500 && size.height >= 400) return { small: 14, label: 16, value: 21 };
  if (size.height < 270) return { small: 12, label: 12, value: 15 };
  return { small: 12, label: 13, value: 17 };
}

const wide = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]/u;

export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const character of text) ems += wide.test(character) ? 1 : 0.6;
  return ems * size;
}

export function runsWidth(runs: readonly Run[], size: number): number {
  return runs.reduce((sum, run) => sum + textWidth(run.text, run.size ?? size), 0);
}

/** The text, cut short with an ellipsis where it is wider than the room. */
export function fit(text: string, size: number, room: number): string {
  if (textWidth(text, size) <= room) return text;
  let kept = '';
  for (const character of text) {
    if (textWidth(`${kept}${character}…`, size) > room) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** Where a text line stands, for those who look for collisions. */
export function textBox(mark: TextMark) {
  const width = runsWidth(mark.runs, mark.size);
  const tall = Math.max(mark.size, ...mark.runs.map((run) => run.size ?? mark.size));
  const left = mark.x + mark.dx - (mark.anchor === 'end' ? width : mark.anchor === 'middle' ? width / 2 : 0);
  const baseline = mark.y + mark.dy;
  return { left, right: left + width, top: baseline - tall * 0.88, bottom: baseline + tall * 0.14 };
}

export function linkTo(figure: ChartFigure): Link {
  return { id: figure.id, source: figure.source, href: figure.href };
}

/** A printed number as a link: digits lead, unit and comparator word stand back. */
export function numberRuns(figure: ChartFigure, sizes: TypeSizes, text = figure.printed): Run[] {
  const link = { link: linkTo(figure), klass: figure.source === 'derived' ? 'c-derived' : 'c-number' };
  return text
    .split(/([0-9][0-9.,]*)/u)
    .filter((part) => part !== '')
    .map((part) => ({ text: part, size: /^[0-9]/u.test(part) ? sizes.value : sizes.small, ...link }));
}

/** A running text of the story as lines that fit the room. Numbers are not broken. */
export function wrap(text: ChartText, size: number, room: number): Run[][] {
  const lines: Run[][] = [[]];
  let used = 0;
  const put = (run: Run) => {
    const width = textWidth(run.text, size);
    const line = lines.at(-1) ?? [];
    if (used + width > room && line.length > 0 && !closing.test(run.text)) {
      lines.push([run]);
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
        klass: part.source === 'derived' ? 'c-derived' : 'c-number',
        link: { id: part.id, source: part.source, href: part.href },
      });
    }
  }
  return lines;
}

/** An option of texts as plain words. */
export function plainTexts(
  option: ChartOption | readonly (string | ChartText)[] | undefined,
): readonly string[] {
  if (typeof option !== 'object') return [];
  return option.map((entry) => (typeof entry === 'string' ? entry : entry.map((part) => part.text).join('')));
}

/** Marks that never begin a line. */
const closing = /^[、。，；：！？）”’》」』,.;:!?)]/u;
