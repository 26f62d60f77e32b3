/** What the specs of several kinds share to check their own conditions. Knows no kind. */
import { missingNames } from '../../format/chart-words.js';
import type { Figure, Message, OptionSpec, OptionValue, Quote, RefusalInput } from '../../story/types.js';

/** The ids of an option that holds ids; none where it is absent. */
export function idsOf(options: Readonly<Record<string, OptionValue>>, name: string): readonly string[] {
  const option = options[name];
  return option?.type === 'figures' || option?.type === 'derived' ? option.ids : [];
}

/** The quotes of an option; none where it is absent. */
export function quotesOf(options: Readonly<Record<string, OptionValue>>, name: string): readonly Quote[] {
  const option = options[name];
  return option?.type === 'quotes' ? option.items : [];
}

/** One problem an id that an option names though the chart's own list doesn't. */
export function notListed(
  input: RefusalInput,
  option: string,
  list: 'figures' | 'derived',
): readonly Message[] {
  const known = new Set(input[list].map((entry) => entry.id));
  return idsOf(input.options, option)
    .filter((id) => !known.has(id))
    .map((id) => ({
      zh: `${option} 中的 ${id} 不在本图的 ${list} 之内`,
      en: `${id} in ${option} is not among the chart's ${list}`,
    }));
}

export function measureOf(input: RefusalInput, figure: Figure) {
  return input.measures.find((measure) => measure.id === figure.measure);
}

/** The option by which a picture marks what the report leaves open. */
export const missing: OptionSpec = { type: 'words', words: missingNames };

/** One problem a note at a number at which the kind has no place for one. */
export function notePlaces({ options }: RefusalInput, places: readonly string[]): readonly Message[] {
  const notes = options['notes'];
  if (notes?.type !== 'notes') return [];
  return notes.items
    .filter(({ at }) => !places.includes(at))
    .map(({ at }) => ({
      zh: `${at} 旁边没有放注的地方；可以放的：${places.join('、')}`,
      en: `there is no place for a note at ${at}; there is at ${places.join(', ')}`,
    }));
}
