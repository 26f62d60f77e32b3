/**
 * Reads `derived.yaml`: which operation over which numbers, and what to say about it. The arithmetic and its conditions
 * are in `operations.ts`; entries may use those listed above them.
 */
import { printExact, printRounded, toNumber, whole } from './decimal.js';
import { parseDecimal } from './decimal.js';
import { nearest } from './nearest.js';
import * as operations from './operations.js';
import type { DerivedOperand, FigureOperand, Operand, Outcome } from './operations.js';
import { exactly, oneOf, say } from './problems.js';
import { readChoice, readFields, readId, readInteger, readList, readSpan, readWord, type Fields } from './shape.js';
import { readPlainTexts, type TextReading } from './texts.js';
import { comparators, figureKinds, type Derived, type Figure, type FigureKind, type Measure, type Operation, type Quote } from './types.js';
import type { KnownNumber } from './inline.js';
import type { Node, TextNode } from './yaml.js';

export interface DerivedReading extends TextReading {
  /** In the report's order; only those that could be read in full. */
  readonly figures: ReadonlyMap<string, Figure>;
  /** All figure ids, the broken ones included. */
  readonly figureIds: ReadonlySet<string>;
  readonly figuresComplete: boolean;
  readonly measures: ReadonlyMap<string, Measure>;
  readonly sections: ReadonlySet<string>;
  readonly report: string;
}

export interface DerivedRead {
  readonly derived: readonly Derived[];
  readonly known: ReadonlyMap<string, KnownNumber>;
}

const operationNames: readonly Operation[] = ['index', 'sum', 'share', 'weighted-mean', 'difference', 'conversion', 'tiling', 'count'];
const keys = ['id', 'section', 'op', 'label', 'caveat', 'decimals', 'of', 'in', 'by', 'to', 'per', 'where', 'items'] as const;
type Key = (typeof keys)[number];

/** Keys beside the common ones that each operation takes. */
const ownKeys: Readonly<Record<Operation, { readonly required: readonly Key[]; readonly optional?: readonly Key[] }>> = {
  index: { required: ['of'] },
  sum: { required: ['of'] },
  share: { required: ['of', 'in'] },
  'weighted-mean': { required: ['of', 'by'] },
  difference: { required: ['of'] },
  conversion: { required: ['of', 'to'] },
  tiling: { required: ['of', 'per'] },
  count: { required: [], optional: ['where', 'items'] },
};

export function readDerived(reading: DerivedReading, node: Node | undefined): DerivedRead {
  const reader = new DerivedReader(reading);
  const root = readFields(reading.problems, node, { required: ['derived'] });
  for (const entry of readList(reading.problems, root?.get('derived'))) reader.read(entry);
  return { derived: reader.derived, known: reader.known };
}

class DerivedReader {
  readonly derived: Derived[] = [];
  readonly known = new Map<string, KnownNumber>();
  readonly #operands = new Map<string, DerivedOperand>();

  constructor(readonly reading: DerivedReading) {}

  read(entry: Node): void {
    const { problems, sections } = this.reading;
    const id = this.#readNewId(entry);
    const operation = this.#readOperation(entry);
    if (!operation) {
      if (id) this.known.set(id.value, {});
      return;
    }
    const own = ownKeys[operation];
    const fields = readFields<Key>(problems, entry, {
      required: ['id', 'section', 'op', 'label', 'caveat', ...own.required],
      optional: ['decimals', ...(own.optional ?? [])],
    });
    if (!fields) return;
    const label = readPlainTexts(this.reading, fields.get('label'));
    const caveat = readPlainTexts(this.reading, fields.get('caveat'));
    const section = readWord(problems, fields.get('section'));
    if (section && !sections.has(section.value)) {
      problems.add('unknown-section', section.place, section.value, oneOf(sections), nearest(section.value, sections));
    }
    const computed = this.#compute(operation, fields);
    if (!id) return;
    const decimals = readInteger(problems, fields.get('decimals'), 0, 6);
    const outcome = computed?.outcome;
    if (!outcome || !section) {
      this.known.set(id.value, {});
      return;
    }
    if ('refused' in outcome) {
      const found = describeOperands(fields);
      problems.add('derivation-refused', fields.get('of') ? (fields.get('of')?.place ?? fields.place) : fields.place, `${operation} ${found}`.trim(), outcome.refused);
      this.known.set(id.value, {});
      return;
    }
    const printed = decimals === undefined ? printExact(outcome.exact) : printRounded(outcome.exact, decimals);
    if (printed === undefined) {
      problems.add('decimals-needed', id.place, printRounded(outcome.exact, 6), exactly('decimals: 1'));
    }
    const derived: Derived = {
      id: id.value,
      section: section.value,
      operation,
      value: toNumber(outcome.exact),
      printed: printed ?? printRounded(outcome.exact, 2),
      unit: outcome.unit,
      comparator: outcome.comparator,
      from: outcome.from,
      formula: outcome.formula,
      label,
      caveat,
      ...(computed.sections ? { sections: computed.sections } : {}),
      ...(computed.items ? { items: computed.items } : {}),
    };
    this.derived.push(derived);
    this.#operands.set(id.value, { type: 'derived', id: id.value, exact: outcome.exact, derived, ...(outcome.measure ? { measure: outcome.measure } : {}) });
    const kind = operation === 'count' ? undefined : this.#kindOf(derived);
    this.known.set(id.value, { value: Number(derived.printed), ...(kind ? { kind } : {}) });
  }

