/**
 * One build at a time in this folder: two share what is made on the way (`.svelte-kit/`, `.islands/`, generated files), and would mix
 * one story's with another's. The second waits for the first, wherever it was started.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isRunning } from './child.mjs';
import { codeOf } from './error-code.mjs';

const note = '.story/building';

/** Whether the turn was free; it is ours then, until this process ends. */
function take() {
  try {
    writeFileSync(note, String(process.pid), { flag: 'wx' });
    process.once('exit', () => rmSync(note, { force: true }));
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** The process whose turn it is; 0 when it has just ended. */
function owner() {
  try {
    return Number(readFileSync(note, 'utf8'));
  } catch {
    return 0;
  }
}

/** Waits until no other build runs here, and says so. */
export async function takeTurn() {
  mkdirSync('.story', { recursive: true });
  for (let waited = 0; !take(); waited += 1) {
    const other = owner();
    // A killed build leaves its note. One that has only just made it hasn't written into it yet: that gets a moment.
    if (!isRunning(other) && waited > 0) rmSync(note, { force: true });
    else if (waited === 1) console.error('Another build is at work in this folder; this one waits for it.');
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}
