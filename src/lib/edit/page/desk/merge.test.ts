import { describe, expect, it } from 'vitest';
import { readStoryFiles } from '../../../server/read-story-files.js';
import { applyEdit, textsIn, toFiles, type Edit, type Files } from '../../files/index.js';
import { changedPaths } from '../../files/diff.js';
import { differences, merged, type Side } from './merge.js';

const base = toFiles(readStoryFiles('examples/small-story'));
const file = 'story/sections/lending.yaml';
const write = (path: string, language: string, text: string): Edit => ({
  type: 'set-text',
  file,
  path,
  language,
  text,
});
function edited(files: Files, ...edits: readonly Edit[]): Files {
  return edits.reduce((now, edit) => {
    const result = applyEdit(now, edit);
    if (!result.ok) throw new Error(result.problem.message.en);
    return result.files;
  }, files);
}
function texts(files: Files): Record<string, string | undefined> {
  const read = textsIn(files, file);
  if (!read.ok) throw new Error(read.problem.message.en);
  return Object.fromEntries(
    read.texts.flatMap(({ path, texts: each }) =>
      Object.entries(each).map(([language, text]) => [`${path} ${language}`, text]),
    ),
  );
}
const meet = (theirs: Files, mine: Files, choices: Record<string, Side> = {}) => {
  const paths = changedPaths(base, theirs);
  return {
    listed: differences(base, theirs, mine, paths),
    files: merged(base, theirs, mine, paths, choices),
  };
};

describe('two editors', () => {
  it('who wrote in different fields of one file both keep what they wrote, and see the other’s', () => {
    const theirs = edited(base, write('title', 'zh', 'Theirs'));
    const mine = edited(base, write('standfirst', 'zh', '我的'));
    const { listed, files } = meet(theirs, mine);
    expect(listed.map(({ key, clash }) => [key, clash])).toEqual([[`${file} title zh`, false]]);
    expect(texts(files)).toEqual({ ...texts(base), 'title zh': 'Theirs', 'standfirst zh': '我的' });
  });

  it.each([
    ['theirs', 'Theirs'],
    ['mine', 'Mine'],
  ] as const)('who wrote in one field choose, here %s', (side, text) => {
    const theirs = edited(base, write('title', 'zh', 'Theirs'));
    const mine = edited(base, write('title', 'zh', 'Mine'));
    const key = `${file} title zh`;
    const { listed, files } = meet(theirs, mine, { [key]: side });
    expect(listed).toEqual([
      expect.objectContaining({
        key,
        clash: true,
        base: texts(base)['title zh'],
        theirs: 'Theirs',
        mine: 'Mine',
      }),
    ]);
    expect(texts(files)['title zh']).toBe(text);
  });

  it('never overwrite what has not been chosen', () => {
    const theirs = edited(base, write('title', 'zh', 'Theirs'));
    const mine = edited(base, write('title', 'zh', 'Mine'));
    expect(texts(meet(theirs, mine).files)['title zh']).toBe('Theirs');
  });

  it('who both moved sections choose an order whole', () => {
    const ids = ['grove', 'lending'];
    const theirs = edited(base, { type: 'hide-section', id: ids[0] ?? '' });
    const mine = edited(base, { type: 'hide-section', id: ids[1] ?? '' });
    const key = 'story/order.yaml';
    const { listed, files } = meet(theirs, mine, { [key]: 'mine' });
    expect(listed.map((each) => [each.key, each.clash])).toEqual([[key, true]]);
    expect(files[key]).toBe(mine[key]);
    expect(meet(theirs, mine).files[key]).toBe(theirs[key]);
  });

  it('of whom one moved a step and the other wrote choose the file whole', () => {
    const theirs = edited(base, write('title', 'zh', 'Theirs'));
    const steps = Object.keys(texts(base)).filter((name) => /^steps\..* zh$/.test(name));
    const step = /^steps\.(.*) zh$/.exec(steps[1] ?? '')?.[1] ?? '';
    const mine = edited(base, { type: 'move-step', section: 'lending', step, to: 0 });
    const { listed, files } = meet(theirs, mine, { [file]: 'mine' });
    expect(listed.map(({ key, clash }) => [key, clash])).toEqual([[file, true]]);
    expect(files[file]).toBe(mine[file]);
  });

  it('keep every other file as it is mine', () => {
    const theirs = edited(base, write('title', 'zh', 'Theirs'));
    const mine = edited(base, { type: 'hide-section', id: 'grove' });
    expect(meet(theirs, mine).files['story/order.yaml']).toBe(mine['story/order.yaml']);
  });
});
