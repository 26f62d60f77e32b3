/**
 * A page that has been read is printed like one that has not, every graphic whole and in its last state; and the story's page is
 * printed as a document.
 */
import type { Page } from '@playwright/test';
import { asPrinted, readPdf } from '../support/pdf.js';
import { printBlocks } from './print-blocks.js';
import { expect, shortLane, test, whenLive } from './support.js';

/**
 * A section whose one chart is a picture that its steps change from first to last: where both states are the same, nothing could be
 * seen of a page that isn't told that it is printed.
 */
async function changing(page: Page): Promise<string> {
  const found = await page.locator('[data-section]:has([data-stage] svg)').evaluateAll((sections) =>
    sections.flatMap((section) => {
      const steps = [...section.querySelectorAll<HTMLElement>('[data-step]')].map(({ dataset }) => dataset);
      const [first, last] = [steps[0], steps.at(-1)];
      const [chart, ...others] = section.querySelectorAll('[data-stage] .chart');
      const alone = others.length === 0 && chart?.querySelector('svg');
      return alone && first?.state !== last?.state ? [section.id] : [];
    }),
  );
  expect(found.length, 'sections whose picture changes').toBeGreaterThan(0);
  return found[0] ?? '';
}

test('charts that are alive in another state are printed as their prerendered pictures', async ({
  page,
  site,
}) => {
  await page.goto(site);
  await whenLive(page);
  const section = await changing(page);
  const stage = page.locator(`[data-stage="${section}"]`);
  const steps = page.locator(`#${section} [data-step]`);
  await steps.first().evaluate((step) => step.scrollIntoView({ block: 'center', behavior: 'instant' }));
  const chart = stage.locator('.chart');
  await expect(chart).toHaveAttribute('data-alive', { timeout: 20_000 });
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
    const unread = new DOMParser().parseFromString(await (await fetch('')).text(), 'text/html');
    const plotIn = (page: Document) => page.querySelector(`[data-stage="${name}"] .plot`)?.innerHTML;
    return {
      state: figure?.dataset.state,
      moving: document.querySelectorAll('[data-moving]').length,
      asBuilt: plotIn(document) === plotIn(unread),
    };
  }, section);
  expect(printed).toEqual({ state: last, moving: 0, asBuilt: true });

  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(stage).toHaveAttribute('data-state', first ?? '');
  await expect(chart.locator('.c-picture[viewBox]'), 'it is alive again').toBeVisible();
});

/** Puts the page on paper for real, and tells what each sheet bears and in which state the charts stood meanwhile. */
async function printed(page: Page): Promise<{ sheets: readonly number[]; states: readonly string[] }> {
  await page.evaluate(() => {
    window.addEventListener('beforeprint', () => {
      const read = () => [...document.querySelectorAll<HTMLElement>('[data-stage]')].map(stateOf).join();
      const stateOf = ({ dataset }: HTMLElement) => `${dataset.stage} ${dataset.state}`;
      // After the page's own listeners, which were there before.
      document.documentElement.dataset.printedAs = read();
    });
  });
  const { sheets: read } = await readPdf(await page.pdf({ format: 'A4' }));
  const sheets = read.map(({ text }) => text.length);
  const states = (await page.locator('html').getAttribute('data-printed-as'))?.split(',') ?? [];
  return { sheets, states };
}

test('on paper, a section that has been read is the one that has not: the same sheets, none blank', async ({
  page,
}) => {
  await page.goto('');
  const section = await changing(page);
  await page.goto(`embed/${section}/`);
  await whenLive(page);
  const fresh = await printed(page);
  await page.goto(`embed/${section}/`);
  await whenLive(page);
  const steps = page.locator('[data-step]');
  await steps.first().evaluate((step) => step.scrollIntoView({ block: 'center', behavior: 'instant' }));
  await expect(page.locator('.chart[data-alive]').first()).toBeAttached();
  const first = (await steps.first().getAttribute('data-state')) ?? '';
  await expect(page.locator('[data-stage]')).toHaveAttribute('data-state', first);
  const read = await printed(page);
  expect(fresh.sheets.length).toBeGreaterThan(0);
  expect(Math.min(...read.sheets), 'words on every sheet').toBeGreaterThan(0);
  expect(read.sheets).toHaveLength(fresh.sheets.length);
  const last = await steps.last().getAttribute('data-state');
  expect(read.states).toEqual([`${section} ${last}`]);
  await expect(page.locator('[data-stage]')).toHaveAttribute('data-state', first);
});

for (const [format, size] of [
  ['A4', [595, 842]],
  ['Letter', [612, 792]],
] as const)
  for (const edition of ['', 'en/'])
    test(`the story’s page (/${edition}) is a document on ${format}: nothing cut, pages numbered`, async ({
      page,
    }) => {
      test.slow();
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.goto(edition);
      await whenLive(page);
      const titles = await page
        .locator('[data-section]')
        .evaluateAll((all) => all.map((section) => section.id));
      const title = await page.title();
      const { pdf, count, cut } = await printBlocks(page, format);
      expect(count).toBeGreaterThan(20);
      expect(cut, 'blocks cut in two').toEqual([]);
      const { sheets } = pdf;
      for (const [at, sheet] of sheets.entries()) {
        expect(Math.abs(sheet.width - size[0]) + Math.abs(sheet.height - size[1])).toBeLessThan(3);
        expect(sheet.text, 'page number').toContain(`${at + 1}/${sheets.length}`);
        expect(sheet.text.length, `words on page ${at + 1}`).toBeGreaterThan(100);
        if (at > 0) expect(sheet.text, 'running title').toContain(asPrinted(title));
      }
      const whole = sheets.map(({ text }) => text).join('');
      expect(
        titles.filter((id) => !whole.includes(`#${id}`)),
        'sections without their address',
      ).toEqual([]);
      expect(await page.locator('.slip').count()).toBeGreaterThan(0);
      expect(whole).toMatch(edition === '' ? /原文第\d+/ : /Sentences?\d+/);
      if (!shortLane)
        expect(sheets.length, 'pages, with one for the test’s own list').toBeLessThanOrEqual(28);
    });
