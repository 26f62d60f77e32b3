import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/**
 * The inline scripts of ours: the story pages' and, once scripts/embed-scripts.ts has built it, the embedded pages'. The framework
 * hashes its own inline code only.
 */
const inlineScripts = ['islands/early.js', 'embed/generated/frame.js.txt']
  .map((path) => new URL(`./src/lib/${path}`, import.meta.url))
  .filter((url) => existsSync(url))
  .map((url) => readFileSync(url, 'utf8'))
  .map((text) => `sha256-${createHash('sha256').update(text).digest('base64')}`);

/** Where the pages go: the build script builds beside the old site and swaps only when all went well. */
const out = process.env.BUILD_DIR ?? 'build';

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  vitePlugin: {
    // A component of ours without runes would be taken for one of the old kind, to which every object is another one each time:
    // one such parent has all that stands in it done again at every change.
    dynamicCompileOptions: ({ filename }) => (filename.includes('node_modules') ? {} : { runes: true }),
  },
  kit: {
    adapter: adapter({ pages: out, assets: out, strict: true }),
    paths: { base: process.env.BASE_PATH ?? '', relative: true },
    // One style sheet file costs a round trip before the first paint: all of it is inlined.
    inlineStyleThreshold: 1_000_000,
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['none'],
        'script-src': ['self', ...inlineScripts],
        'style-src': ['self'],
        // LayerCake places its layers with style attributes; script can't be smuggled in by one.
        'style-src-attr': ['unsafe-inline'],
        'img-src': ['self', 'data:'],
        'font-src': ['self'],
        'connect-src': ['self'],
        // Previews: the editing page's and the embed dialog's.
        'frame-src': ['self'],
        'base-uri': ['none'],
        'form-action': ['none'],
      },
    },
    // Not the moment of the build, which it is otherwise: two builds of one tree are the same.
    version: { name: 'story' },
    prerender: { handleHttpError: 'fail', handleMissingId: 'fail', handleUnseenRoutes: 'fail' },
  },
};
