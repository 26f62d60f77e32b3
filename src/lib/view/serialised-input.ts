/**
 * A chart's input as it is written into the page for its island: without what every chart of the page shares (the interface's
 * words, written once), without what stands beside the plot as text already (title and caveat), and without what follows from the
 * rest. A page carries some two hundred figures in this form.
 */
import type { ChartFigure, ChartInput } from '../charts/scene/types.js';
import type { ChartWords } from '../format/chart-words.js';
import { derivedHref, figureHref } from './hrefs.js';

type Shared = 'words' | 'title' | 'caveat';
type Implied = 'source' | 'href' | 'short' | 'comparator';

type Packed = Omit<ChartFigure, Implied> & Partial<Pick<ChartFigure, Implied>>;

interface Serialised extends Omit<ChartInput, Shared | 'figures' | 'derived'> {
  /** Relative way from the page to the edition's root. */
  readonly base: string;
  readonly figures: readonly Packed[];
  readonly derived: readonly Packed[];
}

type Source = ChartFigure['source'];

const implied = (source: Source, base: string, { id, printed }: Packed) => ({
  source,
  href: source === 'figure' ? figureHref(base, id) : derivedHref(base, id),
  short: printed,
  comparator: '=' as const,
});

/** @param located whether the kind draws the report, and so needs to know where in it a number is */
function pack(figure: ChartFigure, source: Source, base: string, located: boolean): Packed {
  const known = implied(source, base, figure);
  const { source: own, href, short, comparator, at, ...rest } = figure;
  return {
    ...rest,
    ...(own === known.source ? {} : { source: own }),
    ...(href === known.href ? {} : { href }),
    ...(short === known.short ? {} : { short }),
    ...(comparator === known.comparator ? {} : { comparator }),
    ...(at === undefined || !located ? {} : { at }),
  };
}

/** @param base relative way from the page to the edition's root, as in the input's addresses */
export function serialiseInput(input: ChartInput, base: string): string {
  const { words: _words, title: _title, caveat: _caveat, ...own } = input;
  const packed = (figures: readonly ChartFigure[], source: Source) =>
    figures.map((figure) => pack(figure, source, base, input.report !== undefined));
  const serialised: Serialised = {
    ...own,
    base,
    figures: packed(input.figures, 'figure'),
    derived: packed(input.derived, 'derived'),
  };
  return JSON.stringify(serialised);
}

/** A check by hand: our own build wrote the text, and a schema library would weigh more than all that reads it. */
const isSerialised = (data: unknown): data is Serialised =>
  typeof data === 'object' &&
  data !== null &&
  'kind' in data &&
  'figures' in data &&
  Array.isArray(data.figures) &&
  'derived' in data &&
  Array.isArray(data.derived);

/** @throws if the text is no chart's input, which only a page cut short can cause */
export function readInput(text: string, words: ChartWords): ChartInput {
  const data: unknown = JSON.parse(text);
  if (!isSerialised(data)) throw new Error('no input of a chart');
  const { base, figures, derived, ...own } = data;
  const whole = (packed: readonly Packed[], source: Source) =>
    packed.map((figure): ChartFigure => ({ ...implied(source, base, figure), ...figure }));
  return { ...own, figures: whole(figures, 'figure'), derived: whole(derived, 'derived'), title: [], words };
}
