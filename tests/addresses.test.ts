/**
 * An address that was published once leads somewhere for ever: `story/addresses.yaml` holds every address of the story, and survives
 * whatever an editor does.
 */
import { describe, expect, it } from 'vitest';
import { kindSpecs } from '../src/lib/charts/specs.js';
import { languageIdioms } from '../src/lib/format/index.js';
import { readStoryFiles } from '../src/lib/server/read-story-files.js';
import { publishedFiles, publishedStory } from '../src/lib/server/published.js';
import { addressesOf, addressesPath } from '../src/lib/story/addresses.js';
import { checkStory, formatProblem } from '../src/lib/story/index.js';
import { addressesIn, recordAddresses } from '../src/lib/story/record-addresses.js';
import type { Story, StoryFiles } from '../src/lib/story/types.js';
import { toStoryFiles, type Files } from '../src/lib/edit/files/index.js';
import { movedTo, namedStates } from '../src/lib/view/moved.js';
import { edited, fileChanges, realFiles } from './support/edit-files.js';

function storyOf(files: StoryFiles): Story {
  const checked = checkStory(files, kindSpecs, languageIdioms);
  const wordsAlone = !checked.ok && checked.draft;
  if (checked.ok) return checked.story;
  const about = checked.problems.filter(({ file }) => file === addressesPath);
  expect(about.map((problem) => formatProblem(problem, 'en'))).toEqual([]);
  if (!wordsAlone)
    throw new Error(checked.problems.map((problem) => formatProblem(problem, 'en')).join('\n'));
  return wordsAlone;
}

const story = storyOf(toStoryFiles(realFiles));
const record = realFiles[addressesPath] ?? '';
const after = (...edits: Parameters<typeof edited>[1][]): Files => edited(realFiles, ...edits);
const leadsTo = (files: Files, from: string) =>
  storyOf(toStoryFiles(files)).moved.find((each) => each.from === from)?.to;

describe.each(['data', 'examples/small-story'])('the record of %s', (folder) => {
  const files = readStoryFiles(folder);
  const own = storyOf(files);

  it('holds every address of the story: npm run addresses', () => {
    expect(recordAddresses(files, own).added).toEqual([]);
  });

  it('is where every address that is gone leads to what is there', () => {
    const there = addressesOf([...own.sections, ...own.hidden]);
    for (const { from, to } of own.moved) {
      expect(there).not.toContain(from);
      if (to !== '') expect(there).toContain(to);
    }
    const recorded = addressesIn(files.get(addressesPath) ?? new Uint8Array());
    const found = [...there, ...own.moved.map(({ from }) => from)];
    expect([...recorded].filter((address) => !found.includes(address))).toEqual([]);
  });
});

describe('a record', () => {
  it('holds the steps of earlier versions, led to the section that they were in', () => {
    expect(story.moved.length).toBeGreaterThan(40);
    for (const { from, to } of story.moved) expect(to.split('--')[0]).toBe(from.split('--')[0]);
  });

  it('gets new lines at its end, and keeps all others', () => {
    const shorter = record.replace('  - fire--tanks\n', '').replace('  - crime\n', '');
    const files = toStoryFiles({ ...realFiles, [addressesPath]: shorter });
    const { text, added } = recordAddresses(files, story);
    expect(added).toEqual(['fire--tanks', 'crime']);
    expect(text).toBe(`${shorter}  - fire--tanks\n  - crime\n`);
    const without = new Map(files);
    without.delete(addressesPath);
    const begun = recordAddresses(without, story);
    expect(begun.added).toEqual(addressesOf(story.sections));
    expect(storyOf(new Map(files).set(addressesPath, new TextEncoder().encode(begun.text))).moved).toEqual(
      [],
    );
  });

  it('does not name what is hidden', () => {
    const hidden = after({ type: 'hide-section', id: 'crime' });
    const whole = storyOf(toStoryFiles(hidden));
    const files = publishedFiles(toStoryFiles(hidden), whole);
    const text = new TextDecoder().decode(files.get(addressesPath));
    expect(text).not.toContain('crime');
    expect(text.split('\n')).toHaveLength(record.split('\n').length);
    expect(JSON.stringify(publishedStory(whole).moved)).not.toContain('crime');
    expect(movedTo(publishedStory(whole), '')).toEqual([]);
  });
});

describe('an editor who', () => {
  it('deletes a step leaves its address leading to its section, and what led to it too', () => {
    const gone = after({ type: 'remove-step', section: 'crime', step: 'start' });
    expect(leadsTo(gone, 'crime--start')).toBe('crime');
    expect(leadsTo(gone, 'crime--case-rate')).toBe('crime');
    expect(leadsTo(gone, 'crime--drug-words')).toBe('crime--drugs');
    expect(fileChanges(realFiles, gone)[addressesPath]?.come).toEqual([
      '  - crime--case-rate\n',
      '  - crime--gang-cases\n',
    ]);
  });

  it('deletes a section leaves its addresses leading to the start', () => {
    const gone = after({ type: 'delete-section', id: 'industry' });
    const left = storyOf(toStoryFiles(gone));
    const own = [...addressesIn(new TextEncoder().encode(record))].filter((address) =>
      /^industry(--|$)/.test(address),
    );
    expect(movedTo(left, '').toSorted()).toEqual(own.toSorted());
  });

  it('adds a step under a former id has its address lead there again', () => {
    const texts = { zh: '报告没有写。', en: 'The report does not say.' };
    const add = { type: 'add-step', section: 'crime', step: 'case-rate', to: 1, texts } as const;
    expect(leadsTo(after(add), 'crime--case-rate')).toBeUndefined();
    const copied = after({ type: 'duplicate-step', section: 'fire', step: 'start', as: 'funds' });
    expect(leadsTo(copied, 'fire--funds')).toBeUndefined();
  });

  it('moves sections and steps changes nothing of it', () => {
    const moved = after(
      { type: 'move-section', id: 'crime', to: 1 },
      { type: 'move-step', section: 'fire', step: 'tanks', to: 0 },
    );
    expect(moved[addressesPath]).toBe(record);
  });
});

it('a graphic shows by a former step’s name what that step’s successor shows', () => {
  const crime = story.sections.find(({ id }) => id === 'crime');
  if (!crime) throw new Error('no such section');
  const states = namedStates(story, crime);
  const { step: _, ...shown } = states.find(({ step }) => step === 'case-rate') ?? { step: '' };
  expect(shown).toEqual(crime.steps.find(({ id }) => id === 'start')?.show);
  // By the name of a state still the last that bears it.
  expect(states.at(-1)?.step).toBe(crime.steps.at(-1)?.id);
});
