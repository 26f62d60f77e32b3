/** Printed numbers as pieces and as text. Knows the report's spans, no language. */
import type { Derived, Figure } from '../story/types.js';
import type { Printed, PrintedPart } from './types.js';

export function isDerived(number: Figure | Derived): number is Derived {
  return 'operation' in number;
}

export function plain(printed: Printed): string {
  return printed.map((part) => part.text).join('');
}

/** Leaves out empty pieces. */
export function pieces(...parts: readonly PrintedPart[]): Printed {
  return parts.filter((part) => part.text !== '');
}

/** The report's own characters of a figure's span, told apart: 突破|400|亿元, 50|%|以上. */
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

/** The limiting words beside the number in the report: 以上, 突破, 前; empty where none stands there. */
export function spanWord(figure: Figure): string {
  return spanParts(figure)
    .filter((part) => part.type === 'word')
    .map((part) => part.text)
    .join('');
}

/** The report's verbs of striving, the commoner first: they often stand apart from the number. */
const strivingVerbs = ['力争', '争取', '争创', '挺进', '冲刺', '努力'];

/** The word that limits the number, as the report has it; empty where the number stands without. */
export function reportWord(figure: Figure): string {
  if (figure.comparator === 'strive') {
    // A verb that is not listed leaves the number without a word.
    return (
      strivingVerbs.find((verb) => figure.quote.text.includes(verb) || figure.span.text.includes(verb)) ?? ''
    );
  }
  return figure.comparator === '=' ? '' : spanWord(figure);
}
