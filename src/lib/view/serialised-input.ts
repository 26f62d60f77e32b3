/**
 * Serialises a chart's input into the page for its island. It leaves out what all charts of the page share (the interface's
 * words, written once), what is already text beside the plot (title and caveat), and what follows from the rest, because a page
 * contains some two hundred figures in this form.
 */
import type { ChartFigure, ChartInput } from '../charts/scene/types.js';
import type { ChartWords } from '../format/chart-words.js';
import { derivedHref, figureHref } from './hrefs.js';

type Shared = 'words' | 'title' | 'caveat';
type Implied = 'source' | 'href' | 'short' | 'comparator';

type Packed = Omit<ChartFigure, Implied> & Partial<Pick<ChartFigure, Implied>>;

interface Serialised extends Omit<ChartInput, Shared | 'figures' | 'derived'> {
  /** Relative path from the page to the edition's root. */
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

/** @param located whether to keep the figures' offsets in the report, for kinds that draw the report */
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

/** @param base relative path from the page to the edition's root, with which the input's addresses begin */
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

/** Checked by hand: our own build wrote the text, and a schema library would be larger than all code that reads it. */
const isSerialised = (data: unknown): data is Serialised =>
  typeof data === 'object' &&
  data !== null &&
  'kind' in data &&
  'figures' in data &&
  Array.isArray(data.figures) &&
  'derived' in data &&
  Array.isArray(data.derived);

/** Reads a serialised input. @throws if the text is not a chart's input, which happens only if the page was cut short */
export function readInput(text: string, words: ChartWords): ChartInput {
  const data: unknown = JSON.parse(text);
  if (!isSerialised(data)) throw new Error('no input of a chart');
  const { base, figures, derived, ...own } = data;
  const whole = (packed: readonly Packed[], source: Source) =>
    packed.map((figure): ChartFigure => ({ ...implied(source, base, figure), ...figure }));
  return { ...own, figures: whole(figures, 'figure'), derived: whole(derived, 'derived'), title: [], words };
}
