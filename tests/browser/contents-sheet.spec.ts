/**
 * The contents sheet, opened from the reader's bar: it says how far the reader has come and lists the sections with small
 * pictures. The test names no section, so it works with any story.
 */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, phone, test, whenLive, wide } from './support.js';

const sheet = (page: Page) => page.locator('[data-contents-sheet]');
const link = (page: Page) => page.locator('[data-contents-link]');
/** Numbers, from 1, of the current section and the current step, and how many there are of each. */
const progressOf = (page: Page) =>
  page.evaluate(() => {
    const sections = [...document.querySelectorAll('[data-section]')];
    const steps = [...document.querySelectorAll('[data-step]')];
    const current = document.querySelector('[aria-current="step"]');
    return {
      section: sections.findIndex((section) => current && section.contains(current)) + 1,
      sections: sections.length,
      step: steps.findIndex((step) => step === current) + 1,
      steps: steps.length,
    };
  });

async function scrollToStep(page: Page, steps: number): Promise<void> {
  await page.goto('');
  await whenLive(page);
  await page
    .locator('[data-step]')
    .nth(steps)
    .evaluate((step) => step.scrollIntoView({ behavior: 'instant', block: 'start' }));
  await expect(page.locator('[data-step]').nth(steps)).toHaveAttribute('aria-current', 'step');
}

for (const [name, viewport] of Object.entries({ phone, 'wide screen': wide })) {
  test.describe(name, () => {
    test.use({ viewport });

    test('the sheet says how far one has read, and shows every section', async ({ page }) => {
      await scrollToStep(page, 6);
      const { section, sections, step, steps } = await progressOf(page);
      await expect(link(page)).toContainText(`${section}/${sections}`);
      await link(page).click();
      await expect(sheet(page)).toBeVisible();
      const progress = await sheet(page).locator('[data-progress]').textContent();
      expect(progress?.match(/\d+/g)?.slice(0, 4)).toEqual([sections, section, steps, step].map(String));
      expect(progress).not.toContain('{');
      const items = sheet(page).locator('[data-sections] > li');
      await expect(items).toHaveCount(sections);
      await expect(items.nth(section - 1).locator(':scope > a')).toHaveAttribute('aria-current', 'true');
      const seen = await items.evaluateAll((all) =>
        all.map((item) => {
          const link = item.querySelector('a');
          const heading = document.getElementById(link?.getAttribute('href')?.slice(1) ?? '');
          const frame = item.querySelector('.small')?.getBoundingClientRect();
          const marks = [...item.querySelectorAll('.small svg *, .small p, .small li, .small q')]
            .map((mark) => mark.getBoundingClientRect())
            .filter(({ width, height }) => width > 0 && height > 0);
          return {
            staged: heading?.querySelector('[data-stage]') !== null,
            words: item.textContent.trim() !== '',
            marks: marks.length,
            scrolls: item.querySelector('.c-words') !== null,
            inside:
              frame !== undefined &&
              marks.filter((mark) => mark.left >= frame.left - 1 && mark.bottom <= frame.bottom + 1).length,
          };
        }),
      );
      for (const [i, { staged, words, marks, scrolls, inside }] of seen.entries()) {
        expect(words, `${i}`).toBe(true);
        if (staged) expect(marks, `section ${i} has a picture`).toBeGreaterThan(0);
        // Of a picture all is in its frame; words that a stage scrolls may go on below.
        if (staged) expect(inside, `section ${i} in its frame`).toBeGreaterThan(scrolls ? 2 : marks * 0.9);
      }
      const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id));
      expect(new Set(ids).size).toBe(ids.length);
      const found = await new AxeBuilder({ page }).include('[data-contents-sheet]').analyze();
      expect(found.violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
    });
  });
}

test('it leads to a section, and by Escape back to where it was opened', async ({ page }) => {
  await scrollToStep(page, 3);
  await link(page).focus();
  await page.keyboard.press('Enter');
  await expect(sheet(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sheet(page)).toBeHidden();
  await expect(link(page)).toBeFocused();
  await page.keyboard.press('Enter');
  const fifth = sheet(page).locator('[data-sections] > li > a').nth(4);
  await fifth.focus();
  const href = await fifth.getAttribute('href');
  await page.keyboard.press('Enter');
  await expect(sheet(page)).toBeHidden();
  expect(new URL(page.url()).hash).toBe(href);
  await expect(
    page
      .locator(href ?? '')
      .locator('h2')
      .first(),
  ).toBeInViewport();
});

test.describe('on a bad line', () => {
  test.use({ faultsExpected: true });
  test('where it does not come, the link leads to the list', async ({ page }) => {
    await page.route(/contents-sheet[^/]*\.js/, (route) => route.abort());
    await scrollToStep(page, 3);
    await link(page).click();
    await expect.poll(() => new URL(page.url()).hash).toBe('#contents');
    await expect(sheet(page)).toBeHidden();
  });
});
