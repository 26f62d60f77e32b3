/** Tests with a story in somebody else's page: both are served, and an error in either fails the test. */
import { expect, test as base, type FrameLocator, type Page } from '@playwright/test';
import { serve } from '../../scripts/serve.mjs';
import { sectionToEmbed, serveHosts } from './host-server.js';
import { buildFolder } from './support.js';

export { expect };

interface Fixtures {
  readonly site: string;
  readonly section: string;
  /** Hosts of one section. */
  readonly host: string;
  /** Hosts of its chart alone. */
  readonly chartHost: string;
  /** Hosts of the whole story. */
  readonly storyHost: string;
}

interface TestFixtures {
  readonly watch: undefined;
  /** Console errors that belong to what a test provokes. */
  readonly expected: RegExp | undefined;
}

export const test = base.extend<TestFixtures, Fixtures>({
  site: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures' names from the pattern
    async ({}, use) => {
      const { url, close } = await serve(buildFolder, 0);
      await use(url);
      await close();
    },
    { scope: 'worker' },
  ],
  section: [async ({ site }, use) => use(await sectionToEmbed(site)), { scope: 'worker' }],
  host: [
    async ({ site, section }, use) => {
      const { url, close } = await serveHosts(site, `embed/${section}/`);
      await use(url);
      await close();
    },
    { scope: 'worker' },
  ],
  chartHost: [
    async ({ site, section }, use) => {
      const { url, close } = await serveHosts(site, `embed/${section}/chart/`);
      await use(url);
      await close();
    },
    { scope: 'worker' },
  ],
  storyHost: [
    async ({ site }, use) => {
      const { url, close } = await serveHosts(site, 'embed/');
      await use(url);
      await close();
    },
    { scope: 'worker' },
  ],
  expected: [undefined, { option: true }],
  watch: [
    async ({ context, site, host, chartHost, storyHost, expected }, use) => {
      const complaints: string[] = [];
      context.on('console', (message) => {
        if (message.type() === 'error' && !expected?.test(message.text()))
          complaints.push(`console: ${message.text()}`);
      });
      context.on('weberror', (error) => complaints.push(`uncaught: ${error.error().message}`));
      context.on('request', (request) => {
        const url = request.url();
        const known = [site, host, chartHost, storyHost].some((each) => url.startsWith(each));
        if (!known && !/^(data|blob|about):/.test(url)) complaints.push(`request: ${url}`);
      });
      await use(undefined);
      expect(complaints, 'errors in host and story').toEqual([]);
    },
    { auto: true },
  ],
});

export const storyIn = (page: Page, which = 0): FrameLocator => page.frameLocator('iframe').nth(which);

/** Waits until the embedded page has found how it is shown. */
export async function modeOf(page: Page, mode: string, which = 0): Promise<void> {
  await expect(page.locator('iframe').nth(which)).toBeAttached();
  await expect(storyIn(page, which).locator('html')).toHaveAttribute('data-embed-mode', mode);
}
