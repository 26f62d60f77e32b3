/**
 * The pictures of steps that readers take away: every file with its size, nothing in it but the step's own figures, the SVG and the PNG
 * the same picture, the chart in it the page's own at that step. In the short lane a few steps stand for all.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import jsQR from 'jsqr';
import { parseHTML } from 'linkedom';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import type { Browser, Page } from '@playwright/test';
import { setInOwnFonts } from '../../scripts/take-away/fonts.mjs';
import { pictureNames, picturePath, pictureSizes, type PictureName } from '../../src/lib/view/pictures.js';
import { expect, shortLane, test, whenLive } from './support.js';

const address = 'https://example.org/report/';
/** The greatest share of pixels that two drawings of one picture may differ in. */
const mostDifferent = 0.005;

/** Each step of the short lane's is compared in one of its sizes, one after the other; `npm run test:pictures` compares all in all. */
const all = process.env['ALL_PICTURES'] === '1';
const compared = (steps: readonly string[], name: PictureName) =>
  all ? steps : steps.filter((_, i) => pictureNames[i % pictureNames.length] === name);

const make = (folder: string, story?: string, steps: readonly string[] = [], kept?: string) =>
  execFileSync(process.execPath, ['scripts/run.mjs', 'scripts/take-away/make.ts', folder, ...steps], {
    encoding: 'utf8',
    env: {
      ...process.env,
      SITE_URL: address,
      ...(story === undefined ? {} : { STORY_DIR: story }),
      ...(kept === undefined ? {} : { PICTURES_KEPT: kept }),
    },
  });

interface StepOnPage {
  readonly id: string;
  readonly kind: string;
}

/** All steps of the story, with the kind of the chart that each shows. */
async function stepsOf(page: Page): Promise<readonly StepOnPage[]> {
  await page.goto('');
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-step]')].map((step) => {
      const stage = step.closest('[data-section]')?.querySelector(`[data-name="${step.dataset['chart']}"]`);
      return { id: step.id, kind: stage instanceof HTMLElement ? (stage.dataset['kind'] ?? '') : '' };
    }),
  );
}

/** Of each kind of chart the first step, where not all are asked for. */
const chosen = (steps: readonly StepOnPage[]) =>
  shortLane
    ? steps.filter(({ kind }, i) => steps.findIndex((step) => step.kind === kind) === i).slice(0, 3)
    : steps;

interface Picture {
  readonly svg: Document;
  readonly text: string;
  readonly png: PNG;
}

function read(folder: string, edition: string, step: string, name: PictureName): Picture {
  const file = (type: 'svg' | 'png') => join(folder, edition, picturePath(step, name, type));
  const text = readFileSync(file('svg'), 'utf8');
  return { svg: parseHTML(text).document, text, png: PNG.sync.read(readFileSync(file('png'))) };
}

/** The steps that have pictures in a folder. */
const readStepIds = (folder: string, edition: string) =>
  readdirSync(join(folder, edition, 'pictures'))
    .flatMap((file) => /^(.+)-1200x630\.svg$/.exec(file)?.[1] ?? [])
    .sort();

const squeezed = (text: string | null) => (text ?? '').replaceAll(/\s/g, '');

/** The figures in a part of a picture, as `id: what is printed`, sorted. */
const printed = (part: Element | null) =>
  [...(part?.querySelectorAll('[data-figure], [data-derived]') ?? [])]
    .map((one) => {
      const id = one.getAttribute('data-figure') ?? one.getAttribute('data-derived') ?? '';
      return `${id}: ${squeezed([...one.querySelectorAll('text')].map((text) => text.textContent).join(''))}`;
    })
    .sort();

/** The share of pixels in which two pictures of one size differ. */
function difference(a: PNG, b: PNG): number {
  expect([b.width, b.height]).toEqual([a.width, a.height]);
  return pixelmatch(a.data, b.data, undefined, a.width, a.height, { threshold: 0.2 }) / (a.width * a.height);
}

function crop(png: PNG, x: number, y: number, width: number, height: number): PNG {
  const part = new PNG({ width, height });
  PNG.bitblt(png, part, x, y, width, height, 0, 0);
  return part;
}

/** A page whose charts are set in the pictures' fonts, and stand where a picture has them, in its size: a fraction of a pixel
 * would move thousands of small marks. */
