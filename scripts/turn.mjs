/**
 * Allows one build at a time in this folder, because builds share intermediate files (`.svelte-kit/`, `.islands/`, generated
 * files) and would mix their stories. A second build waits for the first, wherever it was started.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isRunning } from './child.mjs';
import { codeOf } from './error-code.mjs';

const note = '.story/building';

/** Takes the turn if it is free, until this process ends. @returns whether it was free */
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

/** Id of the process whose turn it is; 0 if it has just ended. */
function owner() {
  try {
    return Number(readFileSync(note, 'utf8'));
  } catch {
    return 0;
  }
}

/** Waits until no other build runs here, and prints that it waits. */
export async function takeTurn() {
  mkdirSync('.story', { recursive: true });
  for (let waited = 0; !take(); waited += 1) {
    const other = owner();
    // A killed build leaves its note behind. A build that has just created its note may not have written into it yet, so it gets
    // a moment.
    if (!isRunning(other) && waited > 0) rmSync(note, { force: true });
    else if (waited === 1) console.error('Another build is at work in this folder; this one waits for it.');
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}
