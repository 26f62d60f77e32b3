/**
 * State is geometry: however a reader came to a step, the page shows what a fresh load at that step shows.
 * Walks by seeded chance, on a phone and on a wide screen: a share of them here, two hundred by `npm run test:walks`.
 */
import type { Page } from '@playwright/test';
import { seededRandom } from '../support/random.js';
import { expect, phone, settledSight, test, whenLive, wide, type Sight } from './support.js';

const walks = Number(process.env.WALKS ?? 4);
const movesAWalk = 5;
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
    // At either end a button says that it is of no use; pressed all the same it must do nothing.
    return page
      .locator(button)
      .first()
      .click({ clickCount: 1 + Math.floor(chance() * 3), force: true });
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

/** Fresh loads at steps, each done once: what every walk that ends there is held to. */
class FreshLoads {
  readonly #sights = new Map<string, Sight>();
  readonly #pictures = new Map<string, { readonly picture: string; readonly step: string }>();

  constructor(readonly page: Page) {}

  async at(step: string): Promise<Sight> {
    const known = this.#sights.get(step);
    if (known) return known;
    const sight = await this.#load(step);
    this.#sights.set(step, sight);
    for (const [id, { state, picture }] of Object.entries(sight.stages)) {
      if (picture !== undefined) this.#pictures.set(`${id} ${state}`, { picture, step });
    }
    return sight;
  }

  /** The picture of a stage in a state, if any fresh load has shown it, and the step where it did. */
  picture(stage: string, state: string): { readonly picture: string; readonly step: string } | undefined {
    return this.#pictures.get(`${stage} ${state}`);
  }

  async inFull(step: string, stage: string): Promise<string | undefined> {
    return (await this.#load(step, [stage])).stages[stage]?.picture;
  }

  async #load(step: string, inFull: readonly string[] = []): Promise<Sight> {
    await this.page.goto('about:blank');
    await this.page.goto(step === '' ? './' : `./#${step}`);
    await whenLive(this.page);
    return settledSight(this.page, inFull);
  }
}

const states = (sight: Sight) => Object.entries(sight.stages).map(([id, { state }]) => `${id}: ${state}`);

for (const [screen, { name, size }] of screens.entries()) {
  test(`${walks} walks on ${name} end where a fresh load begins`, async ({ browser, page, site }) => {
    test.setTimeout(900_000);
    await page.setViewportSize(size);
    await page.goto('');
    await whenLive(page);
    const ids = await page
      .locator('[data-step], [data-section]')
      .evaluateAll((all) => all.map((each) => each.id));
    const context = await browser.newContext({ viewport: size, baseURL: site });
    const fresh = new FreshLoads(await context.newPage());
    let compared = 0;

    for (let walk = 0; walk < walks; walk += 1) {
      const seed = 1000 * (screen + 1) + walk;
      const chance = seededRandom(seed).next;
      const told = [`seed ${seed}`];
      for (let i = 0; i < movesAWalk; i += 1) {
        const move = pick(Object.keys(moves), chance) ?? 'scroll';
        told.push(move);
        await moves[move]?.(page, chance, ids);
        await page.waitForTimeout(Math.floor(chance() * 150));
      }
      const way = told.join(', ');
      const seen = await settledSight(page);
      const expected = await fresh.at(seen.step ?? '');
      expect(seen.step, way).toBe(expected.step);
      expect(states(seen), way).toEqual(states(expected));
      for (const [id, { state, picture }] of Object.entries(seen.stages)) {
        const reference = fresh.picture(id, state);
        if (picture === undefined || reference === undefined) continue;
        compared += 1;
        if (picture === reference.picture) continue;
        const full = (await settledSight(page, [id])).stages[id]?.picture;
        expect(full, `${id} after ${way}`).toBe(await fresh.inFull(reference.step, id));
      }
    }
    await context.close();
    // Walks that meet no living stage have shown nothing.
    expect(compared).toBeGreaterThan(0);
  });
}
