/** Everything by keyboard: a step on, a step back, every link and button, no trap, the focus always to be seen. */
import type { Page } from '@playwright/test';
import { expect, phone, settledSight, test, whenLive, wide } from './support.js';

for (const [name, viewport] of Object.entries({ phone, wide })) {
  test.describe(`by keyboard on a ${name} screen`, () => {
    test.use({ viewport, reducedMotion: 'reduce' });

    test('three quick presses of an arrow key go three steps, single ones through every step, on and back', async ({
      page,
    }) => {
      test.setTimeout(180_000);
      await page.goto('');
      await whenLive(page);
      const ids = await page.locator('[data-step]').evaluateAll((all) => all.map((step) => step.id));
      for (let i = 0; i < 3; i += 1) await page.keyboard.press('ArrowRight');
      expect((await settledSight(page)).step).toBe(ids[2]);
      for (const id of ids.slice(3)) {
        await page.keyboard.press('ArrowRight');
        await expect(page.locator('[aria-current="step"]')).toHaveAttribute('id', id);
      }
      for (const id of ids.slice(-6, -1).reverse()) {
        await page.keyboard.press('ArrowLeft');
        await expect(page.locator('[aria-current="step"]')).toHaveAttribute('id', id);
      }
    });

    test('the buttons do the same and keep the focus', async ({ page }) => {
      await page.goto('');
      await whenLive(page);
      const ids = await page.locator('[data-step]').evaluateAll((all) => all.map((step) => step.id));
      const next = page.locator('button[data-next]').first();
      await next.focus();
      for (const id of ids.slice(0, 4)) {
        await page.keyboard.press('Enter');
        await expect(page.locator('[aria-current="step"]')).toHaveAttribute('id', id);
        await expect(next).toBeFocused();
      }
      await page.locator('button[data-previous]').first().focus();
      await page.keyboard.press('Enter');
      await expect(page.locator('[aria-current="step"]')).toHaveAttribute('id', ids[2] ?? '');
    });

    test('the arrow keys go through a graphic’s numbers, Enter to the source, Escape back', async ({
      page,
    }) => {
      await page.goto('');
      await whenLive(page);
      const sections = await sectionsWithMarks(page);
      expect(sections.length).toBeGreaterThan(1);
      for (const section of sections.slice(0, 3)) {
        const last = page.locator(`[data-section="${section}"] [data-step]`).last();
        await last.scrollIntoViewIfNeeded();
        await last.evaluate((step) => step.scrollIntoView({ block: 'start', behavior: 'instant' }));
        const plot = page.locator(`[data-stage="${section}"] .chart[data-current][data-alive] [data-island]`);
        await plot.waitFor();
        await settledSight(page);
        const step = await page.locator('[aria-current="step"]').getAttribute('id');
        const drawn = await plot.evaluate((element) => [
          ...new Set(
            [...element.querySelectorAll<SVGElement>('a[data-figure], a[data-derived]')].map(
              ({ dataset }) => dataset.figure ?? dataset.derived,
            ),
          ),
        ]);
        await plot.focus();
        const visited: (string | undefined)[] = [];
        for (const id of drawn) {
          await page.keyboard.press('ArrowRight');
          const focused = await page.evaluate(() => {
            const link = document.activeElement;
            return link instanceof SVGElement || link instanceof HTMLElement
              ? { id: link.dataset.figure ?? link.dataset.derived, hidden: !!link.closest('[aria-hidden]') }
              : undefined;
          });
          expect(focused, `${section}: ${id}`).toEqual({ id, hidden: false });
          visited.push(focused?.id);
        }
        expect(visited).toEqual(drawn);
        await page.keyboard.press('Home');
        await page.keyboard.press('Enter');
        await expect(page.locator('dialog[data-sheet]')).toBeVisible();
        await page.keyboard.press('Escape');
        await expect(page.locator('dialog[data-sheet]')).toBeHidden();
        // The focus comes back after the next paint.
        await expect(plot.locator(':focus')).toHaveCount(1);
        await page.keyboard.press('Escape');
        await expect(plot).toBeFocused();
        expect(await page.locator('[aria-current="step"]').getAttribute('id')).toBe(step);
        await page.keyboard.press('Tab');
        await expect(plot.locator('[aria-hidden="true"]').first()).toBeAttached();
      }
    });

    test('tabbing passes every stop of the page and out at its end, each stop seen and uncovered', async ({
      page,
    }) => {
      test.setTimeout(240_000);
      await page.goto('');
      await whenLive(page);
      const faults: string[] = [];
      const stops = new Set<string>();
      let left = false;
      const judge = ({ marked, visible, what }: Stop) => {
        if (!marked) faults.push(`no focus ring: ${what}`);
        if (!visible) faults.push(`covered or out of view: ${what}`);
      };
      for (let i = 0; i < 1500 && !left; i += 1) {
        await page.keyboard.press('Tab');
        const stop = await page.evaluate(readFocus);
        if (!stop) left = true;
        else {
          // A trap goes round: a stop comes a second time before the page is left. A chart may be led to twice.
          if (!stop.inChart) expect(stops, `trapped at ${stop.what}`).not.toContain(stop.key);
          stops.add(stop.key);
          judge(stop);
          if (!stop.leadsToChart) continue;
          await page.keyboard.press('Enter');
          await expect(page.locator('[data-stage] .chart[data-current] > [data-island]:focus')).toHaveCount(
            1,
          );
          const chart = await page.evaluate(readFocus);
          if (chart) judge(chart);
        }
      }
      expect(left, 'the page is left at its end').toBe(true);
      expect(faults).toEqual([]);
      expect(await page.evaluate(unvisited)).toEqual([]);
    });
  });
}

