/** Work that may wait, one piece at a time and only while the browser has time for it: a scroll must not feel a chart come to life. */

const waiting: (() => Promise<void>)[] = [];
let running = false;

/** Longest time that a piece waits for an idle moment, in ms: a reader who scrolls without pause still gets living charts. */
const patience = 300;

function idle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: patience });
    else setTimeout(resolve, 0);
  });
}

/** Longest time that one piece keeps the others waiting, in ms: a chunk that never comes must not take the other charts with it. */
const turn = 4000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function run(): Promise<void> {
  running = true;
  for (let work = waiting.shift(); work; work = waiting.shift()) {
    await idle();
    await Promise.race([work(), pause(turn)]);
  }
  running = false;
}

/** @param work must not throw: nobody would hear it */
export function inTurn(work: () => Promise<void>): void {
  waiting.push(work);
  if (!running) void run();
}
