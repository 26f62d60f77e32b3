/**
 * What a machine can find out about access: axe on the readers' pages, light on a phone and dark on a wide screen;
 * `npm run test:a11y` has every pair.
 */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, phone, test, whenLive, wide } from './support.js';

const readersPages = ['', 'source/', 'figures/'];

/**
 * On a phone all the report's figures share the rail's one line, so that its ticks can't be finger-wide. Each has its equivalent in
 * the text, the table and the ledger, which is what the success criterion asks of small targets.
 */
const hasEquivalent = (rule: string, html: string) => rule === 'target-size' && html.includes('data-of=');

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [name, viewport] of Object.entries({ phone, wide })) {
    test.describe(`${colorScheme}, ${name}`, () => {
      test.use({ colorScheme, viewport, reducedMotion: 'reduce' });
      test.skip(process.env.A11Y !== 'all' && (colorScheme === 'light') !== (name === 'phone'));

      for (const path of readersPages) {
        test(`/${path} has no fault that axe can find`, async ({ page }) => {
          test.setTimeout(180_000);
          await page.goto(`./${path}`);
          if (path === '') await whenLive(page);
          const { violations } = await new AxeBuilder({ page })
            .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
            .analyze();
          const told = violations
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
          expect(told).toEqual([]);
        });
      }
    });
  }
}