async function pageLikePictures(browser: Browser, site: string, edition: string, scale: number) {
  const context = await browser.newContext({
    baseURL: site,
    bypassCSP: true,
    viewport: { width: 960, height: 1000 },
    deviceScaleFactor: scale,
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(edition);
  await whenLive(page);
  await setInOwnFonts(page);
  await page.addStyleTag({
    content: `
      .stage { text-spacing-trim: space-first; hanging-punctuation: none; transform: none !important; }
      .chart[data-current] .plot[data-compared] {
        position: fixed !important; inset: var(--y) auto auto var(--x) !important; z-index: 999; flex: none !important;
        margin: 0 !important; width: var(--w) !important; height: var(--h) !important; background: var(--paper);
      }`,
  });
  return page;
}

/** The current chart at a step, in the given box: its picture and the figures in it. */
async function chartOf(page: Page, step: string, x: number, y: number, width: number, height: number) {
  await page.evaluate(
    (box) => {
      for (const [name, value] of Object.entries(box))
        document.documentElement.style.setProperty(`--${name}`, `${value}px`);
    },
    { x, y, w: width, h: height },
  );
  await page.evaluate((id) => {
    location.hash = '';
    location.hash = id;
  }, step);
  const current = page.locator(`[id="${step}"]`);
  await expect(current).toHaveAttribute('aria-current', 'step');
  const section = step.slice(0, step.indexOf('--'));
  const plot = page.locator(`[data-stage="${section}"] .chart[data-current] .plot`);
  await plot.evaluate((one) => {
    for (const other of document.querySelectorAll('[data-compared]')) other.removeAttribute('data-compared');
    one.setAttribute('data-compared', '');
  });
  await expect(plot.locator('xpath=..')).toHaveAttribute('data-alive', '');
  await expect(plot).toHaveCSS('width', `${width}px`);
  await expect(page.locator('[data-moving]')).toHaveCount(0);
  // One frame for the chart to measure its box, one to draw in it.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const figures = await plot.evaluate((chart) =>
    [...chart.querySelectorAll('[data-figure], [data-derived]')]
      .filter((one) => one.getBoundingClientRect().width > 1 && getComputedStyle(one).visibility !== 'hidden')
      .map((one) => {
        const id = one.getAttribute('data-figure') ?? one.getAttribute('data-derived') ?? '';
        return `${id}: ${(one.textContent ?? '').replaceAll(/\s/g, '')}`;
      })
      .sort(),
  );
  const shot = await page.screenshot({ clip: { x, y, width, height } });
  return { figures, png: PNG.sync.read(shot) };
}

test.describe('pictures of steps', () => {
  test.describe.configure({ mode: 'serial', timeout: 900_000 });
  let folder = '';

  test.beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'pictures-'));
    execFileSync(process.execPath, [
      'node_modules/vite/bin/vite.js',
      'build',
      '--config',
      'vite.pictures.config.ts',
      '--logLevel',
      'error',
    ]);
  });
  test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('every step has its pictures, each complete in itself and with the step’s figures alone', async ({
    page,
  }) => {
    const steps = chosen(await stepsOf(page));
    const said = make(
      folder,
      undefined,
      steps.map(({ id }) => id),
    );
    expect(said).not.toContain('don’t fit');
    for (const edition of ['', 'en']) {
      await page.goto(edition === '' ? './' : `${edition}/`);
      for (const { id } of steps) {
        const told = await page.evaluate((step) => {
          const card = document.getElementById(step);
          const section = card?.closest('[data-section]');
          const figures = (root: Element | null | undefined) =>
            [...(root?.querySelectorAll('[data-figure], [data-derived]') ?? [])].map((one) => {
              const of = one.getAttribute('data-figure') ?? one.getAttribute('data-derived') ?? '';
              return `${of}: ${(one.textContent ?? '').replaceAll(/\s/g, '')}`;
            });
          return {
            title: figures(section?.querySelector('h2')).sort(),
            paragraphs: [...(card?.querySelectorAll('.step-card > p') ?? [])].flatMap(figures).sort(),
            slip: figures(card?.querySelector('.slip .verbatim')).sort(),
          };
        }, id);
        for (const name of pictureNames) {
          const { svg, text, png } = read(folder, edition, id, name);
          const where = `${edition} ${id} ${name}`;
          expect({ width: png.width, height: png.height }, where).toEqual(pictureSizes[name]);
          expect(svg.querySelector('svg')?.getAttribute('width'), where).toBe(
            String(pictureSizes[name].width),
          );
          expect(svg.querySelector('title')?.textContent, where).not.toBe('');
          expect((svg.querySelector('desc')?.textContent ?? '').length, where).toBeGreaterThan(20);
          // Whatever it refers to stands in it.
          expect(
            text.match(/(?:href|src)="(?!#)|url\((?!#|data:font)|<(?:script|image|foreignObject|a)\b/g),
            where,
          ).toBeNull();
          expect(text, where).not.toContain('clip-path=');
          expect(printed(svg.querySelector('[data-part="title"]')), where).toEqual(told.title);
          const words = printed(svg.querySelector('[data-part="words"]'));
          const withSlip = [...told.paragraphs, ...told.slip].sort();
          expect([told.paragraphs, withSlip], where).toContainEqual(words);
          if (edition === '' && name === 'phone') expect(words, where).toEqual(withSlip);
        }
      }
    }
  });

  test('the code in a picture leads to the step', () => {
    for (const edition of ['', 'en']) {
      const steps = readStepIds(folder, edition);
      for (const id of shortLane ? steps.slice(0, 2) : steps) {
        const { png } = read(folder, edition, id, 'chat');
        const found = jsQR(new Uint8ClampedArray(png.data), png.width, png.height);
        expect(found?.data).toBe(`${address}${edition === '' ? '' : `${edition}/`}#${id}`);
      }
    }
  });

  test('SVG and PNG are one picture', async ({ browser }) => {
    test.skip(!shortLane && !all, 'the short lane compares a few, `npm run test:pictures` all');
    for (const edition of ['', 'en'])
      for (const name of pictureNames) {
        const page = await browser.newPage({ viewport: pictureSizes[name] });
        for (const id of compared(readStepIds(folder, edition), name)) {
          await page.goto(pathToFileURL(resolve(folder, edition, picturePath(id, name, 'svg'))).href);
          await page.evaluate(() => document.fonts.ready.then(() => undefined));
          const drawn = PNG.sync.read(await page.screenshot());
          const { png } = read(folder, edition, id, name);
          expect(difference(png, drawn), `${edition} ${id} ${name}`).toBeLessThanOrEqual(mostDifferent);
        }
        await page.close();
      }
  });

  test('the chart in a picture is the page’s at that step', async ({ browser, site }) => {
    test.skip(!shortLane && !all, 'the short lane compares a few, `npm run test:pictures` all');
    for (const edition of ['', 'en/'])
      for (const name of pictureNames) {
        const pages = new Map<number, Page>();
        for (const id of compared(readStepIds(folder, edition), name)) {
          const { svg, png } = read(folder, edition, id, name);
          const part = svg.querySelector('[data-part="chart"]');
          const [x = 0, y = 0, width = 0, height = 0] = (part?.getAttribute('data-box') ?? '')
            .split(' ')
            .map(Number);
          const scale = png.width / Number(svg.querySelector('svg')?.getAttribute('viewBox')?.split(' ')[2]);
          const page = pages.get(scale) ?? (await pageLikePictures(browser, site, edition, scale));
          pages.set(scale, page);
          const live = await chartOf(page, id, x, y, width, height);
          const where = `${edition} ${id} ${name}`;
          expect(printed(part), where).toEqual(live.figures);
          const inPicture = crop(
            png,
            Math.round(x * scale),
            Math.round(y * scale),
            live.png.width,
            live.png.height,
          );
          expect(difference(inPicture, live.png), where).toBeLessThanOrEqual(mostDifferent);
        }
        for (const page of pages.values()) await page.context().close();
      }
  });

  test('only what has changed is made anew', () => {
    const story = mkdtempSync(join(tmpdir(), 'story-'));
    try {
      cpSync('examples/small-story', story, { recursive: true });
      const steps = ['grove--start', 'grove--trees'];
      const made = () =>
        Number(/(\d+) of them made anew/.exec(make(folder, story, steps, join(story, '.kept')))?.[1]);
      made();
      expect(made()).toBe(0);
      const file = join(story, 'story/sections/grove.yaml');
      const text = readFileSync(file, 'utf8');
      const reworded = text.replace('图中会把树画成点', '图中把树画成点');
      expect(reworded).not.toBe(text);
      writeFileSync(file, reworded);
      // One step, in each size, as SVG and as PNG.
      expect(made()).toBe(pictureNames.length * 2);
    } finally {
      rmSync(story, { recursive: true, force: true });
    }
  });
});
