import { describe, expect, it } from 'vitest';
import { kindSpecs } from '../../../charts/specs.js';
import { languageIdioms } from '../../../format/index.js';
import { readStoryFiles } from '../../../server/read-story-files.js';
import { checkStory } from '../../../story/index.js';
import { passagePieces } from './passage.js';

const checked = checkStory(readStoryFiles('data'), kindSpecs, languageIdioms);
if (!checked.ok) throw new Error('the story is not sound');
const { story } = checked;

describe("a section's passage", () => {
  const placed = story.sections.filter(({ passage }) => passage);
  it.each(placed.map((section) => [section.id, section] as const))(
    'of %s is whole, with every number in it',
    (_, section) => {
      const pieces = passagePieces(story, section) ?? [];
      const { start = 0, end = 0 } = section.passage ?? {};
      expect(pieces.map(({ text }) => text).join('')).toBe(story.report.text.slice(start, end));
      const own = story.figures.filter((figure) => figure.section === section.id);
      for (const figure of own) {
        const printed = pieces.filter((piece) => piece.figure === figure.id).map(({ text }) => text);
        expect(printed.join('')).toBe(figure.span.text);
      }
    },
  );
});
