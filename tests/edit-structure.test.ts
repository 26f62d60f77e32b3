/**
 * Sections and steps that are moved, added, copied and deleted in the real story: only the lines concerned change, the
 * story still checks clean where it should, and all of it leaves as a patch that git takes.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { kindSpecs } from '../src/lib/charts/specs.js';
import { passageLabel } from '../src/lib/view/passage-label.js';
import { languageIdioms } from '../src/lib/format/index.js';
import { checkStory, formatProblem } from '../src/lib/story/index.js';
import {
  applyEdit,
  changesOf,
  diffFiles,
  freeName,
  textsIn,
  toPatch,
  toStoryFiles,
  type Edit,
  type Files,
} from '../src/lib/edit/files/index.js';
import { wordsFor } from '../src/lib/edit/page/words/words.js';
import { edited, fileChanges, realFiles } from './support/edit-files.js';

/** Checks take their time, and several questions are asked of each. */
const known = new WeakMap<Files, ReturnType<typeof checkStory>>();
function check(files: Files): ReturnType<typeof checkStory> {
  const checked = known.get(files) ?? checkStory(toStoryFiles(files), kindSpecs, languageIdioms);
  known.set(files, checked);
  return checked;
}
const problemsOf = (files: Files): readonly string[] => {
  const checked = check(files);
  return checked.ok ? [] : checked.problems.map((problem) => formatProblem(problem, 'en'));
};
const rules = (files: Files): readonly string[] => problemsOf(files).map((line) => line.split(' ')[1] ?? '');
const safety = 'story/sections/safety.yaml';
const lock = 'story/translations/en.yaml';
const stepsOf = (files: Files, file = safety): readonly string[] => {
  const read = textsIn(files, file);
  return read.ok ? read.texts.flatMap(({ path }) => /^steps\.(.*)$/.exec(path)?.[1] ?? []) : [];
};

describe('steps', () => {
  const order = stepsOf(realFiles);

  it('move to every place, their own lines alone', () => {
    expect(order.length).toBeGreaterThan(3);
    for (const [from, step] of order.entries()) {
      for (const to of order.keys()) {
        if (from === to) continue;
        const moved = edited(realFiles, { type: 'move-step', section: 'safety', step, to });
        const expected = order.filter((id) => id !== step);
        expected.splice(to, 0, step);
        expect(stepsOf(moved)).toEqual(expected);
        const changes = fileChanges(realFiles, moved);
        expect(Object.keys(changes)).toEqual([safety]);
        const { gone = [], come = [] } = changes[safety] ?? {};
        expect([...gone].sort()).toEqual([...come].sort());
        expect(gone.length % 6, 'whole steps').toBe(0);
      }
    }
  });

  it('are added with both languages, and removed without a trace', () => {
    const added = edited(realFiles, {
      type: 'add-step',
      section: 'safety',
      step: 'new',
      to: 2,
      texts: { zh: '说明。\n\n又说：# 不是注释', en: 'A note.\n\nAnother.' },
    });
    expect(stepsOf(added).indexOf('new')).toBe(2);
    expect(fileChanges(realFiles, added)[safety]?.gone).toEqual([]);
    expect(rules(added)).toEqual(['translation-older']);
    const marked = edited(added, {
      type: 'mark-translated',
      file: safety,
      path: 'steps.new',
      language: 'en',
    });
    expect(problemsOf(marked)).toEqual([]);
    expect(fileChanges(added, marked)).toMatchObject({ [lock]: { gone: [], come: { length: 1 } } });
    expect(edited(marked, { type: 'remove-step', section: 'safety', step: 'new' })).toEqual(realFiles);
  });

  it('are copied with their translations', () => {
    const copied = edited(realFiles, {
      type: 'duplicate-step',
      section: 'safety',
      step: 'deaths',
      as: 'deaths-copy',
    });
    expect(problemsOf(copied)).toEqual([]);
    expect(stepsOf(copied).indexOf('deaths-copy')).toBe(order.indexOf('deaths') + 1);
  });

  it('show something else', () => {
    const show = { chart: 'falls', state: 'indexed', highlight: 'safety-deaths' };
    const changed = edited(realFiles, { type: 'set-show', section: 'safety', step: 'none', show });
    expect(fileChanges(realFiles, changed)[safety]?.come).toEqual([
      '    show: { chart: falls, state: indexed, highlight: safety-deaths }\n',
    ]);
    const alone = edited(realFiles, {
      type: 'set-show',
      section: 'safety',
      step: 'none',
      show: { state: 'start' },
    });
    expect(fileChanges(realFiles, alone)[safety]?.come).toEqual(['    show: start\n']);
  });
});

