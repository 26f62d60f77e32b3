/**
 * Browsers older than ours, made of ours: one feature at a time is spoilt in what is served, or one call of the platform taken away.
 * The page is then live and its layout stands, or it is the complete document; and nothing is thrown. Which browsers those are, and
 * why a spoilt name is an honest old engine, is in docs/browsers.md and tests/support/newer.ts. `OLDER=all` runs all of it.
 */
import type { Page } from '@playwright/test';
import { sections } from '../support/story-files.js';
import { leanedOn, newer } from '../support/newer.js';
import { expect, phone, test, wide } from './support.js';

// A missing call may be worth a warning, never an error: those are counted here, and asked for by name.
// Without motion there is nothing to wait for.
test.use({ faultsExpected: true, contextOptions: { reducedMotion: 'reduce' } });

const all = process.env.OLDER === 'all';
const turned = { width: 844, height: 390 };
const sizes = { phone, wide, turned } as const;
type Size = keyof typeof sizes;

type Spoil = readonly [RegExp, string];

/**
 * Serves the pages with names spoilt in their styles. Their policy knows the styles by hash and would refuse all of it, so it is
 * taken out; what it forbids is not what is tried here.
 */
async function spoil(page: Page, spoils: readonly Spoil[]): Promise<void> {
  const spoilt = (text: string) => spoils.reduce((each, [name, by]) => each.replace(name, by), text);
  await page.route('**/*', async (route) => {
    if (route.request().resourceType() !== 'document') return route.continue();
    const response = await route.fetch();
    const body = (await response.text())
      .replace(/<meta http-equiv="content-security-policy"[^>]*>/i, '')
      .replace(/<style[^>]*>[^]*?<\/style>/g, spoilt);
    return route.fulfill({ response, body });
  });
  await page.addInitScript(
    (names) => {
      const native = CSS.supports.bind(CSS);
      const ask = (text: string) =>
        names.reduce((each, [source, flags, by]) => each.replace(new RegExp(source, flags), by), text);
      CSS.supports = (one: string, two?: string) => {
        if (two === undefined) return native(ask(one.replace(/:/g, ' :')));
        const [, name = '', value = ''] = /^(.*?):(.*)$/.exec(ask(`${one}:${two}`)) ?? [];
        return native(name.trim(), value);
      };
    },
    spoils.map(([{ source, flags }, by]) => [source, flags, by] as const),
  );
}

function hearErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  return errors;
}

