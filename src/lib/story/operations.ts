/**
 * The only arithmetic that the story may do with the report's numbers. Each operation has conditions under which its result is
 * true. Anything else (dividing back to a base, adding unlike quantities, yields, per-head values) cannot be written down. Knows
 * numbers, units and measures; reads no file.
 */
import { defined } from '../invariants/defined.js';
import { conversions, inBaseUnits, splitUnit } from './units.js';
import { add, divide, multiply, parseDecimal, subtract, whole, type Fraction } from './decimal.js';
import { say } from './problems.js';
import type { Comparator, Derived, Figure, FormulaPart, Measure, Message } from './types.js';

export interface FigureOperand {
  readonly type: 'figure';
  readonly id: string;
  readonly exact: Fraction;
  readonly figure: Figure;
  readonly measure: Measure;
}
export interface DerivedOperand {
  readonly type: 'derived';
  readonly id: string;
  readonly exact: Fraction;
  readonly derived: Derived;
  /** The measure of the operands: a mean of growth rates is still a growth rate. */
  readonly measure?: Measure;
}
export type Operand = FigureOperand | DerivedOperand;

export interface Result {
  readonly exact: Fraction;
  readonly unit: string;
  readonly comparator: Comparator;
  readonly from: readonly string[];
  readonly formula: readonly FormulaPart[];
  readonly measure?: Measure;
}
export type Outcome = Result | { readonly refused: Message };

const refuse = (zh: string, en: string): Outcome => ({ refused: say(zh, en) });
const text = (words: string): FormulaPart => ({ type: 'text', text: words });
const part = ({ type, id }: Operand): FormulaPart => ({ type, id });
const same = <T>(values: readonly T[]): boolean => values.every((value) => value === values[0]);

/** Index after a percentage fall, with 100 for the unknown base. */
export function index(fall: FigureOperand): Outcome {
  const { figure } = fall;
  if (figure.unit !== '%' || fall.measure.change !== 'fall') {
    return refuse(
      '指数只用于百分比降幅（measures.yaml 中 change: fall）',
      'an index is for percentage falls only (change: fall in measures.yaml)',
    );
  }
  if (figure.comparator !== '=' && figure.comparator !== '>=') {
    return refuse('降幅的限定词是 = 或 >=', 'a fall with the comparator = or >=');
  }
  return {
    exact: subtract(whole(100), fall.exact),
    unit: '',
    comparator: figure.comparator === '=' ? '=' : '<=',
    from: [fall.id],
    formula: [text('100 − '), part(fall)],
  };
}

/** Sum of exact levels of one additive measure over different subjects. */
export function sum(parts: readonly FigureOperand[]): Outcome {
  const refusal = notSummable(parts);
  const [first] = parts;
  if (refusal || !first) return { refused: refusal ?? say('至少两个数字', 'at least two figures') };
  return {
    exact: parts.map((operand) => operand.exact).reduce(add),
    unit: first.figure.unit,
    comparator: '=',
    from: parts.map((operand) => operand.id),
    formula: joined(parts, ' + '),
    measure: first.measure,
  };
}

function notSummable(parts: readonly FigureOperand[]): Message | undefined {
  if (parts.length < 2) return say('至少两个数字', 'at least two figures');
  if (!parts.every((operand) => operand.measure.additive))
    return say(
      '可相加的量（measures.yaml 中 additive: true）',
      'an additive measure (additive: true in measures.yaml)',
    );
  if (!same(parts.map((operand) => operand.measure.id))) return say('同一个量', 'one measure');
  if (!same(parts.map((operand) => operand.figure.unit))) return say('同一个单位', 'one unit');
  if (!same(parts.map((operand) => operand.figure.kind)))
    return say('同一类数字，不把结果与目标相加', 'one kind: results and targets are not added up');
  if (!parts.every((operand) => operand.figure.comparator === '='))
    return say('没有限定词的数字（=）', 'exact figures (=)');
  const subjects = parts.flatMap((operand) => operand.figure.subjects.map(subjectKey));
  if (subjects.length !== parts.length || new Set(subjects).size !== subjects.length)
    return say('互不相同的对象，每个数字一个', 'different subjects, one a figure');
  return undefined;
}

/** A part of a sum, as a percentage of the sum. */
export function share(of: FigureOperand, total: DerivedOperand): Outcome {
  if (total.derived.operation !== 'sum') return refuse('in 是一个求和（sum）', 'a sum after "in"');
  if (!total.derived.from.includes(of.id))
    return refuse('求和所用的数字之一', 'one of the figures that the sum is made from');
  const quotient = divide(multiply(of.exact, whole(100)), total.exact);
  if (!quotient) return refuse('不为零的和', 'a sum that is not zero');
  return {
    exact: quotient,
    unit: '%',
    comparator: '=',
    from: [of.id, total.id],
    formula: [part(of), text(' ÷ '), part(total)],
  };
}

