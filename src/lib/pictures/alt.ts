/** What a picture of a step says to those who can't see it. */
import { defined } from '../invariants/defined.js';
import { formatFor } from '../format/index.js';
import { inEdition } from '../view/in-edition.js';
import { inline } from '../view/plain-text.js';
import type { EditionCode, Section, Step, Story } from '../story/types.js';

export interface PictureAlt {
  /** Title of the section. */
  readonly title: string;
  /** The chart's text alternative, then the step's words. */
  readonly description: string;
  readonly lang: string;
}

export function altOf(story: Story, edition: EditionCode, section: Section, step: Step): PictureAlt {
  const format = formatFor(edition);
  const voice = { story, edition, format };
  const chart = defined(
    section.stage.find(({ name }) => name === step.show.chart),
    `chart ${step.show.chart} of ${section.id}`,
  );
  const texts = [inEdition(chart.alt, edition), ...inEdition(step.text, edition)];
  return {
    title: inline(voice, inEdition(section.title, edition)),
    description: texts.map((text) => inline(voice, text)).join(format.gap),
    lang: format.lang,
  };
}
