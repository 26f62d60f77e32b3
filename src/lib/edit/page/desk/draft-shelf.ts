/**
 * Stores drafts. On a static host they are in this browser's storage. In development they are on disk beside the story, and in
 * the browser only until they have arrived there. The browser's storage is written synchronously, so a page that dies at that
 * moment loses nothing. Knows no desk.
 */
import { draftKey, keepDrafts, mayBeOf, newestOfEach, oldDraftKey, readDrafts, type Draft } from './draft.js';
import type { DraftServer, Loaded } from './load-files.js';
import { storyKey } from './story-identity.js';

/** Time in ms before asking a server again that did not answer. */
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
   * @param path the site's path
   * @param onkept called after each write with whether the drafts are stored
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

  /**
   * All drafts of this story, the oldest first.
   *
   * @param base the present files, to recognise old drafts that don't name their story
   */
  async read(base: Loaded): Promise<readonly Draft[]> {
    const there = (await this.server?.read()) ?? [];
    this.#there = new Set(there.map(({ id }) => id));
    return newestOfEach([...there, ...readDrafts(this.key), ...this.#adoptOld(base)]);
  }

  /** Takes over drafts of an older version of this page that belong to this story; the others stay for their own stories. */
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

  /**
   * Stores these drafts, and deletes others that this page has stored or seen before.
   *
   * @param leaving whether the page is being closed
   */
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
      // Only drafts that this page has seen or written may be deleted; the others belong to other pages.
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
