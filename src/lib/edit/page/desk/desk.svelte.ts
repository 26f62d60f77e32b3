/**
 * The editor state: the files being edited, the story they make, its problems, and the last message. lib/edit/files makes the
 * edits; the checks provide story and problems. Knows no element.
 */
import { orderStory, type EditionCode, type Problem, type Story } from '../../../story/index.js';
import {
  applyEdit,
  connectingChanges,
  findingsIn,
  readOrderLines,
  sectionOf,
  sectionPath,
  storyPath,
  textsIn,
  type ConnectingChange,
  type Edit,
  type EditProblem,
  type Files,
} from '../../files/index.js';
import { changedPaths } from '../../files/diff.js';
import { StoryKeeper, type CheckAnswer } from '../checks/checker.js';
import { Checking } from '../checks/checking.js';
import { keepRows, keepSame } from '../checks/keep-same.js';
import { History } from './history.svelte.js';
import { placeFor } from '../keys/keys.js';
import type { Loaded } from './load-files.js';
import { outlineRows, titleOf, type OutlineRow } from './outline-rows.js';
import { wordsFor, type Language } from '../words/words.js';

export class Desk {
  language = $state<Language>('zh');
  /** The files on disk, as far as this page knows. */
  base = $state.raw<Loaded>({ files: {}, hashes: {}, folder: '' });
  /** The last story that could be shown, in the present order if possible. */
  story = $state.raw<Story>();
  problems = $state.raw<readonly Problem[]>([]);
  /** Whether story and problems belong to the present files. */
  current = $state(false);
  /** Whether the story comes from the files last checked; false if those had none to show and it is an older one. */
  shown = $state(true);
  broken = $state(false);
  /** Whether another tab is writing, so that this one is read-only. */
  readonly = $state(false);
  /** The story on disk, for comparison. */
  baseStory = $state.raw<Story>();
  /** Path of the file whose texts are shown for editing: a section's, or the story's own. */
  opened = $state<string>();
  /** How many times something has been opened; opening what is already open must move the focus there too. */
  openings = $state(0);
  /** Path of the text in the opened file that has the focus: `steps.start`. */
  editing = $state<string>();
  /** The last message for screen readers. */
  said = $state('');
  connecting = $state.raw<readonly ConnectingChange[]>([]);
  refused = $state.raw<EditProblem>();
  /** Name of the order being arranged; absent: the story's own. */
  order = $state<string>();
  readonly history = new History();

  readonly words = $derived(wordsFor(this.language));
  /** Id of the section that is shown for editing. */
  readonly selected = $derived(this.opened === undefined ? undefined : sectionOf(this.opened));
  readonly files = $derived(this.history.files);
  readonly editions = $derived<readonly EditionCode[]>(this.story?.editions ?? ['zh', 'en']);
  readonly rows = $derived.by(() => {
    const rows = outlineRows(this.files, this.story, this.problems, this.editions, this.order);
    return (this.#rows = keepRows(this.#rows, rows));
  });
  readonly changed = $derived(changedPaths(this.base.files, this.files).length > 0);

  #rows: readonly OutlineRow[] = [];
  readonly #keeper = new StoryKeeper();
  #checking: Checking | undefined;

  load(loaded: Loaded): void {
    this.base = loaded;
    this.history.reset(loaded.files);
    this.#checking ??= new Checking(
      (answer, newest) => this.#take(answer, newest),
      () => (this.broken = true),
    );
    this.#check();
  }

  /** Opens a section for editing. */
  open(id: string): void {
    this.#openFile(sectionPath(id));
  }

  /** Opens the texts outside of sections: the story's title, its brief. */
  openStory(): void {
    this.#openFile(storyPath);
  }

