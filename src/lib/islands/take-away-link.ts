/**
 * Opens the dialog of what can be taken away. Its module is loaded at the first click; if it fails to load, the section's links
 * unfold as without script.
 */
import { isPlain } from './figure-links.js';

interface DialogModule {
  readonly openTakeAway: (page: Document, opener: HTMLElement) => Promise<void>;
}

/**
 * Listens on the whole page, so that openers added later work too.
 *
 * @param load imports the dialog's module; tests replace it
 */
export function attachTakeAway(
  page: Document,
  load: () => Promise<DialogModule> = () => import('./take-away.js'),
): void {
  page.addEventListener('click', (event) => {
    const opener =
      event.target instanceof Element ? event.target.closest<HTMLElement>('[data-take-away]') : null;
    if (!opener || !isPlain(event)) return;
    const section = (
      opener.closest('details') ?? page.querySelector('[aria-current="step"], [data-step]')
    )?.closest('[data-section]');
    const links = section?.querySelector<HTMLDetailsElement>('details.take-away');
    // Unfolded already, they are folded again.
    if (opener.closest('[open]')) return;
    event.preventDefault();
    load()
      .then(({ openTakeAway }) => openTakeAway(page, opener))
      .catch(() => {
        links?.setAttribute('open', '');
        links?.scrollIntoView();
      });
  });
}
