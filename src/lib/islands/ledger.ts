/**
 * The close's ledger in the browser: reads what the fields say, shows and orders the table's own rows accordingly and says how many
 * there are. Makes no row: what is shown is what was printed. Which rows and in what order is decided in lib/view/ledger/choose.ts.
 */
import {
  chooseRows,
  everything,
  isRanking,
  mayRank,
  type LedgerChoice,
  type LedgerRow,
} from '../view/ledger/choose.js';
import type { LedgerSort } from '../format/types.js';

interface Group {
  readonly section: string;
  readonly body: HTMLTableSectionElement;
  readonly label: string;
}

interface Line extends LedgerRow {
  readonly element: HTMLTableRowElement;
  readonly home: Group;
}

type Field = HTMLInputElement | HTMLSelectElement;

function part<Kind extends HTMLElement>(ledger: HTMLElement, selector: string): Kind {
  const found = ledger.querySelector<Kind>(selector);
  if (!found) throw new Error(`the ledger has no ${selector}`);
  return found;
}

const words = (element: Element | null) => (element?.textContent ?? '').trim();

function groupsOf(table: HTMLElement): readonly Group[] {
  return [...table.querySelectorAll<HTMLTableSectionElement>('[data-passage]')].map((body) => ({
    section: body.dataset.passage ?? '',
    body,
    label: words(body.querySelector('th')),
  }));
}

const linesOf = (home: Group): readonly Line[] =>
  [...home.body.querySelectorAll<HTMLTableRowElement>('tr[data-kind]')].map((element) => {
    const { kind = '', limit = '', unit = '', amount = '' } = element.dataset;
    const text = `${words(element)} ${home.label}`;
    return { element, home, text, section: home.section, kind, unit, limit, amount: Number(amount) };
  });

/** A ranking takes rows out of their passages: each then says by itself where it is from. */
function sayPassage({ element, home }: Line, aloud: boolean): void {
  const said = element.querySelector('.of');
  if (!aloud) said?.remove();
  else if (!said) {
    const note = document.createElement('small');
    note.className = 'of';
    note.textContent = home.label;
    note.setAttribute('data-verbatim', '');
    element.querySelector('.subject')?.append(note);
  }
}

export function attachLedger(ledger: HTMLElement): void {
  const table = part<HTMLTableElement>(ledger, 'table');
  const groups = groupsOf(table);
  const lines = groups.flatMap(linesOf);
  const story = (ledger.dataset.order ?? '').split(' ');
  const ranking = part<HTMLTableSectionElement>(table, '[data-ranking]');
  const [some, none, count, hint] = ['[data-some]', '[data-none]', '[data-count]', '.ranking'].map(
    (selector) => part(ledger, selector),
  ) as [HTMLElement, HTMLElement, HTMLElement, HTMLElement];
  const field = (name: string) => part<Field>(ledger, `[name="${name}"]`);
  const sort = part<HTMLSelectElement>(ledger, '[name="sort"]');

  function asked(): LedgerChoice {
    const [text, section, kind, unit, limit] = ['words', 'section', 'kind', 'unit', 'limit'].map(
      (name) => field(name).value,
    ) as [string, string, string, string, string];
    return { words: text, section, kind, unit, limit, sort: sort.value as LedgerSort };
  }

  /** Sorting by number is offered for one unit and taken back with it. */
  function offerRanking(may: boolean): void {
    for (const option of sort.options) if (isRanking(option.value as LedgerSort)) option.disabled = !may;
    if (!may && isRanking(sort.value as LedgerSort)) sort.value = 'report';
    hint.hidden = may;
  }

  /** The order in which the rows stand. */
  let order: LedgerSort = 'report';

  function apply(): void {
    offerRanking(mayRank({ unit: field('unit').value }));
    const choice = asked();
    const shown = chooseRows(lines, choice, story).flatMap((place) => lines[place] ?? []);
    const chosen = new Set(shown);
    const flat = isRanking(choice.sort);
    // A row that moves loses the focus: as printed, all rows stand where they belong.
    const moves = choice.sort !== order || choice.sort !== 'report';
    order = choice.sort;
    for (const line of lines) {
      line.element.hidden = !chosen.has(line);
      sayPassage(line, flat);
      if (!flat && moves) line.home.body.append(line.element);
    }
    if (flat) ranking.append(...shown.map(({ element }) => element));
    const met = [...new Set(shown.map(({ home }) => home))];
    for (const { body } of groups) body.hidden = true;
    for (const { body } of flat ? [] : met) {
      body.hidden = false;
      if (moves) table.append(body);
    }
    ranking.hidden = !flat;
    count.textContent = String(shown.length);
    some.hidden = shown.length === 0;
    none.hidden = shown.length > 0;
  }

  /** What is typed is answered when the hand rests: a listener hears one count, not one a letter. */
  let resting: ReturnType<typeof setTimeout> | undefined;
  const find = part(ledger, '[role="search"]');
  find.addEventListener('input', (event) => {
    clearTimeout(resting);
    if (event.target === field('words')) resting = setTimeout(apply, 200);
    else apply();
  });
  part(ledger, '[data-reset]').addEventListener('click', () => {
    for (const name of ['words', 'section', 'kind', 'unit', 'limit']) field(name).value = everything;
    sort.value = 'report';
    apply();
    field('words').focus();
  });
  // A browser may have kept what was chosen before a reload.
  apply();
}