/** Runs in the page, in each of the sections: what a reader would miss at its last step but one. */
async function lookAt(section: string): Promise<readonly string[]> {
  const faults: string[] = [];
  const fault = (what: string) => faults.push(`${section}: ${what}`);
  const place = document.querySelector(`[data-section="${section}"]`);
  const stage = place?.querySelector<HTMLElement>('.stage');
  const steps = [...(place?.querySelectorAll<HTMLElement>('[data-step]') ?? [])];
  const step = steps.at(Math.min(1, steps.length - 1));
  const card = step?.querySelector<HTMLElement>('.step-card');
  if (!step || !card) return [`${section}: no step`];
  const live = document.documentElement.classList.contains('live');
  step.scrollIntoView({ block: live ? 'start' : 'center', behavior: 'instant' });
  for (let i = 0; i < 3; i += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  await new Promise((resolve) => setTimeout(resolve, 150));
  const words = card.getBoundingClientRect();
  const top = document.elementFromPoint(words.left + 24, words.top + 10);
  if (!top || !card.contains(top)) fault(`words covered by ${top?.className ?? 'nothing'}`);
  const charts = [...(stage?.querySelectorAll<HTMLElement>('.chart') ?? [])];
  for (const chart of charts) {
    if (live && !chart.hasAttribute('data-current')) continue;
    const plot = chart.querySelector('.plot')?.getBoundingClientRect();
    const styles = getComputedStyle(chart);
    if (!plot || plot.height < 16 || plot.width < 100)
      fault(`picture ${plot?.width ?? 0}×${plot?.height ?? 0}`);
    if (styles.visibility !== 'visible' || Number(styles.opacity) < 0.9) fault('picture not shown');
    if (live && plot && plot.height > window.innerHeight) fault(`picture ${plot.height} high`);
    if (live && plot && (plot.bottom < 40 || plot.top > window.innerHeight - 40))
      fault('picture out of view');
  }
  return faults;
}

/** Some sections of each kind of stage. */
const looked = all
  ? sections
  : [sections[0], sections[1], sections[3], sections[7]].filter((each) => each !== undefined);

async function expectReadable(page: Page, errors: readonly string[]): Promise<boolean> {
  await page.waitForTimeout(100);
  const faults: string[] = [];
  for (const { id } of looked) {
    if ((await page.locator(`[data-section="${id}"]`).count()) > 0)
      faults.push(...(await page.evaluate(lookAt, id)));
  }
  expect(faults).toEqual([]);
  expect(errors, 'uncaught').toEqual([]);
  return page.evaluate(() => document.documentElement.classList.contains('live'));
}

/** What the browsers between the floor and today lack together. */
const oldest = Object.values(newer).flatMap(({ spoil: each }) => (each ? [each] : []));
const spoils: Readonly<Record<string, readonly Spoil[]>> = {
  'all that is newer': oldest,
  ...Object.fromEntries(
    Object.entries(newer).flatMap(([name, { spoil: each }]) => (each ? [[name, [each]]] : [])),
  ),
  ...Object.fromEntries(Object.entries(leanedOn).map(([name, each]) => [name, [each]])),
};

const share = ['svh phone', 'has wide', 'inset wide', 'inset-block-start phone'];

for (const [i, [name, each]] of Object.entries(spoils).entries()) {
  const isFloor = !(name in leanedOn);
  for (const size of Object.keys(sizes) as Size[]) {
    // A share: what all lack together, and what once took the pictures away.
    const shared = i === 0 ? size !== 'turned' : share.includes(`${name} ${size}`);
    if (!all && !shared) continue;
    test(`without ${name} (${size}) the story ${isFloor ? 'scrolls' : 'can be read'}`, async ({ page }) => {
      const errors = hearErrors(page);
      await spoil(page, each);
      await page.setViewportSize(sizes[size]);
      await page.goto('');
      const live = await expectReadable(page, errors);
      if (isFloor) expect(live, 'live').toBe(true);
    });
  }
}

test('a layout that a style breaks while one reads gives way to the document, and comes back', async ({
  page,
}) => {
  await spoil(page, []);
  await page.setViewportSize(phone);
  await page.goto('');
  await page.waitForSelector('html[data-live].live', { state: 'attached' });
  const broken = await page.addStyleTag({ content: '.live .stage { height: 100vh !important }' });
  await page.setViewportSize({ ...phone, height: phone.height - 60 });
  await expect(page.locator('html')).not.toHaveClass(/live/);
  await expectReadable(page, []);
  await broken.evaluate((style) => style.parentNode?.removeChild(style));
  await page.setViewportSize(phone);
  await expect(page.locator('html')).toHaveClass(/live/);
});

const section = sections[1]?.id ?? '';
for (const [name, height] of [
  ['scroll', 700],
  ['stepper', 400],
] as const) {
  for (const [lacking, each] of [
    ['all that is newer', oldest],
    ['inset', [leanedOn.inset ?? [/^$/, '']]],
  ] as const) {
    test(`an embedded section in a box for ${name} is readable without ${lacking}`, async ({
      page,
      site,
    }) => {
      await spoil(page, each);
      const errors = hearErrors(page);
      await page.route('**/host.html', (route) =>
        route.fulfill({
          contentType: 'text/html',
          body: `<!doctype html><iframe src="${site}embed/${section}/" style="width:100%;height:${height}px;border:0"></iframe>`,
        }),
      );
      await page.setViewportSize(wide);
      await page.goto('host.html');
      const frame = page.frame({ url: /embed/ });
      if (!frame) throw new Error('no frame');
      await frame.waitForSelector('html[data-embed-plain]', { state: 'attached' });
      await frame.waitForTimeout(700);
      const told = await frame.evaluate(() => ({
        live: document.documentElement.classList.contains('live'),
        stepper: document.documentElement.dataset.stepper !== undefined,
        charts: [...document.querySelectorAll('.chart[data-current] .plot')].map((plot) => plot.clientHeight),
      }));
      expect(errors).toEqual([]);
      expect(told.live).toBe(lacking !== 'inset');
      expect(told.stepper).toBe(lacking !== 'inset' && name === 'stepper');
      for (const chart of told.charts) expect(chart).toBeGreaterThan(60);
    });
  }
}

/** Takes something away before any script of the page runs: a path from the window, `!` to have it throw instead. */
const calls = [
  'ResizeObserver',
  'IntersectionObserver',
  'MutationObserver',
  'matchMedia',
  'CSS',
  'CSS.supports',
  'requestIdleCallback',
  'AbortController',
  'queueMicrotask',
  'structuredClone',
  'customElements',
  'visualViewport',
  'localStorage!',
  'sessionStorage!',
  'fetch',
  'getSelection',
  'History.prototype.replaceState!',
  'History.prototype.pushState!',
  'Document.prototype.fonts',
  'Document.prototype.getAnimations',
  'Element.prototype.animate',
  'Element.prototype.checkVisibility',
  'Element.prototype.scrollIntoView',
  'Element.prototype.toggleAttribute',
  'Element.prototype.replaceChildren',
  'Element.prototype.append',
  'Element.prototype.closest',
  'HTMLElement.prototype.inert',
  'HTMLDialogElement.prototype.show',
  'HTMLDialogElement.prototype.showModal',
  'Navigator.prototype.clipboard',
  'Array.prototype.at',
  'Array.prototype.findLast',
  'Array.prototype.flatMap',
  'MediaQueryList.prototype.addEventListener',
  'URLSearchParams',
] as const;

function takeAway(path: string): void {
  const throwing = path.endsWith('!');
  const names = path.replace('!', '').split('.');
  const last = names.pop() ?? '';
  let owner: object = window;
  for (const name of names) owner = Reflect.get(owner, name) as object;
  if (throwing) {
    const refuse = () => {
      throw new DOMException('refused', 'SecurityError');
    };
    const isCall = typeof Reflect.getOwnPropertyDescriptor(owner, last)?.value === 'function';
    Object.defineProperty(
      owner,
      last,
      isCall ? { value: refuse, configurable: true } : { get: refuse, configurable: true },
    );
  } else if (!Reflect.deleteProperty(owner, last)) throw new Error(`${path} stays`);
}

/** Every word and every picture is there, in whatever form. */
async function complete(page: Page) {
  return page.evaluate(() => ({
    words: (document.querySelector('main')?.textContent ?? '').replace(/\s+/g, '').length,
    cards: [...document.querySelectorAll('.step-card')].filter((card) => card.clientHeight > 0).length,
    pictures: [...document.querySelectorAll('.stage .chart[data-current] .plot')].filter(
      (plot) => plot.clientHeight >= 16,
    ).length,
  }));
}

const whole = new Map<string, Awaited<ReturnType<typeof complete>>>();
const first = ['ResizeObserver', 'IntersectionObserver', 'CSS.supports', 'History.prototype.replaceState!'];
const taken = all ? calls : calls.filter((call) => first.includes(call));
for (const path of ['', `embed/${section}/`]) {
  for (const call of taken) {
    test(`without ${call} nothing is thrown and nothing is missing on /${path}`, async ({ page }) => {
      const errors = hearErrors(page);
      await page.setViewportSize(phone);
      if (!whole.has(path)) {
        await page.goto(`./${path}`);
        whole.set(path, await complete(page));
      }
      await page.addInitScript(`(${takeAway.toString()})(${JSON.stringify(call)})`);
      await page.goto(`./${path}?y=0&switch=0`);
      await page.waitForTimeout(200);
      // The first moves of a reader, with what wakes by them.
      await page.evaluate(() => window.scrollTo(0, 1500));
      await page.keyboard.press('ArrowRight');
      await page.waitForTimeout(300);
      const { words, ...rest } = await complete(page);
      const { words: wordsWhole, ...restWhole } = whole.get(path) ?? { words: 0 };
      expect(rest).toEqual(restWhole);
      expect(words).toBeGreaterThan(0.9 * wordsWhole);
      expect(errors).toEqual([]);
    });
  }
}
