/** What waits says so when it has waited long enough, in both languages: pages without their script or files, checks without an answer, a copy. */
import type { Page, Route } from '@playwright/test';
import { allOfEditing, openDesk } from './desk.js';
import { expect, test } from './support.js';

test.use({ viewport: { width: 1600, height: 1000 }, locale: 'zh-CN', faultsExpected: true });

const late = (page: Page) => page.locator('[data-late]');
/** The seconds pass. */
const pass = (page: Page) => page.evaluate(() => document.getAnimations().forEach((each) => each.finish()));

const ways: Readonly<Record<string, (route: Route) => Promise<unknown> | undefined>> = {
  'is not found': (route) => route.fulfill({ status: 404 }),
  'is blocked': (route) => route.abort(),
  'never comes': () => undefined,
};
const lost = { script: /\/(?:entry|nodes|chunks)\/[^/]*\.js$/, files: /edit\/files\.json$/ };

for (const address of ['edit/', 'preview/']) {
  for (const [what, pattern] of Object.entries(lost)) {
    for (const [way, answer] of Object.entries(ways)) {
      const everyRun = what === 'script' || way === 'never comes';
      (everyRun || allOfEditing ? test : test.skip)(
        `${address}: its ${what} ${way}, and it says so`,
        async ({ page }) => {
          await page.route(pattern, (route) => answer(route) ?? Promise.resolve());
          await page.goto(address, { waitUntil: 'commit' });
          if (what === 'files' && way !== 'never comes') {
            await expect(page.locator('[data-fault]')).toContainText('没有取到稿件');
            return;
          }
          await expect(late(page)).toHaveCount(2);
          // Some seconds, and no more.
          const within = await late(page)
            .first()
            .evaluate((told) => getComputedStyle(told).animationDelay);
          expect(Number.parseFloat(within)).toBeLessThanOrEqual(10);
          await expect(late(page).first()).toBeHidden();
          await pass(page);
          await expect(late(page)).toHaveText([/重新载入/, /load the page again/]);
          for (const told of await late(page).all()) await expect(told).toBeVisible();
        },
      );
    }
  }
}

test('checks that never answer are told', async ({ page }) => {
  await page.clock.install();
  await page.route(/worker.*\.js$/, () => undefined);
  await page.goto('edit/');
  await expect(page.locator('.problem-list [role="status"]')).toHaveText('正在检查……');
  await page.clock.runFor(25_000);
  await expect(page.locator('.problem-list [role="status"]')).toContainText('还没有结果');
});

for (const way of ['no clipboard', 'no way of copying'] as const)
  test(`a link is copied, or it is said that it was not: ${way}`, async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.addInitScript((none) => {
      // Kept for reading what was copied.
      Object.assign(window, { kept: navigator.clipboard });
      Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined });
      if (none) document.execCommand = () => false;
    }, way === 'no way of copying');
    await openDesk(page);
    await page.keyboard.press('Control+s');
    const link = page.locator('#proposal-link');
    await page.getByRole('button', { name: '复制链接' }).click();
    const read = () => page.evaluate(() => (Reflect.get(window, 'kept') as Clipboard).readText());
    if (way === 'no clipboard') {
      await expect(page.locator('[data-copied]')).toHaveText('链接已复制');
      expect(await read()).toBe(await link.inputValue());
    } else {
      await expect(page.locator('[data-copied]')).toContainText('没能复制');
      const selected = await link.evaluate((field: HTMLInputElement) =>
        field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0),
      );
      expect(selected).toBe(await link.inputValue());
    }
  });
