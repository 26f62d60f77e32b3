import { describe, expect, it } from 'vitest';
import { recordTranslations } from './record-translations.js';

const known = ['zh', 'en'];
const close = 'story/sections/close.yaml';
const recordPath = 'story/translations/en.yaml';
const files = {
  'story/story.yaml': 'editions: [zh, en]\ntitle: { zh: 题, en: Title }\n',
  [close]:
    'title: { zh: 末, en: End }\nsteps:\n  - { id: b, zh: 乙, en: B }\n  - { id: a, zh: 甲, en: A }\n  - { id: c, zh: 丙 }\n',
  'story/sections/start.yaml': 'title: { zh: 始, en: Start }\n',
};

function record(given: Readonly<Record<string, string>>, ...chosen: string[]) {
  const bytes = Object.entries(given).map(([path, text]) => [path, new TextEncoder().encode(text)] as const);
  const recording = recordTranslations(new Map(bytes), known, 'en', chosen);
  if (!recording.ok) throw new Error(recording.refused);
  return recording.recorded;
}

const first = record(files);

describe('the record of translations', () => {
  it('has a line for each text that stands in both languages, sorted, and says the same twice', () => {
    const lines = first.text.split('\n').filter((line) => !line.startsWith('#'));
    expect(lines.map((line) => line.replace(/: [0-9a-f]{10}$/, ''))).toEqual([
      ...[`${close}:`, '  steps.a', '  steps.b', '  title'],
      ...['story/sections/start.yaml:', '  title', 'story/story.yaml:', '  title', ''],
    ]);
    expect(first.path).toBe(recordPath);
    expect(first.changes).toHaveLength(5);
    const again = record({ ...files, [recordPath]: first.text });
    expect(again).toEqual({ ...first, changes: [] });
  });

  it('changes for the chosen sections alone', () => {
    const changed = {
      ...files,
      [recordPath]: first.text,
      [close]: files[close]?.replace('乙', '丁') ?? '',
      'story/sections/start.yaml': 'title: { zh: 初, en: Start }\n',
    };
    expect(record(changed, 'close').changes).toEqual([`brought up to date: ${close} steps.b`]);
    expect(record(changed, 'story.yaml').text).toBe(first.text);
    expect(record(changed).changes).toHaveLength(2);
  });

  it('forgets what is gone, wherever it was', () => {
    const { [close]: _, ...rest } = files;
    const changed = { ...rest, [recordPath]: first.text, 'story/sections/start.yaml': 'title: { zh: 始 }\n' };
    expect(record(changed, 'story.yaml').changes).toEqual([
      `gone: ${close} steps.a`,
      `gone: ${close} steps.b`,
      `gone: ${close} title`,
      'gone: story/sections/start.yaml title',
    ]);
  });

  it('does not mind how a text is quoted or how lines end', () => {
    const other = {
      ...files,
      [close]: files[close]?.replace('zh: 末', 'zh: "末"').replaceAll('\n', '\r\n') ?? '',
    };
    expect(record({ ...other, [recordPath]: first.text }).changes).toEqual([]);
  });

  it.each([
    ['a section that is not there', files, 'clos', 'no section "clos"; nearest: close'],
    [
      'a section that cannot be read',
      { ...files, [close]: 'title: [\n' },
      'start',
      `cannot be read: ${close}`,
    ],
    [
      'a record that cannot be read',
      { ...files, [recordPath]: 'a: [\n' },
      'start',
      `cannot be read: ${recordPath}`,
    ],
  ])('is not made for %s', (_, given, chosen, refused) => {
    expect(() => record(given, chosen)).toThrow(refused);
  });

  it('is not made for the original, nor for a language that nobody knows', () => {
    const bytes = new Map(
      Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)]),
    );
    for (const edition of ['zh', 'xx'])
      expect(recordTranslations(bytes, known, edition, [])).toMatchObject({
        ok: false,
        refused: `no translation "${edition}"; one of en`,
      });
  });
});
