/**
 * `npm run look`: goes through every step on a phone and on two wide screens. Measures how much of the screen the pictures use,
 * how long the story is and how the steps read; prints the results beside the limits, with the worst steps by name, and fails if
 * a limit is missed.
 *
 *   npm run look                      the original edition
 *   npm run look -- --edition en      another edition
 *   npm run look -- --at ADDRESS      a story that is being served, for example by `npm run dev`
 *
 * It measures where ink is, how much of a box it spans and how large the gaps are; whether the result looks good, only people can
 * judge.
 */
import { chromium, type Browser } from '@playwright/test';
import { maxIndex, mean, quantile } from 'd3';
import { installColours } from '../tests/browser/inspect/colours.js';
import { installSeen } from '../tests/browser/inspect/seen.js';
import { launchOptions } from './browser.mjs';
import { wordsOf } from './look/words.js';
import { installSights, type StepSight } from './look/sights.js';
import { serve } from './serve.mjs';
import { freshSite } from './site.mjs';

interface Screen {
  readonly width: number;
  readonly height: number;
  /** Whether the picture is above the text, not beside it. */
  readonly phone: boolean;
  /** The greatest length of the whole story, in heights of the window. */
  readonly mostScreens?: number;
}

const screens: readonly Screen[] = [
  { width: 390, height: 844, phone: true, mostScreens: 60 },
  { width: 1440, height: 900, phone: false, mostScreens: 70 },
  { width: 1920, height: 1080, phone: false },
];

/** Wide screens: the least height of the drawing, as a share of the window's, and the share of steps that must reach it. */
const leastHeightWide = 0.6;
const stepsWide = 0.95;
/** Wide screens: the least share of the window's width that picture, slip and text cover together, in the same share of steps. */
const leastWidthWide = 0.75;
/** Phone: the least height of the drawing, as a share of the stage's, and the share of steps that must reach it. */
const leastHeightPhone = 0.8;
const stepsPhone = 0.9;
/**
 * Any screen: the greatest gap inside the drawing, as a share of the stage's height, and the share of steps that must keep to it.
 */
const mostEmpty = 0.35;
const stepsFilled = 0.95;
/** The greatest length of a step's text in the Chinese edition, in Chinese characters. */
const mostHan = 60;
const worst = 15;

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
const sizeName = ({ width, height }: Screen) => `${width}×${height}`;

const missed: string[] = [];

/** Prints one line of the table; missed limits are repeated at the end. */
function line(screen: string, label: string, value: string, limit = '', kept = true): void {
  if (!kept) missed.push(`${screen}: ${label} ${value}`);
  const rest = limit === '' ? '' : `  of ${limit}${kept ? '' : '   MISSED'}`;
  console.log(`  ${label.padEnd(58)} ${value.padStart(9)}${rest}`);
}

/** Goes through all steps in one size of the window. */
async function see(browser: Browser, url: string, { width, height }: Screen) {
  // With reduced motion, every state is drawn at once and is always the same picture.
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  for (const install of [installColours, installSeen, installSights]) await page.addInitScript(install);
  await page.goto(url);
  await page.waitForSelector('html[data-live]', { state: 'attached', timeout: 120_000 });
  await page.evaluate(() => document.fonts.ready);
  const steps = await page.evaluate(() => window.seeSteps());
  const screensLong = await page.evaluate(() => document.documentElement.scrollHeight / window.innerHeight);
  await context.close();
  return { steps, screensLong };
}

/** The share of values that are at least `least`. */
const reaching = (shares: readonly number[], least: number) =>
  shares.filter((share) => share >= least).length / shares.length;

