/**
 * The presentation form (`?present`): one step on the screen, over the story, which stays as it is and is found again at the same
 * step. The address names the step, so that a reload and a second screen show it too. Loaded only where the address asks for it.
 */
import { defined } from '../invariants/defined.js';
import { textOf } from './dialog-parts.js';
import { isModified } from './keys.js';
import { Slide } from './present-slide.js';
import style from './present.css?url';
import { contents } from './sheet.js';
import { addStyle } from './style.js';

type Act = 'back' | 'on' | 'first' | 'last' | 'notes' | 'full' | 'blank' | 'help' | 'leave';

const keys: Readonly<Record<string, Act>> = {
  ArrowRight: 'on',
  ArrowDown: 'on',
  PageDown: 'on',
  ' ': 'on',
  ArrowLeft: 'back',
  ArrowUp: 'back',
  PageUp: 'back',
  Home: 'first',
  End: 'last',
  n: 'notes',
  f: 'full',
  b: 'blank',
  // What some clickers send for it.
  '.': 'blank',
  '?': 'help',
  Escape: 'leave',
};

const isAct = (name: string | undefined): name is Act =>
  Object.values<string | undefined>(keys).includes(name);

/** Part of the window's width that leads back when it is tapped. */
const backwards = 1 / 3;

function actFor(event: KeyboardEvent): Act | undefined {
  const { key, shiftKey } = event;
  if (key === ' ' && shiftKey && !event.altKey && !event.ctrlKey && !event.metaKey) return 'back';
  if (key !== '?' && isModified(event)) return undefined;
  return keys[key.length === 1 ? key.toLowerCase() : key];
}

/** The report's sentences about the step's figures, the figures' numbers marked. */
async function notesOf(step: HTMLElement, none: string): Promise<readonly Node[]> {
  const links = [...step.querySelectorAll<HTMLElement>('a[data-figure]')];
  const ids = new Set(links.map(({ dataset }) => dataset.figure));
  const { figures } = ids.size > 0 ? await contents() : { figures: [] };
  const bySentence = new Map<string, HTMLElement>();
  for (const { id, sentence, rendering } of figures) {
    const whole = sentence.map(({ text }) => text).join('');
    if (!ids.has(id)) continue;
    const numbers = sentence.flatMap(({ text, mark }) => (mark === 'number' ? [text] : []));
    const note = bySentence.get(whole) ?? noteOf(whole, rendering);
    bySentence.set(whole, note);
    const quote = note.querySelector('q');
    if (quote) numbers.forEach((number) => ink(quote, number));
  }
  if (bySentence.size > 0) return [...bySentence.values()];
  const empty = document.createElement('p');
  empty.textContent = none;
  return [empty];
}

function noteOf(sentence: string, rendering: string | undefined): HTMLElement {
  const note = document.createElement('blockquote');
  const quote = document.createElement('q');
  quote.lang = 'zh-Hans';
  quote.textContent = sentence;
  note.append(quote);
  if (rendering !== undefined) {
    const ours = document.createElement('p');
    ours.textContent = rendering;
    note.append(ours);
  }
  return note;
}

/** Marks the first place where the number stands unmarked. */
function ink(quote: HTMLElement, number: string): void {
  for (const node of quote.childNodes) {
    const at = node instanceof Text ? node.data.indexOf(number) : -1;
    if (!(node instanceof Text) || at < 0) continue;
    const found = node.splitText(at);
    found.splitText(number.length);
    const mark = document.createElement('mark');
    found.replaceWith(mark);
    mark.append(found);
    return;
  }
}

function formIn(page: Document): HTMLElement {
  const template = page.querySelector<HTMLTemplateElement>('template[data-present-form]');
  const form = template?.content.firstElementChild?.cloneNode(true);
  if (!(form instanceof HTMLElement)) throw new Error('no presentation form in this page');
  return form;
}

/**
 * @param steps all step elements in reading order
 * @throws if the form isn't there: the story then stands as it is
 */
