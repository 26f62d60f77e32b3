/** The page's side of the checks: sends the changed files to the worker, one request at a time, and passes its answers on. */
import type { Files } from '../../files/types.js';
import type { CheckAnswer, CheckRequest } from './checker.js';

/** The part of `Worker` that is used; tests replace it. */
export interface Postal {
  postMessage(request: CheckRequest): void;
  onmessage: ((event: MessageEvent<CheckAnswer>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  terminate(): void;
}

export function checkWorker(): Postal {
  return new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' });
}

export class Checking {
  readonly #worker: Postal;
  #sent: Files = {};
  #waiting: Files | undefined;
  #ticket = 0;
  #busy = false;

  /**
   * @param onAnswer called with every answer, not only the newest, because each may contain parts of the story
   * @param onFault called if the checks cannot run in this browser
   */
  constructor(
    onAnswer: (answer: CheckAnswer, newest: boolean) => void,
    onFault: () => void,
    worker: Postal = checkWorker(),
  ) {
    this.#worker = worker;
    worker.onmessage = ({ data }) => {
      this.#busy = false;
      onAnswer(data, this.#waiting === undefined);
      this.#next();
    };
    worker.onerror = onFault;
  }

  get busy(): boolean {
    return this.#busy;
  }

  check(files: Files): void {
    this.#waiting = files;
    this.#next();
  }

  stop(): void {
    this.#worker.terminate();
  }

  #next(): void {
    const files = this.#waiting;
    if (this.#busy || !files) return;
    this.#waiting = undefined;
    this.#busy = true;
    this.#ticket += 1;
    this.#worker.postMessage({ ticket: this.#ticket, changed: changes(this.#sent, files) });
    this.#sent = files;
  }
}

export function changes(before: Files, now: Files): CheckRequest['changed'] {
  const changed: Record<string, string | null> = {};
  for (const path of Object.keys(before)) if (!Object.hasOwn(now, path)) changed[path] = null;
  for (const [path, text] of Object.entries(now)) if (before[path] !== text) changed[path] = text;
  return changed;
}
