/**
 * Stores the editor's work: in a draft at once, in the files when the editor saves, and never over somebody else's changes. One
 * tab writes, the others wait. Knows the desk, no element.
 */
import { changedPaths } from '../../files/diff.js';
import type { Files, Change } from '../../files/index.js';
import { changesOf } from '../../files/index.js';
import { DraftShelf } from './draft-shelf.js';
import { draftOf, fitsBase, freshId, withFiles, type Draft } from './draft.js';
import type { Desk } from './desk.svelte.js';
import type { Loaded, SavingServer } from './load-files.js';
import { differences, merged, type Difference, type Side } from './merge.js';
import { storyTitle } from './story-identity.js';
import { takeTurns, type Turns } from './take-turns.js';

/** A conflict: the files as somebody else has changed them, beside ours. */
export interface Meeting {
  /** The files as they are on disk now, with their hashes. */
  readonly theirs: Loaded;
  readonly paths: readonly string[];
  readonly differences: readonly Difference[];
}

/**
 * Time between two writes of the draft, in ms. The first change is written at once, because a busy page may be late with later
 * ones.
 */
const pause = 250;

export class DeskStorage {
  server = $state.raw<SavingServer>();
  /** Drafts that were found and not yet taken over or dropped. New drafts are written after them. */
  #undecided = $state.raw<readonly Draft[]>([]);
  /** Drafts that were dropped since the page was opened. */
  dropped = $state.raw<readonly Draft[]>([]);
  meeting = $state.raw<Meeting>();
  choices = $state.raw<Readonly<Record<string, Side>>>({});
  saving = $state(false);
  /** Result of the last save, in the page's language. */
  outcome = $state('');
  kept = $state(true);

