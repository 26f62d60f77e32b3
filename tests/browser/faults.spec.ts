/**
 * Whatever becomes of a script on its way, every word and every prerendered picture stays. Each chunk that a whole
 * reading asks for is lost in turn: not found, a page instead of it, cut short at half, a chart that throws.
 */
import type { Page, Route } from '@playwright/test';
import { expect, phone, test, wide, words } from './support.js';

test.use({ faultsExpected: true, viewport: phone });

const faults: Readonly<Record<string, (route: Route) => Promise<void>>> = {
  'is not found': (route) => route.fulfill({ status: 404, contentType: 'text/html', body: '<h1>404</h1>' }),
  'is a page instead': (route) =>
    route.fulfill({ status: 200, contentType: 'text/html', body: '<!doctype html><p>hm' }),
  'is cut short at half': async (route) => {
    const response = await route.fetch();
    const body = await response.text();
    await route.fulfill({ response, body: body.slice(0, body.length / 2) });
  },
  throws: async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: 'throw new Error("a fault of the test");' });
  },
};

/** Scrolls so that each stage comes near and is asked to live. */
async function readThrough(page: Page): Promise<void> {
  for (const stage of await page.locator('figure[data-stage]').all()) {
    await stage.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
    await page.waitForTimeout(60);
  }
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(300);
}

interface Whole {
  readonly words: string;
  /** Marks of each plot in the page: living or prerendered, none is empty. */
  readonly pictures: readonly { readonly plot: string; readonly marks: number; readonly words: number }[];
}

async function whole(page: Page): Promise<Whole> {
  const pictures = await page.locator('figure[data-stage] .chart').evaluateAll((charts) =>
    charts.map((chart) => {
      const plot = chart.querySelector('.plot');
      return {
        plot: chart.id,
        marks: plot?.querySelectorAll('path, rect, circle, line, polygon, use, image').length ?? 0,
        words: (plot?.textContent ?? '').replace(/\s+/g, '').length,
      };
    }),
  );
  return { words: await words(page), pictures };
}

async function scriptsOfReading(page: Page): Promise<string[]> {
  const scripts = new Set<string>();
  page.on('response', (response) => {
    if ((response.headers()['content-type'] ?? '').includes('javascript'))
      scripts.add(new URL(response.url()).pathname);
  });
  await page.goto('');
  await readThrough(page);
  return [...scripts];
}

for (const [fault, spoil] of Object.entries(faults)) {
  test(`a script that ${fault} takes nothing with it`, async ({ browser, page, site }) => {
    test.setTimeout(240_000);
    const scripts = await scriptsOfReading(page);
    expect(scripts.length, 'scripts of a whole reading').toBeGreaterThan(2);

    const still = await browser.newContext({ javaScriptEnabled: false, baseURL: site, viewport: phone });
    const quiet = await still.newPage();
    await quiet.goto('');
    const prerendered = await whole(quiet);
    await still.close();

    for (const script of scripts) {
      const context = await browser.newContext({ baseURL: site, viewport: phone });
      const reader = await context.newPage();
      let spoiled = 0;
      await reader.route(`**${script}`, (route) => {
        spoiled += 1;
        return spoil(route);
      });
      await reader.goto('');
      await readThrough(reader);
      const found = await whole(reader);
      expect(spoiled, `${script} was asked for`).toBeGreaterThan(0);
      for (const step of await stepWords(reader)) expect(prerendered.words, script).toContain(step);
      expect(await stepWords(reader), script).toHaveLength(await page.locator('[data-step]').count());
      for (const [i, before] of prerendered.pictures.entries()) {
        const after = found.pictures[i];
        expect(after?.plot).toBe(before.plot);
        const drawn = (after?.marks ?? 0) + (after?.words ?? 0);
        expect(drawn, `${before.plot} without ${script}`).toBeGreaterThan(0);
        const lives = await reader.locator(`[id="${before.plot}"][data-alive]`).count();
        if (lives === 0) expect({ ...after }, `${before.plot} without ${script}`).toEqual({ ...before });
      }
      await context.close();
    }
  });
}

function stepWords(page: Page): Promise<string[]> {
  return page
    .locator('[data-step]')
    .evaluateAll((all) => all.map((step) => (step.textContent ?? '').replace(/\s+/g, ' ').trim()));
}

test('without the entry script the page keeps the form it has without script', async ({ page }) => {
  await page.route('**/*.js', (route) => route.abort());
  await page.setViewportSize(wide);
  await page.goto('');
  await expect
    .poll(() => page.evaluate(() => document.documentElement.classList.contains('live')))
    .toBe(false);
  for (const plot of await page.locator('figure[data-stage] .plot').all()) {
    expect((await plot.boundingBox())?.height).toBeGreaterThan(30);
  }
});

test('a browser without observers and media queries reads the page without an uncaught error', async ({
  page,
}) => {
  const uncaught: string[] = [];
  page.on('pageerror', (error) => uncaught.push(error.message));
  await page.addInitScript(() => {
    for (const name of [
      'IntersectionObserver',
      'ResizeObserver',
      'matchMedia',
      'localStorage',
      'sessionStorage',
    ]) {
      Object.defineProperty(window, name, {
        configurable: true,
        get() {
          if (name.endsWith('Storage')) throw new DOMException('denied', 'SecurityError');
          return undefined;
        },
      });
      if (!name.endsWith('Storage')) Reflect.deleteProperty(window, name);
    }
  });
  await page.goto('');
  await readThrough(page);
  expect(uncaught).toEqual([]);
  const pictures = (await whole(page)).pictures;
  expect(pictures.filter(({ marks, words: length }) => marks + length === 0)).toEqual([]);
});
