/** Without script the page is complete: every text and picture can be seen, and every number links to its source. */
import { expect, phone, stepWords, test, whenLive, wide } from './support.js';

for (const [name, viewport] of Object.entries({ phone, wide })) {
  test.describe(`without script on a ${name} screen`, () => {
    test.use({ viewport, javaScriptEnabled: false });

    test('a former address leads to the step that it leads to now', async ({ page }) => {
      await page.goto('');
      const moved = await page
        .locator('.step > .moved')
        .evaluateAll((all) => all.map(({ id, parentElement: step }) => ({ from: id, to: step?.id ?? '' })));
      expect(moved.length).toBeGreaterThan(1);
      const placeOf = async (id: string) => {
        await page.goto(`./#${id}`);
        return page.evaluate(() => Math.round(window.scrollY));
      };
      for (const { from, to } of moved.filter((_, i) => i % 8 === 0)) {
        const at = await placeOf(to);
        expect(at).toBeGreaterThan(0);
        expect(await placeOf(from), from).toBe(at);
      }
    });

    test('the page is whole: every step, every picture, nothing covered, no control that needs script', async ({
      page,
    }) => {
      await page.goto('');
      const unread = await page.locator('[data-step]').evaluateAll((steps) =>
        steps.flatMap((step) => {
          const words = step.querySelector('p');
          const { opacity, visibility } = getComputedStyle(words ?? step);
          const { height } = words?.getBoundingClientRect() ?? { height: 0 };
          const read = opacity === '1' && visibility === 'visible' && height > 10;
          return read && (words?.textContent ?? '').trim().length > 4 ? [] : [step.id];
        }),
      );
      expect(unread).toEqual([]);
      expect(await page.locator('[data-step]').count()).toBeGreaterThan(0);

      const plots = await page.locator('figure[data-stage] .plot').evaluateAll((all) =>
        all.map((plot) => {
          const { width, height } = plot.getBoundingClientRect();
          const heights = [...plot.querySelectorAll('*')].map((mark) => mark.getBoundingClientRect().height);
          return { of: plot.parentElement?.id, width, height, tallest: Math.max(0, ...heights) };
        }),
      );
      expect(plots.length).toBeGreaterThan(0);
      const collapsed = plots.filter(
        ({ width, height, tallest }) => !(width > 200 && height > 16 && tallest > 10),
      );
      expect(collapsed, 'pictures without a size').toEqual([]);

      const covered = await page.locator('[data-step] p').evaluateAll((paragraphs) =>
        paragraphs
          // A paragraph in a closed `<details>` still has a box, but is not visible.
          .filter((paragraph) => !paragraph.closest('details:not([open])'))
          .filter((paragraph) => {
            const box = paragraph.getBoundingClientRect();
            return [...document.querySelectorAll('.plot')].some((plot) => {
              const other = plot.getBoundingClientRect();
              return (
                box.left < other.right - 1 &&
                other.left < box.right - 1 &&
                box.top < other.bottom - 1 &&
                other.top < box.bottom - 1
              );
            });
          })
          .map((paragraph) => paragraph.textContent),
      );
      expect(covered, 'words behind a picture').toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, 'px to scroll sideways').toBeLessThanOrEqual(0);

      const offered = await page
        .locator('button')
        .evaluateAll((all) =>
          all
            .filter((button) => button.checkVisibility({ visibilityProperty: true }))
            .map((button) => button.outerHTML),
        );
      expect(offered, 'controls that need script').toEqual([]);
    });

    test('a number leads to its sentence in the source', async ({ page }) => {
      await page.goto('');
      const link = page.locator('[data-step] a[data-figure]').first();
      const id = await link.getAttribute('data-figure');
      await link.click();
      await expect(page).toHaveURL(new RegExp(`/source/#f-${id}$`));
      await expect(page.locator(`#f-${id}`)).toBeInViewport();
    });
  });
}

test('script takes no word away and adds none', async ({ browser, page, site }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: site, viewport: phone });
  const scriptless = await context.newPage();
  await scriptless.goto('');
  const withoutScript = await stepWords(scriptless);
  await context.close();
  await page.setViewportSize(phone);
  await page.goto('');
  await whenLive(page);
  expect(withoutScript.length).toBeGreaterThan(0);
  expect(withoutScript.filter((words) => words.length < 5)).toEqual([]);
  expect(await stepWords(page)).toEqual(withoutScript);
});
