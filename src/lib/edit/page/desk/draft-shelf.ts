/**
 * Where drafts lie: on a static host in this browser; while developing on the disk beside the story, and in the browser only until
 * they are there. The browser's storage is written at once, so a page that dies in that moment has lost nothing. Knows no desk.
 */
import { draftKey, keepDrafts, mayBeOf, newestOfEach, oldDraftKey, readDrafts, type Draft } from './draft.js';
import type { DraftServer, Loaded } from './load-files.js';
import { storyKey } from './story-identity.js';

/** Before a server that did not answer is asked again, in ms. */
const pause = 2000;

export class DraftShelf {
  readonly key: string;
  readonly #oldKey: string;
  /** Ids of drafts that the server has, as far as this page knows. */
  #there = new Set<string>();
  #waiting: readonly Draft[] | undefined;
  #sending = false;
  #again: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param path the place that the site stands at
   * @param onkept told after each writing whether the drafts will be found again
   */
  constructor(
    path: string,
    base: Loaded,
    readonly server: DraftServer | undefined,
    readonly onkept: (kept: boolean) => void,
  ) {
    this.key = draftKey(path, storyKey(base));
    this.#oldKey = oldDraftKey(path);
  }

  /** All drafts of this story, the oldest first. @param base the files, to know drafts by that don't say whose they are */
  async read(base: Loaded): Promise<readonly Draft[]> {
    const there = (await this.server?.read()) ?? [];
    this.#there = new Set(there.map(({ id }) => id));
    return newestOfEach([...there, ...readDrafts(this.key), ...this.#adoptOld(base)]);
  }

  /** Those of an older version of this page that fit this story become its own; the others wait for theirs. */
  #adoptOld({ files }: Loaded): readonly Draft[] {
    const old = readDrafts(this.#oldKey);
    const mine = old.filter((draft) => mayBeOf(draft, files));
    if (mine.length === 0 || !keepDrafts(this.key, [...readDrafts(this.key), ...mine])) return mine;
    keepDrafts(
      this.#oldKey,
      old.filter((draft) => !mine.includes(draft)),
    );
    return mine;
  }

  /** Keeps these drafts, and takes away those that this page has kept before and that are not among them. @param leaving the page goes */
  keep(drafts: readonly Draft[], leaving = false): void {
    const kept = keepDrafts(this.key, drafts);
    if (!this.server) return this.onkept(kept);
    this.#waiting = drafts;
    if (leaving) void this.server.keep(drafts, this.#gone(drafts), true);
    else void this.#send(kept);
  }

  end(): void {
    clearTimeout(this.#again);
  }

  #gone(drafts: readonly Draft[]): readonly string[] {
    return [...this.#there].filter((id) => !drafts.some((draft) => draft.id === id));
  }

  async #send(kept: boolean): Promise<void> {
    if (this.#sending || !this.server) return;
    clearTimeout(this.#again);
    this.#sending = true;
    while (this.#waiting) {
      const drafts = this.#waiting;
      const gone = this.#gone(drafts);
      this.#waiting = undefined;
      // What others keep there is theirs: only what this page has seen or written can be gone.
      for (const { id } of drafts) this.#there.add(id);
      const sent = await this.server.keep(drafts, gone, false);
      this.onkept(sent || kept);
      if (!sent) {
        this.#waiting ??= drafts;
        this.#again = setTimeout(() => void this.#send(kept), pause);
        break;
      }
      for (const id of gone) this.#there.delete(id);
      if (!this.#waiting) keepDrafts(this.key, []);
    }
    this.#sending = false;
  }
}
