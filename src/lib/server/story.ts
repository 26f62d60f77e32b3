/** The story of this build: read from STORY_DIR and checked. If it has problems, the build stops and lists all of them. */
import { checkStory, formatProblem } from '../story/index.js';
import { kindSpecs } from '../charts/specs.js';
import { languageIdioms } from '../format/index.js';
import type { Story } from '../story/types.js';
import { publishedStory } from './published.js';
import { readStoryFiles, storyDir } from './read-story-files.js';

function load(): Story {
  const checked = checkStory(readStoryFiles(storyDir()), kindSpecs, languageIdioms);
  if (checked.ok) return checked.story;
  const list = checked.problems.map((problem) => formatProblem(problem, 'en')).join('\n');
  throw new Error(`the story has ${checked.problems.length} problems\n${list}`);
}

/** The complete story, hidden sections included. */
export const wholeStory: Story = load();

export const story: Story = publishedStory(wholeStory);
