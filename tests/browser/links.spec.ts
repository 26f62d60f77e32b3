/**
 * An address is a place in the story: links, the back button and a reload bring back exactly what it showed. Every fifth step's link
 * is tried; `npm run test:editions` tries them all.
 */
import { expect, phone, settledSight, shortLane, test, whenLive, wide } from './support.js';

for (const [name, viewport] of Object.entries({ phone, wide })) {
  test.describe(`addresses on a ${name} screen`, () => {
    test.use({ viewport });

    test('a link to a step shows that step, one to a section brings its heading into view', async ({
      page,
    }) => {
      test.setTimeout(180_000);
      await page.goto('');
      await whenLive(page);
      const ids = await page.locator('[data-step]').evaluateAll((all) => all.map((step) => step.id));
      for (const [i, id] of ids.entries()) {
        if (!process.env.ALL_STEPS && i % 5 !== 0) continue;
        // A link on the page for all of them, a fresh load for some: loads take their time.
        if (i % 20 === 15) {
          await page.goto('about:blank');
          await page.goto(`./#${id}`);
          await whenLive(page);
        } else {
          await page.evaluate((to) => {
            location.hash = to;
          }, id);
        }
        await expect(page.locator('[aria-current="step"]')).toHaveAttribute('id', id);
        const { shown, named } = await page.evaluate(readStage, id);
        expect(shown, id).toEqual(named);
      }
      const sections = await page
        .locator('section[data-section]')
        .evaluateAll((all) => all.map((section) => section.id));
      for (const id of sections) {
        await page.evaluate((to) => {
          location.hash = to;
        }, id);
        await expect(page.locator(`[id="${id}"] h2`).first(), id).toBeInViewport();
      }
    });

    test('a former address leads to the very place of what it leads to now', async ({ page }) => {
      await page.goto('');
      await whenLive(page);
      const moved = await page
        .locator('.moved')
        .evaluateAll((all) =>
          all.flatMap(({ id, parentElement: to }) => (to?.id ? [{ from: id, to: to.id }] : [])),
        );
      expect(moved.length).toBeGreaterThan(3);
      const placeOf = async (id: string) => {
        await page.evaluate((to) => {
          location.hash = to;
        }, id);
        const { step } = await settledSight(page);
        return { step, at: await page.evaluate(() => Math.round(window.scrollY)) };
      };
      const tried = moved.filter((_, i) => i % (process.env.ALL_STEPS ? 1 : 8) === 0);
      for (const { from, to } of tried) expect(await placeOf(from), from).toEqual(await placeOf(to));
      // A fresh load, as from other people's pages.
      const [{ from, to } = { from: '', to: '' }] = moved.filter((each) => each.to.includes('--'));
      await page.goto('about:blank');
      await page.goto(`./#${from}`);
      await whenLive(page);
      await expect(page.locator('[aria-current="step"]')).toHaveAttribute('id', to);
    });

    test('the back button returns to where the reader was, and from the source to the same step', async ({
      page,
    }) => {
      await page.goto('');
      await whenLive(page);
      const [first, second] = await page
        .locator('[data-step]')
        .evaluateAll((all) => [all[3]?.id ?? '', all[all.length - 4]?.id ?? '']);
      await page.goto(`./#${first}`);
      const before = await settledSight(page);
      await page.goto(`./#${second}`);
      expect((await settledSight(page)).step).toBe(second);
      await page.goBack();
      const after = await settledSight(page);
      expect(after.step).toBe(before.step);
      expect(after.stages).toMatchObject(
        Object.fromEntries(Object.entries(before.stages).map(([id, { state }]) => [id, { state }])),
      );

      await page.evaluate(() =>
        window.scrollTo({ top: document.documentElement.scrollHeight * 0.4, behavior: 'instant' }),
      );
      const left = await settledSight(page);
      await page.goto('source/');
      await page.goBack();
      await whenLive(page);
      expect((await settledSight(page)).step).toBe(left.step);
    });

    test('a reload in the middle keeps the place', async ({ page }) => {
      await page.goto('');
      await whenLive(page);
      for (const share of shortLane ? [0.55] : [0.2, 0.55, 0.9]) {
        await page.evaluate(
          (to) => window.scrollTo({ top: document.documentElement.scrollHeight * to, behavior: 'instant' }),
          share,
        );
        const before = await settledSight(page);
        await page.reload();
        await whenLive(page);
        expect((await settledSight(page)).step).toBe(before.step);
      }
    });
  });
}

test('the source page is the report in the browser’s eyes too', async ({ page, site }) => {
  const published = (await (await page.request.get(`${site}data/figures.json`)).json()) as {
    figures: { id: string; start: number; end: number }[];
  };
  await page.goto('source/');
  const text = await page.locator('[data-report]').evaluate((element) => element.textContent ?? '');
  for (const { id, start, end } of published.figures) {
    expect(await page.locator(`#f-${id}`).textContent()).toBe(text.slice(start, end));
  }
});

/** Runs in the page: what the stage beside a step shows, and what the step names. */
function readStage(step: string): { shown: readonly unknown[]; named: readonly unknown[] } {
  const element = document.getElementById(step);
  const stage = element?.closest('[data-section]')?.querySelector<HTMLElement>('figure[data-stage]');
  const { state, highlight, through, showing } = stage?.dataset ?? {};
  const of = element?.dataset ?? {};
  return {
    shown: [showing, state, through, highlight],
    named: [of.chart, of.state, of.through, of.highlight],
  };
}
