/** Fills the source sheet's form. Text goes in as text, addresses come from ids; knows no history and no network. */
import { languageRuns, reportLanguage } from '../charts/scene/foreign.js';
import type { Printed } from '../format/types.js';
import { derivedHref, figureHref } from '../view/hrefs.js';
import type { FormulaPiece, SheetDerived, SheetFigure } from '../view/sheet/types.js';

export interface Form {
  readonly dialog: HTMLDialogElement;
  /** Relative way from the page to the edition's root. */
  readonly base: string;
}

/** What the sheet can be opened at. */
export type SheetRef = { readonly figure: string } | { readonly derived: string };

/** All that it can show. */
export interface Contents {
  readonly figures: readonly SheetFigure[];
  readonly derived: ReadonlyMap<string, SheetDerived>;
}

/** What a figure's sheet shows of the others. */
export interface Among {
  readonly first: boolean;
  readonly last: boolean;
  readonly all: readonly SheetFigure[];
  readonly derived: ReadonlyMap<string, SheetDerived>;
}

/** Width of the bar that stands for the whole report, in its viewBox's units (SheetPosition.svelte). */
const barWidth = 1000;

function slot(form: Form, name: string): Element {
  const found = form.dialog.querySelector(`[data-slot='${name}']`);
  if (!found) throw new Error(`the sheet has no place for ${name}`);
  return found;
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  text: string,
  className = '',
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.textContent = text;
  if (className !== '') made.className = className;
  return made;
}

/** Words of the report. */
function verbatim(text: string): HTMLElement {
  const made = element('q', text);
  made.lang = reportLanguage;
  return made;
}

/** A text with the report's words in it marked as its language. */
function inLanguage(text: string): (Node | string)[] {
  return languageRuns(text, document.documentElement.lang.split('-')[0] ?? '').map((run) => {
    if (run.lang === undefined) return run.text;
    const made = element('span', run.text);
    made.lang = run.lang;
    return made;
  });
}

/** A row without contents is left out. */
function row(form: Form, name: string, ...contents: (Node | string)[]): void {
  slot(form, name).replaceChildren(...contents);
  const whole = form.dialog.querySelector<HTMLElement>(`[data-row='${name}']`);
  if (whole) whole.hidden = contents.length === 0;
}

function printed(parts: Printed): (Node | string)[] {
  return parts.map((part) => (part.type === 'number' ? part.text : element('small', part.text)));
}

function link(form: Form, ref: SheetRef, text: string): HTMLAnchorElement {
  const made = element('a', text, 'part');
  if ('figure' in ref) {
    made.dataset.figure = ref.figure;
    made.href = figureHref(form.base, ref.figure);
  } else {
    made.dataset.derived = ref.derived;
    made.href = derivedHref(form.base, ref.derived);
  }
  return made;
}

/** Shows the parts of a figure or those of our arithmetic. */
function showParts(form: Form, which: 'figure' | 'derived'): void {
  for (const part of form.dialog.querySelectorAll<HTMLElement>('[data-part]')) {
    part.hidden = part.dataset.part !== which;
  }
}

function head(form: Form, kind: string, sign: string, parts: Printed, subjects: string): void {
  const use = slot(form, 'sign');
  use.setAttribute('href', `#sign---${sign}`);
  use.parentElement?.classList.toggle('open', /-(or-more|above)$/.test(sign));
  slot(form, 'kind').textContent = kind;
  slot(form, 'number').replaceChildren(...printed(parts));
  slot(form, 'subjects').textContent = subjects;
}

const mark = (at: number) => `M${Math.round(at * barWidth)} `;

function fillPosition(form: Form, { place }: SheetFigure, all: readonly SheetFigure[]): void {
  slot(form, 'all').setAttribute('d', all.map((figure) => `${mark(figure.place.at)}9v8`).join(''));
  slot(form, 'passage').setAttribute('d', `${mark(place.start)}17H${Math.round(place.end * barWidth)}`);
  slot(form, 'here').setAttribute('d', `${mark(place.at)}1v16`);
  slot(form, 'place').textContent = place.label;
}

export function fillFigure(form: Form, figure: SheetFigure, among: Among): void {
  showParts(form, 'figure');
  head(form, figure.kind, figure.sign, figure.printed, figure.subjects);
  slot(form, 'sentence').replaceChildren(
    ...figure.sentence.map(({ text, mark: marked }) =>
      marked === 'number'
        ? element('mark', text)
        : marked === 'clause'
          ? element('span', text, 'clause')
          : text,
    ),
  );
  if (figure.rendering !== undefined) row(form, 'rendering', figure.rendering);
  fillPosition(form, figure, among.all);
  row(form, 'limit', ...inLanguage(figure.limit));
  row(form, 'note', ...inLanguage(figure.note ?? ''));
  const used = figure.usedIn.flatMap((id) => among.derived.get(id) ?? []);
  const separator = form.dialog.dataset.separator ?? ' ';
  row(
    form,
    'used',
    ...used.flatMap((derived, i) => [
      ...(i === 0 ? [] : [separator]),
      link(form, { derived: derived.id }, derived.label),
    ]),
  );
  form.dialog.querySelector('[data-out="source"]')?.setAttribute('href', figureHref(form.base, figure.id));
  for (const [by, atEnd] of [
    ['-1', among.first],
    ['1', among.last],
  ] as const) {
    form.dialog.querySelector(`[data-walk='${by}']`)?.setAttribute('aria-disabled', String(atEnd));
  }
}

function formulaPiece(form: Form, piece: FormulaPiece): (Node | string)[] {
  if (piece.quote)
    return [verbatim(piece.text), ...(piece.rendering === undefined ? [] : [` ${piece.rendering}`])];
  if (piece.figure === undefined && piece.derived === undefined) return [piece.text];
  const ref = piece.figure === undefined ? { derived: piece.derived ?? '' } : { figure: piece.figure };
  const made = link(form, ref, piece.text);
  if (piece.label !== undefined) made.append(element('small', piece.label));
  return [made];
}

export function fillDerived(form: Form, derived: SheetDerived): void {
  showParts(form, 'derived');
  head(form, derived.kind, derived.sign, derived.printed, derived.label);
  row(form, 'formula', ...derived.formula.flatMap((piece) => formulaPiece(form, piece)));
  row(form, 'caveat', ...inLanguage(derived.caveat));
  form.dialog.querySelector('[data-out="ledger"]')?.setAttribute('href', derivedHref(form.base, derived.id));
}