describe('connecting sentences', () => {
  it('are added and removed', () => {
    const texts = { zh: '接着说安全。', en: 'Next, safety.' };
    const added = edited(realFiles, { type: 'add-lead-in', section: 'safety', after: 'crime', texts });
    expect(rules(added)).toEqual(['translation-older']);
    expect(edited(added, { type: 'remove-lead-in', section: 'safety', after: 'crime' })).toEqual(realFiles);
    const first = edited(realFiles, { type: 'add-lead-in', section: 'industry', after: 'crime', texts });
    expect(fileChanges(realFiles, first)['story/sections/industry.yaml']).toMatchObject({
      gone: [],
      come: { length: 6 },
    });
    expect(edited(first, { type: 'remove-lead-in', section: 'industry', after: 'crime' })).toEqual(realFiles);
  });
});

describe('sections', () => {
  it.each(kindSpecs.map(({ kind }) => kind))(
    'begin with a chart of the kind %s, hidden, without a problem',
    (kind) => {
      const edit: Edit = { type: 'add-section', id: 'brand-new', to: 3, kind, title: { zh: '新的话题' } };
      const made = applyEdit(realFiles, edit);
      if (!made.ok) {
        expect(made.problem.rule).toBe('unknown-kind');
        expect(Object.values(realFiles).some((text) => text.includes(`- chart: ${kind}\n`))).toBe(false);
        return;
      }
      expect(problemsOf(made.files)).toEqual([]);
      expect(fileChanges(realFiles, made.files)['story/order.yaml']).toEqual({
        gone: [],
        come: ['  - brand-new: hidden\n'],
      });
      expect(edited(made.files, { type: 'delete-section', id: 'brand-new' })).toEqual(realFiles);
      expect(problemsOf(edited(made.files, { type: 'show-section', id: 'brand-new' }))).toEqual([]);
    },
  );

  it.each(['zh', 'en'] as const)(
    'begin with the words of the page in %s, and those are sound',
    (language) => {
      const words = wordsFor(language);
      const both = (phrase: (edition: string) => string) => ({ zh: phrase('zh'), en: phrase('en') });
      const title = both(words.newTitle);
      const made = edited(
        realFiles,
        { type: 'add-section', id: 'brand-new', to: 3, kind: 'index-bars', title, standfirst: title },
        { type: 'add-step', section: 'brand-new', step: 'more', to: 1, texts: both(words.newText) },
        { type: 'show-section', id: 'brand-new' },
      );
      expect(rules(made)).toEqual(['translation-older']);
    },
  );

  it('begin with a kind that the story does not have, by state and figures', () => {
    const without = Object.fromEntries(
      Object.entries(realFiles).filter(
        ([path]) => !path.startsWith('story/sections/') || path.endsWith('close.yaml'),
      ),
    );
    const edit: Edit = {
      type: 'add-section',
      id: 'brand-new',
      to: 0,
      kind: 'bars',
      state: 'drawn',
      figures: ['gdp-growth'],
    };
    const made = edited(without, edit);
    expect(made['story/sections/brand-new.yaml']).toContain('  - chart: bars\n');
    expect(made['story/sections/brand-new.yaml']).toContain('    figures: [gdp-growth]\n');
    expect(applyEdit(without, { ...edit, figures: ['x]\n- y'] })).toMatchObject({
      problem: { rule: 'bad-id' },
    });
  });

  it('are copied hidden, without what only one can have', () => {
    const copied = edited(realFiles, { type: 'duplicate-section', id: 'safety', as: 'safety-copy' });
    expect(problemsOf(copied)).toEqual([]);
    expect(copied['story/sections/safety-copy.yaml']).toBe(
      (realFiles[safety] ?? '').split('\n').slice(1).join('\n'),
    );
    expect(copied['story/order.yaml']).toContain('  - safety\n  - safety-copy: hidden\n');
    expect(edited(copied, { type: 'delete-section', id: 'safety-copy' })).toEqual(realFiles);
  });

  describe('are deleted', () => {
    const ids = [...(realFiles['story/order.yaml'] ?? '').matchAll(/^ {2}- ([\w-]+)/gm)].flatMap(
      ([, id]) => id ?? [],
    );
    /** Words that name a section are for an editor to mend. */
    const named = (id: string) =>
      Object.entries(realFiles).flatMap(([path, text]) =>
        path !== `story/sections/${id}.yaml` && text.includes(`[[see:${id}]]`) ? [path] : [],
      );

    it.each(ids)('%s: what it was about stays checked and counted, told by none', (id) => {
      const without = edited(realFiles, { type: 'delete-section', id });
      const problems = problemsOf(without);
      const files = problems.map((line) => line.split(':')[0]);
      expect([...new Set(files)], problems.join('\n')).toEqual(named(id));
      const [story, whole] = [without, realFiles].map((all) => {
        const checked = check(all);
        return checked.ok ? checked.story : undefined;
      });
      if (!story || !whole) return;
      expect(story.figures).toEqual(whole.figures);
      expect(story.derived).toEqual(whole.derived);
      expect(story.passages).toEqual(whole.passages);
      expect([...story.sections, ...story.hidden].map((section) => section.id)).not.toContain(id);
      const labels = story.editions.map((edition) => passageLabel(story, id, edition));
      if (story.passages.some(({ section }) => section === id)) {
        expect(labels[0]).toBe(passageLabel(whole, id, 'zh'));
        expect(new Set([...labels, id]).size, labels.join()).toBe(3);
      }
    });

    it('with the words that stood right after them, and one line says what is left', () => {
      const without = edited(realFiles, { type: 'delete-section', id: 'fire' });
      const { [safety]: words, 'story/untold.yaml': untold = '' } = without;
      expect(realFiles[safety]).toContain('- after: fire');
      expect(words).not.toContain('after: fire');
      expect(untold.split('\n').filter((line) => line.startsWith('  - '))).toEqual([
        '  - { id: fire, figure-range: [0, 185], heading: [23, 36] }',
      ]);
      const more = edited(without, { type: 'delete-section', id: 'crime' });
      expect(fileChanges(without, more)['story/untold.yaml']).toMatchObject({
        gone: [],
        come: { length: 1 },
      });
    });

    it('and come back by their file and their line, once they are not said to be untold', () => {
      const without = edited(realFiles, { type: 'delete-section', id: 'crime' });
      const back = { ...realFiles, 'story/untold.yaml': without['story/untold.yaml'] ?? '' };
      expect(rules(back)).toEqual(['duplicate-id']);
    });
  });

  it('stand in orders of other names', () => {
    const brief = edited(realFiles, {
      type: 'add-order',
      name: 'brief',
      published: ['opening', 'crime', 'fire', 'problems', 'close'],
    });
    expect(problemsOf(brief)).toEqual([]);
    const path = 'story/orders/brief.yaml';
    expect(brief[path]?.match(/^ {2}- [\w-]+$/gm)?.join('')).toBe(
      '  - opening  - crime  - fire  - problems  - close',
    );
    const moved = edited(brief, { type: 'move-section', id: 'fire', to: 1, order: 'brief' });
    expect(Object.keys(fileChanges(brief, moved))).toEqual([path]);
    const renamed = edited(brief, { type: 'rename-order', name: 'brief', as: 'short' });
    expect([renamed[path], renamed['story/orders/short.yaml']]).toEqual([undefined, brief[path]]);
    expect(edited(renamed, { type: 'rename-order', name: 'short', as: 'brief' })).toEqual(brief);
    expect(edited(brief, { type: 'delete-order', name: 'brief' })).toEqual(realFiles);
    const without = edited(brief, { type: 'delete-section', id: 'fire' });
    expect(fileChanges(brief, without)[path]).toMatchObject({ gone: ['  - fire\n'], come: [] });
  });
});

