/** The presentation form: one step on the screen, by keys, clickers, mouse and touch; the address keeps the place. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildFolder, expect, phone, shortLane, test, whenLive } from './support.js';

const screen = { width: 1280, height: 720 };
const form = (page: Page) => page.locator('.present');
const hash = (page: Page) => new URL(page.url()).hash.slice(1);

async function presented(page: Page, address = '?present'): Promise<readonly string[]> {
  await page.goto(`./${address}`);
  await expect(form(page)).toBeVisible();
  return page.locator('#story [data-step]').evaluateAll((steps) => steps.map(({ id }) => id));
}

/** Waits until the step's chart is drawn, if it has one. */
async function drawn(page: Page): Promise<void> {
  await expect(form(page).locator('.stage[hidden], .chart[data-drawn]')).toHaveCount(1);
}

test.describe('on a screen', () => {
  test.use({ viewport: screen });

  test('keys go from step to step, the address follows, and a reload finds the step again', async ({
    page,
  }) => {
    const steps = await presented(page);
    const last = steps.length - 1;
    const count = form(page).locator('[data-count]');
    await expect(count).toHaveText(`1/${steps.length}`);
    for (const [key, to] of [
      ['ArrowRight', 1],
      ['ArrowDown', 2],
      ['PageDown', 3],
      [' ', 4],
      ['Shift+ ', 3],
      ['PageUp', 2],
      ['ArrowUp', 1],
      ['ArrowLeft', 0],
      ['ArrowLeft', 0],
      ['End', last],
      ['ArrowRight', last],
      ['Home', 0],
      ['ArrowRight', 1],
    ] as const) {
      await page.keyboard.press(key);
      await expect(count, key).toHaveText(`${to + 1}/${steps.length}`);
      expect(hash(page), key).toBe(steps[to]);
    }
    await page.reload();
    await expect(count).toHaveText(`2/${steps.length}`);
    await drawn(page);
    const own = await page.locator(`[id="${steps[1] ?? ''}"] .step-card > p`).allTextContents();
    await expect(form(page).locator('.words p')).toHaveText(own);
    await expect(form(page).getByRole('status')).toContainText(own[0]?.replace(/\s+/g, ' ').trim() ?? '-');
    await expect(form(page).getByRole('progressbar')).toHaveAttribute('max', String(steps.length));
  });

  test('the chart goes on from state to state, drawn anew only where it is another', async ({ page }) => {
    await presented(page);
    const pair = await page.evaluate(() => {
      const steps = [...document.querySelectorAll<HTMLElement>('#story [data-step]')];
      const at = steps.findIndex(
        (step, i) =>
          step.dataset.chart !== undefined &&
          step.dataset.chart === steps[i + 1]?.dataset.chart &&
          step.dataset.state !== steps[i + 1]?.dataset.state &&
          step.closest('[data-section]') === steps[i + 1]?.closest('[data-section]') &&
          step
            .closest('[data-section]')
            ?.querySelector(
              `[data-name="${step.dataset.chart}"] svg.c-picture, [data-name="${step.dataset.chart}"] .c-area svg`,
            ),
      );
      return steps[at]?.id ?? '';
    });
    await presented(page, `?present#${pair}`);
    await page.reload();
    await drawn(page);
    const chart = form(page).locator('.chart');
    await chart.evaluate((element) => element.setAttribute('data-same', ''));
    const before = await chart.locator('.plot').innerHTML();
    await page.keyboard.press('ArrowRight');
    await expect(chart).toHaveAttribute('data-same', '');
    await expect.poll(() => chart.locator('.plot').innerHTML()).not.toBe(before);
  });

  test('notes are the report’s sentences with their numbers marked; a step without figures says so', async ({
    page,
  }) => {
    await presented(page, 'en/?present');
    const { withFigure, without } = await page.evaluate(() => {
      const steps = [...document.querySelectorAll<HTMLElement>('#story [data-step]')];
      const has = (step: Element) => step.querySelector('a[data-figure]') !== null;
      return { withFigure: steps.find(has)?.id ?? '', without: steps.find((step) => !has(step))?.id ?? '' };
    });
    await presented(page, `en/?present#${withFigure}`);
    await page.reload();
    const notes = form(page).locator('.notes');
    await expect(notes).toBeHidden();
    await page.keyboard.press('n');
    await expect(notes).toBeVisible();
    const { figures } = JSON.parse(readFileSync(join(buildFolder, 'data/sheet.en.json'), 'utf8')) as {
      figures: readonly { id: string; sentence: readonly { text: string; mark?: string }[] }[];
    };
    const ids = await page
      .locator(`[id="${withFigure}"] a[data-figure]`)
      .evaluateAll((links) => links.map((link) => (link as HTMLElement).dataset['figure'] ?? ''));
    const own = figures.filter(({ id }) => ids.includes(id));
    const sentences = new Set(own.map(({ sentence }) => sentence.map(({ text }) => text).join('')));
    await expect(notes.locator('q')).toHaveText([...sentences]);
    await expect(notes.locator('mark')).toHaveCount(own.length);
    await expect(notes.locator('q').first()).toHaveAttribute('lang', 'zh-Hans');
    await expect(form(page).locator('[data-act="notes"]')).toHaveAttribute('aria-pressed', 'true');
    await page.evaluate((id) => (location.hash = id), without);
    await expect(notes).toHaveText('This step cites no figure of the report.');
    await page.keyboard.press('N');
    await expect(notes).toBeHidden();
  });

  test('F asks for the full screen, B blanks it, ? says the keys, Escape leaves to the same step', async ({
    page,
  }) => {
    await page.addInitScript(() => {
      let whole: Element | null = null;
      Reflect.defineProperty(Document.prototype, 'fullscreenEnabled', { get: () => true });
      Reflect.defineProperty(Document.prototype, 'fullscreenElement', { get: () => whole });
      Element.prototype.requestFullscreen = function () {
        // eslint-disable-next-line @typescript-eslint/no-this-alias -- what is asked for is the element itself
        whole = this;
        return Promise.resolve();
      };
      Document.prototype.exitFullscreen = () => {
        whole = null;
        return Promise.resolve();
      };
    });
    const steps = await presented(page);
    const whole = () => page.evaluate(() => document.fullscreenElement?.localName);
    await page.keyboard.press('f');
    expect(await whole()).toBe('html');
    await page.keyboard.press('F');
    expect(await whole()).toBeUndefined();

    await page.keyboard.press('b');
    await expect(form(page).locator('.words')).toBeHidden();
    await page.keyboard.press('.');
    await expect(form(page).locator('.words')).toBeVisible();

    const help = form(page).getByRole('dialog');
    await page.keyboard.press('?');
    await expect(help).toBeVisible();
    await page.keyboard.press('ArrowRight');
    expect(hash(page)).toBe(steps[0]);
    await page.keyboard.press('Escape');
    await expect(help).toBeHidden();
    await expect(form(page)).toBeVisible();

    for (let i = 0; i < 4; i += 1) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Escape');
    await expect(form(page)).toHaveCount(0);
    expect(new URL(page.url()).search).toBe('');
    expect(hash(page)).toBe(steps[4]);
    await expect(page.locator(`[id="${steps[4] ?? ''}"]`)).toHaveAttribute('aria-current', 'step');
    await expect(page.locator('.reader-bar')).toBeVisible();
  });

  test('buttons do by pointer and by keys what the keys do, and a number leads to its sentence', async ({
    page,
  }) => {
    const steps = await presented(page);
    await form(page).locator('[data-act="on"]').click();
    expect(hash(page)).toBe(steps[1]);
    await page.keyboard.press(' ');
    expect(hash(page)).toBe(steps[2]);
    await form(page).locator('[data-act="back"]').focus();
    await page.keyboard.press('Enter');
    expect(hash(page)).toBe(steps[1]);
    // Nothing of the story beneath is reached.
    for (let i = 0; i < 12; i += 1) {
      await page.keyboard.press('Tab');
      const outside = await page.evaluate(
        () => document.activeElement !== document.body && !document.activeElement?.closest('.present'),
      );
      expect(outside).toBe(false);
    }
    const number = form(page).locator('.words a[data-figure], header a[data-figure]');
    for (let i = 0; i < steps.length && (await number.count()) === 0; i += 1)
      await page.keyboard.press('ArrowRight');
    const here = hash(page);
    await number.first().click();
    await expect(page.locator('dialog[data-sheet]')).toBeVisible();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Escape');
    await expect(page.locator('dialog[data-sheet]')).toBeHidden();
    await expect(form(page)).toBeVisible();
    expect(hash(page)).toBe(here);
  });

  test('is no part of the paper', async ({ page }) => {
    await presented(page);
    await page.emulateMedia({ media: 'print' });
    await expect(form(page)).toBeHidden();
    await expect(page.locator('h1')).toBeVisible();
    await expect(page.locator('#story [data-step] .step-card').first()).toBeVisible();
  });

  test('has no fault that axe can find', async ({ page }) => {
    await presented(page, 'en/?present');
    await drawn(page);
    await page.keyboard.press('n');
    const { violations } = await new AxeBuilder({ page }).include('.present').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  });

  test('the story leads to it, and costs nothing of it', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto('en/');
    await whenLive(page);
    await page.waitForLoadState('networkidle');
    expect(asked.filter((url) => url.includes('present'))).toEqual([]);
    await page.locator('.site-foot').getByRole('link', { name: 'Present on a screen' }).click();
    await expect(form(page)).toBeVisible();
  });
});