/** Mean of growth rates, weighted by the levels that the report gives in the same sentence. */
export function weightedMean(rates: readonly FigureOperand[], levels: readonly FigureOperand[]): Outcome {
  if (rates.length !== levels.length)
    return refuse('of 与 by 一一对应', 'as many figures after "by" as after "of"');
  const refusal = notSummable(levels);
  if (refusal) return { refused: refusal };
  const [first] = rates;
  if (!first || !rates.every((rate) => rate.figure.unit === '%' && rate.measure.change === 'growth')) {
    return refuse(
      '百分比增速（measures.yaml 中 change: growth）',
      'percentage growth rates (change: growth in measures.yaml)',
    );
  }
  if (!rates.every((rate) => rate.figure.comparator === '='))
    return refuse('没有限定词的增速（=）', 'exact rates (=)');
  if (!same(rates.map((rate) => rate.measure.id))) return refuse('同一个量', 'one measure');
  const pairs = rates.map((rate, i) => ({ rate, level: defined(levels[i], `level of ${rate.id}`) }));
  for (const { rate, level } of pairs) {
    const paired =
      rate.figure.kind === level.figure.kind &&
      rate.figure.sentence.start === level.figure.sentence.start &&
      rate.figure.subjects.map(subjectKey).join() === level.figure.subjects.map(subjectKey).join();
    if (!paired)
      return refuse(
        `「${rate.id}」与「${level.id}」说的是同一句里的同一对象`,
        `"${rate.id}" and "${level.id}" said of one subject in one sentence`,
      );
  }
  const weight = levels.map((level) => level.exact).reduce(add);
  const total = pairs.map(({ rate, level }) => multiply(rate.exact, level.exact)).reduce(add);
  const mean = divide(total, weight);
  if (!mean) return refuse('不为零的和', 'a sum that is not zero');
  const products = pairs.flatMap(({ rate, level }, i) => [
    text(i === 0 ? '(' : ' + '),
    part(level),
    text(' × '),
    part(rate),
  ]);
  return {
    exact: mean,
    unit: '%',
    comparator: '=',
    from: [...rates, ...levels].map((operand) => operand.id),
    formula: [...products, text(') ÷ ('), ...joined(levels, ' + '), text(')')],
    measure: first.measure,
  };
}

/** Difference of two numbers with the same measure and unit. */
export function difference(a: Operand, b: Operand): Outcome {
  const refusal = notComparable(a, b);
  if (refusal) return { refused: refusal };
  const exact = subtract(a.exact, b.exact);
  if (exact.top < 0n) return refuse('大的在前', 'the larger number first');
  return {
    exact,
    unit: unitOf(a),
    comparator: '=',
    from: [a.id, b.id],
    formula: [part(a), text(' − '), part(b)],
  };
}

function notComparable(a: Operand, b: Operand): Message | undefined {
  const sameMeasure = a.measure !== undefined && a.measure.id === b.measure?.id;
  if (unitOf(a) !== unitOf(b) || !sameMeasure) return say('同一单位、同一个量', 'one unit and one measure');
  if (a.type === 'figure' && b.type === 'figure') {
    if (a.figure.stretchOf === b.id) return undefined;
    if (a.figure.kind !== b.figure.kind)
      return say('同一类数字，不把结果与目标相减', 'one kind: results and targets are not subtracted');
    if (a.figure.comparator !== '=' || b.figure.comparator !== '=')
      return say(
        '没有限定词的数字（=），或力争目标与它所超出的目标',
        'exact figures (=), or a stretch target and the figure that it goes beyond',
      );
    return undefined;
  }
  const mean = a.type === 'derived' ? a : b.type === 'derived' ? b : undefined;
  const rate = a.type === 'figure' ? a : b.type === 'figure' ? b : undefined;
  if (mean?.derived.operation !== 'weighted-mean' || rate?.measure.change !== 'growth') {
    return say('加权平均与一个增速', 'a weighted mean and a growth rate');
  }
  // A stretch target is exact as well: “strives for 9.5%” is a known distance from the mean.
  return rate.figure.comparator === '=' || rate.figure.stretchOf !== undefined
    ? undefined
    : say('没有限定词的增速（=）', 'an exact rate (=)');
}

/** Converts a figure into a unit that the report does not use. */
export function conversion(of: FigureOperand, to: keyof typeof conversions): Outcome {
  const { from, unit, divisor } = conversions[to];
  if (splitUnit(of.figure.unit).base !== from)
    return refuse(`以「${from}」为单位的数字`, `a figure in ${from}`);
  const exact = divide(baseValue(of), whole(divisor));
  if (!exact) return refuse('可换算的单位', 'a unit that can be converted');
  return {
    exact,
    unit,
    comparator: of.figure.comparator,
    from: [of.id],
    formula: [part(of), text(` ÷ ${divisor}`)],
  };
}

/**
 * Number of marks, each worth `per` base units, that make up the figure. `per` must be a power of ten: any other step would be a
 * hidden division.
 */
export function tiling(of: FigureOperand, per: number): Outcome {
  if (!/^10*$/.test(String(per)))
    return refuse('per 是 1、10、100、1000 …', '1, 10, 100, 1000 … after "per"');
  const { comparator } = of.figure;
  if (comparator === '<=') return refuse('不是上限的数字', 'a figure that is no ceiling');
  if (of.measure.change !== undefined) return refuse('数量，不是变化率', 'an amount and no rate of change');
  const exact = divide(baseValue(of), whole(per));
  if (!exact) return refuse('写得出的数', 'a number that can be read');
  // The last mark may be a partial one; chart kinds that draw only whole marks refuse that themselves.
  return { exact, unit: '', comparator, from: [of.id], formula: [part(of), text(` ÷ ${per}`)] };
}

export const conversionNames = Object.keys(conversions).filter(
  (name): name is keyof typeof conversions => name in conversions,
);

/** A subject's names in all editions as one key: two subjects with the same name in one language may differ in another. */
const subjectKey = (subject: Figure['subjects'][number]): string => Object.values(subject).join('|');
const unitOf = (operand: Operand): string =>
  operand.type === 'figure' ? operand.figure.unit : operand.derived.unit;
const baseValue = (of: FigureOperand): Fraction =>
  parseDecimal(inBaseUnits(of.figure.printed, of.figure.unit)) ?? of.exact;

function joined(operands: readonly Operand[], sign: string): FormulaPart[] {
  return operands.flatMap((operand, i) => (i === 0 ? [part(operand)] : [text(sign), part(operand)]));
}
