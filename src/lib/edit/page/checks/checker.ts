/**
 * Runs the story's checks on files that change one at a time. It keeps the bytes of unchanged files, so that only changed files
 * are parsed, and returns only the parts of the story that have changed, so that unchanged parts stay the same objects on the
 * page. Knows no worker and no page.
 */
import { kindSpecs } from '../../../charts/specs.js';
import { languageIdioms } from '../../../format/index.js';
import { checkStory, type Problem, type Section, type Story } from '../../../story/index.js';

/** The files that have changed since the previous request. */
export interface CheckRequest {
  readonly ticket: number;
  /** Path → text; `null` for a deleted file. */
  readonly changed: Readonly<Record<string, string | null>>;
}

type Rest = Omit<Story, 'sections' | 'hidden'>;

/** The parts of a story. An unchanged section is represented by its id, an unchanged rest by `undefined`. */
export interface StoryParts {
  readonly rest: Rest | undefined;
  readonly sections: readonly (Section | string)[];
  readonly hidden: readonly (Section | string)[];
}

export interface CheckAnswer {
  readonly ticket: number;
  readonly problems: readonly Problem[];
  /** Present also with problems if they concern only words; absent with any other problem. */
  readonly story?: StoryParts;
}

export class Checker {
  readonly #files = new Map<string, Uint8Array>();
  readonly #sent = new Map<string, string>();

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
    const unlessSent = (section: Section) => (this.#hasChanged(section.id, section) ? section : section.id);
    return {
      ticket,
      problems,
      story: {
        rest: this.#hasChanged('', rest) ? rest : undefined,
        sections: sections.map(unlessSent),
        hidden: hidden.map(unlessSent),
      },
    };
  }

  /** Whether a value differs from the one last sent under this name. */
  #hasChanged(name: string, value: unknown): boolean {
    const text = JSON.stringify(value);
    if (this.#sent.get(name) === text) return false;
    this.#sent.set(name, text);
    return true;
  }
}

/** Puts the parts together again, on the page's side. */
export class StoryKeeper {
  #rest: Rest | undefined;
  readonly #sections = new Map<string, Section>();

  /** The story; undefined if a part is missing, which could happen only if answers came in the wrong order. */
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
