import { describe, expect, it } from 'vitest';
import { kindSpecs } from '../charts/specs.js';
import { applyEdit, type Edit } from '../edit/files/index.js';
import { toPatch } from '../edit/files/patch.js';
import { languageIdioms } from '../format/index.js';
import { checkStory, orderStory, type Story, type StoryFiles } from '../story/index.js';
import { publishedFiles, publishedStory } from './published.js';
import { readStoryFiles } from './read-story-files.js';

const files = readStoryFiles('examples/small-story');
const whole = storyOf(files);
const published = publishedFiles(files, whole);
const texts = Object.fromEntries(
  [...published].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]),
);
const section = 'story/sections/night-desk.yaml';
const secrets = ['夜间服务台：告示称', '同样的暖水袋', '暖水袋的圆点', '橡胶袋', '等核对暖水袋'];

function storyOf(read: StoryFiles): Story {
  const checked = checkStory(read, kindSpecs, languageIdioms);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return checked.story;
}

describe('published files', () => {
  it('have no word of a hidden section', () => {
    const all = Object.values(texts).join('\n');
    const before = [...files.values()].map((bytes) => new TextDecoder().decode(bytes)).join('\n');
    expect(secrets.filter((words) => !before.includes(words))).toEqual([]);
    expect(secrets.filter((words) => all.includes(words))).toEqual([]);
  });

  it('are all there, with every byte of what is not hidden and every line of the rest', () => {
    const changed = [...files].filter(([path, bytes]) => {
      const put = published.get(path);
      return !put || Buffer.compare(Buffer.from(bytes), Buffer.from(put)) !== 0;
    });
    expect(changed.map(([path]) => path)).toEqual([
      'derived.yaml',
      'glossary.yaml',
      'story/order.yaml',
      section,
    ]);
    const lines = (text: string | undefined): number => (text ?? '').split('\n').length;
    for (const path of ['derived.yaml', 'glossary.yaml', 'story/order.yaml'])
      expect(lines(texts[path])).toBe(lines(new TextDecoder().decode(files.get(path))));
  });

  it('are the very same where nothing is hidden', () => {
    const main = readStoryFiles('data');
    expect(publishedFiles(main, { ...whole, hidden: [] })).toBe(main);
  });

  it('are a sound story, with the section in its place and no words', () => {
    const story = storyOf(published);
    expect(story.hidden.map(({ id, withheld, steps }) => [id, withheld, steps.length])).toEqual([
      ['night-desk', true, 0],
    ]);
    expect(story.passages).toEqual(whole.passages);
    expect(orderStory(story, ['night-desk'])).toMatchObject({
      ok: false,
      faults: [{ rule: 'withheld', section: 'night-desk' }],
    });
  });

  it.each<Edit>([
    { type: 'delete-section', id: 'night-desk' },
    { type: 'show-section', id: 'night-desk' },
    { type: 'duplicate-section', id: 'night-desk', as: 'copy' },
    { type: 'set-text', file: section, path: 'title', language: 'zh', text: '别的' },
    { type: 'remove-step', section: 'night-desk', step: 'lamps' },
  ])('refuse $type of what is hidden', (edit) => {
    expect(applyEdit(texts, edit)).toMatchObject({ ok: false, problem: { rule: 'withheld' } });
  });

  it('make patches that leave what is hidden alone', () => {
    const edited = applyEdit(texts, { type: 'move-section', id: 'plan', to: 0 });
    const patch = edited.ok ? toPatch(texts, edited.files) : '';
    expect(patch.match(/^diff .*$/gm)).toEqual([
      'diff --git a/data/story/order.yaml b/data/story/order.yaml',
    ]);
    expect(patch).not.toMatch(/^[-+] .*night-desk/m);
  });
});

describe('the published story', () => {
  it('has no hidden section and nothing that is its alone', () => {
    const story = publishedStory(whole);
    expect(story.hidden).toEqual([]);
    expect(story.derived.map(({ id }) => id)).not.toContain('warmers-dots');
    expect(story.terms.map(({ id }) => id)).toEqual(['overdue']);
    const words = JSON.stringify(story);
    expect(secrets.filter((secret) => words.includes(secret))).toEqual([]);
    expect(story.figures).toEqual(whole.figures);
  });

  it('keeps what a published section needs', () => {
    const need = { type: 'derived', id: 'warmers-dots' } as const;
    const [first, ...rest] = whole.sections;
    if (!first) throw new Error('no section');
    const using = { ...whole, sections: [{ ...first, title: { zh: [need] } }, ...rest] };
    expect(publishedStory(using).derived).toEqual(whole.derived);
  });
});
