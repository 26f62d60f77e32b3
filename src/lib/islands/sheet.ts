/**
 * The source sheet in the browser: fetches its contents once, fills the form that stands in the page, opens and closes it. What is
 * open follows from the history entry's state, so the back gesture closes it and the address never changes. Builds text nodes only.
 *
 * The dialog is shown as a plain one and the rest of the page made inert once it is painted: `showModal` does both at once, and
 * on a page of this size the second costs a slow phone a fifth of a second before anything is seen.
 */
import type { SheetData } from '../view/sheet/types.js';
import { fillDerived, fillFigure, type Contents, type Form, type SheetRef } from './sheet-form.js';

interface Open {
  readonly contents: Contents;
  readonly opener: HTMLElement | SVGElement | undefined;
  ref: SheetRef;
}

let arriving: Promise<Contents> | undefined;
let open: Open | undefined;
let listening = false;

function form(): Form {
  const dialog = document.querySelector<HTMLDialogElement>('dialog[data-sheet]');
  if (!dialog || typeof dialog.show !== 'function') throw new Error('no sheet in this page');
  return { dialog, base: dialog.dataset.base ?? './' };
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** A check by hand instead of a schema: our own build wrote the file, but a host may send another one in its place. */
const isSheetData = (data: unknown): data is SheetData =>
  isObject(data) &&
  'figures' in data &&
  Array.isArray(data.figures) &&
  'derived' in data &&
  Array.isArray(data.derived);

async function fetchContents(address: string): Promise<Contents> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const data: unknown = await response.json();
  if (!isSheetData(data)) throw new Error(`${address}: no sheet`);
  return { figures: data.figures, derived: new Map(data.derived.map((each) => [each.id, each])) };
}

/** A failed fetch is forgotten, so that the next click tries again. */
export function contents(): Promise<Contents> {
  arriving ??= fetchContents(form().dialog.dataset.sheet ?? '').catch((error: unknown) => {
    arriving = undefined;
    throw error;
  });
  return arriving;
}

/** Brings the contents before they are wanted. */
export async function prepareSheet(): Promise<void> {
  await contents();
}

/** The history entry's mark of an open sheet; other state of the page is kept. */
function sheetOf(state: unknown): SheetRef | undefined {
  const sheet = isObject(state) && 'sheet' in state ? state.sheet : undefined;
  if (!isObject(sheet)) return undefined;
  if ('figure' in sheet && typeof sheet.figure === 'string') return { figure: sheet.figure };
  if ('derived' in sheet && typeof sheet.derived === 'string') return { derived: sheet.derived };
  return undefined;
}

/** In some frames history can't be written: the sheet then works without it. */
function writeHistory(how: 'pushState' | 'replaceState', ref: SheetRef): void {
  try {
    history[how]({ ...history.state, sheet: ref }, '');
  } catch {
    return;
  }
}

function fill(ref: SheetRef): void {
  if (!open) return;
  const { figures, derived } = open.contents;
  if ('figure' in ref) {
    const at = figures.findIndex((figure) => figure.id === ref.figure);
    const figure = figures[at];
    if (!figure) throw new Error(`no figure ${ref.figure}`);
    fillFigure(form(), figure, { first: at === 0, last: at === figures.length - 1, all: figures, derived });
  } else {
    const found = derived.get(ref.derived);
    if (!found) throw new Error(`no derived figure ${ref.derived}`);
    fillDerived(form(), found);
  }
  open.ref = ref;
}

function walk(by: number): void {
  if (!open || !('figure' in open.ref)) return;
  const { figures } = open.contents;
  const current = open.ref.figure;
  const next = figures[figures.findIndex((figure) => figure.id === current) + by];
  if (next) turnTo({ figure: next.id });
}

/** Another number in the open sheet: one step back still closes it. */
function turnTo(ref: SheetRef): void {
  fill(ref);
  if (sheetOf(history.state)) writeHistory('replaceState', ref);
}

function close(): void {
  form().dialog.close();
}

function afterPaint(work: () => void): void {
  requestAnimationFrame(() => setTimeout(work));
}

/** What lies beneath an open sheet can't be reached, by any means. */
function setBeneath(dialog: HTMLDialogElement, inert: boolean): void {
  for (const element of dialog.parentElement?.children ?? []) {
    if (element !== dialog) element.toggleAttribute('inert', inert);
  }
}

/** Heard before anybody else on the page, wherever in the sheet the focus is. */
function onKey(event: KeyboardEvent): void {
  if (!open || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (event.key === 'Escape') close();
  else if (event.key === 'ArrowRight') walk(1);
  else if (event.key === 'ArrowLeft') walk(-1);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function listen(): void {
  if (listening) return;
  listening = true;
  const { dialog } = form();
  dialog.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : undefined;
    if (target === dialog || target?.closest('[data-close]')) close();
    const by = target?.closest<HTMLElement>('[data-walk]')?.dataset.walk;
    if (by !== undefined) walk(Number(by));
    const button = target?.closest<HTMLElement>('[data-copy]');
    const now = open;
    if (button && now)
      void import('./sheet-copy.js').then((copying) => copying.copyFromSheet(form(), now, button));
  });
  window.addEventListener('keydown', onKey, { capture: true });
  dialog.addEventListener('close', () => {
    const opener = open?.opener;
    open = undefined;
    if (sheetOf(history.state)) history.back();
    afterPaint(() => {
      if (open) return;
      setBeneath(dialog, false);
      opener?.focus({ preventScroll: true });
    });
  });
  window.addEventListener('popstate', (event) => {
    const ref = sheetOf(event.state);
    if (!ref) {
      if (dialog.open) close();
      // After the browser has left the place alone: from here on a reload finds it again.
      setTimeout(() => (history.scrollRestoration = 'auto'));
    } else if (open) fill(ref);
    else void show(ref, undefined).catch(() => undefined);
  });
}

async function show(ref: SheetRef, opener: Open['opener']): Promise<void> {
  const { dialog } = form();
  open = { contents: await contents(), opener, ref };
  try {
    fill(ref);
    if (!dialog.open) dialog.show();
    dialog.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
    afterPaint(() => {
      if (open) setBeneath(dialog, true);
    });
  } catch (error) {
    open = undefined;
    throw error;
  }
}

/**
 * Opens the sheet at a figure or derived figure; from inside the sheet, turns to it.
 *
 * @param opener gets the focus back
 * @throws if the form, its contents or the figure isn't there: the caller follows the link instead
 */
export async function openSheet(ref: SheetRef, opener: HTMLElement | SVGElement): Promise<void> {
  listen();
  if (open) {
    turnTo(ref);
    form().dialog.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
    return;
  }
  await show(ref, opener);
  // The page beneath keeps its place when the entry is left again: nothing is restored over it.
  history.scrollRestoration = 'manual';
  // An entry left over from before a reload is used again.
  writeHistory(sheetOf(history.state) ? 'replaceState' : 'pushState', ref);
  history.scrollRestoration = 'auto';
}
