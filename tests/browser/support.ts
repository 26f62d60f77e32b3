/**
 * What every browser test stands on: the build served on a free port by the project's own server, and a watch that fails
 * the test on a console error, an uncaught error or a request to another host.
 */
import { expect, test as base, type Page } from '@playwright/test';
import { serve } from '../../scripts/serve.mjs';
import { siteFolder } from '../../scripts/site.mjs';

interface WorkerFixtures {
  /** Address of the served build, ending in a slash. */
  readonly site: string;
}

interface TestFixtures {
  /** Console errors and failed loads are part of what the test provokes. Requests to other hosts never are. */
  readonly faultsExpected: boolean;
  readonly watch: undefined;
}

/** Another folder's build can be tried: `BUILD_DIR=… npx playwright test`. */
export { siteFolder as buildFolder };

export const test = base.extend<TestFixtures, WorkerFixtures>({
  site: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures' names from the pattern
    async ({}, use) => {
      const { url, close } = await serve(siteFolder, 0);
      await use(url);
      await close();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ site }, use) => use(site),
  faultsExpected: [false, { option: true }],
  watch: [
    async ({ context, site, faultsExpected }, use) => {
      const complaints: string[] = [];
      const foreign: string[] = [];
      context.on('console', (message) => {
        if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
      });
      context.on('weberror', (error) => complaints.push(`uncaught: ${error.error().message}`));
      context.on('request', (request) => {
        const url = request.url();
        if (!url.startsWith(site) && !/^(data|blob|about|file):/.test(url)) foreign.push(url);
      });
      await use(undefined);
      expect(foreign, 'requests to other hosts').toEqual([]);
      if (!faultsExpected) expect(complaints, 'errors in the page').toEqual([]);
    },
    { auto: true },
  ],
});
export { expect };

/** In `npm test` what is read through or repeated for every case has a share; the rest is the long lane's. */
export const shortLane = process.env['LANE'] === 'short';

export const phone = { width: 390, height: 844 };
export const wide = { width: 1440, height: 900 };

/** Waits until the page's script is at work. */
export async function whenLive(page: Page): Promise<void> {
  await page.waitForSelector('html[data-live]', { state: 'attached' });
}

/**
 * Opens the dialog of embed codes at the foot of the section with this index.
 *
 * @returns the section's id
 */
export async function openCodes(page: Page, index: number): Promise<string> {
  const opener = page.locator('details.take-away summary').nth(index);
  const id = await opener.locator('xpath=ancestor::section').getAttribute('data-section');
  await opener.click();
  await page.locator('[data-act="embed"]').click();
  return id ?? '';
}

/** What a reader has before the eyes: the current step, and each stage's state, with its picture if it is alive. */
export interface Sight {
  readonly step: string | undefined;
  readonly stages: Readonly<Record<string, { readonly state: string; readonly picture?: string }>>;
}

/**
 * Waits until nothing moves any more and tells what is shown.
 * @param inFull stages whose picture is told mark by mark; of the others a digest is enough
 */
export async function settledSight(page: Page, inFull: readonly string[] = []): Promise<Sight> {
  let before: string | undefined;
  let calm = 0;
  for (let tries = 0; tries < 250; tries += 1) {
    const now = await page.evaluate(readMotion);
    // Longer than the pause after which a scroll counts as settled, and than any stagger's delay.
    calm = now !== undefined && now === before ? calm + 1 : 0;
    if (calm >= 3) return page.evaluate(readSight, inFull);
    before = now;
    await page.waitForTimeout(70);
  }
  throw new Error('the page does not come to rest');
}

/** Runs in the page: all that may still be moving, cheaply told; undefined while an animation runs. */
function readMotion(): string | undefined {
  const alive = [...document.querySelectorAll('.chart[data-alive][data-current] .plot')];
  const running = document.getAnimations().some(({ playState }) => playState === 'running');
  if (running) return undefined;
  let digest = 0;
  for (const plot of alive) {
    const marks = plot.innerHTML;
    for (let i = 0; i < marks.length; i += 1) digest = (Math.imul(digest, 31) + marks.charCodeAt(i)) | 0;
  }
  return [window.scrollY, document.querySelector('[aria-current="step"]')?.id, alive.length, digest].join(
    ' ',
  );
}

/** Runs in the page. Geometry is rounded: a tween may end a rounding error away from a fresh picture. */
function readSight(inFull: readonly string[]): Sight {
  const kept =
    /^(d|x|y|x1|x2|y1|y2|cx|cy|r|rx|ry|width|height|points|transform|class|opacity|fill|href|data-.*)$/;
  const rounded = (value: string) =>
    value.replace(/-?\d+\.\d+(e-?\d+)?/g, (number) => String(Math.round(Number(number) * 10) / 10));
  const describe = (element: Element): string => {
    const attributes = [...element.attributes]
      .filter(({ name }) => kept.test(name))
      .map(({ name, value }) => `${name}=${rounded(value)}`)
      .sort();
    const { opacity, visibility, display } = getComputedStyle(element);
    const own = [...element.childNodes]
      .filter((node) => node.nodeType === 3)
      .map((node) => node.textContent?.trim());
    return [
      element.tagName,
      ...attributes,
      Number(opacity).toFixed(2),
      visibility,
      display,
      own.join(''),
    ].join(' ');
  };
  const digestOf = (text: string) => {
    let digest = 0;
    for (let i = 0; i < text.length; i += 1) digest = (Math.imul(digest, 31) + text.charCodeAt(i)) | 0;
    return `${text.length} ${digest}`;
  };
  const stages: Record<string, { state: string; picture?: string }> = {};
  for (const figure of document.querySelectorAll<HTMLElement>('figure[data-stage]')) {
    const { stage = '', state, through, highlight, showing } = figure.dataset;
    const shown = { state: [showing, state, through, highlight].join(' ').trim() };
    const alive = figure.querySelector('.chart[data-current][data-alive] .plot');
    const marks = alive && [...alive.querySelectorAll('*')].map(describe).join('\n');
    stages[stage] =
      marks === null ? shown : { ...shown, picture: inFull.includes(stage) ? marks : digestOf(marks) };
  }
  return { step: document.querySelector('[aria-current="step"]')?.id, stages };
}

/** All words of the page that a reader without script has, white space evened out. */
export async function words(page: Page): Promise<string> {
  return page.evaluate(() => (document.querySelector('main')?.textContent ?? '').replace(/\s+/g, ' ').trim());
}

/** The words of each step in the order of the page, white space evened out. */
export async function stepWords(page: Page): Promise<readonly string[]> {
  return page
    .locator('[data-step]')
    .evaluateAll((all) => all.map((step) => (step.textContent ?? '').replace(/\s+/g, ' ').trim()));
}
