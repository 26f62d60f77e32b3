/** Who takes what back: the story's texts and order the page, fields of their own the browser, behind a dialog nobody. */
import type { Page } from '@playwright/test';
import { allOfEditing, field, handleOf, idsIn, moved, openSection, withoutPreview } from './desk.js';
import { seededRandom } from '../support/random.js';
import { expect, test } from './support.js';

test.use({ viewport: { width: 1600, height: 1000 }, locale: 'zh-CN' });
test.beforeEach(withoutPreview);

const picker = (page: Page) => page.getByRole('combobox', { name: /找数字/ });

test('a field of its own has the browser’s undo; the story stays as it is', async ({ page }) => {
  await openSection(page, 2);
  const before = await idsIn(page);
  const id = before[3] ?? '';
  await handleOf(page, id).focus();
  await page.keyboard.press('ArrowDown');
  const after = moved(before, 3, 4);
  await expect.poll(() => idsIn(page)).toEqual(after);

  await page.locator('.orders summary').click();
  const name = page.locator('.orders input');
  await name.focus();
  await page.keyboard.type('brief');
  // How much of the typing the browser takes back at once is its own affair.
  const press = async (keys: string, value: string) => {
    for (let i = 0; i < 5 && (await name.inputValue()) !== value; i += 1) await page.keyboard.press(keys);
    await expect(name).toHaveValue(value);
  };
  await press('Control+z', '');
  await page.keyboard.press('Control+z');
  await press('Control+Shift+z', 'brief');
  expect(await idsIn(page)).toEqual(after);

  // A place's number while it is typed.
  const place = page.locator(`[data-row="${id}"] input[type="number"]`);
  await place.focus();
  await page.keyboard.type('1');
  await page.keyboard.press('Control+z');
  await expect(place).toHaveValue('5');
  expect(await idsIn(page)).toEqual(after);
  // Once it is the place again the key is the page's.
  await page.keyboard.press('Control+z');
  await expect.poll(() => idsIn(page)).toEqual(before);
});

test('nothing is undone behind the picker, whatever the keys; picking on is undone and redone', async ({
  page,
}) => {
  await openSection(page, 2);
  const text = field(page, 'standfirst', 'zh');
  const sound = await text.inputValue();
  await text.focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('又见[[');
  await expect(picker(page)).toBeFocused();
  await page.keyboard.type('a');
  for (let i = 0; i < 6; i += 1) await page.keyboard.press('Control+z');
  await expect(text).toHaveValue(`${sound}又见[[`);
  await page.locator('dialog.picker button').focus();
  for (const key of ['Control+z', 'Control+y', 'Control+Shift+z', 'Control+z'])
    await page.keyboard.press(key);
  await expect(text).toHaveValue(`${sound}又见[[`);
  await picker(page).fill('');
  await picker(page).press('Enter');
  await expect(text).toHaveValue(/又见\[\[[\w:-]+\]\]$/);
  const picked = await text.inputValue();
  await page.keyboard.press('Control+z');
  await expect(text).toHaveValue(`${sound}又见[[`);
  await page.keyboard.press('Control+z');
  await expect(text).toHaveValue(sound);
  for (let i = 0; i < 2; i += 1) await page.keyboard.press('Control+Shift+z');
  await expect(text).toHaveValue(picked);
  // From the browser's menu it is the same.
  const choose = (inputType: string) =>
    text.evaluate((field, type) => {
      const asked = new InputEvent('beforeinput', { inputType: type, bubbles: true, cancelable: true });
      return field.dispatchEvent(asked);
    }, inputType);
  expect(await choose('historyUndo')).toBe(false);
  await expect(text).toHaveValue(`${sound}又见[[`);
  expect(await choose('historyRedo')).toBe(false);
  await expect(text).toHaveValue(picked);

  await page.keyboard.press('Control+s');
  await expect(page.locator('dialog:modal')).toBeVisible();
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('Control+z');
  await page.keyboard.press('Escape');
  await expect(text).toHaveValue(picked);
});

/** All that can be undone, told in one line. */
const stateOf = async (page: Page): Promise<string> =>
  JSON.stringify([
    await idsIn(page),
    await field(page, 'title', 'zh').inputValue(),
    await field(page, 'standfirst', 'zh').inputValue(),
  ]);

for (const seed of allOfEditing ? [1, 2, 3, 4, 5, 6] : [1])
  test(`whatever is undone can be redone: a random session, seed ${seed}`, async ({ page }) => {
    test.setTimeout(120_000);
    const id = await openSection(page, 2);
    const chance = seededRandom(seed).next;
    const pick = <Item>(items: readonly Item[]): Item | undefined =>
      items[Math.floor(chance() * items.length)];
    const began = await stateOf(page);
    for (let i = 0; i < 25; i += 1) {
      const what = pick(['title', 'standfirst', 'move', 'pick', 'search', 'undo', 'undo', 'redo']);
      if (what === 'title' || what === 'standfirst') {
        await field(page, what, 'zh').focus();
        await page.keyboard.press('Control+End');
        await page.keyboard.type(pick(['甲', '乙丙', '丁']) ?? '');
      } else if (what === 'move') {
        await handleOf(page, id).focus();
        await page.keyboard.press(pick(['ArrowUp', 'ArrowDown']) ?? '');
      } else if (what === 'pick' || what === 'search') {
        await field(page, 'standfirst', 'zh').focus();
        await page.keyboard.press('Control+End');
        await page.keyboard.type('[[');
        await picker(page).waitFor();
        await page.keyboard.type('a');
        for (let undo = 0; undo < 3; undo += 1) await page.keyboard.press('Control+z');
        await page.keyboard.press(what === 'pick' ? 'Enter' : 'Escape');
        await expect(page.locator('dialog[open]')).toHaveCount(0);
      } else await page.keyboard.press(what === 'undo' ? 'Control+z' : 'Control+y');
    }
    await handleOf(page, id).focus();
    const ended = await stateOf(page);
    const states: string[] = [ended];
    for (;;) {
      await page.keyboard.press('Control+z');
      if ((await page.locator('[data-said]').textContent()) === '没有可撤销的') break;
      states.push(await stateOf(page));
      expect(states.length).toBeLessThan(60);
    }
    expect(states.at(-1)).toBe(began);
    for (const state of states.slice(0, -1).reverse()) {
      await page.keyboard.press('Control+Shift+z');
      expect(await stateOf(page)).toBe(state);
    }
  });
