/** The brief as editors change it in the real story: only the lines concerned change, and what is wrong is refused. */
import { describe, expect, it } from 'vitest';
import { kindSpecs } from '../src/lib/charts/specs.js';
import {
  applyEdit,
  changesOf,
  findingsIn,
  storyPath,
  textsIn,
  toStoryFiles,
} from '../src/lib/edit/files/index.js';
import type { Edit, EditRule, Files } from '../src/lib/edit/files/index.js';
import { languageIdioms } from '../src/lib/format/index.js';
import { checkStory } from '../src/lib/story/index.js';
import { edited, fileChanges, realFiles } from './support/edit-files.js';

const findings = findingsIn(realFiles);
const ids = findings.map(({ id }) => id);
const first = ids[0] ?? '';
const step = findings.at(-1)?.step ?? '';
const idsIn = (files: Files) => findingsIn(files).map(({ id }) => id);
const textIn = (files: Files, path: string) => {
  const read = textsIn(files, storyPath);
  return read.ok ? read.texts.find((entry) => entry.path === path)?.texts : undefined;
};
const rules = (files: Files) => {
  const checked = checkStory(toStoryFiles(files), kindSpecs, languageIdioms);
  return checked.ok ? [] : checked.problems.map(({ rule }) => rule);
};
const texts = { zh: '另有所见：# 不是注释', en: 'Another: # no comment' };
/** The brief gone, one finding after another. */
const none = ids.reduce((files, finding) => edited(files, { type: 'remove-finding', finding }), realFiles);