describe('names are checked:', () => {
  it.each<readonly [Edit, string]>([
    [{ type: 'duplicate-section', id: 'safety', as: '../x' }, 'bad-id'],
    [{ type: 'duplicate-section', id: 'safety', as: 'Safety' }, 'bad-id'],
    [{ type: 'duplicate-section', id: 'safety', as: 'constructor' }, 'bad-id'],
    [{ type: 'duplicate-section', id: 'safety', as: 'crime' }, 'taken'],
    [{ type: 'duplicate-section', id: '../../x', as: 'y' }, 'unknown-section'],
    [{ type: 'add-section', id: 'x\n  - y', to: 0, kind: 'bars' }, 'bad-id'],
    [{ type: 'add-section', id: 'new', to: 0, kind: 'nothing' }, 'unknown-kind'],
    [{ type: 'delete-section', id: 'nowhere' }, 'unknown-section'],
    [{ type: 'add-order', name: '../order' }, 'bad-id'],
    [{ type: 'rename-order', name: 'nowhere', as: 'brief' }, 'unknown-order'],
    [{ type: 'rename-order', name: '../order', as: 'brief' }, 'unknown-order'],
    [{ type: 'move-section', id: 'nowhere', to: 1 }, 'unknown-section'],
    [{ type: 'move-section', id: 'fire', to: 1, order: '../order' }, 'unknown-order'],
    [{ type: 'set-order', published: ['opening', 'nowhere'] }, 'unknown-section'],
    [{ type: 'set-order', published: ['opening', 'opening'] }, 'taken'],
    [{ type: 'set-order', published: [] }, 'last-one'],
    [{ type: 'move-step', section: 'safety', step: 'nowhere', to: 1 }, 'unknown-step'],
    [{ type: 'move-step', section: '__proto__', step: 'x', to: 1 }, 'unknown-section'],
    [{ type: 'duplicate-step', section: 'safety', step: 'start', as: 'a: b' }, 'bad-id'],
    [{ type: 'duplicate-step', section: 'safety', step: 'start', as: 'deaths' }, 'taken'],
    [{ type: 'add-step', section: 'safety', step: 'x y', to: 0, texts: {} }, 'bad-id'],
    [{ type: 'set-show', section: 'safety', step: 'start', show: { state: 'a, b: c' } }, 'bad-id'],
    [{ type: 'add-lead-in', section: 'safety', after: 'nowhere', texts: {} }, 'unknown-section'],
    [{ type: 'add-lead-in', section: 'safety', after: 'fire', texts: {} }, 'taken'],
  ])('%j: %s', (edit, rule) => {
    const result = applyEdit(realFiles, edit);
    expect(result.ok ? '' : result.problem.rule).toBe(rule);
  });

  it('and free ones found', () => {
    expect(freeName((name) => ['fire', 'fire-copy', 'fire-copy-2'].includes(name), 'fire')).toBe(
      'fire-copy-3',
    );
  });
});

