/** What the dialogs that come with a click share: their parts, and texts of the page as one line. */
import { defined } from '../invariants/defined.js';

/** @throws if the element has no such part */
export const part = <Kind extends Element>(of: Element, selector: string): Kind =>
  defined(of.querySelector<Kind>(selector), `${selector} in the dialog`);

export const textOf = (element: Element | null | undefined): string =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
