/** What a picture of a step says to those who can't see it. */
import { formatFor } from '../format/index.js';
import { stepAlt } from '../view/card.js';
import { sectionTitle } from '../view/plain-text.js';
import type { EditionCode, Section, Step, Story } from '../story/types.js';

export interface PictureAlt {
  /** Title of the section. */
  readonly title: string;
  readonly description: string;
  readonly lang: string;
}

export function altOf(story: Story, edition: EditionCode, section: Section, step: Step): PictureAlt {
  const format = formatFor(edition);
  const voice = { story, edition, format };
  return {
    title: sectionTitle(voice, section),
    description: stepAlt(voice, section, step),
    lang: format.lang,
  };
}
