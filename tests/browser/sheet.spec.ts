/** Choosing a number opens the sentence that says it: by mouse, by touch, by key, from prose and from a chart. */
import type { Locator, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildFolder, expect, phone, settledSight, shortLane, test, whenLive, wide } from './support.js';

interface Published {
  readonly figures: readonly {
    readonly id: string;
    readonly start: number;
    readonly end: number;
    readonly sentenceStart: number;
    readonly sentenceEnd: number;
  }[];
  readonly derived: readonly { readonly id: string; readonly from: readonly string[] }[];
}

const published = () => JSON.parse(readFileSync(join(buildFolder, 'data/figures.json'), 'utf8')) as Published;
const report = () => readFileSync('data/report/report.zh.txt', 'utf8');
const sheetOf = (page: Page): Locator => page.locator('dialog[data-sheet]');

async function open(page: Page): Promise<void> {
  await page.goto('');
  await whenLive(page);
}

/** The sheet says this figure's sentence, verbatim, with its number marked. */
async function expectSentence(page: Page, id: string): Promise<void> {
  const figure = published().figures.find((candidate) => candidate.id === id);
  const sheet = sheetOf(page);
  await expect(sheet).toBeVisible();
  await expect(sheet.locator('[data-slot="sentence"]')).toHaveText(
    report().slice(figure?.sentenceStart, figure?.sentenceEnd).trim(),
  );
  await expect(sheet.locator('mark')).toHaveText(report().slice(figure?.start, figure?.end));
}

const inProse = (page: Page) => page.locator('[data-step] .step-card > p a[data-figure]');

test.describe('the source sheet on a wide screen', () => {
  test.use({ viewport: wide });

  test('opens by mouse with the very sentence, and closes by a click outside or by the back button', async ({
    page,
  }) => {
    await open(page);
    const first = inProse(page).first();
    await first.click();
    await expectSentence(page, (await first.getAttribute('data-figure')) ?? '');
    const box = await sheetOf(page).locator('article').boundingBox();
    await page.mouse.click(box && box.x > 40 ? box.x / 2 : wide.width - 5, wide.height / 3);
    await expect(sheetOf(page)).toBeHidden();

    // The back button leaves the page where it was.
    const link = inProse(page).nth(4);
    await link.scrollIntoViewIfNeeded();
    await link.click();
    await expect(sheetOf(page)).toBeVisible();
    const before = await page.evaluate(() => window.scrollY);
    await page.goBack();
    await expect(sheetOf(page)).toBeHidden();
    expect(Math.abs((await page.evaluate(() => window.scrollY)) - before)).toBeLessThan(3);
    await expect(page).toHaveURL(/\/(#.*)?$/);
  });

  test('opens by key, holds the focus, closes by Escape and gives the focus back', async ({ page }) => {
    await open(page);
    const link = inProse(page).nth(2);
    await link.focus();
    await page.keyboard.press('Enter');
    await expectSentence(page, (await link.getAttribute('data-figure')) ?? '');
    const inside = () => page.evaluate(() => document.activeElement?.closest('dialog[data-sheet]') !== null);
    expect(await inside()).toBe(true);
    await page.keyboard.press('Escape');
    await expect(sheetOf(page)).toBeHidden();
    await expect(link).toBeFocused();
  });

  test('leaves no trace in the history when it is closed otherwise', async ({ page }) => {
    await page.goto('source/');
    await open(page);
    await inProse(page).first().click();
    await expect(sheetOf(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(sheetOf(page)).toBeHidden();
    await page.goBack();
    await expect(page).toHaveURL(/\/source\/$/);
  });

  test('walks through all figures in the report’s order, on and back', async ({ page }) => {
    test.setTimeout(120_000);
    await open(page);
    const ids = published().figures.map(({ id }) => id);
    await page.locator(`[data-rail] a[data-figure="${ids[0]}"]`).click();
    for (const id of ids) {
      await expectSentence(page, id);
      if (id !== ids.at(-1)) await sheetOf(page).locator('[data-walk="1"]').click();
    }
    await sheetOf(page).locator('[data-walk="-1"]').click();
    await expectSentence(page, ids.at(-2) ?? '');
  });

  test('shows a derived number’s formula with each part linked to its own sentence', async ({ page }) => {
    await open(page);
    const known = new Map(published().derived.map(({ id, from }) => [id, from]));
    const figures = new Set(published().figures.map(({ id }) => id));
    const ids = await page
      .locator('[data-step] a[data-derived]')
      .evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('data-derived') ?? ''))]);
    const withParts = ids.filter((id) => (known.get(id) ?? []).length > 0 && !id.startsWith('count'));
    expect(withParts.length).toBeGreaterThan(3);
    for (const id of withParts.slice(0, shortLane ? 3 : 8)) {
      await page.locator(`[data-step] a[data-derived="${id}"]`).first().click();
      const formula = sheetOf(page).locator('[data-slot="formula"]');
      await expect(formula).toBeVisible();
      const parts = await formula
        .locator('a[data-figure], a[data-derived]')
        .evaluateAll((links) =>
          links.map((link) => link.getAttribute('data-figure') ?? link.getAttribute('data-derived')),
        );
      expect(parts.length, id).toBeGreaterThan(0);
      expect(parts.filter((part) => !figures.has(part ?? '') && !known.has(part ?? ''))).toEqual([]);
      const figure = formula.locator('a[data-figure]').first();
      if ((await figure.count()) > 0) {
        const part = (await figure.getAttribute('data-figure')) ?? '';
        await figure.click();
        await expectSentence(page, part);
      }
      await page.keyboard.press('Escape');
      await expect(sheetOf(page)).toBeHidden();
    }
  });

  test('opens from the labels of a living chart', async ({ page }) => {
    await open(page);
    const sections = await page.locator('[data-section]').evaluateAll((all) =>
      all.flatMap((section) => {
        const last = [...section.querySelectorAll<HTMLElement>('[data-step]')].at(-1)?.dataset.chart;
        const labels = section.querySelectorAll(`.chart[data-name="${last}"] .plot svg a[data-figure]`);
        return labels.length > 0 ? [section.id] : [];
      }),
    );
    expect(sections.length).toBeGreaterThan(3);
    for (const section of sections.slice(0, 4)) {
      const last = page.locator(`[id="${section}"] [data-step]`).last();
      await last.evaluate((step) => step.scrollIntoView({ block: 'start', behavior: 'instant' }));
      const chart = page.locator(`figure[data-stage="${section}"] .chart[data-current]`);
      await expect(chart).toHaveAttribute('data-alive', '');
      await settledSight(page);
      const label = chart.locator('.plot a[data-figure]').first();
      await label.click();
      await expectSentence(page, (await label.getAttribute('data-figure')) ?? '');
      await page.keyboard.press('Escape');
      await expect(sheetOf(page)).toBeHidden();
    }
  });

  test('leaves a click with a modifier key to the browser', async ({ page, context }) => {
    await open(page);
    const opened = context.waitForEvent('page');
    await inProse(page)
      .first()
      .click({ modifiers: ['Control'] });
    const tab = await opened;
    await tab.waitForLoadState();
    expect(tab.url()).toContain('/source/#f-');
    await expect(sheetOf(page)).toBeHidden();
  });
});

