/**
 * Makes the pictures of all steps: SVG and PNG in each size and edition, into the site's `pictures/` folders. A browser lays each step
 * out with the page's own components (src/lib/pictures); only what has changed since an earlier build is taken anew.
 */
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  readdirSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { defined } from '../../src/lib/invariants/defined.js';
import { editionPath } from '../../src/lib/view/editions.js';
import {
  pictureNames,
  picturePath,
  pictureSizes,
  type PictureName,
  type PictureSize,
} from '../../src/lib/view/pictures.js';
import type { PictureApi, PictureRequest } from '../../src/lib/pictures/entry.js';
import { fontsPlace } from '../../src/lib/pictures/svg-of.js';
import type { Story } from '../../src/lib/story/types.js';
import { launchOptions } from '../browser.mjs';
import { addFonts, stocks } from './fonts.mjs';
import { fontStyle } from './picture-fonts.js';

declare global {
  interface Window {
    readonly pictures: PictureApi;
  }
}

const script = '.story/pictures/script';
/** Where pictures are kept from one build to the next. */
const kept = process.env['PICTURES_KEPT'] ?? '.story/pictures/made';

/**
 * The width in CSS pixels that a picture is laid out in: the usual one, and wider ones with smaller type for pictures whose words don't
 * fit.
 */
const widths: Readonly<Record<PictureName, readonly number[]>> = {
  card: [800, 960],
  chat: [480, 540, 600],
  phone: [450, 540],
};

export interface MadePictures {
  /** Files in the site. */
  readonly files: number;
  /** PNGs that had to be taken; the others are those of an earlier build. */
  readonly taken: number;
}

/** A page with the fonts and the script, in the size of one picture. */
async function openPage(
  browser: Awaited<ReturnType<typeof chromium.launch>>,
  name: PictureName,
  laidOut: number,
  story: Story,
): Promise<Page> {
  const { width, height } = pictureSizes[name];
  const scale = width / laidOut;
  const context = await browser.newContext({
    viewport: { width: laidOut, height: Math.ceil(height / scale) },
    deviceScaleFactor: scale,
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.setContent('<!doctype html><html><head></head><body></body></html>');
  await page.addStyleTag({ path: join(script, 'pictures.css') });
  await page.addScriptTag({ path: join(script, 'pictures.js') });
  await addFonts(page);
  await page.evaluate((json) => window.pictures.open(json), JSON.stringify(story));
  return page;
}

function requestsOf(story: Story, site: string | undefined): readonly Omit<PictureRequest, 'name'>[] {
  return story.editions.flatMap((edition) =>
    story.sections.flatMap((section) =>
      section.steps.map((step) => {
        const path = `${editionPath(story.editions, edition)}#${section.id}--${step.id}`;
        const address = site === undefined ? undefined : new URL(path, site).href;
        const printed = address?.replace(/^https?:\/\//, '') ?? path;
        return { edition, section: section.id, step: step.id, printed, address };
      }),
    ),
  );
}

interface Shown {
  readonly page: Page;
  /** That it is laid out in. */
  readonly width: number;
  readonly markup: string;
}

/** Lays a picture out in the first width that it fits in; says so if it fits in none. */
async function show(open: (width: number) => Promise<Page>, request: PictureRequest): Promise<Shown> {
  let shown: Shown | undefined;
  for (const width of widths[request.name]) {
    const page = await open(width);
    const { fits, markup } = await page.evaluate((asked) => window.pictures.show(asked), request);
    shown = { page, width, markup };
    if (fits) return shown;
  }
  const { section, step, edition, name } = request;
  console.error(`pictures: the words of ${section}--${step} don't fit (${edition}, ${name})`);
  return defined(shown, `width of the pictures for ${name}`);
}

/** Takes the picture that a page shows, in both types. The PNG is written last: where it stands, both are complete. */
async function take(page: Page, file: string, { width, height }: PictureSize): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const png = await page.screenshot({ type: 'png' });
  const { svg, faces } = await page.evaluate(() => window.pictures.draw());
  const whole = svg
    .replace('<svg ', `<svg width="${width}" height="${height}" `)
    .replace(fontsPlace, await fontStyle(faces));
  for (const [type, content] of [
    ['svg', whole],
    ['png', png],
  ] as const) {
    writeFileSync(`${file}.new`, content);
    renameSync(`${file}.new`, `${file}.${type}`);
  }
}

/** Everything besides a picture's markup that decides how it looks. */
function makersDigest(): string {
  const hash = createHash('sha256').update(JSON.stringify(stocks));
  for (const file of [
    join(script, 'pictures.js'),
    join(script, 'pictures.css'),
    ...stocks.map((stock) => stock.file),
  ])
    hash.update(readFileSync(file));
  return hash.digest('hex');
}

/**
 * @param folder the built site
 * @param site its address, if known
 * @param only ids of the steps to make pictures of, `<section>--<step>`; absent: all
 * @throws if a picture meets a style that it can't draw
 */
export async function makePictures(
  folder: string,
  story: Story,
  site: string | undefined,
  only?: ReadonlySet<string>,
): Promise<MadePictures> {
  mkdirSync(kept, { recursive: true });
  const requests = requestsOf(story, site).filter(
    ({ section, step }) => only?.has(`${section}--${step}`) ?? true,
  );
  const makers = makersDigest();
  const known = new Set<string>();
  let files = 0;
  let taken = 0;
  const browser = await chromium.launch(launchOptions());
  try {
    await Promise.all(
      pictureNames.map(async (name) => {
        // Few pictures need the wider ones.
        const pages = new Map<number, Promise<Page>>();
        const open = (width: number) => {
          const page = pages.get(width) ?? openPage(browser, name, width, story);
          pages.set(width, page);
          return page;
        };
        for (const request of requests) {
          const { page, width, markup } = await show(open, { ...request, name });
          const digest = createHash('sha256')
            .update(`${makers} ${width} ${markup}`)
            .digest('hex')
            .slice(0, 32);
          const file = join(kept, `${digest}-${name}`);
          if (!existsSync(`${file}.png`)) {
            await take(page, file, pictureSizes[name]);
            taken += 1;
          }
          const own = join(folder, editionPath(story.editions, request.edition));
          for (const type of ['svg', 'png'] as const) {
            const target = join(own, picturePath(`${request.section}--${request.step}`, name, type));
            mkdirSync(dirname(target), { recursive: true });
            copyFileSync(`${file}.${type}`, target);
            known.add(`${digest}-${name}.${type}`);
            files += 1;
          }
        }
      }),
    );
  } finally {
    await browser.close();
  }
  // Pictures that no step has any more; a part of the story knows nothing of the others.
  if (!only) for (const name of readdirSync(kept)) if (!known.has(name)) rmSync(join(kept, name));
  return { files, taken };
}
