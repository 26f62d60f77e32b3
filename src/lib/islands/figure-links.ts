/**
 * Turns every link to a number's source into the source sheet: one listener for the whole page, living charts included. The sheet
 * itself comes when the browser is idle or when it is first wanted; should it not come, the link is followed as without script.
 */

/** The sheet's module, as far as it is needed here. */
interface SheetModule {
  readonly prepareSheet: () => Promise<void>;
  readonly openSheet: (
    ref: { figure: string } | { derived: string },
    opener: HTMLElement | SVGElement,
  ) => Promise<void>;
}

type Opener = (HTMLElement | SVGElement) & { readonly dataset: DOMStringMap };

const wanted = 'a[data-figure], a[data-derived]';

/** Whether a click asks for the link in this tab: no new tab, no download, nothing that another listener has answered. */
export function isPlain(event: MouseEvent): boolean {
  return !(
    event.defaultPrevented ||
    event.button !== 0 ||
    event.altKey ||
    event.ctrlKey ||
    event.metaKey ||
    event.shiftKey
  );
}

function linkOf(event: Event): Opener | undefined {
  const found = event.target instanceof Element ? event.target.closest<Opener>(wanted) : null;
  return found ?? undefined;
}

function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: 5000 });
  else setTimeout(work, 1500);
}

/** @param load brings the sheet's module; replaced in tests */
export function attachFigureLinks(
  page: Document,
  load: () => Promise<SheetModule> = () => import('./sheet.js'),
): void {
  if (!page.querySelector('dialog[data-sheet]')) return;

  page.addEventListener('click', (event) => {
    const link = linkOf(event);
    if (!link || !isPlain(event)) return;
    const { figure, derived } = link.dataset;
    const ref = figure !== undefined ? { figure } : { derived: derived ?? '' };
    const href = link.getAttribute('href') ?? '';
    event.preventDefault();
    load()
      .then((sheet) => sheet.openSheet(ref, link))
      .catch(() => {
        location.href = href;
      });
  });

  const prepare = () => {
    // Not to have it yet is no fault: the click asks again, and then follows the link.
    load()
      .then((sheet) => sheet.prepareSheet())
      .catch(() => undefined);
  };
  if (page.readyState === 'complete') whenIdle(prepare);
  else window.addEventListener('load', () => whenIdle(prepare), { once: true });
}
