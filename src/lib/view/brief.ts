/** The brief as a page prints it: each finding whose section is published, with the number that stands large before its text. */
import { inEdition } from './in-edition.js';
import type { Voice } from './page.js';
import type { ChartState } from '../charts/scene/types.js';
import { showAt } from './show-at.js';
import type { EditionCode, Finding, Inline, Paragraph, Section, StageChart, Story } from '../story/types.js';

type Number = Extract<Inline, { readonly type: 'figure' | 'derived' }>;

export interface PrintedFinding {
  readonly id: string;
  readonly text: Paragraph;
  /** The chart shown small beside the text, in its state at the step that the finding links to. */
  readonly picture?: { readonly chart: StageChart; readonly section: Section; readonly state: ChartState };
  /** The first number in the text; absent if the text has none. */
  readonly lead?: Number;
  /** Id of the step's element on the story's own page (the address without `#`). */
  readonly step: string;
}

function firstNumber(text: Paragraph): Number | undefined {
  for (const part of text) {
    if (part.type === 'figure' || part.type === 'derived') return part;
    const inner = 'children' in part ? firstNumber(part.children) : undefined;
    if (inner) return inner;
  }
  return undefined;
}

/** Title of a page that contains only the brief. */
export const briefInStory = ({ story, edition, format }: Voice): string =>
  `${format.words.brief.title} · ${inEdition(story.title, edition)}`;

export function briefOf(story: Story, edition: EditionCode): readonly PrintedFinding[] {
  const published = ({ section }: Finding) => story.sections.some(({ id }) => id === section);
  return story.brief.filter(published).map((finding) => {
    const { id, section, step, text: texts } = finding;
    const text = inEdition(texts, edition);
    const lead = firstNumber(text);
    const picture = pictureOf(story, finding);
    return { id, text, step: `${section}--${step}`, ...(lead && { lead }), ...(picture && { picture }) };
  });
}

function pictureOf(story: Story, { section: id, step, picture }: Finding): PrintedFinding['picture'] {
  const section = story.sections.find((each) => each.id === id);
  const chart = section?.stage.find(({ name }) => name === picture);
  if (!section || !chart) return undefined;
  const at = section.steps.findIndex((each) => each.id === step);
  return { chart, section, state: showAt(section, chart.name, at) };
}
