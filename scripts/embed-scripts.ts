/**
 * Builds the two classic scripts for embedding into src/lib/embed/generated/, as text: the loader for host pages and the inline
 * script of embedded pages. They are built before the site, because the site prints them and the Content Security Policy contains
 * the second one's hash. The loader's size is checked here, because it is a cost for host pages.
 *
 * With `--freeze` the loader is also written to static/embed.v1.js, which no build changes, because other sites' pages load it
 * from there.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const folder = 'src/lib/embed/generated';
/** The greatest size of the gzipped loader with its licence, in bytes. */
const mostBytes = 3400;

const licence = '/*! story-embed v1, MIT. Source: src/lib/embed */\n';

async function bundled(name: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      write: false,
      target: 'es2020',
      modulePreload: false,
      rolldownOptions: { input: `src/lib/embed/${name}.ts`, output: { format: 'iife' } },
    },
  });
  const [chunk] = [built].flat().flatMap((each) => ('output' in each ? each.output : []));
  if (chunk?.type !== 'chunk') throw new Error(`no script was made of ${name}.ts`);
  return chunk.code;
}

mkdirSync(folder, { recursive: true });
const loader = licence + (await bundled('loader'));
writeFileSync(`${folder}/loader.js.txt`, loader);
writeFileSync(`${folder}/frame.js.txt`, await bundled('frame'));

const size = gzipSync(loader, { level: 9 }).length;
console.log(`embed.js: ${size} bytes gz of ${mostBytes}`);
if (size > mostBytes) {
  console.error('embed-scripts: the loader is over its budget');
  process.exit(1);
}
if (process.argv.includes('--freeze')) {
  writeFileSync('static/embed.v1.js', loader);
  const hash = createHash('sha256').update(loader).digest('hex');
  console.log(`static/embed.v1.js is written; tests/built/frozen-loader.test.ts has to name ${hash}`);
}
