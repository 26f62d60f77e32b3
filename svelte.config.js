import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/**
 * The inline scripts of ours: every page's, the story pages' and, once scripts/embed-scripts.ts has built it, the embedded pages'. The framework
 * hashes its own inline code only.
 *
 * @type {readonly `sha256-${string}`[]}
 */
const inlineScripts = [
  'islands/every-page.js',
  'islands/find-story.js',
  'islands/early.js',
  'embed/generated/frame.js.txt',
]
  .map((path) => new URL(`./src/lib/${path}`, import.meta.url))
  .filter((url) => existsSync(url))
  .map((url) => readFileSync(url, 'utf8'))
  .map((text) => /** @type {const} */ (`sha256-${createHash('sha256').update(text).digest('base64')}`));

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
    paths: { base: /** @type {'' | `/${string}`} */ (process.env.BASE_PATH ?? ''), relative: true },
    // Some hosts (Jekyll's) publish nothing whose name begins with a line; static/.nojekyll asks them to, too.
    appDir: 'app',
    // One style sheet file costs a round trip before the first paint: all of it is inlined.
    inlineStyleThreshold: 1_000_000,
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['none'],
        'script-src': ['self', ...inlineScripts],
        'style-src': ['self'],
        // One style attribute: that of the framework's live region, on the editors' pages, which the browser draws.
        'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
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
    prerender: {
      // A story without a brief has no page of it, one without a date no feed; every other route has a page.
      handleUnseenRoutes: ({ routes, message }) => {
        if (routes.some((route) => !/\/(?:\[brief=brief\]|feed\.xml)$/.test(route))) throw new Error(message);
      },
      // Pictures and documents are made after the pages that name them (`npm run build:all`). A feed that no page names is that of a
      // story without a date, which the framework asks for because the route has no parameter that must be there.
      handleHttpError: ({ path, referrer, message }) => {
        if (!referrer && path.endsWith('/feed.xml')) return;
        if (!/\/(?:pictures\/[\w-]+\.(?:png|svg)|download\/story\.[\w.-]+)$/.test(path))
          throw new Error(message);
      },
      handleMissingId: 'fail',
    },
  },
};
