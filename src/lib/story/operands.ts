/** Looks up the operands of an operation: figures, and derived figures listed above it in `derived.yaml`. */
import { parseDecimal } from './decimal.js';
import type { DerivedReading } from './derived-reading.js';
import type { KnownNumber } from './inline.js';
import { nearest } from './nearest.js';
import type { DerivedOperand, FigureOperand, Operand, Result } from './operations.js';
import { say } from './problems.js';
import { readWord } from './shape.js';
import type { Derived } from './types.js';
import type { Node, TextNode } from './yaml.js';

export class Operands {
  readonly #derived = new Map<string, DerivedOperand>();

  /** @param known ids of all derived figures read so far, also of those with problems */
  constructor(
    readonly reading: DerivedReading,
    readonly known: ReadonlyMap<string, KnownNumber>,
  ) {}

  add(derived: Derived, { exact, measure }: Result): void {
    const operand = { type: 'derived', id: derived.id, exact, derived } as const;
    this.#derived.set(derived.id, measure ? { ...operand, measure } : operand);
  }

  /** Like `numbers`, but allows figures only. */
  figures(node: Node | undefined, count?: number): readonly FigureOperand[] | undefined {
    const operands = this.numbers(node, count);
    if (!operands) return undefined;
    const figures = operands.filter((operand): operand is FigureOperand => operand.type === 'figure');
    const other = operands.find((operand) => operand.type === 'derived');
    if (!other) return figures;
    if (node)
      this.reading.problems.add(
        'derivation-refused',
        node.place,
        other.id,
        say('figures.csv 里的数字，不是推算', 'figures of figures.csv, not derived ones'),
      );
    return undefined;
  }

  /** Reads one id or a list of different ids; undefined if any of them cannot be used. */
  numbers(node: Node | undefined, count?: number): readonly Operand[] | undefined {
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
    const derived = this.#derived.get(word.value);
    if (derived) return derived;
    if (figuresComplete && !figureIds.has(word.value) && !this.known.has(word.value)) {
      const names = [...figureIds, ...this.known.keys()];
      problems.add(
        'unknown-figure',
        word.place,
        word.value,
        say('figures.csv 里的编号，或上文已有的推算', 'an id of figures.csv, or a derived one listed above'),
        nearest(word.value, names),
      );
    }
    return undefined;
  }
}
