/** How a passage of the report is called: by the report's own heading where it has one, else by our title. */
import { formatFor } from '../format/index.js';
import type { EditionCode, Section, Story } from '../story/types.js';
import { sectionTitle } from './plain-text.js';
import { renderingOf } from './renderings.js';

/** Hidden sections are still passages of the report. */
export function sectionOf(story: Story, id: string): Section | undefined {
  return [...story.sections, ...story.hidden].find((section) => section.id === id);
}

/** The report numbers its headings in a series of which it holds only a part, and ends them with a mark. */
const heading = /^(?:[〇一二三四五六七八九十]+、)?(?<words>.*?)[。，、；：,;:.]*$/u;

const inWords = (text: string): string => heading.exec(text)?.groups?.['words'] ?? text;

/** The report's heading in words, in the original edition; other editions go by our title, or by our rendering where no section tells the passage. */
export function passageLabel(story: Story, sectionId: string, edition: EditionCode): string {
  const section = sectionOf(story, sectionId);
  const passage = story.passages.find((candidate) => candidate.section === sectionId);
  const ownHeading = section ? section.heading : passage?.heading;
  if (ownHeading && edition === story.editions[0]) return inWords(ownHeading.text);
  if (section && !section.withheld)
    return sectionTitle({ story, edition, format: formatFor(edition) }, section);
  return (ownHeading && renderingOf(story, ownHeading, edition)) ?? ownHeading?.text ?? sectionId;
}
