/** The two layouts that only frames need: a still under each step in a frame as tall as its content, one step at a time in a low box. */
import type { Frame, Page } from '@playwright/test';
import { sections } from '../support/story-files.js';
import { expect, test } from './support.js';

/** The section with most charts: what turns from chart to chart is seen in it. */
const richest = [...sections].sort((a, b) => b.charts.length - a.charts.length)[0];

async function framed(page: Page, src: string, width: number, height: number): Promise<Frame> {
  await page.setViewportSize({ width: width + 20, height: Math.min(height + 20, 900) });
  await page.setContent(
    `<body style="margin:0"><iframe src="${src}" width="${width}" height="${height}" style="border:0"></iframe>`,
  );
  const frame = page.frames()[1];
  if (!frame) throw new Error('no frame');
  await frame.waitForSelector('html[data-live]', { state: 'attached' });
  return frame;
}

test('each step stands over its own still, in its own state, and none moves what follows', async ({
  page,
  site,
}) => {
  const frame = await framed(page, `${site}embed/?childId=story`, 390, 60_000);
  await frame.waitForSelector('.section-body[data-flat]', { state: 'attached' });
  // Those that are as tall as their words come at once; the places of all others are kept.
  await expect(frame.locator('.still:not([data-drawn]) .in-words .plot')).toHaveCount(0);
  const heights = () =>
    frame
      .locator('.still')
      .evaluateAll((all) => all.map((still) => Math.round(still.getBoundingClientRect().height)));
  const before = await heights();
  await expect(frame.locator('.still:not([data-drawn])')).toHaveCount(0, { timeout: 40_000 });
  const told = await frame.evaluate(() => ({
    lacking: [...document.querySelectorAll('.section-body[data-flat] .step')]
      .filter((step) => step.querySelector<HTMLElement>(':scope > .still')?.dataset.still !== step.id)
      .map(({ id }) => id),
    others: [...document.querySelectorAll<HTMLElement>('.step')]
      .filter((step) => {
        const chart = step.querySelector<HTMLElement>('.still .chart');
        return chart && chart.dataset.name !== step.dataset.chart;
      })
      .map(({ id }) => id),
    twice: [...document.querySelectorAll('[id]')]
      .map(({ id }) => id)
      .filter((id, i, all) => all.indexOf(id) !== i),
    stages: [...document.querySelectorAll('.section-body[data-flat] .stage')].filter((stage) =>
      stage.checkVisibility(),
    ).length,
  }));
  expect(told).toEqual({ lacking: [], others: [], twice: [], stages: 0 });
  expect(await heights()).toEqual(before);
  const pictures = await frame
    .locator(`#${richest?.id} .still .plot`)
    .evaluateAll((all) => all.map((plot) => plot.innerHTML.replace(/[\w-]+--[\w-]+/g, '')));
  expect(new Set(pictures).size).toBeGreaterThanOrEqual(richest?.charts.length ?? 2);
});

