/** Copies what the source sheet shows: as a quotation, or its address. Loaded when one of its buttons is pressed. */
import { arithmetic, quotation, sentences, type QuotationWords } from '../view/sheet/quotation.js';
import { derivedHref, figureHref } from '../view/hrefs.js';
import { copyField } from './copy-field.js';
import type { Contents, Form, SheetRef } from './sheet-form.js';

/** @throws if the page has no sheet, which has the words */
export function quotationWords(page: Document): QuotationWords {
  const {
    reportName: report,
    ours,
    said,
    aside,
  } = page.querySelector<HTMLElement>('dialog[data-sheet]')?.dataset ?? {};
  if (!report || !ours || !said || !aside) throw new Error('no sheet in this page');
  return { report, ours, said, aside };
}

const known = <Item extends { readonly id: string }>(items: readonly Item[], ids: readonly string[]) =>
  items.filter(({ id }) => ids.includes(id));

/** The sentences of the figures, also of those that a formula reckons with; then the formulas. */
export function linesOf(
  { figures, derived }: Contents,
  wanted: { readonly figures: readonly string[]; readonly derived: readonly string[] },
  words: QuotationWords,
): readonly string[] {
  const ours = wanted.derived.flatMap((id) => derived.get(id) ?? []);
  const operands = ours.flatMap(({ formula }) => formula.flatMap(({ figure }) => figure ?? []));
  return [
    ...sentences(known(figures, [...wanted.figures, ...operands]), words),
    ...ours.flatMap((each) => arithmetic(each, words)),
  ];
}

/** The field from which it is copied; it is seen only where copying was refused. */
function fieldIn(dialog: HTMLElement, button: HTMLElement): HTMLTextAreaElement {
  const found = dialog.querySelector('textarea');
  if (found) return found;
  const made = document.createElement('textarea');
  made.readOnly = true;
  made.rows = 3;
  made.ariaLabel = button.textContent;
  button.parentElement?.after(made);
  return made;
}

/** Calls `then` once, when the sheet shows another number: in an open sheet, or when it is opened again. */
function onTurn(dialog: HTMLElement, then: () => void): void {
  const number = dialog.querySelector('[data-slot="number"]');
  const observer = new MutationObserver(() => {
    observer.disconnect();
    then();
  });
  if (number) observer.observe(number, { childList: true });
}

/** @param button the one pressed; its `data-copy` says what of the sheet is wanted */
export async function copyFromSheet(
  { dialog, base }: Form,
  { contents, ref }: { readonly contents: Contents; readonly ref: SheetRef },
  button: HTMLElement,
): Promise<void> {
  const isFigure = 'figure' in ref;
  const href = isFigure ? figureHref(base, ref.figure) : derivedHref(base, ref.derived);
  const address = new URL(href, location.href).href;
  const words = quotationWords(document);
  const wanted = { figures: isFigure ? [ref.figure] : [], derived: isFigure ? [] : [ref.derived] };
  const field = fieldIn(dialog, button);
  field.hidden = false;
  field.value =
    button.dataset.copy === 'link'
      ? address
      : quotation(linesOf(contents, wanted, words), words.report, address);
  const copied = await copyField(field);
  field.hidden = copied;
  const status = dialog.querySelector('[data-status]');
  if (!status) return;
  status.textContent = (copied ? dialog.dataset.copied : dialog.dataset.notCopied) ?? '';
  if (!copied) field.focus();
  // What was said of this number is not true of the next one.
  onTurn(dialog, () => {
    status.textContent = '';
    field.hidden = true;
  });
}
