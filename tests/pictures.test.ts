/**
 * The story's own charts in every state that a step shows, in every edition: nothing leaves the frame and no label runs into
 * another, from the smallest phone to a desk. Examples of the kinds are short of words; a translation is not.
 */
import { describe, expect, it } from 'vitest';
import { sceneLayouts } from '../src/lib/charts/scene-layouts.js';
import { stringsOf } from '../src/lib/charts/scene/options.js';
import { kindSpecs, specOf } from '../src/lib/charts/specs.js';
import { faults } from '../src/lib/charts/testing.js';
import type { Scene } from '../src/lib/charts/scene/scene.js';
import type { ChartInput, ChartSize } from '../src/lib/charts/scene/types.js';
import { chartInput } from '../src/lib/view/chart-input.js';
import { languageIdioms } from '../src/lib/format/index.js';
import { readStoryFiles } from '../src/lib/server/read-story-files.js';
import { checkStory } from '../src/lib/story/index.js';
import type { EditionCode, Show } from '../src/lib/story/types.js';

const checked = checkStory(readStoryFiles('data'), kindSpecs, languageIdioms);
if (!checked.ok) throw new Error('the real story has problems: npm run check:story');
const { story } = checked;

/** What is left for a plot in windows of 320 × 640, 360 × 740, 390 × 844, three phones held sideways, and 1440 × 900. */
const sizes: readonly ChartSize[] = [
  { width: 288, height: 196 },
  { width: 328, height: 260 },
  { width: 358, height: 320 },
  { width: 391, height: 236 },
  { width: 352, height: 250 },
  { width: 446, height: 264 },
  { width: 640, height: 700 },
];

interface Shown {
  readonly edition: EditionCode;
  readonly name: string;
  readonly input: ChartInput;
  readonly show: Show;
}

const shown: readonly Shown[] = story.editions.flatMap((edition) =>
  story.sections.flatMap((section) =>
    section.steps.flatMap(({ id, show }) => {
      const chart = section.stage.find(({ name }) => name === show.chart);
      if (!chart || !sceneLayouts[chart.kind]) return [];
      const input = chartInput(story, section.id, chart, edition, './');
      return [{ edition, name: `${edition} ${section.id}--${id}`, input, show }];
    }),
  ),
);

function sceneOf(input: ChartInput, show: Show, size: ChartSize): Scene {
  const layout = sceneLayouts[input.kind];
  if (!layout) throw new Error(`no layout draws ${input.kind}`);
  return layout(input, show, size);
}

/** The numbers that a reader of a picture can choose. */
const numbersIn = (scene: Scene): ReadonlySet<string> =>
  new Set(
    scene.flatMap((mark) => [
      ...(mark.link ? [mark.link.id] : []),
      ...(mark.type === 'text' ? mark.runs.flatMap(({ link }) => link?.id ?? []) : []),
    ]),
  );

it('there are pictures to judge, of every kind that draws scenes', () => {
  expect(new Set(shown.map(({ input }) => input.kind))).toEqual(new Set(Object.keys(sceneLayouts)));
});

describe.each(sizes)('in a plot of $width × $height', (size) => {
  it.each(shown)('everything has room: $name', ({ name, input, show }) => {
    const scene = sceneOf(input, show, size);
    expect(scene.filter((mark) => (mark.opacity ?? 1) > 0).length, 'marks to be seen').toBeGreaterThan(3);
    expect(faults({ name, scene, size })).toEqual([]);
  });
});

/** Each chart as it stands at the end, on each of its scales: what is read without script, on paper and in stills. */
const last = new Map(
  shown.map((one) => {
    const { apart } = specOf(one.input.kind);
    const scale = apart?.states.includes(one.show.state) ? ' on its other scale' : '';
    return [`${one.edition} ${one.input.section} ${one.input.name}${scale}`, one];
  }),
);

it.each([...last])('the last picture bears every figure of its chart: %s', (_, { input, show }) => {
  const numbers = numbersIn(sceneOf(input, show, { width: 640, height: 700 }));
  const { apart } = specOf(input.kind);
  const levels = apart ? stringsOf(input, apart.option) : [];
  const onSecond = apart?.states.includes(show.state) === true;
  const drawn = input.figures.filter(({ id }) => levels.length === 0 || levels.includes(id) === onSecond);
  expect(drawn.map(({ id }) => id).filter((id) => !numbers.has(id))).toEqual([]);
});

describe('on a phone of common width', () => {
  const phone: ChartSize = { width: 358, height: 320 };

  it.each(shown.filter(({ input }) => input.kind === 'report-field'))(
    'the field’s words are whole: $name',
    ({ input, show }) => {
      const scene = sceneOf(input, show, phone);
      const texts = scene.flatMap((mark) => (mark.type === 'text' ? mark.runs.map(({ text }) => text) : []));
      expect(texts.filter((text) => text.includes('…'))).toEqual([]);
    },
  );
});
