/**
 * An editor's whole session by keys alone: find a section, move it, rewrite a sentence with a figure, bring its translation up to
 * date, read the changes, take them away, undo everything. On the built site; `npm run test:editing` saves them, too, through the
 * development server. Where the focus goes is watched at every key.
 */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { allOfEditing, field, focused, idsIn, moved, openDesk, said, withoutPreview } from './desk.js';
import { test as saving } from './dev-test.js';
import { expect, test, wide } from './support.js';

interface Stop {
  /** What it can be told by; empty for the page itself, where a lost focus ends up. */
  readonly what: string;
  readonly name: string;
  readonly seen: boolean;
}

/** Runs in the page: what has the focus, what it is called, and whether it can be seen. */
function readFocus(): Stop {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body)
    return { what: '', name: '', seen: false };
  const { handle, field, diff } = element.dataset;
  const labels = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
  const named = [
    element.getAttribute('aria-label'),
    labels || element instanceof HTMLSelectElement ? element.labels?.[0]?.textContent : element.textContent,
  ];
  const { left, top, width, height } = element.getBoundingClientRect();
  const within = (size: number, end: number) => Math.min(Math.max(size, 1), end - 1);
  const x = within(left + width / 2, window.innerWidth);
  const at = document.elementFromPoint(x, within(top + Math.min(height / 2, 20), window.innerHeight));
  return {
    what: [element.tagName.toLowerCase(), handle ?? field ?? diff ?? element.id, element.className].join(' '),
    name: named.find((each) => each?.trim())?.trim() ?? '',
    seen: at !== null && (element.contains(at) || at.contains(element)),
  };
}

/** Presses Tab until it stands where it is wanted: each stop on the way has a name and can be seen. */
async function tabTo(page: Page, wanted: (stop: Stop) => boolean, most: number, key = 'Tab'): Promise<void> {
  const way: string[] = [];
  for (let i = 0; i < most; i += 1) {
    await page.keyboard.press(key);
    const stop = await page.evaluate(readFocus);
    way.push(`${stop.what} “${stop.name}”`);
    expect(stop, way.join('\n')).toMatchObject({ seen: true, name: expect.stringMatching(/./) });
    if (wanted(stop)) return;
  }
  throw new Error(`not reached:\n${way.join('\n')}`);
}

const has = (words: string) => (stop: Stop) => stop.what.includes(words);

/** Moves, opens, rewrites in both languages, until nothing is wrong. @returns sections as they were, and how many steps back */
async function rewrite(page: Page, site: string): Promise<{ ids: readonly string[]; section: string }> {
  const ids = await openDesk(page, site);
  const section = ids[2] ?? '';
  await tabTo(page, has(`button ${section} `), 40);
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => idsIn(page)).toEqual(moved(ids, 2, 3));
  await expect.poll(() => focused(page)).toBe(section);
  await expect(said(page)).toContainText(`第 4 位，共 ${ids.length} 位`);

  await page.keyboard.press('Enter');
  await expect(page.locator(`[data-section-editor="${section}"] h2`)).toBeFocused();
  await tabTo(page, has('standfirst:zh'), 20);
  for (const [language, words] of [
    ['zh', '又见'],
    ['en', ' And '],
  ] as const) {
    const text = field(page, 'standfirst', language);
    await expect(text).toBeFocused();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(`${words}[[`);
    await expect(page.getByRole('combobox', { name: /找数字/ })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(text).toBeFocused();
    await expect(text).toHaveValue(new RegExp(`${words}\\[\\[[\\w-]+\\]\\]$`));
    await page.keyboard.type(language === 'zh' ? '。' : '.');
    if (language === 'zh') await tabTo(page, has('standfirst:en'), 4);
  }
  await expect(page.locator('[data-problems="1"][data-checked]')).toBeAttached();
  await tabTo(page, ({ name }) => name === '译文已对照', 3, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(field(page, 'standfirst', 'en')).toBeFocused();
  await expect(page.locator('[data-problems="0"][data-checked]')).toBeAttached();
  return { ids, section };
}

/** Opens the changes. */
async function review(page: Page): Promise<void> {
  await page.keyboard.press('Control+s');
  await expect(page.locator('dialog:modal')).toBeVisible();
  await expect(page.getByRole('button', { name: '关闭' })).toBeFocused();
}

/** Back to the list, and back to how it all was. */
async function undo(page: Page, ids: readonly string[], section: string): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.locator('dialog:modal')).toHaveCount(0);
  await expect(field(page, 'standfirst', 'en')).toBeFocused();
  await page.keyboard.press('Escape');
  expect(await focused(page)).toBe(section);
  for (let i = 0; i < 12; i += 1) await page.keyboard.press('Control+z');
  await expect(said(page)).toHaveText('没有可撤销的');
  expect(await idsIn(page)).toEqual(ids);
  expect(await focused(page)).toBe(section);
}

test.use({ viewport: wide, locale: 'zh-CN' });
test.beforeEach(withoutPreview);
test('a whole session by keys alone, on the published site', async ({ page }) => {
  const { ids, section } = await rewrite(page, '');
  await review(page);
  await tabTo(page, ({ name }) => name.includes('.patch'), 2);
  const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  const patch = readFileSync(await file.path(), 'utf8');
  expect([...patch.matchAll(/^\+\+\+ b\/data\/(.*)$/gm)].map(([, path]) => path)).toEqual([
    'story/order.yaml',
    `story/sections/${section}.yaml`,
    'story/translations/en.yaml',
  ]);
  await tabTo(page, ({ what, name }) => what.startsWith('summary') && name === '下载改过的文件', 1);
  await page.keyboard.press('Enter');
  await tabTo(page, ({ name }) => name === `story/sections/${section}.yaml`, 3);
  // The lines that change scroll by keys, too.
  await tabTo(page, ({ what, name }) => what.startsWith('div') && name.includes(section), 6);
  await undo(page, ids, section);
});

saving.describe('while developing', () => {
  saving.use({ viewport: wide, locale: 'zh-CN' });
  saving.beforeEach(withoutPreview);
  saving.skip(!allOfEditing);

  saving('a whole session by keys alone, saved and undone', async ({ page, dev }) => {
    saving.setTimeout(120_000);
    const before = dev.everything();
    const { ids, section } = await rewrite(page, dev.url);
    const save = async () => {
      await tabTo(page, ({ name }) => name === '保存', 2);
      await page.keyboard.press('Enter');
      await expect(page.locator('[data-outcome]')).toHaveText('已保存');
    };
    await review(page);
    await save();
    const after = dev.everything();
    expect(Object.keys(after).filter((path) => after[path] !== before[path])).toHaveLength(3);

    // What was saved is what there is now: undone, it is a change.
    await undo(page, ids, section);
    await review(page);
    await save();
    expect(dev.everything()).toEqual(before);
  });
});
