/**
 * The way to the contents in the reader's bar: says in which section the reader is, and opens the sheet, which comes when it is first
 * wanted. If it can't, the link is followed to the list at the page's head.
 */
import { isPlain } from './figure-links.js';

interface SheetModule {
  readonly openContents: (page: Document, steps: readonly HTMLElement[], current: number) => void;
}

const sectionOf = (element: Element | undefined) => element?.closest('[data-section]') ?? null;

/**
 * @param steps all step elements in reading order
 * @param load brings the sheet's module; replaced in tests
 * @returns to be called with the current step's index whenever it changes; -1 above the first
 */
export function attachContents(
  page: Document,
  steps: readonly HTMLElement[],
  load: () => Promise<SheetModule> = () => import('./contents-sheet.js'),
): (current: number) => void {
  const link = page.querySelector<HTMLAnchorElement>('[data-contents-link]');
  const place = link?.querySelector('[data-place]');
  const sections = [...page.querySelectorAll('[data-section]')];
  let at = -1;
  link?.addEventListener('click', (event) => {
    if (!isPlain(event)) return;
    event.preventDefault();
    load()
      .then(({ openContents }) => openContents(page, steps, at))
      .catch(() => {
        location.href = link.href;
      });
  });
  return (current) => {
    at = current;
    const section = sections.findIndex((each) => each === sectionOf(steps[current]));
    if (place) place.textContent = section < 0 ? '' : `${section + 1}/${sections.length}`;
  };
}
