/**
 * What a machine can find out about access: axe on the readers' and the embedded pages, light on a phone and dark on a wide screen;
 * `npm run test:a11y` has every pair.
 */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { sections } from '../support/story-files.js';
import { expect, openCodes, phone, test, whenLive, wide } from './support.js';

const all = process.env.A11Y === 'all';
const readersPages = ['', 'source/', 'figures/'];
/** Of one section and its chart; the first in every run. */
const id = sections.find(({ charts }) => charts.length > 0)?.id ?? '';
const embeddedPages = [
  `embed/${id}/`,
  'embed/',
  'embedding/',
  `embed/${id}/chart/`,
  'en/embed/',
  `en/embed/${id}/`,
  `en/embed/${id}/chart/`,
  'en/embedding/',
];

/**
 * On a phone all the report's figures share the rail's one line, and a tally's folded ticks one, so that they can't be finger-wide.
 * Each has its equivalent in the text, the table and the ledger, which is what the success criterion asks of small targets.
 */
const hasEquivalent = (rule: string, html: string) =>
  rule === 'target-size' && /data-of=|class="c-number c-tick-/.test(html);

async function faultsOf(page: Page, within?: string) {
  const axe = new AxeBuilder({ page })
    // What passes is counted and not described: describing it takes longer than finding what fails. Before the tags, which it takes with it.
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']);
  const { violations } = await (within === undefined ? axe : axe.include(within)).analyze();
  return violations
    .map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.filter(({ html }) => !hasEquivalent(id, html)),
    }))
    .filter(({ nodes }) => nodes.length > 0)
    .map(({ id, help, nodes }) => ({
      id,
      help,
      count: nodes.length,
      first: nodes
        .slice(0, 3)
        .map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary ?? ''}`),
    }));
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [name, viewport] of Object.entries({ phone, wide })) {
    test.describe(`${colorScheme}, ${name}`, () => {
      test.use({ colorScheme, viewport, reducedMotion: 'reduce' });
      test.skip(!all && (colorScheme === 'light') !== (name === 'phone'));

      for (const path of readersPages) {
        test(`/${path} has no fault that axe can find`, async ({ page }) => {
          test.setTimeout(180_000);
          await page.goto(`./${path}`);
          if (path === '') await whenLive(page);
          expect(await faultsOf(page)).toEqual([]);
        });
      }

      for (const path of embeddedPages.filter((_, i) => all || (i === 0 && name === 'phone'))) {
        test(`/${path} has no fault that axe can find`, async ({ page }) => {
          test.setTimeout(180_000);
          await page.goto(`./${path}`);
          if (path.includes('embed/')) await whenLive(page);
          expect(await faultsOf(page)).toEqual([]);
        });
      }

      for (const path of all ? ['', 'en/'] : []) {
        test(`the dialog that offers codes at /${path} has no fault that axe can find`, async ({ page }) => {
          await page.goto(`./${path}`);
          await whenLive(page);
          await openCodes(page, 0);
          await page.frameLocator('[data-preview] iframe').locator('.lone-stage[data-drawn]').waitFor();
          expect(await faultsOf(page, 'dialog[open]')).toEqual([]);
        });
      }
    });
  }
}
