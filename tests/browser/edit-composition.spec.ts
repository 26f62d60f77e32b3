/** Keys while an input method composes: none of them is the page's, wherever they are pressed; what it writes for `[[` opens the picker. */
import type { Page } from '@playwright/test';
import { field, handleOf, idsIn, openSection, withoutPreview } from './desk.js';
import { expect, test } from './support.js';

test.use({ viewport: { width: 1600, height: 1000 }, locale: 'zh-CN' });
test.beforeEach(withoutPreview);

const picker = (page: Page) => page.getByRole('combobox', { name: /找数字/ });
const keys = ['Enter', 'Escape', 'ArrowDown', 'ArrowUp', 'PageDown', 'Home', 'End', 'h', '3', 'Process'];
const withControl = ['z', 'y', 's'];

/** Presses keys on what has the focus, as browsers tell of them while composing, and Safari of the one that ends it. */
async function compose(page: Page): Promise<boolean> {
  return page.evaluate(
    ([plain, control]) => {
      const target = document.activeElement ?? document.body;
      const ways = [{ isComposing: true }, { keyCode: 229 }];
      const sent = ways.flatMap((way) =>
        [
          ...(plain ?? []).map((key) => ({ key })),
          ...(control ?? []).map((key) => ({ key, ctrlKey: true })),
        ].map((press) => new KeyboardEvent('keydown', { ...press, ...way, bubbles: true, cancelable: true })),
      );
      // Kept from closing a dialog is all that may be kept from such a key.
      return sent.map((event) => target.dispatchEvent(event) || event.key === 'Escape').every(Boolean);
    },
    [keys, withControl],
  );
}

test('no key is the page’s while an input method composes', async ({ page }) => {
  const id = await openSection(page, 2);
  const before = await idsIn(page);
  const title = field(page, 'title', 'zh');
  await title.focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('甲');
  const written = await title.inputValue();
  const same = async () => {
    await expect(page.locator('dialog[open]')).toHaveCount(0);
    expect(await idsIn(page)).toEqual(before);
    await expect(page.locator('.row.hidden')).toHaveCount(0);
    await expect(title).toHaveValue(written);
  };
  expect(await compose(page)).toBe(true);
  await expect(title).toBeFocused();
  await same();

  await handleOf(page, id).focus();
  expect(await compose(page)).toBe(true);
  await expect(handleOf(page, id)).toBeFocused();
  await same();

  await page.locator('.orders summary').click();
  await page.locator('.orders input').focus();
  expect(await compose(page)).toBe(true);
  await same();

  await field(page, 'standfirst', 'zh').focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('[[');
  await expect(picker(page)).toBeFocused();
  expect(await compose(page)).toBe(true);
  await expect(picker(page)).toBeFocused();
  await expect(page.locator('[role="option"][aria-selected="true"]')).toHaveId('pick-0');
  await page.keyboard.press('Escape');
  await expect(page.locator('dialog[open]')).toHaveCount(0);

  await page.keyboard.press('Control+s');
  await expect(page.locator('dialog:modal')).toBeVisible();
  expect(await compose(page)).toBe(true);
  await expect(page.locator('dialog:modal')).toBeVisible();
});

test('what an input method writes for [[ opens the picker, and the check suggests [[', async ({
  page,
  context,
}) => {
  await openSection(page, 2);
  const text = field(page, 'standfirst', 'zh');
  const sound = await text.inputValue();
  await text.focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText('又见【');
  await page.keyboard.insertText('【');
  await expect(picker(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(text).toHaveValue(new RegExp('又见\\[\\[[\\w:-]+\\]\\]$'));
  await expect(text).toBeFocused();

  // Written by composing: the picker waits until that has ended.
  await text.fill(sound);
  await page.keyboard.press('Control+End');
  const session = await context.newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: '【【', selectionStart: 2, selectionEnd: 2 });
  await expect(text).toHaveValue(`${sound}【【`);
  await expect(page.locator('dialog[open]')).toHaveCount(0);
  await session.send('Input.insertText', { text: '【【' });
  await expect(picker(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(text).toHaveValue(`${sound}【【`);
  const told = page.locator('.field', { has: text }).locator('[data-rule="markup-unknown"]');
  await expect(told).toContainText('应为 「[[」');
  await expect(told).toHaveCount(1);
});
