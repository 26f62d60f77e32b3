/**
 * Nothing that axe knows of is wrong on the editors' pages, with each of their parts open; `npm run test:a11y` looks at both languages
 * and themes, wide and narrow.
 */
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { field, openDesk, openSection, withoutPreview } from './desk.js';
import { expect, phone, test } from './support.js';

const wide = { width: 1600, height: 1000 };
const all = process.env.A11Y === 'all';

test.beforeEach(withoutPreview);

const views = [
  { name: 'wide, in Chinese', viewport: wide, locale: 'zh-CN', colorScheme: 'light' },
  { name: 'wide, in English, dark', viewport: wide, locale: 'en-GB', colorScheme: 'dark' },
  { name: 'on a phone, in English', viewport: phone, locale: 'en-GB', colorScheme: 'light' },
  { name: 'on a phone, in Chinese, dark', viewport: phone, locale: 'zh-CN', colorScheme: 'dark' },
] as const;

/** @param there what has to be before the eyes: what is not shown has nothing wrong */
async function nothingWrong(page: Page, what: string, ...there: readonly Locator[]): Promise<void> {
  for (const each of there) {
    await each.scrollIntoViewIfNeeded();
    await expect(each, what).toBeInViewport();
  }
  // What passes is counted and not described.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
  const { violations } = await axe.exclude('iframe').analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`),
    what,
  ).toEqual([]);
}

for (const [i, { name, viewport, locale, colorScheme }] of views.entries()) {
  test.describe(name, () => {
    test.use({ viewport, locale, colorScheme });
    test.skip(!all && i > 0);

    test('the editing page, with a section open and changes under review', async ({ page }) => {
      await openDesk(page);
      if (all) {
        await nothingWrong(page, 'outline', page.locator('[data-row]').first());
        await page.locator('details.orders summary').click();
        await page.locator('details.orders input').fill('brief');
        await page.locator('details.orders form button').first().click();
        await page.locator('.new summary').click();
        await nothingWrong(
          page,
          'a kept order, and a new section',
          page.locator('details.orders select'),
          page.locator('details.orders .acts'),
          page.locator('.new form'),
        );
        await page.keyboard.press('Control+z');
      }
      await page.locator('[data-row]').nth(2).locator('.name').click();
      await field(page, 'title', 'en').fill('It grew by 50%');
      await nothingWrong(
        page,
        'section',
        page.locator('.field [data-rule="bare-numeral"]'),
        page.locator('.problem-list [data-rule="bare-numeral"]'),
        page.locator('[data-steps] [data-handle]').first(),
      );
      if (all) {
        await field(page, 'standfirst', 'zh').focus();
        await page.keyboard.press('Control+End');
        await page.keyboard.type('[[');
        await page.locator('[role="option"]').first().waitFor();
        await nothingWrong(page, 'picker', page.locator('dialog.picker:modal [aria-selected="true"]'));
        await page.keyboard.press('Escape');
      }
      await page.locator('.bar .main').click();
      await nothingWrong(page, 'review', page.locator('dialog:modal [data-diff]').first());
    });

    (all ? test : test.skip)('a conflict, met with a draft', async ({ page }) => {
      const id = await openSection(page, 2);
      await field(page, 'title', 'en').fill('Mine');
      await page.waitForTimeout(600);
      // As if the site had been another when the draft was begun.
      await page.evaluate(() => {
        for (const key of Object.keys(localStorage).filter((each) => each.startsWith('edit-draft')))
          localStorage.setItem(
            key,
            (localStorage.getItem(key) ?? '').replace(/("base":.*?\\n {2}en: )/, '$1Before '),
          );
      });
      await page.goto('404.html');
      await openDesk(page);
      await nothingWrong(page, 'draft found', page.locator('[data-draft] button').last());
      await page.locator('[data-draft] button').first().click();
      const meeting = page.locator('dialog[data-meeting]:modal');
      const difference = meeting.locator(`[data-difference="story/sections/${id}.yaml title en"]`);
      await nothingWrong(page, 'conflict', difference.getByRole('radio').last());
    });

    // Drawn by the readers' components, which are held to the same on every page and width of theirs.
    test('the preview', async ({ page }) => {
      test.skip(!all && viewport !== wide);
      await page.goto('preview/');
      await page.locator('[data-section]').first().waitFor();
      await page.locator('.c-chart').first().waitFor();
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    });
  });
}
