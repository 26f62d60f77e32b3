/** The script that makes pictures of steps in a browser (scripts/take-away/pictures.ts): one file and one style sheet, never served. */
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [svelte()],
  publicDir: false,
  build: {
    outDir: '.story/pictures/script',
    emptyOutDir: true,
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    lib: {
      entry: 'src/lib/pictures/entry.ts',
      formats: ['iife'],
      name: 'picturesEntry',
      fileName: () => 'pictures.js',
      cssFileName: 'pictures',
    },
  },
});