it('tells in an editor’s words what has changed', () => {
  const next = edited(
    realFiles,
    { type: 'move-section', id: 'fire', to: 4 },
    { type: 'hide-section', id: 'crime' },
    { type: 'move-step', section: 'safety', step: 'start', to: 2 },
    { type: 'set-text', file: safety, path: 'title', language: 'zh', text: '改了' },
    { type: 'duplicate-section', id: 'reform', as: 'reform-copy' },
    { type: 'add-order', name: 'brief' },
  );
  const before =
    (textsIn(realFiles, safety).ok && realFiles[safety]?.match(/^title:\n {2}zh: (.*)$/m)?.[1]) || '';
  expect(changesOf(realFiles, next)).toEqual([
    { type: 'moved', id: 'fire', from: 1, to: 4 },
    { type: 'hidden', id: 'crime' },
    { type: 'order-added', name: 'brief' },
    { type: 'section-added', id: 'reform-copy' },
    { type: 'step-moved', section: 'safety', step: 'start', from: 0, to: 2 },
    { type: 'text', file: safety, path: 'title', language: 'zh', before, after: '改了' },
  ]);
  expect(diffFiles(realFiles, next).find(({ path }) => path === 'story/order.yaml')).toMatchObject({
    kind: 'changed',
    added: 3,
    removed: 2,
  });
});

