/** A page that has been read is printed like one that has not: every graphic whole, in its last state. */
import { expect, test, whenLive } from './support.js';

test('charts that are alive in another state are printed in their last one, to the paper’s measure', async ({
  page,
  site,
}) => {
  await page.goto(site);
  await whenLive(page);
  const stage = page.locator('[data-stage]:has(.chart[data-kind="bars"])').first();
  const section = await stage.getAttribute('data-stage');
  const steps = page.locator(`#${section} [data-step]`);
  await steps.first().evaluate((step) => step.scrollIntoView({ block: 'center', behavior: 'instant' }));
  await expect(stage.locator('.chart[data-alive]').first()).toBeAttached();
  const [first, last] = [
    await steps.first().getAttribute('data-state'),
    await steps.last().getAttribute('data-state'),
  ];
  await expect(stage).toHaveAttribute('data-state', first ?? '');

  const printed = await page.evaluate(async (name) => {
    window.dispatchEvent(new Event('beforeprint'));
    // What the browser waits for before it prints: what has been promised, no frame.
    await Promise.resolve();
    await Promise.resolve();
    const figure = document.querySelector<HTMLElement>(`[data-stage="${name}"]`);
    const svg = figure?.querySelector('.chart[data-kind="bars"] svg:not([hidden])');
    return {
      state: figure?.dataset.state,
      moving: document.querySelectorAll('[data-moving]').length,
      scales:
        svg?.getAttribute('viewBox') === `0 0 ${svg?.getAttribute('width')} ${svg?.getAttribute('height')}`,
    };
  }, section);
  expect(printed).toEqual({ state: last, moving: 0, scales: true });

  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(stage).toHaveAttribute('data-state', first ?? '');
});
