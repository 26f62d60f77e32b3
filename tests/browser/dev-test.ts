/** What tests stand on that save: the development server on a copy of the story, one for each worker. */
import { expect, test as base } from '@playwright/test';
import { startDev, type DevServer } from './dev-server.js';

export const test = base.extend<object, { readonly dev: DevServer }>({
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
