import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { editServer } from './scripts/edit-server.js';

export default defineConfig({
  plugins: [sveltekit(), editServer()],
  build: { target: 'es2022' },
  // A story with problems would cover the very page on which they are mended; the terminal and the console tell of them too.
  server: { hmr: { overlay: false } },
  test: {
    // By default one core is left idle: with two of them, half of the machine.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['src/**/*.test.ts', 'tests/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          // Reads `build/`, so it runs after a build.
          name: 'built',
          environment: 'node',
          include: ['tests/built/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
    ],
  },
});