for (const [name, viewport] of Object.entries({
  screen,
  'full HD': { width: 1920, height: 1080 },
  'phone held sideways': { width: 844, height: 390 },
  phone,
})) {
  test.describe(`${name}: every step`, () => {
    test.use({ viewport, reducedMotion: 'reduce' });

    for (const edition of ['', 'en/'])
      test(`/${edition}?present has its words whole and its chart drawn`, async ({ page }) => {
        test.setTimeout(300_000);
        const steps = await presented(page, `${edition}?present`);
        for (const [i, step] of steps.entries()) {
          if (shortLane && i % 5 > 0) {
            await page.keyboard.press('ArrowRight');
            continue;
          }
          await drawn(page);
          const cut = await page.evaluate(() => {
            const words = document.querySelector('.present .words');
            const svg = document.querySelector('.present .stage:not([hidden]) .plot');
            return {
              words: (words?.scrollHeight ?? 0) - (words?.clientHeight ?? 0) > 2,
              sideways: document.documentElement.scrollWidth > window.innerWidth,
              // A picture lower than this has collapsed.
              low: svg !== null && svg.getBoundingClientRect().height < 80,
              type: Number.parseFloat(getComputedStyle(words ?? document.body).fontSize) < 14,
            };
          });
          expect(cut, step).toEqual({ words: false, sideways: false, low: false, type: false });
          await page.keyboard.press('ArrowRight');
        }
      });
  });
}

test.describe('by touch', () => {
  test.use({ viewport: { width: 844, height: 390 }, hasTouch: true });

  test('a tap at the right goes on, one at the left goes back', async ({ page }) => {
    const steps = await presented(page);
    await drawn(page);
    await page.touchscreen.tap(740, 330);
    expect(hash(page)).toBe(steps[1]);
    await drawn(page);
    await page.touchscreen.tap(20, 330);
    expect(hash(page)).toBe(steps[0]);
  });
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('it is the story', async ({ page }) => {
    await page.goto('./?present');
    await expect(page.locator('h1')).toBeVisible();
    await expect(page.locator('#story [data-step]').first()).toBeVisible();
  });
});

test.describe('if its script does not come', () => {
  test.use({ faultsExpected: true });

  test('the story stands', async ({ page }) => {
    await page.route(/present-.*\.js/, (route) => route.abort());
    await page.goto('./?present');
    await whenLive(page);
    await expect(page.locator('h1')).toBeVisible();
    await expect(form(page)).toHaveCount(0);
  });
});
