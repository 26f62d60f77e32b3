/**
 * The tests that need a browser. They read the build as it is served, never the development server;
 * each worker serves it for itself (tests/browser/support.ts), so there is no port to agree on.
 */
import { defineConfig } from '@playwright/test';
import { launchOptions } from './scripts/browser.mjs';
import { longLane } from './tests/browser/long-lane.js';

/**
 * `npm test` reads an excerpt of the story with every chart kind (scripts/excerpt.ts) and leaves out what another test shows
 * as well, on another screen or at greater length (tests/browser/long-lane.ts). The long lane and single runs have all of it, on the whole story.
 */
const isShort = process.env['LANE'] === 'short';
const isLong = process.env['LANE'] === 'long';

export default defineConfig({
  testDir: 'tests/browser',
  globalSetup: './tests/browser/set-up.ts',
  testMatch: '*.spec.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  ...(isShort ? { grepInvert: [...longLane] } : {}),
  // A test that passes at the second try has found something. Among hundreds on a busy machine it is named and stops nothing.
  retries: isLong ? 1 : 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
  use: {
    browserName: 'chromium',
    launchOptions: launchOptions(),
    actionTimeout: 20_000,
    trace: 'off',
    screenshot: 'only-on-failure',
  },
});