  #openFile(file: string): void {
    this.opened = file;
    this.editing = undefined;
    this.openings += 1;
  }

  /** Opens the file of a text. @returns whether the file has texts here */
  openText(file: string, path: string): boolean {
    const read = textsIn(this.files, file);
    if (!read.ok || !read.texts.some((entry) => entry.path === path)) return false;
    this.#openFile(file);
    this.editing = path;
    return true;
  }

  close(): void {
    this.#checking?.stop();
  }

  /** A section's title in the page's language, as far as it is known. */
  title(id: string): string {
    const titles = this.rows.find((row) => row.id === id)?.titles ?? [];
    const known = (titles.find(({ edition }) => edition === this.language) ?? titles[0])?.text;
    return known ?? titleOf(this.files, this.story, id, this.language);
  }

  /**
   * Applies an edit, or reports why it cannot be applied.
   *
   * @param run see `History.put`
   */
  apply(edit: Edit, run?: string): boolean {
    if (this.#onlyShows()) return false;
    const edited = applyEdit(this.files, edit);
    this.refused = edited.ok ? undefined : edited.problem;
    if (!edited.ok) {
      this.said = edited.problem.message[this.language];
      return false;
    }
    this.#become(() => this.history.put(edited.files, run), edit.type !== 'set-text');
    return true;
  }

  /** @param to position, from 0; limited to what the pins allow */
  move(id: string, to: number): void {
    const from = this.rows.findIndex((row) => row.id === id);
    if (from < 0) return;
    const place = placeFor(
      to,
      this.rows.map(({ pin }) => pin),
      from,
    );
    const title = this.title(id);
    if (place === from) {
      const pinned = this.rows[from]?.pin !== undefined;
      this.said = pinned ? this.words.cannotMove(title) : this.words.notMoved(title, from + 1);
    } else if (this.apply({ type: 'move-section', id, to: place, ...this.#named })) {
      this.said = this.words.moved(title, place + 1, this.rows.length);
    }
  }

  /** The content of a field; undefined if there is no such text. */
  textOf(file: string, path: string, language: EditionCode): string | undefined {
    const read = textsIn(this.files, file);
    return read.ok ? read.texts.find((entry) => entry.path === path)?.texts[language] : undefined;
  }

  moveStep(section: string, step: string, to: number, count: number): void {
    const place = Math.min(Math.max(to, 0), count - 1);
    if (this.apply({ type: 'move-step', section, step, to: place }))
      this.said = this.words.moved(step, place + 1, count);
  }

  moveFinding(finding: string, to: number): void {
    const count = findingsIn(this.files).length;
    const place = Math.min(Math.max(to, 0), count - 1);
    if (this.apply({ type: 'move-finding', finding, to: place }))
      this.said = this.words.moved(finding, place + 1, count);
  }

  /** Closes the opened section if it no longer exists. */
  add(edit: Extract<Edit, { type: 'add-section' | 'duplicate-section' | 'delete-section' }>): boolean {
    const title = this.title(edit.id);
    if (!this.apply(edit)) return false;
    if (edit.type === 'delete-section') {
      this.editing = undefined;
      this.opened = undefined;
      this.said = this.words.deleted(title);
    } else this.open(edit.type === 'add-section' ? edit.id : edit.as);
    return true;
  }

  toggleHidden(id: string): void {
    const hidden = this.rows.find((row) => row.id === id)?.hidden ?? false;
    if (!this.apply({ type: hidden ? 'show-section' : 'hide-section', id, ...this.#named })) return;
    this.said = hidden ? this.words.saidShown(this.title(id)) : this.words.saidHidden(this.title(id));
  }

  /** Replaces the files by a draft or a merge. Can be undone. */
  become(files: Files): void {
    this.#become(() => this.history.put(files));
  }

  /**
   * Starts a new history from files that contain somebody else's changes. Undo goes back to `before` and no further: that would
   * undo the other's changes unseen.
   */
  goOnFrom(before: Files, files: Files): void {
    this.#become(() => {
      this.history.reset(before);
      this.history.put(files);
    });
  }

  undo(): void {
    if (this.#onlyShows()) return;
    const done = this.history.canUndo;
    this.#become(() => this.history.undo());
    this.said = done ? this.words.undone : this.words.nothingToUndo;
  }

  redo(): void {
    if (this.#onlyShows()) return;
    const done = this.history.canRedo;
    this.#become(() => this.history.redo());
    this.said = done ? this.words.redone : this.words.nothingToRedo;
  }

  #onlyShows(): boolean {
    if (this.readonly) this.said = this.words.anotherTab;
    return this.readonly;
  }

  get #named(): { readonly order?: string } {
    return this.order === undefined ? {} : { order: this.order };
  }

  /** Switches to another order; the preview follows. */
  turnTo(order: string | undefined): void {
    this.order = order;
    this.connecting = [];
    if (this.story) this.story = this.#ordered(this.story);
  }

  /** Changes the files, and then everything that depends on them. */
  #become(change: () => void, ordered = true): void {
    const before = this.files;
    const story = this.story;
    change();
    if (this.files === before) return;
    this.current = false;
    if (ordered) {
      if (story) this.story = this.#ordered(story);
      this.connecting = story && this.story ? connectingChanges(story, this.story, this.language) : [];
    }
    this.#check();
  }

  /** Applies the present order at once: it is cheap, so nobody has to wait for the checks. */
  #ordered(story: Story): Story {
    const order = readOrderLines(this.files, this.order);
    if (!order.ok) return story;
    const published = order.lines.filter(({ hidden }) => !hidden).map(({ id }) => id);
    const ordered = orderStory(story, published);
    return ordered.ok ? keepSame(this.story ?? story, ordered.story) : story;
  }

  #check(): void {
    this.#checking?.check(this.files);
  }

  #take({ problems, story }: CheckAnswer, newest: boolean): void {
    const whole = story && this.#keeper.take(story);
    if (!newest) return;
    this.problems = problems;
    this.current = true;
    this.shown = whole !== undefined;
    if (!whole) return;
    if (!this.changed) this.baseStory = whole;
    const same = this.story ? keepSame(this.story, whole) : whole;
    this.story = this.order === undefined ? same : this.#ordered(same);
  }
}