for (const width of [640, 340]) {
  test.describe(`in a box of ${width} by 300 px`, () => {
    const look = (frame: Frame) =>
      frame.evaluate(() => {
        const step = document.querySelector('[aria-current="step"]');
        const end = document.querySelector('.stepper')?.getBoundingClientRect().top ?? 0;
        const inside = (element: Element | null | undefined) => {
          const box = element?.getBoundingClientRect();
          return box !== undefined && box.top >= -2 && box.bottom <= end + 2 && box.height > 20;
        };
        const whole =
          inside(step?.querySelector('.step-card')) &&
          inside(step?.closest('.section')?.querySelector('.stage .chart[data-current]'));
        const last = document.querySelector('.stepper [data-next]')?.getAttribute('aria-disabled') === 'true';
        return { step: step?.id, whole, last, list: document.querySelector('select')?.value };
      });

    test('each step is read with its chart, by keys', async ({ page, site }) => {
      const frame = await framed(page, `${site}embed/${richest?.id}/`, width, 300);
      await frame.waitForSelector('html[data-stepper]', { state: 'attached' });
      await frame.locator('.stepper [data-next]').focus();
      const read = new Set<string>();
      for (let turns = 0; turns < 60; turns += 1) {
        await page.waitForTimeout(120);
        const { step, whole, last, list } = await look(frame);
        if (step !== undefined && whole) {
          read.add(step);
          expect(list).toBe(step);
        }
        if (last) break;
        await page.keyboard.press('ArrowRight');
      }
      expect([...read]).toEqual(richest?.steps.map(({ id }) => `${richest.id}--${id}`));
      expect(await frame.evaluate(() => window.innerWidth - document.documentElement.clientWidth)).toBe(0);
    });

    test('the stage has what the words leave, and its labels stay readable', async ({ page, site }) => {
      const frame = await framed(page, `${site}embed/`, width, 300);
      await frame.waitForSelector('html[data-stepper]', { state: 'attached' });
      const { box, stages } = await frame.evaluate(() => ({
        box: window.innerHeight - (document.querySelector<HTMLElement>('.stepper')?.offsetHeight ?? 0),
        stages: [...document.querySelectorAll<HTMLElement>('.stage')].map((stage) => ({
          height: stage.offsetHeight,
          words: Math.max(
            ...[...(stage.parentElement?.querySelectorAll<HTMLElement>('.step-card') ?? [])].map(
              (card) => card.offsetHeight,
            ),
          ),
          drawn: [...stage.querySelectorAll<HTMLElement>('.chart:not(:has(.c-words))')].map(
            (chart) => chart.getBoundingClientRect().width / chart.offsetWidth,
          ),
        })),
      }));
      const beside = width > 480;
      for (const { height, words, drawn } of stages) {
        expect(height).toBeGreaterThanOrEqual(Math.floor(beside ? box : 0.56 * box));
        // Words that are short enough leave the stage more, and are not covered by it.
        if (!beside && height > 0.57 * box) expect(height + words).toBeLessThan(box);
        for (const share of drawn) expect(share).toBeGreaterThan(beside ? 0.99 : 0.59);
      }
      expect(stages.length).toBeGreaterThan(10);
      if (!beside) expect(stages.filter(({ height }) => height > 0.6 * box).length).toBeGreaterThan(2);
    });

    test('the focus, the list and a link reach what is not in view', async ({ page, site }) => {
      const frame = await framed(page, `${site}embed/${richest?.id}/`, width, 300);
      await frame.waitForSelector('html[data-stepper]', { state: 'attached' });
      const ids = richest?.steps.map(({ id }) => `${richest.id}--${id}`) ?? [];
      const current = () => frame.locator('[aria-current="step"]').getAttribute('id');
      await frame.locator('.stepper select').selectOption(ids.at(-2) ?? '');
      await expect.poll(current).toBe(ids.at(-2));
      await frame.evaluate((hash) => (location.hash = hash), ids[1] ?? '');
      await expect.poll(current).toBe(ids[1]);
      await frame.locator('.embed-foot a').last().focus();
      await expect(frame.locator('.embed-foot a').last()).toBeInViewport();
    });

    test('a link does not call back who has gone on from where it led', async ({ page, site }) => {
      const frame = await framed(page, `${site}embed/${richest?.id}/`, width, 300);
      await frame.waitForSelector('html[data-stepper]', { state: 'attached' });
      const { step, foot } = await frame.evaluate(async (hash) => {
        const changed = new Promise((go) => window.addEventListener('hashchange', go, { once: true }));
        location.hash = hash;
        await changed;
        await new Promise(requestAnimationFrame);
        const last = [...document.querySelectorAll<HTMLElement>('.embed-foot a')].at(-1);
        const step = document.querySelector('[aria-current="step"]')?.id;
        last?.focus();
        await new Promise((go) => setTimeout(go, 300));
        const { top = -1, bottom = Infinity } = document.activeElement?.getBoundingClientRect() ?? {};
        return { step, foot: document.activeElement === last && top >= 0 && bottom <= window.innerHeight };
      }, `${richest?.id}--${richest?.steps[1]?.id}`);
      expect(step).toBe(`${richest?.id}--${richest?.steps[1]?.id}`);
      expect(foot).toBe(true);
    });
  });
}
