/**
 * Subsets the heading font to the characters in this story's headings, so that readers load tens of kilobytes and not a megabyte.
 * Writes src/fonts/generated/heading.woff2; the same headings give the same bytes. If the story cannot be read, its headings are
 * unknown and the whole font is written; that happens only in development, because a build refuses such a story.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import subsetFont from 'subset-font';
import { formatFor, languageIdioms } from '../src/lib/format/index.js';
import { kindSpecs } from '../src/lib/charts/specs.js';
import { defined } from '../src/lib/invariants/defined.js';
import { readStoryFiles, storyDir } from '../src/lib/server/read-story-files.js';
import { checkStory } from '../src/lib/story/index.js';
import type { Story } from '../src/lib/story/types.js';

const stock = 'src/fonts/noto-serif-sc-700.woff2';
const target = 'src/fonts/generated/heading.woff2';

/**
 * Every character that a heading may contain: titles of the story and its sections, printed numbers, headings of the other pages.
 */
function headingCharacters(story: Story): string {
  const texts = story.editions.flatMap((edition) => {
    const { words, figure, derived } = formatFor(edition);
    return [
      defined(story.title[edition], `title in the edition ${edition}`),
      ...[...story.sections, ...story.hidden].map((section) => JSON.stringify(section.title[edition])),
      ...story.figures.map((each) => figure(each)),
      ...story.derived.map(
        (each) => derived(each) + (Number.isInteger(each.value) ? derived(each, 'words') : ''),
      ),
      words.source.title,
      words.source.missing,
      words.source.inferred,
      words.ledger.title,
      words.ledger.figures,
      words.ledger.derived,
      words.ledger.absent,
      words.ledger.downloads,
      words.notFound.title,
    ];
  });
  return [...new Set(texts.join(''))].sort().join('');
}

/**
 * The story, or a draft of it, or undefined: the development server must start with an unsound story, so that it can be corrected
 * there.
 */
function readStory(): Story | undefined {
  try {
    const checked = checkStory(readStoryFiles(storyDir()), kindSpecs, languageIdioms);
    return checked.ok ? checked.story : checked.draft;
  } catch {
    return undefined;
  }
}

const story = readStory();
const whole = readFileSync(stock);
const font = story
  ? await subsetFont(whole, headingCharacters(story), { targetFormat: 'woff2', noLayoutClosure: true })
  : whole;
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, font);
console.log(`heading face: ${font.length} bytes`);
