/**
 * Opens the embed dialog when a section's “Embed” link is clicked. The dialog's module is loaded at the first click; if it fails
 * to load, the browser follows the link.
 */
import { isPlain } from './figure-links.js';

interface DialogModule {
  readonly openEmbedDialog: (page: Document, section: string, of: string) => void;
}

/**
 * Listens on the whole page, so that links added later work too.
 *
 * @param load imports the dialog's module; tests replace it
 */
export function attachEmbedOffers(
  page: Document,
  load: () => Promise<DialogModule> = () => import('./embed-dialog.js'),
): void {
  page.addEventListener('click', (event) => {
    const link =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-offer]') : null;
    if (!link || !isPlain(event)) return;
    const section = link.closest<HTMLElement>('[data-section]')?.dataset.section ?? '';
    event.preventDefault();
    load()
      .then(({ openEmbedDialog }) => openEmbedDialog(page, section, link.dataset.offer ?? ''))
      .catch(() => {
        location.href = link.href;
      });
  });
}
