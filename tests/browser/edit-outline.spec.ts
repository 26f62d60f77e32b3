/** The editing page's outline, by mouse, touch and keys, on the built site. Knows no section of the story by name. */
import type { Locator } from '@playwright/test';
import { focused, handleOf, idsIn, moved, openDesk, said, withoutPreview } from './desk.js';
import { expect, phone, test, wide } from './support.js';

test.use({ viewport: wide, locale: 'zh-CN' });
test.beforeEach(withoutPreview);

test('keys on a handle move its section, keep the focus and say where it went', async ({ page }) => {
  const before = await openDesk(page);
  const id = before[4] ?? '';
  const last = before.length - 2;
  const presses: readonly (readonly [keys: readonly string[], from: number, to: number])[] = [
    [['ArrowDown'], 4, 5],
    [['ArrowUp'], 5, 4],
    [['PageDown'], 4, 9],
    [['PageUp'], 9, 4],
    [['Home'], 4, 1],
    [['End'], 1, last],
    [['1', '2', 'Enter'], last, 11],
    [['5', 'Enter'], 11, 4],
  ];
  await handleOf(page, id).focus();
  let now = before;
  for (const [keys, from, to] of presses) {
    for (const key of keys) await page.keyboard.press(key);
    now = moved(now, from, to);
    await expect.poll(() => idsIn(page), keys.join(' ')).toEqual(now);
    expect(await focused(page)).toBe(id);
    await expect(said(page)).toContainText(`第 ${to + 1} 位，共 ${before.length} 位`);
  }
  await page.keyboard.press('h');
  await expect(page.locator(`[data-row="${id}"]`)).toContainText('已隐藏');
  await expect(said(page)).toContainText('已隐藏');
  for (let i = 0; i < presses.length + 1; i += 1) await page.keyboard.press('Control+z');
  expect(await idsIn(page)).toEqual(before);
  await expect(page.locator(`[data-row="${id}"]`)).not.toContainText('已隐藏');
  await page.keyboard.press('Control+Shift+z');
  expect(await idsIn(page)).toEqual(moved(before, 4, 5));
});

test('pinned sections keep their ends', async ({ page }) => {
  const before = await openDesk(page);
  await handleOf(page, before[0] ?? '').focus();
  await page.keyboard.press('ArrowDown');
  await expect(said(page)).toContainText('固定在它的位置上');
  await handleOf(page, before[1] ?? '').focus();
  await page.keyboard.press('Home');
  await expect(said(page)).toContainText('仍在第 2 位');
  expect(await idsIn(page)).toEqual(before);
});

test('buttons and a number move without a drag', async ({ page }) => {
  const before = await openDesk(page);
  const row = page.locator(`[data-row="${before[2]}"]`);
  await row.getByRole('button', { name: /下移一位/ }).click();
  expect(await idsIn(page)).toEqual(moved(before, 2, 3));
  await row.getByRole('button', { name: /上移一位/ }).click();
  expect(await idsIn(page)).toEqual(before);
  await row.getByRole('spinbutton').fill('9');
  await page.keyboard.press('Enter');
  expect(await idsIn(page)).toEqual(moved(before, 2, 8));
});

test('what a row was moved by has the focus still, be the row put before or behind', async ({ page }) => {
  const before = await openDesk(page);
  const row = page.locator(`[data-row="${before[2]}"]`);
  const down = row.getByRole('button', { name: /下移一位/ });
  await down.focus();
  for (const to of [3, 4, 5]) {
    await page.keyboard.press('Enter');
    await expect.poll(() => idsIn(page)).toEqual(moved(before, 2, to));
    await expect(down).toBeFocused();
  }
  const up = row.getByRole('button', { name: /上移一位/ });
  await up.focus();
  await page.keyboard.press('Enter');
  await expect(up).toBeFocused();
  const place = row.getByRole('spinbutton');
  for (const to of [12, 2]) {
    await place.fill(String(to));
    await page.keyboard.press('Enter');
    await expect.poll(() => idsIn(page)).toEqual(moved(before, 2, to - 1));
    await expect(place).toBeFocused();
    await expect(place).toBeInViewport();
  }
  await page.keyboard.press('Control+z');
  await expect.poll(() => idsIn(page)).toEqual(moved(before, 2, 11));
  await expect(place).toBeFocused();
});

test('a step that is removed leaves the focus to the one in its place', async ({ page }) => {
  const [, section = ''] = await openDesk(page);
  await page.locator(`[data-row="${section}"] .name`).click();
  const cards = page.locator('[data-steps] [data-row]');
  const steps = await cards.evaluateAll((rows) => rows.map((row) => row.getAttribute('data-row') ?? ''));
  expect(steps.length).toBeGreaterThan(2);
  const remove = cards.nth(1).getByRole('button', { name: /删除/ });
  await remove.focus();
  await page.keyboard.press('Enter');
  await expect(cards).toHaveCount(steps.length - 1);
  await expect.poll(() => focused(page)).toBe(steps[2]);
});

