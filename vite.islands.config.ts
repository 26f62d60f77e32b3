/**
 * The script that readers' browsers get: one small entry and a chunk for each chart kind, loaded when its stage comes near.
 * It is a build of its own because the framework's client build would tie the charts' styles to script.
 */
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [svelte()],
  resolve: { alias: { $lib: new URL('./src/lib', import.meta.url).pathname } },
  base: './',
  publicDir: false,
  build: {
    outDir: '.islands',
    emptyOutDir: true,
    manifest: 'manifest.json',
    modulePreload: false,
    cssCodeSplit: false,
    target: 'es2022',
    rolldownOptions: {
      input: 'src/lib/islands/entry.ts',
      output: {
        entryFileNames: 'live/[name]-[hash].js',
        chunkFileNames: 'live/[name]-[hash].js',
        assetFileNames: 'live/[name]-[hash][extname]',
      },
    },
  },
});
