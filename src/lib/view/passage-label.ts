/** Names a passage of the report: by the report's own heading if it has one, otherwise by our section's title. */
import { formatFor } from '../format/index.js';
import type { EditionCode, Section, Story } from '../story/types.js';
import { sectionTitle } from './plain-text.js';
import { renderingOf } from './renderings.js';

/** The section with this id, published or hidden, since a hidden section's passage is still a part of the report. */
export function sectionOf(story: Story, id: string): Section | undefined {
  return [...story.sections, ...story.hidden].find((section) => section.id === id);
}

/** Removes a heading's number and final punctuation: the report contains only some headings of the numbered series. */
const heading = /^(?:[〇一二三四五六七八九十]+、)?(?<words>.*?)[。，、；：,;:.]*$/u;

const inWords = (text: string): string => heading.exec(text)?.groups?.['words'] ?? text;

/**
 * In the original edition, the report's heading. In other editions, our section's title, or our rendering of the heading if no
 * section is about the passage.
 */
export function passageLabel(story: Story, sectionId: string, edition: EditionCode): string {
  const section = sectionOf(story, sectionId);
  const passage = story.passages.find((candidate) => candidate.section === sectionId);
  const ownHeading = section ? section.heading : passage?.heading;
  if (ownHeading && edition === story.editions[0]) return inWords(ownHeading.text);
  if (section && !section.withheld)
    return sectionTitle({ story, edition, format: formatFor(edition) }, section);
  return (ownHeading && renderingOf(story, ownHeading, edition)) ?? ownHeading?.text ?? sectionId;
}