/** The middle of an element in the window. */
async function middle(element: Locator): Promise<{ x: number; y: number }> {
  await element.scrollIntoViewIfNeeded();
  const box = await element.boundingBox();
  if (!box) throw new Error('not in the page');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test.describe('a drag', () => {
  test('by mouse puts the row where it is let go', async ({ page }) => {
    const before = await openDesk(page);
    const handle = handleOf(page, before[1] ?? '');
    // The target is in view then, and away from the lower edge, where the list would scroll under the pointer.
    await handle.evaluate((element) => element.scrollIntoView({ block: 'start' }));
    const start = await middle(handle);
    const target = await page.locator(`[data-row="${before[3]}"]`).boundingBox();
    await page.mouse.move(start.x, start.y);
    await page.mouse.down();
    await page.mouse.move(start.x, start.y + 20, { steps: 3 });
    await expect(page.locator('[data-carried]')).toHaveCount(1);
    await expect(said(page)).toContainText('拿起');
    await page.mouse.move(start.x, (target?.y ?? 0) + (target?.height ?? 0) * 0.8, { steps: 8 });
    await page.waitForTimeout(60);
    await page.mouse.up();
    await expect.poll(() => idsIn(page)).toEqual(moved(before, 1, 3));
    await expect.poll(() => focused(page)).toBe(before[1]);
    await expect(page.locator('[data-carried]')).toHaveCount(0);
  });

  for (const end of ['Escape', 'pointercancel'] as const) {
    test(`ended by ${end} puts everything back`, async ({ page }) => {
      const before = await openDesk(page);
      const start = await middle(handleOf(page, before[1] ?? ''));
      await page.mouse.move(start.x, start.y);
      await page.mouse.down();
      await page.mouse.move(start.x, start.y + 300, { steps: 6 });
      await expect(page.locator('[data-carried]')).toHaveCount(1);
      if (end === 'Escape') await page.keyboard.press('Escape');
      else
        await page.evaluate(() =>
          document.body.dispatchEvent(new PointerEvent('pointercancel', { bubbles: true, isPrimary: true })),
        );
      await expect(page.locator('[data-carried]')).toHaveCount(0);
      await page.mouse.up();
      expect(await idsIn(page)).toEqual(before);
      await expect(said(page)).toContainText('没有移动');
      expect(await focused(page)).toBe(before[1]);
    });
  }

  test('by touch puts the row where it is let go, without scrolling the page', async ({
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({
      viewport: { width: phone.width, height: 1600 },
      hasTouch: true,
      isMobile: true,
      locale: 'zh-CN',
      ...(baseURL ? { baseURL } : {}),
    });
    const page = await context.newPage();
    const before = await openDesk(page);
    const session = await context.newCDPSession(page);
    const start = await middle(handleOf(page, before[1] ?? ''));
    const target = await page.locator(`[data-row="${before[2]}"]`).boundingBox();
    const scrolled = await page.evaluate(() => window.scrollY);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', y?: number) =>
      session.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: y === undefined ? [] : [{ x: start.x, y }],
      });
    await touch('touchStart', start.y);
    const goal = (target?.y ?? 0) + (target?.height ?? 0) * 0.8;
    for (let i = 1; i <= 6; i += 1) {
      await touch('touchMove', start.y + ((goal - start.y) * i) / 6);
      await page.waitForTimeout(20);
    }
    expect(await page.evaluate(() => window.scrollY)).toBe(scrolled);
    await touch('touchEnd');
    await expect.poll(() => idsIn(page)).toEqual(moved(before, 1, 2));
    await context.close();
  });
});

test('the preview shows the new order at once, and no chart is another than before', async ({
  page,
  context,
}) => {
  await context.unrouteAll();
  const before = await openDesk(page);
  const frame = page.frameLocator('iframe');
  await frame.locator('[data-section]').first().waitFor();
  await page.waitForTimeout(500);
  const preview = page.frames().find((each) => each.url().includes('/preview/'));
  if (!preview) throw new Error('no preview');
  await preview.evaluate(() => {
    for (const plot of document.querySelectorAll('.plot .c-chart')) plot.setAttribute('data-was-here', '');
  });
  await handleOf(page, before[2] ?? '').focus();
  await page.keyboard.press('PageDown');
  await expect
    .poll(() => preview.evaluate(() => [...document.querySelectorAll('[data-section]')].map(({ id }) => id)))
    .toEqual(moved(before, 2, 7));
  expect(await preview.locator('.plot .c-chart:not([data-was-here])').count()).toBe(0);
  expect(await preview.locator('.plot .c-chart').count()).toBeGreaterThan(10);
});
