import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { target } from './scripts/browser-floor.mjs';
import { editServer } from './scripts/edit-server.js';
import { unsoundStory } from './scripts/unsound-story.js';

export default defineConfig({
  plugins: [sveltekit(), editServer(), unsoundStory()],
  build: {
    target,
    // No name that begins with a line, which some hosts don't publish, or differs from another by capitals alone.
    rolldownOptions: { output: { hashCharacters: 'base36' } },
  },
  // A story with problems would cover the very page on which they are mended; the terminal and the console tell of them too.
  // A draft belongs to its address: at the next port it would not be found, so a taken port is said and not passed over.
  server: { hmr: { overlay: false }, strictPort: true },
  test: {
    // By default one core is left idle: with two of them, half of the machine.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          // What a hundred files import is imported once by each worker: a third of their time. So a test leaves the globals as they were.
          isolate: false,
          include: ['src/**/*.test.ts', 'tests/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'built',
          globalSetup: 'tests/built/set-up.ts',
          environment: 'node',
          isolate: false,
          include: ['tests/built/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
    ],
  },
});
