/**
 * Every step of every section, as it stands on the screen: in two sizes, two themes and every edition, no label is cut or covered,
 * nothing leaves its stage, text and marks stand out. Read off the rendered page (`inspect.ts`); knows no section by name.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { addInspection, expectations, type Expectations, type Fault } from './inspect.js';
import { buildFolder, expect, phone, test, whenLive, wide } from './support.js';

interface SeenStep {
  readonly step: string;
  readonly chart: string;
  readonly alive: boolean;
  readonly faults: readonly Fault[];
}

/** In `npm test` each size and each edition in both themes, but not each with each; `npm run test:a11y` has them all. */
const all = process.env['A11Y'] === 'all';
const editions = ['', 'en/'].filter((path) => existsSync(join(buildFolder, path, 'index.html')));

/** Runs in the page: goes through all steps, and looks at each chart once it has taken the step's state. */
async function walk(expected: Omit<Expectations, 'highlighted'>): Promise<SeenStep[]> {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const seen: SeenStep[] = [];
  for (const step of document.querySelectorAll<HTMLElement>('[data-step]')) {
    step.scrollIntoView({ block: 'start', behavior: 'instant' });
    const stage = step.closest('[data-section]')?.querySelector<HTMLElement>('[data-stage]');
    const chart = stage?.querySelector<HTMLElement>(`.chart[data-name="${step.dataset.chart ?? ''}"]`);
    if (!stage || !chart) continue;
    const deadline = performance.now() + 8000;
    const ready = () =>
      step.hasAttribute('aria-current') &&
      chart.hasAttribute('data-current') &&
      chart.hasAttribute('data-alive') &&
      !chart.querySelector('[data-moving]');
    while (!ready() && performance.now() < deadline) await frame();
    // One frame for the state to be drawn, one for the fonts' last word.
    await frame();
    await frame();
    const highlighted = step.dataset.highlight !== undefined || step.dataset.through !== undefined;
    seen.push({
      step: step.id,
      chart: chart.dataset.kind ?? '',
      alive: ready(),
      faults: window.inspectPicture(chart, { ...expected, highlighted }),
    });
  }
  return seen;
}

test.use({ reducedMotion: 'reduce' });
test.setTimeout(240_000);

for (const [i, edition] of editions.entries()) {
  for (const [j, [name, viewport]] of Object.entries({ phone, wide }).entries()) {
    for (const [k, colorScheme] of (['light', 'dark'] as const).entries()) {
      if (!all && (i + j + k) % 2 === 1) continue;
      test(`steps are sound pictures: ${name}, ${colorScheme}, ${edition || 'original'}`, async ({
        page,
      }) => {
        await page.setViewportSize(viewport);
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await addInspection(page);
        await page.goto(edition);
        await whenLive(page);
        await page.evaluate(() => document.fonts.ready);
        const seen = await page.evaluate(walk, expectations);
        expect(
          seen.filter(({ alive }) => !alive).map(({ step }) => step),
          'charts that took no state',
        ).toEqual([]);
        expect(seen.length).toBe(await page.locator('[data-step]').count());
        const faults = seen.flatMap(({ step, chart, faults: found }) =>
          found.map(({ check, what }) => `${check}: ${step} (${chart}): ${what}`),
        );
        expect(faults).toEqual([]);
      });
    }
  }
}

test.describe('the report’s slip on a phone', () => {
  test.use({ viewport: phone });

  test('is a strip of few lines, and all of it a tap away', async ({ page }) => {
    for (const path of editions) {
      await page.goto(path);
      await whenLive(page);
      const slips = await page.locator('.slip').evaluateAll((all) =>
        all.map((slip) => {
          const lines = [...slip.querySelectorAll(':scope > p')].map((text) =>
            Math.round(
              text.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(text).lineHeight),
            ),
          );
          const words = slip.querySelector('.verbatim');
          return { lines, cut: words !== null && words.scrollHeight > words.clientHeight + 2 };
        }),
      );
      expect(slips.length).toBeGreaterThan(5);
      for (const { lines } of slips) {
        if (lines.length === 1) expect(lines[0], path).toBeLessThanOrEqual(3);
        else expect(Math.max(...lines), path).toBeLessThanOrEqual(2);
      }
      const cut = slips.findIndex((slip) => slip.cut);
      if (cut < 0) continue;
      const slip = page.locator('.slip').nth(cut);
      const clipped = () =>
        slip.locator('.verbatim').evaluate((words) => words.scrollHeight > words.clientHeight + 2);
      await slip.locator('.verbatim a').last().focus();
      expect(await clipped()).toBe(false);
      await page.evaluate(
        () => document.activeElement instanceof HTMLElement && document.activeElement.blur(),
      );
      expect(await clipped()).toBe(true);
      await slip.locator('summary').click();
      expect(await clipped()).toBe(false);
      await page.evaluate(
        () => document.activeElement instanceof HTMLElement && document.activeElement.blur(),
      );
      expect(await clipped()).toBe(false);
    }
  });
});
