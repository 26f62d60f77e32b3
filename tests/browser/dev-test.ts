/** What tests stand on that save: the development server on a copy of the story, one for each worker. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test as base } from '@playwright/test';
import { startDev, type DevServer } from './dev-server.js';

export const test = base.extend<{ readonly clean: undefined }, { readonly dev: DevServer }>({
  // Drafts lie beside the story: no test finds another's.
  clean: [
    async ({ dev }, use) => {
      rmSync(join(dev.folder, '.drafts'), { recursive: true, force: true });
      await use(undefined);
    },
    { auto: true },
  ],
  dev: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures' names from the pattern
    async ({}, use) => {
      const dev = await startDev();
      await use(dev);
      await dev.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});
export { expect };
