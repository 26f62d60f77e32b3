/** Nothing that axe knows of is wrong on the editors' pages; `npm run test:a11y` looks at both languages, wide and narrow. */
import AxeBuilder from '@axe-core/playwright';
import { expect, phone, test } from './support.js';

const wide = { width: 1600, height: 1000 };

for (const { name, viewport, locale } of [
  { name: 'wide, in Chinese', viewport: wide, locale: 'zh-CN' },
  { name: 'on a phone, in English', viewport: phone, locale: 'en-GB' },
] as const) {
  test.describe(name, () => {
    test.use({ viewport, locale });
    test.skip(process.env.A11Y !== 'all' && viewport === phone);

    test('the editing page, with a section open and changes under review', async ({ page }) => {
      await page.goto('edit/');
      await page.locator('[data-row]').nth(2).locator('.name').click();
      await page.locator('[data-field="title:en"]').fill('It grew by 50%');
      await page.locator('[data-rule="bare-numeral"]').first().waitFor();
      expect((await new AxeBuilder({ page }).exclude('iframe').analyze()).violations).toEqual([]);
      await page.locator('.bar .main').click();
      await page.locator('[data-diff]').waitFor();
      expect((await new AxeBuilder({ page }).exclude('iframe').analyze()).violations).toEqual([]);
    });

    // Drawn by the readers' components, which are held to the same on every page and width of theirs.
    if (viewport === wide)
      test('the preview', async ({ page }) => {
        await page.goto('preview/');
        await page.locator('[data-section]').first().waitFor();
        await page.locator('.c-chart').first().waitFor();
        expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      });
  });
}
