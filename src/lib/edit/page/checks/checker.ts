/**
 * The story's own checks for files that change one by one: keeps the bytes of what has not changed, so that only changed files
 * are read again, and tells only what has become different, so that what stays equal stays the same object for the page.
 * Knows no worker and no page.
 */
import { kindSpecs } from '../../../charts/specs.js';
import { languageIdioms } from '../../../format/index.js';
import { checkStory, type Problem, type Section, type Story } from '../../../story/index.js';

/** What has changed since the request before. */
export interface CheckRequest {
  readonly ticket: number;
  /** Path → text; `null` where the file is no more. */
  readonly changed: Readonly<Record<string, string | null>>;
}

type Rest = Omit<Story, 'sections' | 'hidden'>;

/** Parts of a story; what is as it was before stands as `undefined` or as its id. */
export interface StoryParts {
  readonly rest: Rest | undefined;
  readonly sections: readonly (Section | string)[];
  readonly hidden: readonly (Section | string)[];
}

export interface CheckAnswer {
  readonly ticket: number;
  readonly problems: readonly Problem[];
  /** Also with problems, as long as they are about words alone; absent with any other. */
  readonly story?: StoryParts;
}

export class Checker {
  readonly #files = new Map<string, Uint8Array>();
  readonly #told = new Map<string, string>();

  check({ ticket, changed }: CheckRequest): CheckAnswer {
    const encoder = new TextEncoder();
    for (const [path, text] of Object.entries(changed)) {
      if (text === null) this.#files.delete(path);
      else this.#files.set(path, encoder.encode(text));
    }
    const checked = checkStory(this.#files, kindSpecs, languageIdioms);
    const story = checked.ok ? checked.story : checked.draft;
    const problems = checked.ok ? [] : checked.problems;
    if (!story) return { ticket, problems };
    const { sections, hidden, ...rest } = story;
    const unlessTold = (section: Section) => (this.#isNews(section.id, section) ? section : section.id);
    return {
      ticket,
      problems,
      story: {
        rest: this.#isNews('', rest) ? rest : undefined,
        sections: sections.map(unlessTold),
        hidden: hidden.map(unlessTold),
      },
    };
  }

  /** Whether this is another than was told last under the name. */
  #isNews(name: string, value: unknown): boolean {
    const text = JSON.stringify(value);
    if (this.#told.get(name) === text) return false;
    this.#told.set(name, text);
    return true;
  }
}

/** Puts parts back together on the page's side. */
export class StoryKeeper {
  #rest: Rest | undefined;
  readonly #sections = new Map<string, Section>();

  /** Nothing if a part is missing, which only answers out of turn could cause. */
  take({ rest, sections, hidden }: StoryParts): Story | undefined {
    this.#rest = rest ?? this.#rest;
    const known = (part: Section | string): readonly Section[] => {
      if (typeof part === 'string') return [this.#sections.get(part) ?? []].flat();
      this.#sections.set(part.id, part);
      return [part];
    };
    const found = { sections: sections.flatMap(known), hidden: hidden.flatMap(known) };
    const whole =
      found.sections.length === sections.length && found.hidden.length === hidden.length && this.#rest;
    return whole ? { ...whole, ...found } : undefined;
  }
}