export async function present(page: Document, steps: readonly HTMLElement[]): Promise<void> {
  const form = formIn(page);
  if (steps.length === 0) return;
  const part = <Kind extends HTMLElement>(selector: string) =>
    defined(form.querySelector<Kind>(selector), `${selector} in the presentation form`);
  const root = page.documentElement;
  const [notes, said, help] = [part('.notes'), part('[role="status"]'), part<HTMLDialogElement>('dialog')];
  const progress = part<HTMLProgressElement>('progress');
  await addStyle(style);
  root.setAttribute('data-presenting', '');
  page.body.append(form);
  const slide = new Slide(part('.stage'), part('.words'));
  progress.max = steps.length;
  part('[data-act="full"]').hidden = !page.fullscreenEnabled;

  let at = 0;
  const named = () => decodeURIComponent(location.hash.slice(1));

  function go(to: number): void {
    at = Math.min(Math.max(to, 0), steps.length - 1);
    const step = defined(steps[at], 'step to present');
    const section = step.closest('[data-section]');
    form.toggleAttribute('data-blank', false);
    const title = section?.querySelector('h2')?.cloneNode(true);
    part('[data-title]').replaceChildren(...(title?.childNodes ?? []));
    part('[data-count]').textContent = `${at + 1}/${steps.length}`;
    progress.value = at + 1;
    part('[data-act="back"]').setAttribute('aria-disabled', String(at === 0));
    part('[data-act="on"]').setAttribute('aria-disabled', String(at === steps.length - 1));
    if (named() !== step.id) history.replaceState(history.state, '', `${location.search}#${step.id}`);
    void slide.show(step);
    said.textContent = `${at + 1}/${steps.length} ${textOf(section?.querySelector('h2'))} ${textOf(part('.words'))}`;
    void fillNotes(step);
  }

  async function fillNotes(step: HTMLElement): Promise<void> {
    const found = await notesOf(step, notes.dataset.none ?? '').catch(() =>
      [...step.querySelectorAll('.slip q')].map((quote) => quote.cloneNode(true)),
    );
    if (steps[at] !== step) return;
    notes.replaceChildren(...found);
    notes.scrollTop = 0;
    slide.fit();
  }

  function leave(): void {
    ended.abort();
    if (page.fullscreenElement) void page.exitFullscreen();
    root.removeAttribute('data-presenting');
    form.remove();
    history.replaceState(history.state, '', location.pathname);
    location.replace(`#${steps[at]?.id ?? ''}`);
  }

  async function fullScreen(): Promise<void> {
    // Refused in some frames; then nothing happens, and the button stays.
    if (page.fullscreenElement) await page.exitFullscreen().catch(() => undefined);
    else if (page.fullscreenEnabled) await root.requestFullscreen().catch(() => undefined);
  }

  function does(act: Act): void {
    if (act === 'on') go(at + 1);
    else if (act === 'back') go(at - 1);
    else if (act === 'first') go(0);
    else if (act === 'last') go(steps.length - 1);
    else if (act === 'leave') leave();
    else if (act === 'help') help.showModal();
    else if (act === 'full') void fullScreen();
    else if (act === 'blank') {
      const blank = form.toggleAttribute('data-blank');
      said.textContent = blank ? (said.dataset.blank ?? '') : textOf(part('.words'));
    } else {
      notes.hidden = !notes.hidden;
      part('[data-act="notes"]').setAttribute('aria-pressed', String(!notes.hidden));
      slide.fit();
    }
  }

  const ended = new AbortController();
  const { signal } = ended;
  window.addEventListener(
    'keydown',
    (event) => {
      // An open dialog, the source sheet too, has its keys for itself.
      if (page.querySelector('dialog[open]')) {
        if (event.key === '?' && help.open) help.close();
        return;
      }
      const act = actFor(event);
      const target = event.target instanceof Element ? event.target : undefined;
      if (!act || (event.key === ' ' && target?.closest('button, a'))) return;
      event.preventDefault();
      event.stopPropagation();
      does(act);
    },
    { capture: true, signal },
  );
  form.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : undefined;
    const act = target?.closest<HTMLElement>('[data-act]')?.dataset.act;
    if (isAct(act)) does(act);
    else if (target === help) help.close();
    else if (form.hasAttribute('data-blank')) does('blank');
    else if (
      target?.closest('.slide, header') &&
      !target.closest('a') &&
      getSelection()?.isCollapsed !== false
    )
      does(event.clientX < backwards * window.innerWidth ? 'back' : 'on');
  });
  window.addEventListener('resize', () => slide.fit(), { signal });
  window.addEventListener('hashchange', () => go(steps.findIndex(({ id }) => id === named())), { signal });
  const begun = page.getElementById(named());
  go(
    Math.max(
      0,
      steps.findIndex((step) => step === begun || begun?.contains(step)),
    ),
  );
  form.focus();
}
