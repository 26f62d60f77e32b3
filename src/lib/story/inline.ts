/**
 * Turns running text into checked pieces: resolves every reference, checks every link and every word. `order.ts` later fills in
 * what depends on the order: the direction of `[[see:]]` and the first use of `[[term:]]`.
 */
import { firstLine } from './first-line.js';
import { isAllowedLink } from './links.js';
import { parseMarkup, type Markup } from './markup.js';
import { nearest } from './nearest.js';
import type { SaidRun } from './said.js';
import { exactly, oneOf, say, type Place } from './problems.js';
import {
  figureFormats,
  type EditionCode,
  type FigureFormat,
  type FigureKind,
  type Inline,
  type InlineTexts,
  type Paragraph,
  type RunningTexts,
} from './types.js';
import { complete, readTexts, type LocatedTexts, type TextReading } from './texts.js';
import { checkLanguage, checkStyle, checkWords } from './wording.js';
import type { Node, TextNode } from './yaml.js';

/** What a text needs to know about a number that it refers to. */
export interface KnownNumber {
  readonly kind?: FigureKind;
  /** For the format `words`; absent when the number itself could not be read. */
  readonly value?: number;
}

export interface References {
  readonly figures: ReadonlyMap<string, KnownNumber>;
  readonly derived: ReadonlyMap<string, KnownNumber>;
  readonly sections: ReadonlySet<string>;
  readonly terms: ReadonlySet<string>;
  /** False if an unreadable file may contain the missing id; then an unknown id is not reported. */
  readonly complete: { readonly numbers: boolean; readonly terms: boolean };
  /** Called for each `[[see:]]`. */
  readonly seen: (target: string, place: Place) => void;
}

export interface InlineReading extends TextReading {
  readonly references: References;
}

/**
 * What a text may contain. `prose`: everything. `line`: all but terms, which are explained only in prose. `label` (titles, text
 * alternatives): only references to numbers, and emphasis.
 */
export type Register = 'prose' | 'line' | 'label';

export interface Manner {
  readonly register: Register;
  /** Whether the text may use words of order (“next”, “above”), as a `lead_in` may. */
  readonly mayOrder?: boolean;
}

/** Reads a text of a single paragraph in each edition. */
export function readInlineTexts(reading: InlineReading, node: Node | undefined, manner: Manner): InlineTexts {
  return toInline(reading, readTexts(reading, node), manner);
}

export function toInline(reading: InlineReading, texts: LocatedTexts, manner: Manner): InlineTexts {
  const read: Record<EditionCode, Paragraph> = {};
  for (const [edition, text] of texts) {
    const [first = [], second] = readParagraphs(reading, edition, text, manner);
    if (second)
      reading.problems.add(
        'wrong-shape',
        text.place,
        firstLine(text.value),
        say('一段文字', 'one paragraph'),
      );
    read[edition] = first;
  }
  return complete(reading, read, []);
}

export function toRunning(reading: InlineReading, texts: LocatedTexts): RunningTexts {
  const read: Record<EditionCode, readonly Paragraph[]> = {};
  for (const [edition, text] of texts)
    read[edition] = readParagraphs(reading, edition, text, { register: 'prose' });
  return complete(reading, read, []);
}

function readParagraphs(
  reading: InlineReading,
  edition: EditionCode,
  text: TextNode,
  manner: Manner,
): readonly Paragraph[] {
  checkLanguage(reading.problems, edition, text);
  return parseMarkup(text, reading.problems).map((nodes) => {
    const reader = new ParagraphReader(reading, edition, text, manner);
    return reader.read(nodes);
  });
}