describe('findings', () => {
  it('move to every place, their own lines alone', () => {
    expect(ids.length).toBeGreaterThan(3);
    for (const finding of ids) {
      for (const to of ids.keys()) {
        const moved = edited(realFiles, { type: 'move-finding', finding, to });
        const expected = ids.filter((id) => id !== finding);
        expected.splice(to, 0, finding);
        expect(idsIn(moved)).toEqual(expected);
        const { gone = [], come = [] } = fileChanges(realFiles, moved)[storyPath] ?? {};
        expect([...gone].sort()).toEqual([...come].sort());
        expect(rules(moved)).toEqual([]);
      }
    }
  });

  it('are added with their texts, and removed without a trace', () => {
    const added = edited(realFiles, { type: 'add-finding', finding: 'more', to: 1, step, texts });
    expect(idsIn(added)).toEqual([first, 'more', ...ids.slice(1)]);
    expect(findingsIn(added)[1]?.step).toBe(step);
    expect(textIn(added, 'brief.more')).toEqual(texts);
    expect(fileChanges(realFiles, added)[storyPath]?.gone).toEqual([]);
    expect(rules(added)).toEqual(['translation-older']);
    expect(edited(added, { type: 'remove-finding', finding: 'more' })).toEqual(realFiles);
  });

  it('lead to another step, which is told of where it is none, and leave their picture with the section', () => {
    const pictured = findings.find(({ picture, step: own }) => picture !== undefined && own !== step);
    const { id = '', step: from = '', picture = '' } = pictured ?? {};
    const [section = ''] = from.split('--');
    const read = textsIn(realFiles, `story/sections/${section}.yaml`);
    const steps = read.ok ? read.texts.flatMap(({ path }) => /^steps\.(.*)$/.exec(path)?.[1] ?? []) : [];
    const near = `${section}--${steps.find((name) => `${section}--${name}` !== from) ?? ''}`;
    const within = edited(realFiles, { type: 'lead-finding', finding: id, step: near });
    expect(findingsIn(within)).toContainEqual({ id, step: near, picture });
    expect(fileChanges(realFiles, within)[storyPath]).toMatchObject({
      gone: { length: 1 },
      come: { length: 1 },
    });
    const elsewhere = edited(realFiles, { type: 'lead-finding', finding: id, step });
    expect(findingsIn(elsewhere)).toContainEqual({ id, step });
    expect(fileChanges(realFiles, elsewhere)[storyPath]).toMatchObject({
      gone: { length: 2 },
      come: { length: 1 },
    });
    expect(rules(elsewhere)).toEqual([]);
    expect(rules(edited(realFiles, { type: 'lead-finding', finding: first, step: 'no--such' }))).toEqual([
      'unknown-step',
    ]);
  });

  it('bear a picture, another, and none, in a line of its own', () => {
    const bare = findings.find(({ picture }) => picture === undefined)?.id ?? '';
    const pictured = findings.find(({ picture }) => picture !== undefined);
    const some = edited(realFiles, { type: 'picture-finding', finding: bare, picture: 'some' });
    expect(fileChanges(realFiles, some)[storyPath]).toEqual({ gone: [], come: ['    picture: some\n'] });
    expect(rules(some)).toEqual(['unknown-chart']);
    const other = edited(some, { type: 'picture-finding', finding: bare, picture: 'other' });
    expect(findingsIn(other).find(({ id }) => id === bare)?.picture).toBe('other');
    expect(edited(other, { type: 'picture-finding', finding: bare })).toEqual(realFiles);
    const without = edited(realFiles, { type: 'picture-finding', finding: pictured?.id ?? '' });
    expect(fileChanges(realFiles, without)[storyPath]).toEqual({
      gone: [`    picture: ${pictured?.picture ?? ''}\n`],
      come: [],
    });
    expect(rules(without)).toEqual([]);
    expect(changesOf(realFiles, without)).toEqual([{ type: 'finding-pictured', finding: pictured?.id }]);
    const again = {
      type: 'picture-finding',
      finding: pictured?.id ?? '',
      picture: pictured?.picture ?? '',
    } as const;
    expect(findingsIn(edited(without, again))).toEqual(findings);
  });

  it('go to the last, the key with them, and begin anew before what follows', () => {
    expect(none[storyPath]).not.toMatch(/^brief:/m);
    expect(rules(none)).toEqual([]);
    const anew = edited(none, { type: 'add-finding', finding: first, to: 5, step, texts });
    expect(idsIn(anew)).toEqual([first]);
    expect(textIn(anew, `brief.${first}`)).toEqual(texts);
    expect(rules(anew)).toEqual(['translation-older']);
    // Also where nothing that it could be put before follows, and the last line has no end.
    const head = (none[storyPath] ?? '').replace(/^credit:[^]*/m, '').trimEnd();
    const alone = edited(
      { ...none, [storyPath]: head },
      {
        type: 'add-finding',
        finding: first,
        to: 0,
        step,
        texts,
      },
    );
    expect(idsIn(alone)).toEqual([first]);
    expect(alone[storyPath]?.startsWith(`${head}\n`)).toBe(true);
  });

  it.each<readonly [Edit, EditRule]>([
    [{ type: 'move-finding', finding: 'nobody', to: 0 }, 'unknown-finding'],
    [{ type: 'remove-finding', finding: 'nobody' }, 'unknown-finding'],
    [{ type: 'lead-finding', finding: 'nobody', step }, 'unknown-finding'],
    [{ type: 'lead-finding', finding: first, step: 'a: b' }, 'unknown-step'],
    [{ type: 'lead-finding', finding: first, step: step.split('--')[0] ?? '' }, 'unknown-step'],
    [{ type: 'picture-finding', finding: 'nobody', picture: 'falls' }, 'unknown-finding'],
    [{ type: 'picture-finding', finding: first, picture: 'a: b' }, 'bad-id'],
    [{ type: 'add-finding', finding: first, to: 0, step, texts }, 'taken'],
    [{ type: 'add-finding', finding: 'Not An Id', to: 0, step, texts }, 'bad-id'],
    [{ type: 'add-finding', finding: 'more', to: 0, step: '# --x', texts }, 'unknown-step'],
  ])('%j is refused: %s', (edit, rule) => {
    const answer = applyEdit(realFiles, edit);
    expect(answer.ok ? undefined : answer.problem.rule).toBe(rule);
  });

  it('are told in the review: moved, added, removed, leading elsewhere', () => {
    const [, second = '', third = ''] = ids;
    const edits: readonly Edit[] = [
      { type: 'move-finding', finding: first, to: 9 },
      { type: 'remove-finding', finding: second },
      { type: 'lead-finding', finding: third, step },
      { type: 'add-finding', finding: 'more', to: 0, step, texts },
    ];
    const after = edits.reduce((files, edit) => edited(files, edit), realFiles);
    expect(changesOf(realFiles, after)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ type: 'finding-moved', finding: first, from: 0 }),
        { type: 'finding-removed', finding: second },
        { type: 'finding-led', finding: third, step },
        { type: 'finding-added', finding: 'more' },
      ]),
    );
    expect(changesOf(realFiles, after).filter(({ type }) => type === 'finding-moved')).toHaveLength(1);
  });
});
