/**
 * A chart's input as it is written into the page for its island: without what every chart of the page shares (the interface's
 * words, written once) and without what stands beside the plot as text already (title and caveat).
 */
import type { ChartInput, ChartWords } from '../charts/types.js';

type Serialised = Omit<ChartInput, 'words' | 'title' | 'caveat'>;

export function serialiseInput({
  words: _words,
  title: _title,
  caveat: _caveat,
  ...own
}: ChartInput): string {
  return JSON.stringify(own satisfies Serialised);
}

/** @throws if the text is no JSON, which only a page cut short can cause */
export function readInput(text: string, words: ChartWords): ChartInput {
  const own: Serialised = JSON.parse(text);
  return { ...own, title: [], words };
}