function tell(screen: Screen, steps: readonly StepSight[], screensLong: number): void {
  const name = sizeName(screen);
  const seen = steps.filter(({ drawn }) => drawn !== undefined);
  const heights = seen.map(({ ofStage, ofWindow }) => (screen.phone ? ofStage : ofWindow));
  const inks = seen.map(({ picture }) => picture);
  console.log(`\n${name}, ${seen.length} steps with a picture`);
  const [least, most] = screen.phone ? [leastHeightPhone, stepsPhone] : [leastHeightWide, stepsWide];
  const of = screen.phone ? 'the stage' : 'the window';
  const enough = reaching(heights, least);
  line(
    name,
    `steps whose drawing is at least ${percent(least)} of ${of} high`,
    percent(enough),
    percent(most),
    enough >= most,
  );
  line(
    name,
    `height of the drawing: median, least tenth`,
    `${percent(quantile(heights, 0.5) ?? 0)}, ${percent(quantile(heights, 0.1) ?? 0)}`,
  );
  line(name, `the same without title and caveat: median`, percent(quantile(inks, 0.5) ?? 0));
  const filled = reaching(
    seen.map(({ empty }) => -empty),
    -mostEmpty,
  );
  line(
    name,
    `steps with no empty band over ${percent(mostEmpty)} of the stage`,
    percent(filled),
    percent(stepsFilled),
    filled >= stepsFilled,
  );
  if (!screen.phone) {
    const broad = reaching(
      seen.map(({ together }) => together),
      leastWidthWide,
    );
    line(
      name,
      `steps whose picture, slip and text cover ${percent(leastWidthWide)} of its width`,
      percent(broad),
      percent(stepsWide),
      broad >= stepsWide,
    );
  }
  line(
    name,
    'length of the story in screens',
    screensLong.toFixed(1),
    screen.mostScreens?.toString(),
    screensLong <= (screen.mostScreens ?? Infinity),
  );
  console.log('  the lowest');
  const ranked = seen.map((step, i) => ({ step, height: heights[i] ?? 0 }));
  ranked.sort((a, b) => a.height - b.height || a.step.id.localeCompare(b.step.id));
  for (const { step, height } of ranked.slice(0, worst))
    console.log(
      `    ${percent(height).padStart(8)} high, ${percent(step.together).padStart(8)} wide  ${step.id} (${step.kind} ${step.state})`,
    );
  console.log('  the emptiest');
  const emptiest = [...seen].sort((a, b) => b.empty - a.empty || a.id.localeCompare(b.id));
  for (const { id, kind, state, empty } of emptiest.slice(0, worst))
    console.log(`    ${percent(empty).padStart(8)} empty  ${id} (${kind} ${state})`);
  const unsettled = steps.filter(({ settled }) => !settled);
  if (unsettled.length > 0)
    line(name, 'steps whose picture took no state', String(unsettled.length), '0', false);
  for (const { id } of unsettled) console.log(`    ${id}`);
}

function tellWords(steps: readonly StepSight[], edition: string): void {
  const { han, repeats, alike } = wordsOf(steps, edition);
  console.log('\nwords');
  if (han) {
    const longest = steps[maxIndex(han)]?.id ?? '';
    const [most, middle] = [Math.max(...han), mean(han) ?? 0];
    line(
      'words',
      `Han characters of the longest step (${longest})`,
      String(most),
      String(mostHan),
      most <= mostHan,
    );
    line('words', 'Han characters of a step, mean', middle.toFixed(1));
    line('words', `steps with more than ${mostHan}`, String(han.filter((count) => count > mostHan).length));
  }
  if (repeats) {
    line('words', 'steps that repeat their sentence', percent(repeats.length / steps.length));
    for (const id of repeats.slice(0, worst)) console.log(`    ${id}`);
  }
  line('words', 'neighbouring steps that open alike', String(alike.length));
  for (const [one, next] of alike.slice(0, worst)) console.log(`    ${one}, ${next}`);
}

/** The value of an option, given as `--name value` or `--name=value`. */
function option(name: string): string | undefined {
  const words = process.argv.slice(2).flatMap((argument) => argument.split(/=(.*)/s).filter(Boolean));
  const at = words.indexOf(`--${name}`);
  return at < 0 ? undefined : words[at + 1];
}

const edition = option('edition') ?? 'zh';
const given = option('at');
const served = given === undefined ? await serve(freshSite(), 0) : undefined;
const url = new URL(edition === 'zh' ? '' : `${edition}/`, given ?? served?.url).href;
const browser = await chromium.launch(launchOptions());
try {
  let words: readonly StepSight[] = [];
  for (const screen of screens) {
    const { steps, screensLong } = await see(browser, url, screen);
    tell(screen, steps, screensLong);
    words = steps;
  }
  tellWords(words, edition);
} finally {
  await browser.close();
  await served?.close();
}
if (missed.length > 0) {
  console.error(`\nlook: missed: ${missed.join('; ')}`);
  process.exitCode = 1;
}
