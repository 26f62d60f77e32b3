/**
 * Runs a TypeScript script with the site's module resolution: `node scripts/run.mjs scripts/<name>.ts [arguments]`.
 * `process.argv` contains the script's path and arguments as if Node had run it directly.
 */
import { resolve } from 'node:path';
import { runnerImport } from 'vite';
import { ensureTypes } from './made.mjs';

const [script, ...rest] = process.argv.slice(2);
if (!script) {
  console.error('usage: node scripts/run.mjs <script.ts> [arguments]');
  process.exit(2);
}
ensureTypes();
process.argv = [process.execPath, resolve(script), ...rest];
await runnerImport(resolve(script), { configFile: false, logLevel: 'error' });
