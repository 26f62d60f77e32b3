/** Rewriting a section in the editing page, on the built site. Knows no section of the story by name. */
import type { FrameLocator, Page } from '@playwright/test';
import { field } from './desk.js';
import { expect, test } from './support.js';

test.use({ viewport: { width: 1600, height: 1000 }, locale: 'zh-CN' });

/** Opens the page with a section that has a passage and several steps; tells which. */
async function openSection(page: Page): Promise<{ id: string; frame: FrameLocator }> {
  await page.goto('edit/');
  await page.locator('[data-row]').first().waitFor();
  const id = (await page.locator('[data-row]').nth(2).getAttribute('data-row')) ?? '';
  await page.locator(`[data-row="${id}"] .name`).click();
  await page.locator('[data-section-editor]').waitFor();
  const frame = page.frameLocator('iframe');
  await frame.locator(`[data-section="${id}"]`).waitFor();
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

test('a translation made from another original says so at its field, until it has been compared', async ({
  page,
}) => {
  const { id } = await openSection(page);
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
  await openSection(page);
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
  await openSection(page);
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
