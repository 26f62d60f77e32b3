/** Brings the close's ledger to life when the reader comes near it. Until then, and if it can't come, the table stands complete. */
import { inTurn } from './in-turn.js';

/** @param load brings the ledger's module; replaced in tests */
export function watchLedger(
  page: Document,
  load: () => Promise<{ readonly attachLedger: (ledger: HTMLElement) => void }> = () => import('./ledger.js'),
): void {
  const ledger = page.querySelector<HTMLElement>('[data-ledger]');
  if (!ledger || !('IntersectionObserver' in window)) return ledger?.setAttribute('data-still', '');
  const bring = async () => {
    try {
      (await load()).attachLedger(ledger);
      ledger.setAttribute('data-alive', '');
    } catch {
      // Fields that nobody answers are taken away.
      ledger.setAttribute('data-still', '');
    }
  };
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      inTurn('ledger', bring);
    },
    { rootMargin: '100% 0px' },
  );
  observer.observe(ledger);
}