test.describe('the source sheet on a phone', () => {
  test.use({ viewport: phone, hasTouch: true, isMobile: true });

  test('opens by touch, with targets that a thumb can meet, and closes by touch', async ({ page }) => {
    await open(page);
    const link = inProse(page).nth(1);
    await link.tap();
    await expectSentence(page, (await link.getAttribute('data-figure')) ?? '');
    for (const button of await sheetOf(page).locator('button').all()) {
      if (!(await button.isVisible())) continue;
      const box = await button.boundingBox();
      expect(box?.width, await button.innerText()).toBeGreaterThanOrEqual(44);
      expect(box?.height, await button.innerText()).toBeGreaterThanOrEqual(44);
    }
    const box = await sheetOf(page).boundingBox();
    expect(box?.width).toBeLessThanOrEqual(phone.width);
    await page.touchscreen.tap(phone.width / 2, 10);
    await expect(sheetOf(page)).toBeHidden();
  });

  test('opens for every figure of the prose', async ({ page }) => {
    test.setTimeout(240_000);
    await open(page);
    // The first link to each figure: the sheet knows ids, not places.
    const ids = await inProse(page).evaluateAll((links) => [
      ...new Set(links.map((link) => link.getAttribute('data-figure') ?? '')),
    ]);
    expect(ids.length).toBeGreaterThan(published().figures.length / 2);
    for (const id of ids) {
      const link = page.locator(`[data-step] .step-card > p a[data-figure="${id}"]`).first();
      await link.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
      await link.tap();
      await expectSentence(page, id);
      await page.keyboard.press('Escape');
      await expect(sheetOf(page)).toBeHidden();
    }
  });
});
