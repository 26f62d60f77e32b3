/**
 * Makes the generated files that the sources need and Git does not contain. Each command asks for them here, so that none needs
 * another one to have run before.
 *
 *   .svelte-kit/                  extended by tsconfig.json; written by SvelteKit
 *   src/fonts/generated/          the heading font, subset to the story's headings
 *   src/lib/embed/generated/      the loader and the embedded pages' script
 *   .story/schemas/               JSON Schemas for editors' VS Code
 */
import { existsSync } from 'node:fs';
import { programFile, runScript, scriptBeside } from './child.mjs';

/** Makes SvelteKit's files if there are none; SvelteKit itself updates them whenever it serves or builds. */
export function ensureTypes() {
  if (existsSync('.svelte-kit/tsconfig.json')) return;
  if (runScript([programFile('svelte-kit'), 'sync']) !== 0) process.exit(1);
}

/**
 * Runs these scripts in parallel.
 * @param {readonly string[]} scripts files of scripts/
 */
export async function make(...scripts) {
  ensureTypes();
  const runs = scripts.map((script) => scriptBeside(['scripts/run.mjs', `scripts/${script}`]));
  for (const run of runs) {
    const { status, output } = await run;
    process.stdout.write(output);
    if (status !== 0) process.exit(status);
  }
}
