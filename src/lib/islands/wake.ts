/**
 * Tells when the reader begins. Until then the prerendered pictures are all that is needed, and a page that is opened and left costs
 * no chart code. A page that opens in its middle (a link, a reload) has begun.
 */
import { hands, onNext } from '../embed/next-hand.js';

const inView = (element: Element): boolean => {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight;
};

/**
 * Calls `begin` once: now, if the page doesn't stand at its top, else with the first scroll, key, touch or click.
 *
 * @param looked elements that make it begin at once if one is in view: an iframe may open on a picture
 */
export function whenReaderBegins(begin: () => void, looked: readonly Element[] = []): void {
  if (window.scrollY > 0 || location.hash !== '' || looked.some(inView)) begin();
  else onNext([...hands, 'scroll', 'keydown'], begin);
}
