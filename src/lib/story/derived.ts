/**
 * Reads `derived.yaml`: for each entry an operation, its operands, a label and a caveat. `operations.ts` has the arithmetic and
 * its conditions. An entry may use figures and the entries above it.
 */
import { readCount } from './counts.js';
import { printExact, printRounded, toNumber } from './decimal.js';
import type { KnownNumber } from './inline.js';
import type { DerivedReading } from './derived-reading.js';
import { nearest } from './nearest.js';
import { Operands } from './operands.js';
import * as operations from './operations.js';
import type { Outcome } from './operations.js';
import { exactly, oneOf, say } from './problems.js';
import { readChoice, readFields, readId, readInteger, readList, readWord, type Fields } from './shape.js';
import { readPlainTexts } from './texts.js';
import type { Derived, FigureKind, Operation, Quote } from './types.js';
import type { Node, TextNode } from './yaml.js';

/** `known` has every id of the file, also of entries with problems, so that a reference to one is not reported as unknown. */
export interface DerivedRead {
  readonly derived: readonly Derived[];
  readonly known: ReadonlyMap<string, KnownNumber>;
}

const operationNames: readonly Operation[] = [
  'index',
  'sum',
  'share',
  'weighted-mean',
  'difference',
  'conversion',
  'tiling',
  'count',
];
const keys = [
  'id',
  'section',
  'op',
  'label',
  'caveat',
  'decimals',
  'of',
  'in',
  'by',
  'to',
  'per',
  'where',
  'items',
] as const;
type Key = (typeof keys)[number];

/** The keys of each operation, besides those that all entries have. */
const ownKeys: Readonly<
  Record<Operation, { readonly required: readonly Key[]; readonly optional?: readonly Key[] }>
> = {
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
  readonly #operands: Operands;

  constructor(readonly reading: DerivedReading) {
    this.#operands = new Operands(reading, this.known);
  }

  read(entry: Node): void {
    const { problems, sections, sectionsComplete } = this.reading;
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
    const section = readWord(problems, fields.get('section'));
    const reading = section ? { ...this.reading, section: section.value } : this.reading;
    const label = readPlainTexts(reading, fields.get('label'));
    const caveat = readPlainTexts(reading, fields.get('caveat'));
    if (section && !sections.has(section.value) && sectionsComplete) {
      problems.add(
        'unknown-section',
        section.place,
        section.value,
        oneOf(sections),
        nearest(section.value, sections),
      );
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
      problems.add(
        'derivation-refused',
        fields.get('of') ? (fields.get('of')?.place ?? fields.place) : fields.place,
        `${operation} ${found}`.trim(),
        outcome.refused,
      );
      this.known.set(id.value, {});
      return;
    }
    const printed =
      decimals === undefined ? printExact(outcome.exact) : printRounded(outcome.exact, decimals);
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
      ...(computed.per === undefined ? {} : { per: computed.per }),
    };
    this.derived.push(derived);
    this.#operands.add(derived, outcome);
    const kind = operation === 'count' ? undefined : this.#kindOf(derived);
    this.known.set(id.value, { value: Number(derived.printed), ...(kind ? { kind } : {}) });
  }

  #readNewId(entry: Node): TextNode | undefined {
    const { problems, figureIds } = this.reading;
    const node = entry.type === 'map' ? entry.entries.find(({ key }) => key === 'id')?.value : undefined;
    const id = readId(problems, node, true);
    if (!id) return undefined;
    if (!figureIds.has(id.value) && !this.known.has(id.value)) return id;
    problems.add('duplicate-id', id.place, id.value, say('没有用过的编号', 'an id that is not taken'));
    return undefined;
  }

  #readOperation(entry: Node): Operation | undefined {
    const { problems } = this.reading;
    const node = entry.type === 'map' ? entry.entries.find(({ key }) => key === 'op')?.value : undefined;
    const word = readWord(problems, node);
    const operation =
      word && readChoice(problems, 'unknown-operation', word.value, word.place, operationNames);
    // Without a known operation, only the common keys can be checked.
    if (!operation)
      readFields<Key>(problems, entry, {
        required: ['id', 'section', 'op', 'label', 'caveat'],
        optional: keys,
      });
    return operation;
  }

  #compute(
    operation: Operation,
    fields: Fields<Key>,
  ): { outcome: Outcome; sections?: readonly string[]; items?: readonly Quote[]; per?: number } | undefined {
    const { problems } = this.reading;
    switch (operation) {
      case 'index': {
        const [fall] = this.#operands.figures(fields.get('of'), 1) ?? [];
        return fall && { outcome: operations.index(fall) };
      }
      case 'sum': {
        const parts = this.#operands.figures(fields.get('of'));
        return parts && { outcome: operations.sum(parts) };
      }
      case 'share': {
        const [of] = this.#operands.figures(fields.get('of'), 1) ?? [];
        const [total] = this.#operands.numbers(fields.get('in'), 1) ?? [];
        if (!of || !total) return undefined;
        if (total.type === 'derived') return { outcome: operations.share(of, total) };
        return { outcome: { refused: say('in 是一个求和（sum）', 'a sum after "in"') } };
      }
      case 'weighted-mean': {
        const rates = this.#operands.figures(fields.get('of'));
        const levels = this.#operands.figures(fields.get('by'));
        return rates && levels && { outcome: operations.weightedMean(rates, levels) };
      }
      case 'difference': {
        const [a, b] = this.#operands.numbers(fields.get('of'), 2) ?? [];
        return a && b && { outcome: operations.difference(a, b) };
      }
      case 'conversion': {
        const [of] = this.#operands.figures(fields.get('of'), 1) ?? [];
        const word = readWord(problems, fields.get('to'));
        const to =
          word && readChoice(problems, 'unknown-word', word.value, word.place, operations.conversionNames);
        return of && to && { outcome: operations.conversion(of, to) };
      }
      case 'tiling': {
        const [of] = this.#operands.figures(fields.get('of'), 1) ?? [];
        const per = readInteger(problems, fields.get('per'), 1, 100_000_000);
        return of && per !== undefined ? { outcome: operations.tiling(of, per), per } : undefined;
      }
      case 'count':
        return readCount(this.reading, fields.place, fields.get('where'), fields.get('items'));
    }
  }

  /** The kind that all operands share, if they share one: a derived figure made from targets alone is itself a target. */
  #kindOf(derived: Derived): FigureKind | undefined {
    const kinds = new Set(
      derived.from.map((id) => (this.reading.figures.get(id) ?? this.known.get(id))?.kind),
    );
    const [kind] = kinds;
    return kinds.size === 1 ? kind : undefined;
  }
}

function describeOperands(fields: Fields<Key>): string {
  const shown = (node: Node | undefined): string =>
    node === undefined
      ? ''
      : node.type === 'text'
        ? node.value
        : node.type === 'list'
          ? node.items.map(shown).join(', ')
          : '{…}';
  return [fields.get('of'), fields.get('in'), fields.get('by')]
    .map(shown)
    .filter((words) => words !== '')
    .join(' / ');
}
