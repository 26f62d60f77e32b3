/**
 * State is geometry: however a reader came to a step, the page shows what a fresh load at that step shows.
 * Two hundred walks by seeded chance, on a phone and on a wide screen.
 */
import type { Page } from '@playwright/test';
import { expect, phone, seeded, settledSight, test, whenLive, wide, type Sight } from './support.js';

const walksATest = 25;
const movesAWalk = 6;
const screens = [
  { name: 'a phone', size: phone },
  { name: 'a wide screen', size: wide },
];

type Move = (page: Page, chance: () => number, ids: readonly string[]) => Promise<unknown>;

const pick = <T>(from: readonly T[], chance: () => number): T | undefined =>
  from[Math.floor(chance() * from.length)];

const moves: Readonly<Record<string, Move>> = {
  scroll: (page, chance) => {
    const share = chance();
    return page.evaluate(
      (to) => window.scrollTo({ top: to * document.documentElement.scrollHeight, behavior: 'instant' }),
      share,
    );
  },
  wheel: async (page, chance) => {
    for (let i = 0; i < 4; i += 1) await page.mouse.wheel(0, (chance() - 0.4) * 2500);
  },
  jump: (page, chance, ids) => {
    const id = pick(ids, chance);
    return page.evaluate((to) => {
      location.hash = to ?? '';
    }, id);
  },
  key: async (page, chance) => {
    const key =
      pick(['ArrowRight', 'ArrowLeft', 'PageDown', 'PageUp', 'End', 'Home', 'Space'], chance) ?? 'Home';
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press(key);
  },
  button: (page, chance) => {
    const button = chance() < 0.6 ? 'button[data-next]' : 'button[data-previous]';
    return page
      .locator(button)
      .first()
      .click({ clickCount: 1 + Math.floor(chance() * 3) });
  },
  resize: async (page, chance) => {
    const size = page.viewportSize() ?? phone;
    await page.setViewportSize({ width: size.width - Math.floor(chance() * 40), height: size.height - 30 });
    await page.waitForTimeout(40);
    await page.setViewportSize(size);
  },
  reload: async (page) => {
    await page.reload();
    await whenLive(page);
  },
  back: async (page) => {
    // At the beginning of the history there is nothing to go back to.
    if (await page.evaluate(() => history.length > 2 && location.hash !== '')) await page.goBack();
    await whenLive(page);
  },
};

for (const { name, size } of screens) {
  for (let batch = 0; batch < 4; batch += 1) {
    test(`${walksATest} walks on ${name} end where a fresh load begins, batch ${batch + 1}`, async ({
      browser,
      page,
      site,
    }) => {
      test.setTimeout(300_000);
      await page.setViewportSize(size);
      await page.goto('');
      await whenLive(page);
      const ids = await page
        .locator('[data-step], [data-section]')
        .evaluateAll((all) => all.map((each) => each.id));
      const fresh = new Map<string, Sight>();
      /** By stage and state, from fresh loads alone. */
      const pictures = new Map<string, string>();
      const freshAt = async (step: string): Promise<Sight> => {
        const known = fresh.get(step);
        if (known) return known;
        const context = await browser.newContext({ viewport: size, baseURL: site });
        const reader = await context.newPage();
        await reader.goto(step === '' ? '' : `#${step}`);
        await whenLive(reader);
        const sight = await settledSight(reader);
        await context.close();
        fresh.set(step, sight);
        for (const [id, { state, picture }] of Object.entries(sight.stages)) {
          if (picture !== undefined) pictures.set(`${id} ${state}`, picture);
        }
        return sight;
      };

      let compared = 0;
      for (let walk = 0; walk < walksATest; walk += 1) {
        const seed = 1000 * (batch + 1) + walk + (size === phone ? 0 : 500);
        const chance = seeded(seed);
        const told: string[] = [`seed ${seed}`];
        for (let i = 0; i < movesAWalk; i += 1) {
          const move = pick(Object.keys(moves), chance) ?? 'scroll';
          told.push(move);
          await moves[move]?.(page, chance, ids);
          await page.waitForTimeout(Math.floor(chance() * 250));
        }
        const seen = await settledSight(page);
        const expected = await freshAt(seen.step ?? '');
        expect(seen.step ?? '', told.join(', ')).toBe(expected.step ?? '');
        const states = (sight: Sight) =>
          Object.entries(sight.stages).map(([id, { state }]) => `${id}: ${state}`);
        expect(states(seen), told.join(', ')).toEqual(states(expected));
        for (const [id, { state, picture }] of Object.entries(seen.stages)) {
          const reference = pictures.get(`${id} ${state}`);
          if (picture === undefined || reference === undefined) continue;
          expect(picture, `${id} after ${told.join(', ')}`).toBe(reference);
          compared += 1;
        }
      }
      // A walk that meets no living stage has shown nothing.
      expect(compared).toBeGreaterThan(walksATest);
    });
  }
}
