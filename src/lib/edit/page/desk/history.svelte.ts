/** Undo and redo over whole folders of files, which share all text that an edit leaves alone. Knows no edit. */
import { changedPaths } from '../../files/diff.js';
import type { Files } from '../../files/types.js';

export class History {
  files = $state.raw<Files>({});
  #past = $state.raw<readonly Files[]>([]);
  #future = $state.raw<readonly Files[]>([]);
  /** The run (typing in one field) that goes on: its next change joins the newest step back. None once it is sealed. */
  #open: string | undefined;

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** Begins anew: there is nothing to go back to. */
  reset(files: Files): void {
    this.files = files;
    this.#past = [];
    this.#future = [];
    this.#open = undefined;
  }

  /**
   * A state that changes nothing is no step: it would cost what can be redone.
   *
   * @param run changes in a row with the same name are undone together
   */
  put(files: Files, run?: string): void {
    if (changedPaths(this.files, files).length === 0) return;
    if (run === undefined || run !== this.#open) this.#past = [...this.#past, this.files];
    this.#open = run;
    this.#future = [];
    this.files = files;
  }

  /** Ends a run: what comes next is a step of its own. */
  seal(): void {
    this.#open = undefined;
  }

  undo(): boolean {
    this.seal();
    const before = this.#past.at(-1);
    if (!before) return false;
    this.#past = this.#past.slice(0, -1);
    this.#future = [...this.#future, this.files];
    this.files = before;
    return true;
  }

  redo(): boolean {
    this.seal();
    const after = this.#future.at(-1);
    if (!after) return false;
    this.#future = this.#future.slice(0, -1);
    this.#past = [...this.#past, this.files];
    this.files = after;
    return true;
  }
}
