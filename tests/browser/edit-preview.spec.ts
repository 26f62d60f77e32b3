/**
 * The preview is the real story: at the same step of the same order it shows the same state, and its charts the same marks, as the
 * published page. At the middle step of some sections; `npm run test:editing` tries two steps of every section, phone and wide.
 */
import type { Page } from '@playwright/test';
import { allOfEditing } from './desk.js';
import { expect, phone, test, whenLive, wide } from './support.js';

test.use({ locale: 'zh-CN' });

/** Runs in the page: brings a step to its place. */
const bring = (id: string) =>
  document.getElementById(id)?.scrollIntoView({ behavior: 'instant', block: 'start' });

/** Runs in the page: what a reader sees of the step's stage. Geometry in tenths of a px, since a tween may end a hair away. */
function see(id: string) {
  const stage = document
    .getElementById(id)
    ?.closest('[data-section]')
    ?.querySelector<HTMLElement>('[data-stage]');
  const { state, showing, through, highlight } = stage?.dataset ?? {};
  const rounded = (value: string) =>
    value.replace(/-?\d+\.\d+(?:e-?\d+)?/g, (number) => String(Math.round(Number(number) * 10) / 10));
  const kept = /^(?:d|x|y|x1|x2|y1|y2|cx|cy|r|width|height|points|transform|data-figure|data-mark)$/;
  const marks = [...(stage?.querySelectorAll('[data-current] [data-island] .c-chart *') ?? [])].map(
    (element) => {
      const attributes = [...element.attributes].filter(({ name }) => kept.test(name));
      const own = [...element.childNodes]
        .filter(({ nodeType }) => nodeType === 3)
        .map(({ textContent }) => textContent);
      return [
        element.tagName,
        ...attributes.map(({ name, value }) => `${name}=${rounded(value)}`).sort(),
        own.join('').trim(),
      ].join(' ');
    },
  );
  return {
    current: document.querySelector('[aria-current="step"]')?.id,
    state: [showing, state, through, highlight].join(' ').trim(),
    marks,
    // A published chart of marks is a picture in percent until its island lives.
    pictured: marks.some((mark) => /=\d[\d.]*%/.test(mark)),
    running: document.getAnimations().some(({ playState }) => playState === 'running'),
  };
}

async function settled(page: Page, id: string) {
  await page.evaluate(bring, id);
  let before = '';
  for (let tries = 0; tries < 120; tries += 1) {
    await page.waitForTimeout(100);
    const now = await page.evaluate(see, id);
    const text = JSON.stringify(now);
    if (text === before && now.current === id && !now.running && !now.pictured) return now;
    before = text;
  }
  throw new Error(`${id} does not come to rest: ${before.slice(0, 200)}`);
}

for (const [name, viewport] of Object.entries({ wide, phone })) {
  (allOfEditing || name === 'wide' ? test : test.skip)(
    `the preview shows what the published story shows: ${name}`,
    async ({ page, context }) => {
      test.setTimeout(allOfEditing ? 400_000 : 60_000);
      const published = page;
      const preview = await context.newPage();
      for (const each of [published, preview]) {
        await each.setViewportSize(viewport);
        await each.emulateMedia({ reducedMotion: 'reduce' });
      }
      await published.goto('');
      await whenLive(published);
      await preview.goto('preview/?lang=zh');
      await whenLive(preview);
      const steps = await published
        .locator('[data-section]')
        .evaluateAll((sections) =>
          sections.map((section) => [...section.querySelectorAll('[data-step]')].map(({ id }) => id)),
        );
      const inPreview = await preview.locator('[data-step]').evaluateAll((all) => all.map(({ id }) => id));
      expect(inPreview).toEqual(steps.flat());
      const chosen = steps.flatMap((ids, i) =>
        allOfEditing
          ? [ids[Math.floor(ids.length / 2)] ?? '', ids.at(-1) ?? '']
          : i === 2
            ? [ids[Math.floor(ids.length / 2)] ?? '']
            : [],
      );
      for (const id of new Set(chosen)) {
        const there = await settled(published, id);
        const here = await settled(preview, id);
        expect(here, id).toEqual(there);
        expect(there.marks.length, id).toBeGreaterThan(0);
      }
    },
  );
}