describe('a patch', () => {
  let repository = '';
  const git = (...words: readonly string[]): string =>
    execFileSync('git', ['-c', 'core.autocrlf=false', ...words], {
      cwd: repository,
      encoding: 'utf8',
      stdio: 'pipe',
    });
  beforeEach(() => {
    repository = mkdtempSync(join(tmpdir(), 'patch-'));
    git('init', '-q');
  });
  afterEach(() => rmSync(repository, { recursive: true, force: true }));
  const write = (files: Files): void => {
    for (const [path, text] of Object.entries(files)) {
      const file = join(repository, 'data', path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  };

  const small: Files = {
    'story/order.yaml': 'sections:\n  - a\n  - b\n',
    'story/x.yaml': 'x: 1\ny: 2',
    'story/e.yaml': '',
  };
  const cases: readonly (readonly [name: string, before: Files, after: Files])[] = [
    [
      'of a day’s work',
      realFiles,
      edited(
        realFiles,
        { type: 'move-section', id: 'fire', to: 9 },
        { type: 'duplicate-section', id: 'safety', as: 'safety-copy' },
        { type: 'delete-section', id: 'crime' },
        {
          type: 'set-text',
          file: 'story/sections/reform.yaml',
          path: 'steps.start',
          language: 'zh',
          text: '一\n\n二 # 三',
        },
      ),
    ],
    ['with CRLF', crlf(realFiles), edited(crlf(realFiles), { type: 'move-section', id: 'fire', to: 9 })],
    ['without a line end at the end', small, { ...small, 'story/x.yaml': 'x: 1\ny: 3' }],
    ['that adds the line end', small, { ...small, 'story/x.yaml': 'x: 1\ny: 2\n' }],
    ['that takes it away', small, { ...small, 'story/order.yaml': 'sections:\n  - a\n  - b' }],
    [
      'with new, empty and deleted files',
      small,
      {
        'story/order.yaml': small['story/order.yaml'] ?? '',
        'story/new.yaml': '',
        'story/full.yaml': 'a: 1\n',
        'story/e.yaml': 'now: 1',
      },
    ],
    ['that empties a file', small, { ...small, 'story/x.yaml': '' }],
    [
      'of a line that looks like a patch',
      small,
      { ...small, 'story/x.yaml': '--- a\n+++ b\n@@ -1 +1 @@\n\\ No newline\n' },
    ],
  ];

  it.each(cases)('%s is taken by git', (_name, before, after) => {
    write(before);
    const patch = toPatch(before, after);
    writeFileSync(join(repository, 'change.patch'), patch);
    git('apply', '--whitespace=nowarn', 'change.patch');
    for (const path of new Set([...Object.keys(before), ...Object.keys(after)])) {
      const file = join(repository, 'data', path);
      expect([path, existsSync(file) ? readFileSync(file, 'utf8') : undefined]).toEqual([path, after[path]]);
    }
    expect(toPatch(after, after)).toBe('');
    // What is not there has no line: git forgives other numbers, other tools don't.
    for (const [, from, to] of patch.matchAll(/^@@ -(\d+),0 \+(\d+)/gm))
      expect([from, to]).toEqual(['0', '1']);
  });

  function crlf(files: Files): Files {
    return Object.fromEntries(
      Object.entries(files).map(([path, text]) => [path, text.replaceAll('\n', '\r\n')]),
    );
  }
});