/** Sections whose graphic ends with a picture that bears several numbers. */
async function sectionsWithMarks(page: Page): Promise<string[]> {
  return page.locator('[data-section]').evaluateAll((sections) =>
    sections.flatMap((section) => {
      const last = [...section.querySelectorAll<HTMLElement>('[data-step]')].at(-1)?.dataset.chart;
      const chart = section.querySelector(`.chart[data-name="${last}"]`);
      const numbers = chart?.querySelectorAll('svg a:is([data-figure], [data-derived])').length ?? 0;
      return section instanceof HTMLElement && numbers > 2 ? [section.dataset.section ?? ''] : [];
    }),
  );
}

interface Stop {
  readonly key: string;
  readonly what: string;
  /** Whether it shows that it has the focus. */
  readonly marked: boolean;
  readonly visible: boolean;
  readonly leadsToChart: boolean;
  readonly inChart: boolean;
}

/** Runs in the page. What has the focus, whether it shows that it has, and whether something lies over it. */
function readFocus(): Stop | undefined {
  const element = document.activeElement;
  if (!element || element === document.body) return undefined;
  const numbered = element as Element & { tabStop?: string };
  const counter = window as Window & { tabStops?: number };
  const isNew = numbered.tabStop === undefined;
  counter.tabStops = (counter.tabStops ?? 0) + (isNew ? 1 : 0);
  numbered.tabStop ??= String(counter.tabStops);
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
  const marked = (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1) || boxShadow !== 'none';
  // A link broken over two lines has two boxes: one of them in sight is enough.
  const boxes = [...element.getClientRects()];
  const visible = boxes.some((box) => {
    const x = box.left + box.width / 2;
    const y = box.top + box.height / 2;
    if (x < 0 || y < 0 || x > window.innerWidth || y > window.innerHeight) return false;
    const top = document.elementFromPoint(x, y);
    return top !== null && (element.contains(top) || top.contains(element));
  });
  const leadsToChart = element.matches('.to-chart');
  const inChart = element.closest('.chart') !== null;
  const what = element.outerHTML.slice(0, 140);
  return { key: numbered.tabStop, what, marked, visible, leadsToChart, inChart };
}

/** Runs in the page. What can be tabbed to and has not been, by the marks that `readFocus` leaves. */
function unvisited(): string[] {
  const candidates = 'a[href], button, input, select, textarea, summary, iframe, [tabindex]';
  return [...document.querySelectorAll<HTMLElement | SVGElement>(candidates)]
    .filter((element) => element.tabIndex >= 0 && !element.matches(':disabled'))
    .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('[inert]'))
    .filter((element) => (element as Element & { tabStop?: string }).tabStop === undefined)
    .map((element) => element.outerHTML.slice(0, 140));
}
