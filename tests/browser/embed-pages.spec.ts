/** What an embedded page reads from its own address: the theme, the accent colour, a chart's state. */
import type { Page } from '@playwright/test';
import { sections } from '../support/story-files.js';
import { expect, phone, shortLane, test, whenLive, wide } from './support.js';

/** Id of the first section that has more than one chart. */
const section = async (page: Page) =>
  page.locator('section[data-section]:has(.stage .chart + .chart)').first().getAttribute('data-section');

const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
const light = 'rgb(250, 247, 240)';
const dark = 'rgb(21, 24, 27)';

test('an embedded page is as light or dark as its address says, else as the reader’s system', async ({
  page,
}) => {
  for (const [query, colorScheme, expected] of [
    ['?theme=dark', 'light', dark],
    ['?theme=light', 'dark', light],
    ['?theme=auto', 'dark', dark],
    ['?theme=sepia&colour=red', 'light', light],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto(`./embed/${sections[0]?.id}/${query}`);
    expect(await paper(page), `${query} in ${colorScheme}`).toBe(expected);
  }
});

test('a host’s accent is used as far as it can be read', async ({ page }) => {
  const accents: string[] = [];
  for (const query of ['?theme=light&accent=%23ffee00', '?theme=dark&accent=001144', '?accent=blue', '']) {
    await page.goto(`./embed/${sections[0]?.id}/${query}`);
    accents.push(
      await page.locator('[data-full-story]').evaluate((link) => {
        const look = getComputedStyle(link);
        return look.color === getComputedStyle(document.documentElement).color ? 'ink' : look.color;
      }),
    );
  }
  const [onLight, onDark, ...others] = accents;
  expect(others).toEqual(['ink', 'ink']);
  for (const [colour = '', ground] of [
    [onLight, light],
    [onDark, dark],
  ] as const) {
    expect(colour).not.toBe('ink');
    expect(contrast(colour, ground)).toBeGreaterThanOrEqual(4.5);
  }
});

test.describe('a chart’s page', () => {
  test.use({ viewport: phone });

  test('shows the state that the address asks for, by a step’s name, and its last one else', async ({
    page,
  }) => {
    await page.goto('./embed/');
    const id = await section(page);
    const steps = await page.locator(`#${id} [data-step]`).evaluateAll((all) =>
      all.map((step) => {
        const { step: name, chart, state, through, highlight } = (step as HTMLElement).dataset;
        return { name, shown: [chart, state, through, highlight].join(' ') };
      }),
    );
    expect(steps.length).toBeGreaterThan(2);
    const last = steps.at(-1)?.shown;
    // The short lane tries only the first step, which the page without script does not show, and an unknown name.
    for (const { name, shown } of [
      ...(shortLane ? steps.slice(0, 1) : steps),
      { name: 'no-such-state', shown: last },
      ...(shortLane ? [] : [{ name: '', shown: last }]),
    ]) {
      await page.goto(`./embed/${id}/chart/?state=${name}`);
      const figure = page.locator('.lone-stage[data-drawn]');
      await expect(figure).toHaveCount(1);
      const found = await figure.evaluate(({ dataset }) =>
        [dataset.showing, dataset.state, dataset.through, dataset.highlight].join(' '),
      );
      expect(found, name).toBe(shown);
      const charts = page.locator('.lone-stage .chart:visible');
      await expect(charts).toHaveCount(1);
      await expect(charts).toHaveAttribute('data-alive', '');
      expect((await charts.boundingBox())?.height).toBeGreaterThan(100);
    }
  });

  test('shows its picture where the script for its state doesn’t come', async ({ page }) => {
    await page.route(/live-chart|lone-chart/, (route) => route.abort());
    await page.goto('./embed/');
    const id = await section(page);
    const step = await page.locator(`#${id} [data-step]`).first().getAttribute('data-step');
    await page.goto(`./embed/${id}/chart/?state=${step}`);
    await expect(page.locator('.lone-stage[data-drawn] .plot:visible')).toHaveCount(1);
  });
  test.use({ faultsExpected: true });
});

for (const [name, viewport] of Object.entries({ phone, wide })) {
  test(`no embedded page can be scrolled sideways on a ${name} screen`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await page.goto('./embed/');
    const id = await section(page);
    for (const path of ['embed/', 'en/embed/', `embed/${id}/`, `en/embed/${id}/chart/`]) {
      await page.goto(`./${path}`);
      await whenLive(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), path).toBe(
        0,
      );
    }
  });
}

/** WCAG contrast ratio of two opaque colours, as `getComputedStyle` prints them (`rgb(…)`). */
function contrast(one: string, other: string): number {
  const luminance = (colour: string) => {
    const [r = 0, g = 0, b = 0] = [...colour.matchAll(/\d+/g)].map(([digits]) => {
      const share = Number(digits) / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}
