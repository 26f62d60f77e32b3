/** The sections' offers of codes for embedding: opens the dialog, which comes when it is first wanted. If it can't, the link is followed. */
import { isPlain } from './figure-links.js';

interface DialogModule {
  readonly openEmbedDialog: (page: Document, section: string, of: string) => void;
}

/** @param load brings the dialog's module; replaced in tests */
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
