/** Rewriting a section in the editing page, on the built site. Knows no section of the story by name. */
import type { FrameLocator, Page } from '@playwright/test';
import { allOfEditing, field, focused, idsIn, openDesk, rowOf, said, withoutPreview } from './desk.js';
import { expect, phone, test } from './support.js';

test.use({ viewport: { width: 1600, height: 1000 }, locale: 'zh-CN' });

/** Opens the page with a section that has a passage and several steps; tells which. @param preview whether the test looks at it */
async function openSection(page: Page, preview = true): Promise<{ id: string; frame: FrameLocator }> {
  if (!preview) await withoutPreview({ context: page.context() });
  await page.goto('edit/');
  await page.locator('[data-row]').first().waitFor();
  const id = (await page.locator('[data-row]').nth(2).getAttribute('data-row')) ?? '';
  await page.locator(`[data-row="${id}"] .name`).click();
  await page.locator('[data-section-editor]').waitFor();
  const frame = page.frameLocator('iframe');
  await (preview
    ? frame.locator(`[data-section="${id}"]`).waitFor()
    : page.locator('[data-problems][data-checked]').waitFor({ state: 'attached' }));
  return { id, frame };
}

test('what is written is seen in the preview, and undone with it', async ({ page }) => {
  const { id, frame } = await openSection(page);
  const title = field(page, 'title', 'zh');
  const before = await title.inputValue();
  await title.focus();
  await page.keyboard.press('End');
  await page.keyboard.type('，另有所见');
  await expect(frame.locator(`#${id}---title`)).toContainText('，另有所见');
  await page.keyboard.press('Control+z');
  await expect(title).toHaveValue(before);
  await expect(frame.locator(`#${id}---title`)).not.toContainText('，另有所见');
});

(allOfEditing ? test : test.skip)(
  'what is written without a rest is one step back; what is written after one is another',
  async ({ page }) => {
    await openSection(page, false);
    const [title, standfirst] = [field(page, 'title', 'zh'), field(page, 'standfirst', 'zh')];
    const before = await title.inputValue();
    const write = async (words: string) => {
      await title.focus();
      await page.keyboard.press('Control+End');
      await page.keyboard.type(words);
    };
    await write('，甲乙');
    await standfirst.focus();
    await write('，丙丁');
    await page.keyboard.press('Control+z');
    await expect(title).toHaveValue(`${before}，甲乙`);
    await page.keyboard.press('Control+z');
    await expect(title).toHaveValue(before);
    await page.keyboard.press('Control+Shift+z');
    await expect(title).toHaveValue(`${before}，甲乙`);
  },
);

test('a translation made from another original says so at its field, until it has been compared', async ({
  page,
}) => {
  const { id } = await openSection(page, false);
  await field(page, 'standfirst', 'zh').focus();
  await page.keyboard.press('End');
  await page.keyboard.type('以报告为准。');
  const row = page.locator(`[data-row="${id}"]`);
  await expect(row).toContainText('译文早于原文');
  await expect(field(page, 'standfirst', 'en')).toHaveAttribute('aria-invalid', 'true');
  await page.getByRole('button', { name: '译文已对照' }).click();
  await expect(page.locator('[data-problems="0"]')).toBeVisible();
  await expect(row).not.toContainText('译文早于原文');
});

test('brackets open the figures of the section, with the report’s words, and take one by keys', async ({
  page,
}) => {
  const { frame, id } = await openSection(page);
  const text = field(page, 'standfirst', 'zh');
  await text.focus();
  await page.keyboard.press('End');
  await page.keyboard.type('又见[[');
  const first = page.locator('[role="option"]').first();
  await expect(first.locator('q')).not.toBeEmpty();
  const body = (await first.getAttribute('data-pick')) ?? '';
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(text).toHaveValue(new RegExp(`又见\\[\\[${body}\\]\\]$`));
  await expect(text).toBeFocused();
  await expect(
    frame.locator(`[data-section="${id}"] .standfirst [data-figure="${body}"]`).last(),
  ).toBeVisible();
});

test('a typed number is shown as a problem at its field, in the page’s language', async ({ page }) => {
  await openSection(page, false);
  const text = field(page, 'title', 'zh');
  await text.focus();
  await page.keyboard.press('End');
  await page.keyboard.type('增长50%');
  const told = page.locator('.field', { has: text }).locator('[data-rule="bare-numeral"]');
  await expect(told).toContainText('文字里直接写了数字');
  await expect(text).toHaveAttribute('aria-describedby', /problems/);
  await page.getByRole('button', { name: 'English' }).first().click();
  await expect(told).toContainText('a bare numeral in a text');
});

