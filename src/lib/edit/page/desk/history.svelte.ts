/** Undo and redo of whole sets of files; versions share the text of unchanged files. Knows no edit. */
import { changedPaths } from '../../files/diff.js';
import type { Files } from '../../files/types.js';

export class History {
  files = $state.raw<Files>({});
  #past = $state.raw<readonly Files[]>([]);
  #future = $state.raw<readonly Files[]>([]);
  /**
   * Name of the current run of changes, such as typing in one field: its next change is undone together with it. Undefined after
   * `seal`.
   */
  #open: string | undefined;

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** Starts with these files and an empty history. */
  reset(files: Files): void {
    this.files = files;
    this.#past = [];
    this.#future = [];
    this.#open = undefined;
  }

  /**
   * Adds a version. If it changes nothing, it is ignored, because it would discard what can be redone.
   *
   * @param run consecutive changes with the same name are undone together
   */
  put(files: Files, run?: string): void {
    if (changedPaths(this.files, files).length === 0) return;
    if (run === undefined || run !== this.#open) this.#past = [...this.#past, this.files];
    this.#open = run;
    this.#future = [];
    this.files = files;
  }

  /** Ends a run: the next change is undone separately. */
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
