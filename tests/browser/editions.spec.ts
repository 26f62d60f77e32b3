/**
 * Changing the edition keeps the reader's place: the step, how high it stands, its chart's state, the focus, the open sheet. Tried at
 * steps spread over the story; `npm run test:editions` tries every step.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildFolder, expect, phone, test, whenLive, wide } from './support.js';
import type { Page } from '@playwright/test';

const others = ['en'].filter((code) => existsSync(join(buildFolder, code, 'index.html')));
/** How many steps apart the tried ones are. */
const stride = process.env.ALL_STEPS ? 1 : 30;

const barSwitch = '.reader-bar a[data-edition]';

interface Place {
  readonly step: string | undefined;
  readonly top: number;
  readonly stage: string;
  readonly focus: string | undefined;
}

/** Runs in the page. */
function readPlace(): Place {
  const step = document.querySelector<HTMLElement>('[aria-current="step"]');
  const stage = step?.closest('[data-section]')?.querySelector<HTMLElement>('[data-stage]');
  const { showing, state, through, highlight } = stage?.dataset ?? {};
  const focused = document.activeElement;
  return {
    step: step?.id,
    top: step?.getBoundingClientRect().top ?? 0,
    stage: [showing, state, through, highlight].join(' '),
    focus: focused?.closest('.reader-bar') ? 'bar' : (focused?.tagName ?? undefined),
  };
}

async function placeWhenSettled(page: Page): Promise<Place> {
  await whenLive(page);
  await page.waitForLoadState('load');
  await page.evaluate(() => document.fonts.ready);
  // Past the load event's own frame, and past the pause after which a scroll counts as settled.
  await page.waitForTimeout(200);
  return page.evaluate(readPlace);
}

for (const [name, viewport] of Object.entries({ phone, wide })) {
  for (const code of others) {
    test(`switching to ${code} and back keeps the place: ${name}`, async ({ page }) => {
      test.setTimeout(process.env.ALL_STEPS ? 1_200_000 : 180_000);
      await page.setViewportSize(viewport);
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.goto('');
      await whenLive(page);
      const ids = await page.locator('[data-step]').evaluateAll((steps) => steps.map((step) => step.id));
      for (const id of ids.filter((_, i) => i % stride === 0)) {
        await page.evaluate(
          (step) => document.getElementById(step)?.scrollIntoView({ behavior: 'instant' }),
          id,
        );
        const before = await placeWhenSettled(page);
        expect(before.step).toBe(id);
        for (const way of ['there', 'back']) {
          await page.locator(barSwitch).first().click();
          const after = await placeWhenSettled(page);
          expect(after.step, `${id} ${way}`).toBe(before.step);
          expect(Math.abs(after.top - before.top), `${id} ${way}: px moved`).toBeLessThanOrEqual(8);
          expect(after.stage, `${id} ${way}`).toBe(before.stage);
          expect(after.focus, `${id} ${way}`).toBe('bar');
          expect(new URL(page.url()).search, 'nothing stays in the address').toBe('');
        }
      }
    });
  }
}

for (const code of others) {
  test(`an open sheet shows the same figure in ${code}`, async ({ page }) => {
    await page.setViewportSize(phone);
    await page.goto('');
    await whenLive(page);
    const link = page.locator('.step a[data-figure]').first();
    const figure = await link.getAttribute('data-figure');
    await link.click();
    const sheet = page.locator('dialog[data-sheet]');
    await expect(sheet).toBeVisible();
    await sheet.locator('a[data-edition]').first().click();
    await page.waitForURL(new RegExp(`/${code}/`));
    await expect(sheet).toBeVisible();
    expect(
      await page.evaluate(() => (history.state as { sheet?: { figure?: string } } | null)?.sheet?.figure),
    ).toBe(figure);
    await page.keyboard.press('Escape');
    await expect(sheet).toBeHidden();
  });

  test(`without script a section links to itself in ${code}`, async ({ browser, site }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: phone });
    const page = await context.newPage();
    await page.goto(site);
    const sections = page.locator('[data-section]');
    for (const section of await sections.all()) {
      const id = await section.getAttribute('id');
      await expect(section.locator('.section-head a[data-edition]').first()).toHaveAttribute(
        'href',
        `./${code}/#${id}`,
      );
    }
    await context.close();
  });

  test(`each edition names the other in its head: ${code}`, async ({ page }) => {
    // The heads are read by an empty page: six of the pages needn't be drawn for it.
    for (const path of ['', 'source/', 'figures/']) {
      for (const edition of ['', `${code}/`]) {
        const answer = await page.request.get(`${edition}${path}`);
        const links = await page.evaluate(
          ({ html, url }) =>
            [
              ...new DOMParser()
                .parseFromString(html, 'text/html')
                .querySelectorAll('link[rel="alternate"][hreflang]'),
            ].map((link) => new URL(link.getAttribute('href') ?? '', url).href),
          { html: await answer.text(), url: answer.url() },
        );
        expect(new Set(links).size).toBe(2);
        for (const href of links) expect((await page.request.get(href)).status()).toBe(200);
      }
    }
  });
}
