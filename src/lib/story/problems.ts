/** Collects all problems of a story and prints them. Problems are data: nothing here throws or reads a file. */
import { defined } from '../invariants/defined.js';
import { rules, type Rule } from './rules.js';
import type { Message, Problem } from './types.js';

/** A position in a file of the story; lines and columns count from 1, columns in UTF-16 units. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export const say = (zh: string, en: string): Message => ({ zh, en });

/** A message that is the same in both languages: a name, a number, verbatim text. */
export const exactly = (text: string): Message => say(quoted(text, 'zh'), quoted(text, 'en'));

/** A message that lists the allowed names: `a、b 或 c`. */
export function oneOf(names: Iterable<string>): Message {
  const all = [...names];
  const shown = all.slice(0, 12);
  const more = all.length > shown.length ? ' …' : '';
  return say(`其中之一：${shown.join('、')}${more}`, `one of ${shown.join(', ')}${more}`);
}

export class Problems {
  readonly #found = new Map<string, Problem>();

  /** @param message replaces the rule's own sentence if a chart kind knows better what is wrong */
  add(
    rule: Rule,
    place: Place,
    found: string,
    expected: Message,
    nearest?: string,
    message: Message = rules[rule],
  ): void {
    const key = `${place.file}:${place.line}:${place.column}:${rule}:${found}:${message.en}`;
    if (this.#found.has(key)) return;
    this.#found.set(key, {
      rule,
      file: place.file,
      line: place.line,
      column: place.column,
      found: visible(found),
      expected,
      message,
      ...(nearest === undefined ? {} : { nearest }),
    });
  }

  /** Adds all problems of another collection. */
  take(others: Problems): void {
    for (const [key, problem] of others.#found) this.#found.set(key, problem);
  }

  /** All problems, sorted by file, line and column, so that the output does not depend on the order of the checks. */
  get all(): readonly Problem[] {
    return [...this.#found.values()].sort(
      (a, b) =>
        compare(a.file, b.file) ||
        a.line - b.line ||
        a.column - b.column ||
        compare(a.rule, b.rule) ||
        compare(a.found, b.found),
    );
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const quoted = (text: string, language: 'zh' | 'en'): string =>
  language === 'zh' ? `「${visible(text)}」` : `"${visible(text)}"`;

const hidden =
  /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800\ufffc]/u;

/** Shortens a text to fit on a line and spells out invisible characters, so that they cannot deceive in a terminal. */
function visible(text: string): string {
  const characters = [...text];
  const short = characters.length > 60 ? [...characters.slice(0, 59), '…'] : characters;
  return short
    .map((character) =>
      hidden.test(character)
        ? `\\u{${defined(character.codePointAt(0), 'character').toString(16)}}`
        : character,
    )
    .join('');
}

/** Prints a problem as `file:line:column rule — what is wrong; found …; expected …; nearest …`, without a line end. */
export function formatProblem(problem: Problem, language: 'zh' | 'en'): string {
  const at = `${problem.file}:${problem.line}:${problem.column} ${problem.rule}`;
  const message = problem.message[language];
  const expected = problem.expected[language];
  const { nearest } = problem;
  const told = nearest === undefined || expected === quoted(nearest, language);
  if (language === 'zh') {
    const near = told ? '' : `；最接近：${quoted(nearest, language)}`;
    return `${at} — ${message}。找到：「${problem.found}」；应为：${expected}${near}`;
  }
  const near = told ? '' : `; nearest: ${quoted(nearest, language)}`;
  return `${at} — ${message}; found: "${problem.found}"; expected: ${expected}${near}`;
}
