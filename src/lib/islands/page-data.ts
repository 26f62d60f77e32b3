/** What the prerendered page says of its charts in attributes and templates. */
import type { ChartState, ChartWords } from '../charts/types.js';

/** A step's attributes as the state of its chart. */
export function stateOf(step: HTMLElement): ChartState {
  const { state = '', through, highlight } = step.dataset;
  return {
    state,
    ...(through === undefined ? {} : { through }),
    ...(highlight === undefined ? {} : { highlight }),
  };
}

/** The words that all charts of the page print. */
export function readWords(page: Document): ChartWords {
  const text = page.querySelector<HTMLTemplateElement>('template[data-words]')?.content.textContent;
  const words: ChartWords = JSON.parse(text ?? '');
  return words;
}

/** An attribute that is there only where it says something. */
export function setOrRemove(element: HTMLElement, name: string, value: string | undefined): void {
  if (value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, value);
}