class ParagraphReader {
  /** Texts and references in reading order, to find the words directly beside a number. */
  readonly #leaves: (
    | { readonly text: string; readonly at: number }
    | {
        readonly id: string;
        readonly kind: FigureKind | undefined;
        readonly at: number;
        readonly type: 'figure' | 'derived' | 'see' | 'term' | undefined;
      }
  )[] = [];

  constructor(
    readonly reading: InlineReading,
    readonly edition: EditionCode,
    readonly text: TextNode,
    readonly manner: Manner,
  ) {}

  read(nodes: readonly Markup[]): Paragraph {
    const paragraph = this.#resolve(nodes, false);
    this.#leaves.forEach((leaf, i) => {
      if (!('id' in leaf) || leaf.kind === undefined) return;
      const before = this.#textFrom(i, -1);
      const after = this.#textFrom(i, 1);
      checkStyle(this.reading.problems, this.edition, {
        id: leaf.id,
        kind: leaf.kind,
        before,
        after,
        place: this.#place(leaf.at),
      });
    });
    this.reading.said.push({
      edition: this.edition,
      section: this.reading.section,
      runs: this.#leaves.map((leaf): SaidRun => {
        if ('text' in leaf) return { text: leaf.text, placeAt: (index) => this.#place(leaf.at + index) };
        const { id, type } = leaf;
        return { reference: type && { type, id }, place: this.#place(leaf.at) };
      }),
    });
    return paragraph;
  }

  /** The text next to a leaf, as far as the next reference. */
  #textFrom(index: number, step: 1 | -1): string {
    let text = '';
    for (let i = index + step; ; i += step) {
      const leaf = this.#leaves[i];
      if (leaf === undefined || !('text' in leaf)) return text;
      text = step === 1 ? text + leaf.text : leaf.text + text;
    }
  }

  #place(at: number): Place {
    return this.text.placeAt(at);
  }

  #resolve(nodes: readonly Markup[], insideLink: boolean): Inline[] {
    const resolved: Inline[] = [];
    for (const node of nodes) {
      switch (node.type) {
        case 'text': {
          checkWords(
            this.reading,
            this.edition,
            node.text,
            (index) => this.#place(node.at + index),
            this.manner.mayOrder,
          );
          this.#checkBareIds(node.text, node.at);
          this.#leaves.push({ text: node.text, at: node.at });
          const last = resolved.at(-1);
          if (last?.type === 'text')
            resolved[resolved.length - 1] = { type: 'text', text: last.text + node.text };
          else resolved.push({ type: 'text', text: node.text });
          break;
        }
        case 'strong':
        case 'emphasis':
          resolved.push({ type: node.type, children: this.#resolve(node.children, insideLink) });
          break;
        case 'link':
          if (insideLink || this.manner.register === 'label') this.#notHere(node.at, '[…](…)');
          if (!isAllowedLink(node.href)) {
            this.reading.problems.add(
              'link-refused',
              this.#place(node.hrefAt),
              node.href,
              say('https://…、mailto:… 或相对地址', 'https://…, mailto:… or a relative address'),
            );
          }
          resolved.push({ type: 'link', href: node.href, children: this.#resolve(node.children, true) });
          break;
        case 'reference': {
          if (insideLink) this.#notHere(node.at, node.body);
          const reference = this.#reference(node.body, node.at);
          if (reference) resolved.push(reference);
          break;
        }
      }
    }
    return resolved;
  }

  /** Reports an id without brackets, which the page would print as it is. */
  #checkBareIds(text: string, at: number): void {
    const { problems, references } = this.reading;
    const isNumber = (id: string): boolean => references.figures.has(id) || references.derived.has(id);
    for (const match of text.matchAll(
      /\[?(?<![\w.@/:-]|【【|［［|〔〔)((?:see|term):)?([a-z][a-z0-9]*(?:-[a-z0-9]+)*)(:[a-z]+)?(?![\w@/:-])\]?/g,
    )) {
      const [found, prefix = '', id = '', format = ''] = match;
      const marked = found.startsWith('[') && found.endsWith(']');
      const known = prefix === '' ? isNumber(id) && (marked || id.includes('-')) : marked;
      if (!known) continue;
      const whole = `[[${prefix}${id}${format}]]`;
      problems.add('markup-unknown', this.#place(at + match.index), found, exactly(whole), whole);
    }
  }

  #notHere(at: number, found: string): void {
    this.reading.problems.add(
      'markup-not-here',
      this.#place(at),
      found,
      say('普通文字或数字编号', 'plain text or a figure id'),
    );
  }

  #reference(body: string, at: number): Inline | undefined {
    const typed = body.replaceAll('：', ':').trim();
    if (typed !== body) {
      this.reading.problems.add('unknown-reference', this.#place(at), body, exactly(`[[${typed}]]`));
      return undefined;
    }
    const [first = '', second, ...more] = body.split(':');
    if (more.length > 0) {
      this.reading.problems.add(
        'unknown-reference',
        this.#place(at),
        body,
        say('[[编号]] 或 [[编号:写法]]', '[[id]] or [[id:format]]'),
      );
      return undefined;
    }
    if (second !== undefined && first === 'see') return this.#see(second, at + 4);
    if (second !== undefined && first === 'term') return this.#term(second, at + 5);
    return this.#number(first, second, at);
  }

  #see(section: string, at: number): Inline | undefined {
    const { problems, references } = this.reading;
    if (this.manner.register === 'label') this.#notHere(at, `see:${section}`);
    if (!references.sections.has(section)) {
      problems.add(
        'unknown-section',
        this.#place(at),
        section,
        oneOf(references.sections),
        nearest(section, references.sections),
      );
      return undefined;
    }
    references.seen(section, this.#place(at));
    this.#leaves.push({ id: section, kind: undefined, at, type: 'see' });
    return { type: 'see', section, direction: 'after' };
  }

  #term(id: string, at: number): Inline | undefined {
    const { problems, references } = this.reading;
    if (this.manner.register !== 'prose') this.#notHere(at, `term:${id}`);
    if (!references.terms.has(id)) {
      if (references.complete.terms)
        problems.add(
          'unknown-term',
          this.#place(at),
          id,
          oneOf(references.terms),
          nearest(id, references.terms),
        );
      return undefined;
    }
    this.#leaves.push({ id, kind: undefined, at, type: 'term' });
    return { type: 'term', id, first: false };
  }

  #number(id: string, format: string | undefined, at: number): Inline | undefined {
    const { problems, references } = this.reading;
    const figure = references.figures.get(id);
    const known = figure ?? references.derived.get(id);
    if (!known) {
      if (references.complete.numbers) {
        const names = [...references.figures.keys(), ...references.derived.keys()];
        problems.add(
          'unknown-reference',
          this.#place(at),
          id,
          say('figures.csv 或 derived.yaml 里的编号', 'an id of figures.csv or derived.yaml'),
          nearest(id, names),
        );
      }
      this.#leaves.push({ id, kind: undefined, at, type: undefined });
      return undefined;
    }
    const type = figure ? 'figure' : 'derived';
    this.#leaves.push({ id, kind: known.kind, at, type });
    if (format === undefined) return { type, id };
    const chosen = figureFormats.find((name): name is FigureFormat => name === format);
    if (!chosen) {
      problems.add(
        'unknown-format',
        this.#place(at + id.length + 1),
        format,
        oneOf(figureFormats),
        nearest(format, figureFormats),
      );
      return { type, id };
    }
    if (chosen === 'words' && known.value !== undefined && !Number.isInteger(known.value)) {
      problems.add(
        'unknown-format',
        this.#place(at + id.length + 1),
        format,
        say('整数才能写成文字', 'words for a whole number only'),
      );
    }
    return { type, id, format: chosen };
  }
}
