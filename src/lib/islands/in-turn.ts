/**
 * Charts come to life one at a time and only while the browser has time for it: a scroll must not feel one do so. Knows no charts:
 * work of one kind waits for the same chunk of script, and that is all it knows of kinds.
 */

interface Work {
  readonly kind: string;
  readonly begin: () => Promise<void>;
}

const waiting: Work[] = [];
let working = false;

/** Kinds whose chunk is overdue, each with the work that waits for it. */
const overdue = new Map<string, Work[]>();

/** Longest time that work waits for an idle moment, in ms: a reader who scrolls without pause still gets living charts. */
const patience = 300;

/** Longest time that a kind keeps the others waiting, in ms: a chunk that never comes must not take the other charts with it. */
const turn = 4000;

function idle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: patience });
    else setTimeout(resolve, 0);
  });
}

async function workOff(): Promise<void> {
  working = true;
  for (let work = waiting.shift(); work; work = waiting.shift()) {
    const late = overdue.get(work.kind);
    if (late) late.push(work);
    else await take(work);
  }
  working = false;
}

async function take({ kind, begin }: Work): Promise<void> {
  await idle();
  let done = false;
  const ended = begin().then(() => {
    done = true;
  });
  await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, turn))]);
  if (done) return;
  // The first of a kind has waited for all of them: the others queue up again once it has ended.
  overdue.set(kind, []);
  void ended.then(() => {
    const late = overdue.get(kind) ?? [];
    overdue.delete(kind);
    for (const work of late) queue(work);
  });
}

function queue(work: Work): void {
  waiting.push(work);
  if (!working) void workOff();
}

/**
 * @param kind work of the same kind needs the same chunk of script: a chart kind, or another name
 * @param begin must not throw: nobody would hear it
 */
export function inTurn(kind: string, begin: () => Promise<void>): void {
  queue({ kind, begin });
}
