/** The close’s ledger: found by word, by each filter and by size, by mouse and by key; complete where no script runs. */
import type { Locator, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildFolder, expect, phone, test, whenLive, wide } from './support.js';

interface Row {
  readonly id: string;
  readonly section: string;
  readonly value: number;
  readonly unit: string;
  readonly comparator: string;
  readonly kind: string;
}

const figures = () =>
  (JSON.parse(readFileSync(join(buildFolder, 'data/figures.json'), 'utf8')) as { figures: readonly Row[] })
    .figures;
const ids = (rows: readonly Row[]) => rows.map(({ id }) => id);
const ledgerOf = (page: Page): Locator => page.locator('[data-ledger]');
const field = (page: Page, name: string): Locator => ledgerOf(page).locator(`[name="${name}"]`);

/** Ids of the rows that are to be seen, from top to bottom. */
const shown = (page: Page): Promise<string[]> =>
  ledgerOf(page)
    .locator('tr[data-kind]:visible a[data-figure]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('data-figure') ?? ''));

async function open(page: Page): Promise<void> {
  await page.goto('');
  await whenLive(page);
  await ledgerOf(page).evaluate((ledger) => ledger.scrollIntoView({ behavior: 'instant' }));
  await expect(ledgerOf(page)).toHaveAttribute('data-alive', '');
}

async function expectRows(page: Page, expected: readonly string[]): Promise<void> {
  await expect.poll(() => shown(page)).toEqual(expected);
  const status = ledgerOf(page).locator('[role="status"]');
  if (expected.length > 0) await expect(status.locator('[data-count]')).toHaveText(String(expected.length));
  else await expect(status.locator('[data-none]')).toBeVisible();
}

for (const [name, viewport] of Object.entries({ phone, wide, small: { width: 320, height: 640 } })) {
  test.describe(`the ledger on a ${name} screen`, () => {
    test.use({ viewport });

    test('lists every figure in the report’s order and scrolls nothing sideways', async ({ page }) => {
      await open(page);
      await expectRows(page, ids(figures()));
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
      for (const control of await ledgerOf(page).locator('input, select, button').all()) {
        expect((await control.boundingBox())?.height).toBeGreaterThanOrEqual(44);
      }
    });
  });
}

test.describe('the ledger', () => {
  test.use({ viewport: wide });

  test('finds words, says when there are none, is cleared; filters by unit and kind at once', async ({
    page,
  }) => {
    await open(page);
    const [first] = figures();
    const link = ledgerOf(page).locator(`a[data-figure="${first?.id}"]`);
    await field(page, 'words').fill(((await link.textContent()) ?? '').trim());
    // What is typed is answered when the hand rests.
    await expect.poll(async () => (await shown(page)).length).toBeLessThan(figures().length);
    expect(await shown(page)).toContain(first?.id);
    await field(page, 'words').fill('nothing is called this');
    await expectRows(page, []);
    await ledgerOf(page).locator('[data-reset]').click();
    await expectRows(page, ids(figures()));
    await expect(field(page, 'words')).toBeFocused();
    await expect(field(page, 'words')).toHaveValue('');

    await field(page, 'unit').selectOption('%');
    await field(page, 'kind').selectOption('reported');
    await expectRows(page, ids(figures().filter(({ unit, kind }) => unit === '%' && kind === 'reported')));
  });

  for (const [name, key] of [
    ['section', 'section'],
    ['kind', 'kind'],
    ['limit', 'comparator'],
  ] as const) {
    test(`filters by every ${name}`, async ({ page }) => {
      await open(page);
      for (const value of new Set(figures().map((figure) => figure[key]))) {
        await field(page, name).selectOption(value);
        await expectRows(page, ids(figures().filter((figure) => figure[key] === value)));
      }
      await field(page, name).selectOption('');
      await expectRows(page, ids(figures()));
    });
  }

  test('ranks within one unit only, and takes the ranking back with the unit', async ({ page }) => {
    await open(page);
    const falling = field(page, 'sort').locator('option[value="falling"]');
    await expect(falling).toBeDisabled();
    await field(page, 'unit').selectOption('%');
    await expect(falling).toBeEnabled();
    const percents = figures().filter(({ unit }) => unit === '%');
    await field(page, 'sort').selectOption('falling');
    await expectRows(page, ids([...percents].sort((a, b) => b.value - a.value)));
    // Out of its passage, a row says where it is from.
    await expect(ledgerOf(page).locator('tr[data-kind]:visible .of')).toHaveCount(percents.length);
    await field(page, 'sort').selectOption('rising');
    await expectRows(page, ids([...percents].sort((a, b) => a.value - b.value)));
    await field(page, 'unit').selectOption('');
    await expect(field(page, 'sort')).toHaveValue('report');
    await expect(falling).toBeDisabled();
    await expectRows(page, ids(figures()));
    await expect(ledgerOf(page).locator('.of')).toHaveCount(0);
  });

  test('compares amounts of one unit across magnitudes', async ({ page }) => {
    await open(page);
    await field(page, 'unit').selectOption('元');
    await field(page, 'sort').selectOption('rising');
    const amount = ({ value, unit }: Row) =>
      value * (unit.startsWith('亿') ? 1e8 : unit.startsWith('万') ? 1e4 : 1);
    const money = figures().filter(({ unit }) => unit.endsWith('元'));
    await expectRows(page, ids([...money].sort((a, b) => amount(a) - amount(b))));
  });

  test('works by keyboard alone, and a row’s number opens its sentence', async ({ page }) => {
    await open(page);
    const before = await page.locator('[aria-current="step"]').getAttribute('id');
    await field(page, 'words').focus();
    await page.keyboard.type('%');
    const percents = figures().filter(({ unit }) => unit === '%');
    await expect.poll(async () => (await shown(page)).length).toBe(percents.length);
    await page.keyboard.press('Tab');
    await expect(field(page, 'section')).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await expect(field(page, 'kind')).toHaveValue('reported');
    await page.keyboard.press('ArrowLeft');
    // The arrows are the field's own here: no step is left by them.
    expect(await page.locator('[aria-current="step"]').getAttribute('id')).toBe(before);
    for (let i = 0; i < 4; i += 1) await page.keyboard.press('Tab');
    await expect(ledgerOf(page).locator('[data-reset]')).toBeFocused();
    await page.keyboard.press('Enter');
    await expectRows(page, ids(figures()));
    const link = ledgerOf(page).locator('tr[data-kind] a[data-figure]').first();
    await link.focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('dialog[data-sheet]')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(link).toBeFocused();
  });
});

test.describe('while its script is on its way', () => {
  test.use({ viewport: phone });

  test('whoever is among its rows stays there when it comes', async ({ page }) => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(/\/ledger-(?!near)[^/]*\.js$/, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto('');
    await whenLive(page);
    const row = ledgerOf(page).locator('tr[data-kind] a[data-figure]').nth(5);
    await row.focus();
    await expect(row).toBeFocused();
    await expect(ledgerOf(page)).not.toHaveAttribute('data-alive', '');
    release();
    await expect(ledgerOf(page)).toHaveAttribute('data-alive', '');
    await expect(row).toBeFocused();
  });
});

test.describe('without script', () => {
  test.use({ viewport: phone, javaScriptEnabled: false });

  test('the ledger is the complete table, without fields that nobody answers', async ({ page }) => {
    await page.goto('');
    expect(await shown(page)).toEqual(ids(figures()));
    for (const control of await ledgerOf(page).locator('input, select, button').all()) {
      await expect(control).toBeHidden();
    }
  });
});

test.describe('should its script not come', () => {
  test.use({ viewport: phone, faultsExpected: true });

  test('the ledger takes its fields away and keeps its rows', async ({ page }) => {
    await page.route(/\/ledger-[^/]*\.js$/, (route) => route.abort());
    await page.goto('');
    await whenLive(page);
    await ledgerOf(page).evaluate((ledger) => ledger.scrollIntoView({ behavior: 'instant' }));
    await expect(ledgerOf(page)).toHaveAttribute('data-still', '');
    await expect(field(page, 'words')).toBeHidden();
    expect(await shown(page)).toEqual(ids(figures()));
  });
});
