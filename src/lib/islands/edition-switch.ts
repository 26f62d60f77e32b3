/**
 * Changing the edition without losing the place: the step, how high it stands, the open sheet and the switch that was used go along
 * in the address, are taken up by the page that opens, and leave the address again. Nothing is stored.
 */
import { hands, onNext } from '../embed/next-hand.js';
import type { SheetRef } from './sheet-form.js';

const links = 'a[data-edition]';

/** Which of the page's switches was used: they stand in the same order in every edition. */
function switches(page: Document): HTMLAnchorElement[] {
  return [...page.querySelectorAll<HTMLAnchorElement>(links)];
}

function openSheetRef(state: unknown): SheetRef | undefined {
  if (typeof state !== 'object' || state === null || !('sheet' in state)) return undefined;
  return state.sheet as SheetRef;
}

/**
 * @param steps all step elements in reading order
 * @param current the current step's index, -1 above the first
 */
export function attachEditionSwitch(
  page: Document,
  steps: readonly HTMLElement[],
  current: () => number,
): void {
  page.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>(links) : null;
    if (!link || event.defaultPrevented || event.button !== 0) return;
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const place = new URL(link.href);
    const step = steps[current()];
    place.hash = step ? step.id : '';
    place.searchParams.set(
      'y',
      String(Math.round(step ? step.getBoundingClientRect().top : -window.scrollY)),
    );
    place.searchParams.set('switch', String(switches(page).indexOf(link)));
    const sheet = openSheetRef(history.state);
    for (const [kind, id] of Object.entries(sheet ?? {})) place.searchParams.set(kind, String(id));
    event.preventDefault();
    location.assign(place);
  });
}

/**
 * Takes up a place that another edition handed over, if the address holds one. Called before the first step is found.
 *
 * @param openSheet opens a number's sheet, giving the focus back to the element when it closes
 */
export function arrive(
  page: Document,
  openSheet: (ref: SheetRef, opener: HTMLElement) => Promise<void>,
): void {
  const { searchParams, hash } = new URL(location.href);
  const y = Number.parseInt(searchParams.get('y') ?? '', 10);
  if (!Number.isSafeInteger(y)) return;
  const step = hash === '' ? undefined : (page.getElementById(hash.slice(1)) ?? undefined);
  const used = switches(page)[Number.parseInt(searchParams.get('switch') ?? '', 10)];
  const figure = searchParams.get('figure');
  const derived = searchParams.get('derived');
  try {
    history.replaceState(history.state, '', location.pathname + hash);
  } catch {
    // Some iframes may not write history: the address then keeps the parameters.
  }

  // Once the reader scrolls or types, the page is not moved any more.
  let ours = true;
  onNext([...hands, 'keydown'], () => (ours = false));
  const settle = () => {
    if (!ours) return;
    const top = step ? window.scrollY + step.getBoundingClientRect().top - y : -y;
    window.scrollTo({ top, behavior: 'instant' });
    // Going to the anchor takes the focus away.
    used?.focus({ preventScroll: true });
  };
  settle();
  // The browser scrolls to the anchor by itself, and a font that loads late may move the text: so scroll again once the page has loaded.
  window.addEventListener('load', () => {
    settle();
    requestAnimationFrame(settle);
  });
  const opener = used?.closest('dialog') ? page.body : used;
  const ref = figure !== null ? { figure } : derived !== null ? { derived } : undefined;
  if (ref) {
    openSheet(ref, opener ?? page.body)
      .then(() => used?.focus({ preventScroll: true }))
      .catch(() => undefined);
  }
}
