/**
 * Windows too low for a graphic that stays: a zoom of 400 % on a common screen, text of twice the size on a phone. The page is
 * whole there too: nothing covers what is read, and every graphic is in its last state.
 */
import type { Page } from '@playwright/test';
import { expect, phone, settledSight, test, whenLive } from './support.js';

/** Steps that can't be seen whole, or at whose middle something else lies; and what runs out at the side. */
function faultsOfReading(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    for (const step of document.querySelectorAll<HTMLElement>('[data-step]')) {
      const words = step.querySelector('p') ?? step;
      words.scrollIntoView({ block: 'center', behavior: 'instant' });
      const box = words.getBoundingClientRect();
      const top = document.elementFromPoint(
        box.left + 4,
        Math.max(1, Math.min(box.top + box.height / 2, innerHeight - 1)),
      );
      if (!top || !step.contains(top)) faults.push(`${step.id} is covered by ${top?.className ?? 'nothing'}`);
    }
    if (document.documentElement.scrollWidth > innerWidth) faults.push('the page runs out at the side');
    return faults;
  });
}

/** Charts whose state is not the one of the last step that names them. */
function unfinished(page: Page): Promise<string[]> {
  return page.locator('[data-stage]').evaluateAll((stages) =>
    stages.flatMap((stage) => {
      const steps = [
        ...(stage.closest('[data-section]')?.querySelectorAll<HTMLElement>('[data-step]') ?? []),
      ];
      const { state } = steps.at(-1)?.dataset ?? {};
      return stage.getAttribute('data-state') === state ? [] : [stage.getAttribute('data-stage') ?? ''];
    }),
  );
}

for (const [name, size, text] of [
  ['a zoom of 400 %', { width: 320, height: 256 }, 16],
  ['text of twice the size on a phone', phone, 32],
] as const) {
  test(`${name}: nothing is covered, every graphic is whole`, async ({ page }) => {
    await page.setViewportSize(size);
    const session = await page.context().newCDPSession(page);
    await session.send('Page.enable');
    await session.send('Page.setFontSizes', { fontSizes: { standard: text, fixed: text } });
    await page.goto('');
    await whenLive(page);
    expect(await faultsOfReading(page)).toEqual([]);
    expect(await unfinished(page)).toEqual([]);
  });
}

for (const size of [
  { width: 844, height: 390 },
  { width: 667, height: 375 },
]) {
  test(`a phone held sideways, ${size.width} wide: every amount in a tile is whole`, async ({ page }) => {
    await page.setViewportSize(size);
    for (const edition of ['', 'en/']) {
      await page.goto(edition);
      await whenLive(page);
      await page.evaluate(() => document.fonts.ready);
      const cut = await page.locator('.stage .c-tiles').evaluateAll((charts) =>
        charts.flatMap((chart) => {
          const name = chart.closest('[data-stage]')?.getAttribute('data-stage') ?? '';
          const wide = [...chart.querySelectorAll('.c-tile')].filter(
            (tile) =>
              tile.querySelector('a') && !tile.querySelector('svg') && tile.scrollWidth > tile.clientWidth,
          );
          return [
            ...(chart.scrollHeight > chart.clientHeight + 2 ? [`${name}: lower part`] : []),
            ...wide.map((tile) => `${name}: ${tile.textContent.trim()}`),
          ];
        }),
      );
      expect(cut).toEqual([]);
    }
  });
}

test('a window that grows scrolls again from the same step, and back', async ({ page }) => {
  await page.setViewportSize({ width: phone.width, height: 420 });
  await page.goto('');
  await whenLive(page);
  await page
    .locator('[data-step]')
    .nth(9)
    .evaluate((step) => step.scrollIntoView({ block: 'start', behavior: 'instant' }));
  await page.setViewportSize(phone);
  await expect(page.locator('html')).toHaveClass(/\blive\b/);
  const id = await page.locator('[data-step]').nth(9).getAttribute('id');
  await page.goto(`#${id}`);
  const sight = await settledSight(page);
  expect(sight.step).toBe(id);
  await page.setViewportSize({ width: phone.width, height: 420 });
  await expect(page.locator('html')).not.toHaveClass(/\blive\b/);
  expect(await unfinished(page)).toEqual([]);
});
