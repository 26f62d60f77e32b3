/** Finds what a reader mode (Mozilla's Readability) leaves out of a page of the story. */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

const even = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();

/**
 * Describes each step, number in a step, figure and text alternative that reader mode loses.
 *
 * @param html a page of the story, as built or as a browser has it
 */
export function lostInReaderMode(html: string): string[] {
  const all = (root: ParentNode, selector: string) => [...root.querySelectorAll(selector)];
  const page = parseHTML(html).document;
  const addressOf = (link: Element) => /[^/]*\/#.*$/.exec(link.getAttribute('href') ?? '')?.[0] ?? '';
  const steps = all(page, '[data-step]').map((step) => ({
    name: step.id,
    words: even(step.textContent),
    numbers: all(step, 'a[data-figure], a[data-derived]').map(addressOf),
  }));
  const titles = all(page, 'section[data-section] h2').map((title) => even(title.textContent));
  const pictures = all(page, '.chart-alt').map((words) => even(words.textContent));
  const figures = all(page, 'main figure[data-stage]').length;
  if (steps.length === 0 || pictures.length === 0) throw new Error('not a page of the story');

  const { content } = new Readability(page).parse() ?? {};
  const kept = parseHTML(`<!doctype html><html><body>${content ?? ''}</body></html>`).document;
  const words = even(kept.body.textContent);
  const links = new Set(all(kept, 'a[href]').map(addressOf));
  const shown = all(kept, 'figure').length;
  return [
    ...steps.filter((step) => !words.includes(step.words)).map(({ name }) => `step ${name}`),
    ...steps.flatMap(({ name, numbers }) =>
      numbers.filter((address) => !links.has(address)).map((address) => `${address} of ${name}`),
    ),
    ...titles.filter((title) => !words.includes(title)).map((title) => `title ${title}`),
    ...pictures.filter((picture) => !words.includes(picture)).map((picture) => `picture ${picture}`),
    ...(shown < figures ? [`${figures - shown} figures`] : []),
  ];
}
