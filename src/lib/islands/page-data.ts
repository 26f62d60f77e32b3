/** What the prerendered page says of its charts in attributes and templates. */
import type { ChartState } from '../charts/scene/types.js';
import type { ChartWords } from '../format/chart-words.js';
import { chartState } from '../view/show-at.js';

/** A step's attributes as the state of its chart. */
export function stateOf({ dataset: { state = '', through, highlight } }: HTMLElement): ChartState {
  return chartState({ state, through, highlight });
}

/**
 * Data that the page carries, if it is what it is to be. Looked at by hand: the text is our own build's, and a library of schemas would
 * weigh more than what reads it.
 *
 * @throws if the page has none or another's, as where something between host and reader has cut it; the prerendered picture stays
 */
export function readData<Data>(page: Document, name: string, is: (data: unknown) => data is Data): Data {
  const text = page.querySelector<HTMLTemplateElement>(`template[data-${name}]`)?.content.textContent;
  const data: unknown = text && JSON.parse(text);
  if (!is(data)) throw new Error(`no ${name} in this page`);
  return data;
}

const isTable = (data: unknown): data is object => typeof data === 'object' && data !== null;
const allWords = (table: object): boolean => Object.values(table).every((word) => typeof word === 'string');

const isWords = (data: unknown): data is ChartWords => {
  if (!isTable(data) || !('missing' in data)) return false;
  const { missing, ...words } = data;
  return allWords(words) && isTable(missing) && allWords(missing);
};

/** The words that all charts of the page print. */
export const readWords = (page: Document): ChartWords => readData(page, 'words', isWords);

/** An attribute that is there only where it says something. */
export function setOrRemove(element: HTMLElement, name: string, value: string | undefined): void {
  if (value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, value);
}
