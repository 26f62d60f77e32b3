/**
 * The script that readers' browsers get: one small entry and a chunk for each chart kind, loaded when its stage comes near.
 * It is a build of its own because the framework's client build would tie the charts' styles to script.
 */
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { target } from './scripts/browser-floor.mjs';

export default defineConfig({
  plugins: [svelte()],
  resolve: { alias: { $lib: fileURLToPath(new URL('./src/lib', import.meta.url)) } },
  base: './',
  publicDir: false,
  build: {
    outDir: '.islands',
    emptyOutDir: true,
    manifest: 'manifest.json',
    modulePreload: false,
    cssCodeSplit: false,
    target,
    rolldownOptions: {
      input: 'src/lib/islands/entry.ts',
      output: {
        // As in vite.config.ts.
        hashCharacters: 'base36',
        entryFileNames: 'live/[name]-[hash].js',
        chunkFileNames: 'live/[name]-[hash].js',
        assetFileNames: 'live/[name]-[hash][extname]',
        // What layouts share is one chunk: every story has most of it, and one is smaller than six. Not `foreign`, which the
        // source sheet shares: it would bring the whole chunk while the page is idle.
        codeSplitting: {
          groups: [
            {
              name: 'scene',
              test: /charts\/scene\/(?:grammar|rows|notes|set-large|text)\./,
            },
          ],
        },
      },
    },
  },
});