test('steps move by keys, come twice, go, and come back', async ({ page }) => {
  const { id, frame } = await openSection(page);
  const steps = () =>
    page
      .locator('[data-steps] [data-row]')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-row')));
  const before = await steps();
  const grip = page.locator(`[data-steps] [data-handle="${before[0]}"]`);
  await grip.focus();
  await page.keyboard.press('ArrowDown');
  await expect.poll(steps).toEqual([before[1], before[0], ...before.slice(2)]);
  await expect(grip).toBeFocused();
  await expect
    .poll(() => frame.locator(`[data-section="${id}"] [data-step]`).first().getAttribute('data-step'))
    .toBe(before[1]);
  const card = page.locator(`[data-steps] [data-row="${before[0]}"]`);
  await card.getByRole('button', { name: /^复制/ }).click();
  await expect.poll(async () => (await steps()).length).toBe(before.length + 1);
  await card.getByRole('button', { name: /^删除/ }).click();
  await expect.poll(steps).not.toContain(before[0]);
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('Control+z');
  expect(await steps()).toEqual(before);
});

test('a section is added from a chart kind, shown, duplicated and deleted', async ({ page }) => {
  await openSection(page, false);
  await page.getByText('加一节').click();
  await page.getByLabel(/^编号/).fill('brand-new');
  await page.getByRole('button', { name: '加上' }).click();
  const row = page.locator('[data-row="brand-new"]');
  await expect(row).toContainText('已隐藏');
  await expect(page.locator('[data-section-editor="brand-new"]')).toBeVisible();
  await page.locator('[data-section-editor] header').getByRole('button', { name: '复制' }).click();
  await expect(page.locator('[data-row^="brand-new-copy"]')).toBeVisible();
  await page.locator('[data-section-editor] header').getByRole('button', { name: '删除' }).click();
  await expect(page.locator('[data-row^="brand-new-copy"]')).toHaveCount(0);
  await expect(row).toBeVisible();
});

test('a connecting sentence is added right after the section before, written, taken away and brought back', async ({
  page,
}) => {
  const { id, frame } = await openSection(page);
  const before = (await idsIn(page))[1] ?? '';
  const sentence = frame.locator(`[data-section="${id}"] .lead-in`);
  const old = page.locator(`[data-lead-in="${before}"]`);
  if ((await old.count()) > 0) await old.getByRole('button', { name: /^删去/ }).click();
  await expect(sentence).toHaveCount(0);
  await expect(page.getByLabel('接在哪一节之后')).toHaveValue(before);
  await page.getByRole('button', { name: '加一句衔接' }).click();
  await expect(field(page, `lead_in.${before}`, 'zh')).toBeFocused();
  await page.keyboard.type('再看这一节。');
  await expect(sentence).toContainText('再看这一节。');
  await expect(sentence).not.toContainText('新的衔接句');
  await old.getByRole('button', { name: /^删去/ }).click();
  await expect(sentence).toHaveCount(0);
  await expect(page.getByRole('button', { name: '加一句衔接' })).toBeFocused();
  await expect(said(page)).toContainText('Ctrl+Z');
  await page.keyboard.press('Control+z');
  await expect(sentence).toContainText('再看这一节。');
});

(allOfEditing ? test.describe : test.describe.skip)('on a phone', () => {
  test.use({ viewport: phone });

  test('a section that is open already is shown when it is chosen again; one that is deleted leads back to the list', async ({
    page,
  }) => {
    const ids = await openDesk(page);
    await page.getByText('加一节').click();
    await page.getByLabel(/^编号/).fill('brand-new');
    await page.getByRole('button', { name: '加上' }).click();
    const editor = page.locator('[data-section-editor="brand-new"]');
    await expect(editor).toBeVisible();
    await expect(editor.locator('h2')).toBeFocused();
    await page.getByRole('button', { name: '各节' }).click();
    await expect(editor).toBeHidden();
    await rowOf(page, 'brand-new').locator('.name').click();
    await expect(editor).toBeVisible();
    const at = (await idsIn(page)).indexOf('brand-new');
    await editor.locator('header').getByRole('button', { name: '删除' }).click();
    await expect.poll(() => idsIn(page)).toEqual(ids);
    await expect.poll(() => focused(page)).toBe(ids[at]);
  });

  test('the way to a problem leads to its own field, even one that is folded away', async ({ page }) => {
    const [, , id = ''] = await openDesk(page);
    await rowOf(page, id).locator('.name').click();
    await field(page, 'title', 'zh').fill('增长50%');
    const folded = page.locator('[data-section-editor] > details');
    await folded.locator('summary').click();
    const inside = folded.locator('textarea').first();
    await inside.fill('共有30个');
    await folded.locator('summary').click();
    await expect(inside).toBeHidden();
    const told = page.locator('.problem-list li', { has: page.locator('q', { hasText: /^30$/ }) });
    await told.getByRole('button', { name: '去改' }).click();
    await expect(inside).toBeFocused();
    await expect(inside).toBeInViewport();
  });
});