  #readNewId(entry: Node): TextNode | undefined {
    const { problems, figureIds } = this.reading;
    const node = entry.type === 'map' ? entry.entries.find(({ key }) => key === 'id')?.value : undefined;
    const id = readId(problems, node);
    if (!id) return undefined;
    if (!figureIds.has(id.value) && !this.known.has(id.value)) return id;
    problems.add('duplicate-id', id.place, id.value, say('没有用过的编号', 'an id that is not taken'));
    return undefined;
  }

  #readOperation(entry: Node): Operation | undefined {
    const { problems } = this.reading;
    const node = entry.type === 'map' ? entry.entries.find(({ key }) => key === 'op')?.value : undefined;
    const word = readWord(problems, node);
    const operation = word && readChoice(problems, 'unknown-operation', word.value, word.place, operationNames);
    // Without an operation only the common keys can be judged.
    if (!operation) readFields<Key>(problems, entry, { required: ['id', 'section', 'op', 'label', 'caveat'], optional: keys });
    return operation;
  }

  #compute(operation: Operation, fields: Fields<Key>): { outcome: Outcome; sections?: readonly string[]; items?: readonly Quote[] } | undefined {
    const { problems } = this.reading;
    switch (operation) {
      case 'index': {
        const [fall] = this.#figures(fields.get('of'), 1) ?? [];
        return fall && { outcome: operations.index(fall) };
      }
      case 'sum': {
        const parts = this.#figures(fields.get('of'));
        return parts && { outcome: operations.sum(parts) };
      }
      case 'share': {
        const [of] = this.#figures(fields.get('of'), 1) ?? [];
        const [total] = this.#numbers(fields.get('in'), 1) ?? [];
        if (!of || !total) return undefined;
        if (total.type === 'derived') return { outcome: operations.share(of, total) };
        return { outcome: { refused: say('in 是一个求和（sum）', 'a sum after "in"') } };
      }
      case 'weighted-mean': {
        const rates = this.#figures(fields.get('of'));
        const levels = this.#figures(fields.get('by'));
        return rates && levels && { outcome: operations.weightedMean(rates, levels) };
      }
      case 'difference': {
        const [a, b] = this.#numbers(fields.get('of'), 2) ?? [];
        return a && b && { outcome: operations.difference(a, b) };
      }
      case 'conversion': {
        const [of] = this.#figures(fields.get('of'), 1) ?? [];
        const word = readWord(problems, fields.get('to'));
        const to = word && readChoice(problems, 'unknown-word', word.value, word.place, operations.conversionNames);
        return of && to && { outcome: operations.conversion(of, to) };
      }
      case 'tiling': {
        const [of] = this.#figures(fields.get('of'), 1) ?? [];
        const per = readInteger(problems, fields.get('per'), 1, 100_000_000);
        return of && per !== undefined ? { outcome: operations.tiling(of, per) } : undefined;
      }
      case 'count':
        return this.#count(fields);
    }
  }

  /** Either the figures of some passages or listed words of the report. */
  #count(fields: Fields<Key>): { outcome: Outcome; sections?: readonly string[]; items?: readonly Quote[] } | undefined {
    const { problems, report } = this.reading;
    const where = fields.get('where');
    const items = fields.get('items');
    if ((where === undefined) === (items === undefined)) {
      problems.add('wrong-shape', fields.place, 'count', say('where 与 items 二者之一', 'either where or items'));
      return undefined;
    }
    if (where !== undefined) return this.#countWhere(where);
    const quotes: Quote[] = [];
    for (const node of readList(problems, items)) {
      const span = readSpan(problems, node, report.length);
      if (!span) continue;
      if (span.start < (quotes.at(-1)?.end ?? 0)) {
        problems.add('bad-span', node.place, `[${span.start}, ${span.end}]`, say('依报告次序、互不重叠', "in the report's order, without overlap"));
      }
      quotes.push({ ...span, text: report.slice(span.start, span.end) });
    }
    return { outcome: { exact: whole(quotes.length), unit: '', comparator: '=', from: [], formula: [] }, items: quotes };
  }

  #countWhere(node: Node): { outcome: Outcome; sections: readonly string[] } | undefined {
    const { problems } = this.reading;
    const fields = readFields(problems, node, { required: ['sections'], optional: ['kind', 'comparator'] });
    if (!fields) return undefined;
    const sections = this.#choices(fields.get('sections'), [...this.reading.sections], 'unknown-section');
    const kinds = this.#choices(fields.get('kind'), figureKinds, 'unknown-word');
    const limits = this.#choices(fields.get('comparator'), comparators, 'unknown-word');
    const counted = [...this.reading.figures.values()].filter(
      (figure) =>
        sections.includes(figure.section) &&
        (kinds.length === 0 || kinds.includes(figure.kind)) &&
        (limits.length === 0 || limits.includes(figure.comparator)),
    );
    const formula = counted.flatMap(({ id }, i) => [
      ...(i === 0 ? [] : [{ type: 'text', text: ', ' } as const]),
      { type: 'figure', id } as const,
    ]);
    const from = counted.map(({ id }) => id);
    return { outcome: { exact: whole(counted.length), unit: '', comparator: '=', from, formula }, sections };
  }

  #choices<Word extends string>(node: Node | undefined, words: readonly Word[], rule: 'unknown-section' | 'unknown-word'): Word[] {
    const { problems } = this.reading;
    const chosen: Word[] = [];
    for (const item of readList(problems, node)) {
      const word = readWord(problems, item);
      const choice = word && readChoice(problems, rule, word.value, word.place, words);
      if (!word || choice === undefined) continue;
      if (chosen.includes(choice)) problems.add('duplicate-id', word.place, word.value, say('各一次', 'each once'));
      chosen.push(choice);
    }
    return chosen;
  }

  #figures(node: Node | undefined, count?: number): readonly FigureOperand[] | undefined {
    const operands = this.#numbers(node, count);
    if (!operands) return undefined;
    const figures = operands.filter((operand): operand is FigureOperand => operand.type === 'figure');
    if (figures.length === operands.length) return figures;
    const other = operands.find((operand) => operand.type === 'derived');
    if (node) this.reading.problems.add('derivation-refused', node.place, other?.id ?? '', say('figures.csv 里的数字，不是推算', 'figures of figures.csv, not derived ones'));
    return undefined;
  }

  /** One id or a list of them, each once; nothing when any cannot be used. */
  #numbers(node: Node | undefined, count?: number): readonly Operand[] | undefined {
    const { problems } = this.reading;
    if (node === undefined) return undefined;
    const nodes = node.type === 'list' ? node.items : [node];
    const operands: Operand[] = [];
    const seen = new Set<string>();
    let sound = true;
    for (const item of nodes) {
      const word = readWord(problems, item);
      const operand = word && this.#operand(word);
      if (!operand) sound = false;
      else operands.push(operand);
      if (word && seen.has(word.value)) {
        problems.add('duplicate-id', word.place, word.value, say('各一次', 'each once'));
        sound = false;
      }
      if (word) seen.add(word.value);
    }
    if (count !== undefined && nodes.length !== count) {
      problems.add('wrong-shape', node.place, `${nodes.length}`, say(`${count} 个编号`, `${count} ids`));
      return undefined;
    }
    return sound ? operands : undefined;
  }

  #operand(word: TextNode): Operand | undefined {
    const { problems, figures, figureIds, figuresComplete, measures } = this.reading;
    const figure = figures.get(word.value);
    if (figure) {
      const exact = parseDecimal(figure.printed);
      const measure = measures.get(figure.measure);
      return exact && measure && { type: 'figure', id: word.value, exact, figure, measure };
    }
    const derived = this.#operands.get(word.value);
    if (derived) return derived;
    if (figuresComplete && !figureIds.has(word.value) && !this.known.has(word.value)) {
      const names = [...figureIds, ...this.known.keys()];
      problems.add('unknown-figure', word.place, word.value, say('figures.csv 里的编号，或上文已有的推算', 'an id of figures.csv, or a derived one listed above'), nearest(word.value, names));
    }
    return undefined;
  }

  /** Made of targets alone, a derived figure is itself a target. */
  #kindOf(derived: Derived): FigureKind | undefined {
    const kinds = new Set(
      derived.from.map((id) => {
        const operand = this.#operands.get(id);
        return this.reading.figures.get(id)?.kind ?? (operand ? this.known.get(operand.id)?.kind : undefined);
      }),
    );
    const [kind] = kinds;
    return kinds.size === 1 ? kind : undefined;
  }
}

function describeOperands(fields: Fields<Key>): string {
  const shown = (node: Node | undefined): string =>
    node === undefined ? '' : node.type === 'text' ? node.value : node.type === 'list' ? node.items.map(shown).join(', ') : '{…}';
  return [fields.get('of'), fields.get('in'), fields.get('by')].map(shown).filter((words) => words !== '').join(' / ');
}
