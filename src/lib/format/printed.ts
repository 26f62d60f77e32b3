/** Prints numbers as pieces and as text. Knows the report's spans, no language. */
import type { Derived, Figure } from '../story/types.js';
import type { Printed, PrintedPart } from './types.js';

export function isDerived(number: Figure | Derived): number is Derived {
  return 'operation' in number;
}

export function plain(printed: Printed): string {
  return printed.map((part) => part.text).join('');
}

/** Makes a list of pieces, without empty ones. */
export function pieces(...parts: readonly PrintedPart[]): Printed {
  return parts.filter((part) => part.text !== '');
}

/** A figure's span in the report's own characters, split into comparator word, number and unit: 突破|400|亿元, 50|%|以上. */
export function spanParts(figure: Figure): Printed {
  const { text } = figure.span;
  const at = text.indexOf(figure.printed);
  if (at < 0) return pieces({ type: 'number', text });
  const rest = text.slice(at + figure.printed.length);
  const unit = rest.startsWith(figure.unit) ? figure.unit : '';
  return pieces(
    { type: 'word', text: text.slice(0, at) },
    { type: 'number', text: figure.printed },
    { type: 'unit', text: unit },
    { type: 'word', text: rest.slice(unit.length) },
  );
}

/** The comparator words beside the number in the report (以上, 突破, 前); empty if there are none. */
export function spanWord(figure: Figure): string {
  return spanParts(figure)
    .filter((part) => part.type === 'word')
    .map((part) => part.text)
    .join('');
}

/** The report's verbs for striving, commoner ones first. They are often not directly beside the number. */
const strivingVerbs = ['力争', '争取', '争创', '挺进', '冲刺', '努力'];

/** The comparator word of the report for this figure; empty if it has none. */
export function reportWord(figure: Figure): string {
  if (figure.comparator === 'strive') {
    // If the verb is not listed, the number is printed without a word.
    return (
      strivingVerbs.find((verb) => figure.quote.text.includes(verb) || figure.span.text.includes(verb)) ?? ''
    );
  }
  return figure.comparator === '=' ? '' : spanWord(figure);
}
