/**
 * Whatever becomes of a script on its way, every word and every prerendered picture stays. Each chunk that a whole
 * reading asks for is lost in turn: not found, a page instead of it, cut short at half, throwing. A chunk may never come, and a
 * chart may throw.
 */
import type { Page, Route } from '@playwright/test';
import { expect, phone, shortLane, stepWords, test, wide } from './support.js';

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
  throws: (route) =>
    route.fulfill({ status: 200, contentType: 'text/javascript', body: "throw new Error('spoilt')" }),
};

/** Scrolls so that each stage comes near and is asked to live. */
async function scrollThrough(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const stage of document.querySelectorAll('figure[data-stage]')) {
      stage.scrollIntoView({ block: 'center', behavior: 'instant' });
      // Two frames: what comes near is noticed in one and acted upon after it.
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      await new Promise((resolve) => setTimeout(resolve));
    }
  });
}

/** The same, and waits until each chart lives or has given up. */
async function readThrough(page: Page): Promise<void> {
  await scrollThrough(page);
  // Without the entry script no chart is ever asked.
  await page.waitForFunction(
    () =>
      !document.documentElement.hasAttribute('data-live') ||
      !document.querySelector('.chart:not([data-alive]):not([data-still])'),
    undefined,
    { timeout: 20_000 },
  );
}

interface Whole {
  /** What each step says. */
  readonly steps: readonly string[];
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
  return { steps: await stepWords(page), pictures };
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

/** In every run each chunk suffers one of the faults, in turn; `npm run test:faults` has each suffer all. */
const each = process.env.ALL_FAULTS !== undefined;
const names = Object.keys(faults);

for (const [turn, [fault, spoil]] of Object.entries(faults).entries()) {
  test(`a script that ${fault} takes nothing with it`, async ({ browser, page, site }) => {
    test.setTimeout(300_000);
    const all = (await scriptsOfReading(page)).sort();
    expect(all.length, 'scripts of a whole reading').toBeGreaterThan(names.length);
    const scripts = all.filter((_, i) => each || i % (shortLane ? 2 * names.length : names.length) === turn);

    expect(scripts.length).toBeGreaterThan(0);

    const still = await browser.newContext({ javaScriptEnabled: false, baseURL: site, viewport: phone });
    const quiet = await still.newPage();
    await quiet.goto('');
    const prerendered = await whole(quiet);
    await still.close();
    expect(prerendered.steps.filter((step) => step.length < 5)).toEqual([]);

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
      expect(found.steps, script).toEqual(prerendered.steps);
      expect(found.pictures.map(({ plot }) => plot)).toEqual(prerendered.pictures.map(({ plot }) => plot));
      const living = await reader
        .locator('.chart[data-alive]')
        .evaluateAll((charts) => charts.map(({ id }) => id));
      for (const [i, before] of prerendered.pictures.entries()) {
        const after = found.pictures[i];
        const drawn = (after?.marks ?? 0) + (after?.words ?? 0);
        expect(drawn, `${before.plot} without ${script}`).toBeGreaterThan(0);
        if (!living.includes(before.plot))
          expect({ ...after }, `${before.plot} without ${script}`).toEqual({ ...before });
      }
      await context.close();
    }
  });
}

test('a chunk that never comes keeps its own picture still, and no other', async ({ page }) => {
  // Early in the story, so that all that comes later would have to wait for it.
  const kind = 'tiles';
  let held = 0;
  await page.route(/\/Tiles-[^/]*\.js$/, () => {
    held += 1;
  });
  await page.goto('');
  const before = await whole(page);
  await scrollThrough(page);
  await page.waitForFunction(
    (still) => {
      const charts = [...document.querySelectorAll<HTMLElement>('figure[data-stage] .chart')];
      return charts.every((chart) => chart.hasAttribute('data-alive') || chart.dataset.kind === still);
    },
    kind,
    { timeout: 40_000 },
  );
  expect(held).toBe(1);
  const after = await whole(page);
  expect(after.steps).toEqual(before.steps);
  const waiting = await page
    .locator(`.chart[data-kind="${kind}"]`)
    .evaluateAll((charts) => charts.map((chart) => chart.id));
  expect(waiting.length).toBeGreaterThan(0);
  for (const id of waiting) {
    const picture = ({ pictures }: Whole) => pictures.find(({ plot }) => plot === id);
    expect(picture(after)).toEqual(picture(before));
  }
});

test('without the entry script the page keeps the form it has without script', async ({ page }) => {
  await page.route('**/*.js', (route) => route.abort());
  await page.setViewportSize(wide);
  await page.goto('');
  await expect
    .poll(() => page.evaluate(() => document.documentElement.classList.contains('live')))
    .toBe(false);
  for (const plot of await page.locator('figure[data-stage] .plot').all()) {
    expect((await plot.boundingBox())?.height).toBeGreaterThan(16);
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
  await scrollThrough(page);
  await page.waitForTimeout(500);
  expect(uncaught).toEqual([]);
  const pictures = (await whole(page)).pictures;
  expect(pictures.filter(({ marks, words: length }) => marks + length === 0)).toEqual([]);
});

test('a chart that throws keeps its prerendered picture and takes no other with it', async ({
  page,
  site,
}) => {
  await page.route(site, async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    const section = html.indexOf('data-stage="', html.length / 3);
    const at = html.indexOf('"figures":[{', section);
    expect(at).toBeGreaterThan(section);
    // Data that no chart can draw, in one chart from the middle of the page.
    const broken = `${html.slice(0, at)}"figures":null,"lost":[${html.slice(at + '"figures":['.length)}`;
    await route.fulfill({ response, body: broken });
  });
  await page.goto('');
  const before = await whole(page);
  await readThrough(page);
  const after = await whole(page);
  await expect(page.locator('.chart[data-still]')).toHaveCount(1);
  const still = await page.locator('.chart[data-still]').getAttribute('id');
  const picture = ({ pictures }: Whole) => pictures.find(({ plot }) => plot === still);
  expect(picture(after)).toEqual(picture(before));
  expect(after.steps).toEqual(before.steps);
});
