/**
 * What is copied as a quotation: the report's sentences, verbatim, each with its figures as printed; our arithmetic with its formula;
 * who says it, and an address. Plain text, from the data that the source sheet shows. Knows no clipboard and no page.
 */
import type { Printed } from '../../format/types.js';
import type { SheetDerived, SheetFigure } from './types.js';

export interface QuotationWords {
  /** The report's name. */
  readonly report: string;
  /** What our rendering of its words is marked with. */
  readonly ours: string;
  /** A figure after its sentence, with `{subjects}` and `{printed}` to be filled in. */
  readonly said: string;
  /** What is said beside a number in a formula, with `{label}` to be filled in. */
  readonly aside: string;
}

const plain = (parts: Printed): string => parts.map(({ text }) => text).join('');

/** One line: of what, how much. */
function said(words: QuotationWords, subjects: string, printed: Printed): string {
  return words.said.replace('{subjects}', () => subjects).replace('{printed}', () => plain(printed));
}

/** The sentences of these figures in the given order, each once and with the figures of it below. */
export function sentences(figures: readonly SheetFigure[], words: QuotationWords): readonly string[] {
  const bySentence = new Map<string, SheetFigure[]>();
  for (const figure of figures) {
    const sentence = figure.sentence.map(({ text }) => text).join('');
    bySentence.set(sentence, [...(bySentence.get(sentence) ?? []), figure]);
  }
  return [...bySentence].flatMap(([sentence, own]) => {
    const rendering = own[0]?.rendering;
    return [
      `“${sentence}”`,
      ...(rendering === undefined
        ? []
        : [`“${rendering}”${words.aside.replace('{label}', () => words.ours)}`]),
      ...own.map(({ subjects, printed }) => said(words, subjects, printed)),
    ];
  });
}

/** A number of ours with its kind, its formula and the caveat that it must not be without. */
export function arithmetic(derived: SheetDerived, words: QuotationWords): readonly string[] {
  const formula = derived.formula.map(({ text, label, quote }) => {
    const piece = quote ? `“${text}”` : text;
    return label === undefined ? piece : piece + words.aside.replace('{label}', () => label);
  });
  return [
    said(words, derived.label, derived.printed),
    derived.kind,
    formula.join(''),
    ...(derived.caveat === '' ? [] : [derived.caveat]),
  ];
}

/** @param lines what is quoted; @param source who says it; @param address where it can be read */
export const quotation = (lines: readonly string[], source: string, address: string): string =>
  [...lines, `—— ${source}`, address].join('\n');