  readonly #desk: Desk;
  #shelf: DraftShelf | undefined;
  #turns: Turns | undefined;
  /** Id of this page's draft; a new one each time the page is opened. */
  readonly #id = freshId();
  /** Time of the draft's last change, in ms since 1970, which is stored in it. */
  #at = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pending = false;
  /** The same time in ms since the page was opened, which determines when the next write is due. */
  #written = -pause;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  get found(): Draft | undefined {
    return this.#undecided[0];
  }

  /**
   * Waits for this tab's turn to write, and looks for drafts; until then the desk is read-only.
   *
   * @param onturn called each time this tab gets the turn
   * @returns a promise that resolves when it is known whether this tab has the turn
   */
  async begin(server: SavingServer | undefined, onturn: () => void): Promise<void> {
    const desk = this.#desk;
    this.server = server;
    const shelf = new DraftShelf(location.pathname, desk.base, server?.drafts, (kept) => (this.kept = kept));
    this.#shelf = shelf;
    window.addEventListener('pagehide', this.#keepAndLeave);
    document.addEventListener('visibilitychange', this.#keepNow);
    desk.readonly = true;
    let turn = 0;
    let begun = false;
    let taking: Promise<void> | undefined;
    const take = async (mine: number): Promise<void> => {
      await this.#find();
      if (turn !== mine) return;
      desk.readonly = false;
      if (this.#pending) this.changed();
      // The tab that had the turn before may have saved.
      if (begun) await this.look();
      onturn();
    };
    this.#turns = await takeTurns(shelf.key, (mine) => {
      turn += 1;
      if (mine) taking = take(turn);
      else desk.readonly = true;
    });
    await taking;
    begun = true;
  }

  end(): void {
    this.#keepNow();
    window.removeEventListener('pagehide', this.#keepAndLeave);
    document.removeEventListener('visibilitychange', this.#keepNow);
    this.#shelf?.end();
    this.#turns?.end();
  }

  /** Finds drafts, and ignores those that no longer differ from the files. */
  async #find(): Promise<void> {
    const { files } = this.#desk.base;
    const drafts = (await this.#shelf?.read(this.#desk.base)) ?? [];
    this.#undecided = drafts.filter(
      ({ id, changed }) => id !== this.#id && changedPaths(files, withFiles(files, changed)).length > 0,
    );
    this.#pending ||= drafts.length > 0;
  }

  get #mine(): boolean {
    return !this.#desk.readonly && (this.#turns?.mine() ?? true);
  }

  /** Call after every change of the desk's files: schedules writing the draft. */
  changed(): void {
    // Files that came from the disk don't clear the message that mine were saved.
    if (this.#desk.changed) this.outcome = '';
    this.#pending = true;
    // The next key does not postpone it; otherwise continuous typing would never be stored.
    this.#timer ??= setTimeout(this.#keepNow, Math.max(0, this.#written + pause - performance.now()));
  }

  readonly #keepNow = (): void => this.#keepPending(false);
  readonly #keepAndLeave = (): void => this.#keepPending(true);

  #keepAtOnce(): void {
    this.#pending = true;
    this.#keepNow();
  }

  #keepPending(leaving: boolean): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!this.#pending || !this.#mine) return;
    this.#pending = false;
    this.#written = performance.now();
    const { base, files } = this.#desk;
    // eslint-disable-next-line no-restricted-syntax -- people know their drafts by it; of one draft a later writing is always later
    this.#at = Math.max(Date.now(), this.#at + 1);
    const own = draftOf(base.files, files, { id: this.#id, at: this.#at, story: storyTitle(base) });
    this.#shelf?.keep([...this.#undecided, ...(own ? [own] : [])], leaving);
  }

  takeDraft(): void {
    const draft = this.found;
    this.#undecided = this.#undecided.slice(1);
    if (!draft) return;
    const { base, files } = this.#desk;
    if (fitsBase(draft, base)) return this.#desk.become(withFiles(files, draft.changed));
    // As if the draft's editor had never left, and somebody else had written meanwhile.
    const began: Loaded = { ...base, files: withFiles(base.files, draft.base) };
    this.#desk.base = began;
    this.#desk.become(withFiles(began.files, draft.changed));
    this.#meet(base);
  }

  dropDraft(): void {
    this.dropped = [...this.dropped, ...this.#undecided.slice(0, 1)];
    this.#undecided = this.#undecided.slice(1);
    this.#keepAtOnce();
    this.#desk.said = this.#desk.words.draftDropped;
  }

  /** Dropping a draft by mistake must not lose a day's work: it can be undone until the page is closed. */
  putDraftBack(): void {
    this.#undecided = [...this.dropped, ...this.#undecided];
    this.dropped = [];
    this.#keepAtOnce();
  }

  get changes(): readonly Change[] {
    return changesOf(this.#desk.base.files, this.#desk.files);
  }

  async save(): Promise<void> {
    const { server } = this;
    const desk = this.#desk;
    if (!server || this.saving || !this.#mine) return;
    this.saving = true;
    const sent = desk.files;
    const saved = await server.save(desk.base, sent);
    this.saving = false;
    if (saved.type === 'saved') {
      desk.base = { ...desk.base, files: sent, hashes: hashesAfter(desk.base.hashes, saved) };
      this.#keepAtOnce();
      this.outcome = desk.words.saved;
      // The server may know of somebody else's change that the page has not heard of yet.
      if (differs(saved.hashes, desk.base.hashes)) void this.look();
    } else if (saved.type === 'lost') {
      this.outcome = desk.words.notSaved(desk.words.serverAway);
    } else if (saved.conflicts) {
      await this.look(saved.conflicts.map(({ path }) => path));
      this.outcome = desk.words.notSaved(saved.message[desk.language]);
    } else {
      const [first] = saved.problems ?? [];
      const why = first ? `${first.file}:${first.line}:${first.column} ${first.message[desk.language]}` : '';
      this.outcome = desk.words.notSaved([saved.message[desk.language], why].filter(Boolean).join(' · '));
    }
    desk.said = this.outcome;
  }

  /** Checks whether somebody else has changed the files. Every such change is shown before anything is saved over it. */
  async look(expected: readonly string[] = []): Promise<void> {
    const hashes = await this.server?.hashes();
    // A restarted server has another token, so its files are loaded again.
    const theirs =
      hashes === undefined || differs(hashes, this.#desk.base.hashes) || expected.length > 0
        ? await this.server?.load()
        : undefined;
    if (!theirs || !differs(theirs.hashes, this.#desk.base.hashes)) return;
    if (this.#desk.changed) this.#meet(theirs);
    else this.#desk.load(theirs);
  }

  #meet(theirs: Loaded): void {
    const { base, files } = this.#desk;
    const paths = changedPaths(base.files, theirs.files);
    this.choices = {};
    this.meeting = { theirs, paths, differences: differences(base.files, theirs.files, files, paths) };
    this.#desk.said = this.#desk.words.conflict;
  }

  choose(key: string, side: Side): void {
    this.choices = { ...this.choices, [key]: side };
  }

  /** Whether the editor has chosen a side in every clash. */
  get settled(): boolean {
    return (this.meeting?.differences ?? []).every(
      ({ key, clash }) => !clash || this.choices[key] !== undefined,
    );
  }

  /** Ends the conflict: continues from the files on disk with the editor's choices. */
  settle(): void {
    const { meeting } = this;
    if (!meeting || !this.settled) return;
    const { theirs, paths } = meeting;
    const desk = this.#desk;
    const merge = (choices: DeskStorage['choices']): Files =>
      merged(desk.base.files, theirs.files, desk.files, paths, choices);
    const files = merge(this.choices);
    const clashes = meeting.differences.filter(({ clash }) => clash);
    const allMine = merge(Object.fromEntries(clashes.map(({ key }): [string, Side] => [key, 'mine'])));
    desk.base = theirs;
    this.meeting = undefined;
    desk.goOnFrom(allMine, files);
    this.changed();
  }
}

/** Takes over the hashes of saved files only; changes by others meanwhile must still be noticed. */
function hashesAfter(
  before: Loaded['hashes'],
  { saved, hashes }: { readonly saved: readonly string[]; readonly hashes: Loaded['hashes'] },
): Loaded['hashes'] {
  const others = Object.entries(before).filter(([path]) => !saved.includes(path));
  return Object.fromEntries([...others, ...Object.entries(hashes).filter(([path]) => saved.includes(path))]);
}

function differs(a: Loaded['hashes'], b: Loaded['hashes']): boolean {
  const paths = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...paths].some((path) => a[path] !== b[path]);
}
