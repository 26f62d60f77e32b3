/**
 * What the sources lean on and git doesn't keep: each command asks for it here, so that none needs another one to have run before.
 *
 *   .svelte-kit/                  what tsconfig.json extends: written by the framework
 *   src/fonts/generated/          the heading face, cut down to the story's headings
 *   src/lib/embed/generated/      the loader and the embedded pages' script
 *   .story/schemas/               for editors' VS Code
 */
import { existsSync } from 'node:fs';
import { programFile, runScript, scriptBeside } from './child.mjs';

/** The framework renews its own files whenever it serves or builds: here they are only made where there are none. */
export function ensureTypes() {
  if (existsSync('.svelte-kit/tsconfig.json')) return;
  if (runScript([programFile('svelte-kit'), 'sync']) !== 0) process.exit(1);
}

/**
 * Makes all of it anew, side by side.
 * @param {readonly string[]} scripts those of scripts/ that make it
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
