/**
 * Our renderings of the report's words say its numbers and no others: every figure of the words as that edition prints it,
 * and what else is written in digits is a numeral of theirs that is no figure, or our conversion in square brackets.
 */
import { describe, expect, it } from 'vitest';
import { kindSpecs } from '../src/lib/charts/specs.js';
import { rungsIn } from '../src/lib/charts/ladder/rungs.js';
import { formatFor, languageIdioms } from '../src/lib/format/index.js';
import { readStoryFiles } from '../src/lib/server/read-story-files.js';
import { checkStory, type Rendering, type Span, type Story } from '../src/lib/story/index.js';

function load(): Story {
  const checked = checkStory(readStoryFiles('data'), kindSpecs, languageIdioms);
  if (!checked.ok) throw new Error('the story has problems; see check:story');
  return checked.story;
}

const story = load();
const rendered = story.renderings.flatMap((rendering) =>
  Object.entries(rendering.text).map(([edition, text]) => ({
    edition,
    text,
    words: story.report.text.slice(rendering.start, rendering.end),
    rendering,
  })),
);

const inside = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** The number as it is printed, and not as a part of another one. */
const alone = (printed: string): RegExp =>
  new RegExp(`(?<![0-9]|[0-9][.,])${escaped(printed)}(?![0-9]|[.,][0-9])`);

/** Takes out each figure's print, and tells which are not there. */
function withoutFigures({ rendering, edition, text }: (typeof rendered)[number]): {
  rest: string;
  absent: readonly string[];
} {
  const format = formatFor(edition);
  const absent: string[] = [];
  let rest = text;
  for (const figure of story.figures.filter(({ span }) => inside(rendering, span))) {
    const printed = alone(format.figure(figure, 'value'));
    if (!printed.test(rest)) absent.push(`${figure.id}: ${format.figure(figure, 'value')}`);
    rest = rest.replace(printed, '');
  }
  return { rest, absent };
}

/** Our own conversions of these figures. */
function conversions(rendering: Rendering, edition: string): readonly string[] {
  const figures = new Set(story.figures.filter(({ span }) => inside(rendering, span)).map(({ id }) => id));
  return story.derived
    .filter(({ operation, from }) => operation === 'conversion' && from.some((id) => figures.has(id)))
    .map((derived) => formatFor(edition).derived(derived, 'value'));
}

/** Numbers that the report writes without stating an amount: 2023年, 十二届, 千亿级, 万亩. */
function otherNumbers(rendering: Rendering): ReadonlySet<number> {
  const texts = story.nonFigures.filter((other) => inside(rendering, other)).map(({ text }) => text);
  return new Set(
    texts.flatMap((text) => [
      ...(text.match(/[0-9]+/g) ?? []).map(Number),
      ...[...text.matchAll(/([零一二两三四五六七八九十百千]*)([万亿]?)/g)].map(
        ([, count = '', size]) => (rungsIn(count) ?? 1) * (size === '亿' ? 1e8 : size === '万' ? 1e4 : 1),
      ),
      // 十四五: the five years of the fourteenth plan.
      ...(text.match(/十[一二三四](?=五)/g) ?? []).map((count) => rungsIn(count) ?? 0),
    ]),
  );
}

const sizes: Readonly<Record<string, number>> = { million: 1e6, billion: 1e9 };

function numbersIn(text: string): readonly number[] {
  return [...text.matchAll(/([0-9][0-9,]*(?:\.[0-9]+)?)(?:[- ](million|billion))?/g)].map(
    ([, digits = '', size = '']) => Number(digits.replaceAll(',', '')) * (sizes[size] ?? 1),
  );
}

describe.each(rendered)('$words', (entry) => {
  const { rendering, edition } = entry;
  const { rest, absent } = withoutFigures(entry);

  it('is rendered with every figure in it', () => expect(absent).toEqual([]));

  it('is rendered without a number of anybody else', () => {
    const ours = conversions(rendering, edition);
    const bracketed = [...rest.matchAll(/\[(?:about )?([^\]]*[0-9][^\]]*)\]/g)].map(([, inner]) => inner);
    expect(bracketed.filter((number) => !ours.includes(number ?? ''))).toEqual([]);
    const known = otherNumbers(rendering);
    const left = numbersIn(rest.replace(/\[[^\]]*\]/g, ''));
    expect(left.filter((number) => !known.has(number))).toEqual([]);
  });
});

it('are read by this test at all', () => expect(rendered.length).toBeGreaterThan(100));
