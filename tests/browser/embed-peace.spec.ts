/**
 * The host is left in peace: nothing of its own shifts after the frame has loaded, and nobody talks when nothing moves.
 *
 * Loaded is a frame when it has had its `load` event and the host its first height: a script that sizes frames by what they say
 * moves once what stands below, and iframe-resizer does so no sooner than at that event. That move is not counted, everything
 * after it is. So that there is something to shift, the text above the frame is short, and what follows it is in view.
 */
import type { Page } from '@playwright/test';
import { expect, storyIn, test } from './hosts.js';

/** The rest by `npm run test:hosts`. */
const every = process.env.HOSTS === 'all';

/** Runs in host and story before anything else. */
function listen(): void {
  const shifts: [number, number][] = [];
  let loaded = Infinity;
  let sized = 0;
  const heard = {
    messages: 0,
    get shift() {
      const later = shifts.filter(([time]) => time > Math.max(loaded, sized));
      return later.reduce((sum, [, value]) => sum + value, 0);
    },
  };
  Reflect.set(window, 'heard', heard);
  addEventListener('message', () => (heard.messages += 1));
  if (window.parent !== window) return;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      shifts.push([entry.startTime, Number(Reflect.get(entry, 'value'))]);
  }).observe({ type: 'layout-shift', buffered: true });
  document.addEventListener(
    'load',
    ({ target }) => {
      if (target instanceof HTMLIFrameElement) loaded = performance.now();
    },
    true,
  );
  let heights = 0;
  const sizes = new ResizeObserver(([frame]) => {
    if (frame?.contentRect.height === 0) return;
    heights += 1;
    // The first is that of its markup. What the second moves is told of before the next picture.
    if (heights === 2) requestAnimationFrame(() => (sized = performance.now()));
  });
  document.addEventListener('DOMContentLoaded', () => {
    const short = new CSSStyleSheet();
    short.replaceSync('.text:first-child { min-height: 0 }');
    document.adoptedStyleSheets = [short];
    for (const frame of document.querySelectorAll('iframe')) sizes.observe(frame);
    new MutationObserver(() => {
      for (const frame of document.querySelectorAll('iframe')) sizes.observe(frame);
    }).observe(document.body, { childList: true, subtree: true });
  });
}

async function told(page: Page) {
  const [outer, inner] = await Promise.all([
    page.evaluate(() => ({ ...Reflect.get(window, 'heard') })),
    storyIn(page)
      .locator('html')
      .evaluate(() => ({ ...Reflect.get(window, 'heard') })),
  ]);
  return { shift: Number(outer.shift), outer: Number(outer.messages), inner: Number(inner.messages) };
}

for (const { host, width = 1000, part = 'section', often = false } of [
  { host: 'loader', often: true },
  { host: 'loader', width: 390 },
  { host: 'loader', part: 'chart' },
  { host: 'loader-header' },
  { host: 'loader-clipped' },
  { host: 'loader-bare' },
  { host: 'pym' },
  { host: 'pym', part: 'chart' },
  { host: 'iframe-resizer-4' },
  { host: 'iframe-resizer-5' },
  { host: 'newswire-frames' },
  { host: 'amp-style' },
  { host: 'amp-style', part: 'chart' },
  { host: 'datawrapper-style' },
  { host: 'iframe-resize' },
  { host: 'wordpress' },
  { host: 'fixed-600' },
  { host: 'script-stripped' },
] as const) {
  if (!every && !often) continue;
  test(`${host}, ${width} px, a ${part}: shifts nothing, and falls silent`, async ({
    page,
    host: sections,
    chartHost,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.addInitScript(listen);
    await page.goto(`${part === 'chart' ? chartHost : sections}${host}.html`);
    await expect(storyIn(page).locator('html')).toHaveAttribute('data-embed-mode', /./);
    await page.mouse.move(width / 2, 500);
    // To the end, where something stands below the frame that a change of its height would move, and back.
    for (const way of [250, -120]) {
      for (let i = 0; i < 14; i += 1) {
        await page.mouse.wheel(0, way);
        await page.waitForTimeout(100);
      }
    }
    // What a late host would have to hear has been said again by now.
    await page.waitForTimeout(host.startsWith('loader') ? 1000 : 3500);
    const before = await told(page);
    await page.waitForTimeout(2000);
    const after = await told(page);
    expect([after.outer - before.outer, after.inner - before.inner], 'at rest').toEqual([0, 0]);
    expect(after.outer, 'something was said').toBeGreaterThan(0);
    expect(after.shift, 'shift').toBeLessThanOrEqual(0.02);
  });
}
