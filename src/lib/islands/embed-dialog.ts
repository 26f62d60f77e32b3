/**
 * The dialog that offers codes for embedding: what the form says becomes an address, its code and a preview. Addresses come out whole,
 * since the browser knows where the site stands. Text goes in as text.
 */
import { copyField } from './copy-field.js';
import { part, textOf } from './dialog-parts.js';
import {
  embedPath,
  frameCode,
  fullHeightCode,
  loaderCode,
  oembedPath,
  type EmbedTarget,
} from '../view/embed-code/code.js';
import { begins } from './begins.js';

/** Widths of the preview's frame, in px: a phone, a column of text, a page. */
const widths: Readonly<Record<string, number>> = { narrow: 360, medium: 640, wide: 1024 };

let section: HTMLElement | undefined;

/** What the form says, by field; a field that the story has no use for isn't there. */
function said(dialog: HTMLDialogElement, name: string): string {
  const value = new FormData(part<HTMLFormElement>(dialog, 'form')).get(name);
  return typeof value === 'string' ? value : '';
}

interface Choice {
  readonly target: EmbedTarget;
  readonly src: URL;
  readonly loader: URL;
  readonly oembed: URL;
  readonly title: string;
}

function chosen(dialog: HTMLDialogElement): Choice {
  const { original = '', edition: own = '', story = '' } = dialog.dataset;
  const site = new URL(`${document.documentElement.dataset.root ?? '.'}/`, location.href);
  const what = said(dialog, 'what');
  const edition = said(dialog, 'edition') || own;
  const id = section?.dataset.section;
  const target: EmbedTarget = what === 'story' || !id ? {} : { section: id, chart: what === 'chart' };
  const src = new URL(embedPath(target, { edition, original: edition === original }), site);
  const theme = said(dialog, 'theme');
  if (theme !== 'auto') src.searchParams.set('theme', theme);
  const state = said(dialog, 'state');
  if (target.chart && state !== '') src.searchParams.set('state', state);
  const heading = target.section ? textOf(section?.querySelector('h2')) : '';
  return {
    target,
    src,
    loader: new URL('embed.js', site),
    oembed: new URL(oembedPath(target, edition), site),
    title: heading === '' ? story : `${heading} · ${story}`,
  };
}

/** A new frame for each address, so that looking at previews adds nothing to the history. */
function preview(dialog: HTMLDialogElement, src: string, loaded: (title: string) => void): void {
  const place = part<HTMLElement>(dialog, '[data-preview]');
  const width = widths[said(dialog, 'width')] ?? 360;
  const share = Math.min(1, place.clientWidth / width);
  let frame = place.querySelector('iframe');
  if (frame?.src !== src) {
    frame = document.createElement('iframe');
    frame.title = place.dataset.title ?? '';
    const made = frame;
    made.addEventListener('load', () => loaded(made.contentDocument?.title ?? ''));
    frame.src = src;
    place.replaceChildren(frame);
  }
  frame.width = String(width);
  frame.height = String(Math.round(place.clientHeight / share));
  frame.style.transform = share < 1 ? `scale(${share})` : '';
}

function write(dialog: HTMLDialogElement, { target, src, loader, oembed, title }: Choice): void {
  const codes: Readonly<Record<string, string>> = {
    loader: loaderCode(src.href, title, loader.href),
    frame: frameCode(src.href, title),
    'full-height': fullHeightCode(src.href, title, target),
    oembed: oembed.href,
  };
  for (const area of dialog.querySelectorAll<HTMLTextAreaElement>('[data-code]')) {
    area.value = codes[area.dataset.code ?? ''] ?? '';
  }
  part(dialog, '[data-name]').textContent = title;
}

function update(dialog: HTMLDialogElement): void {
  const choice = chosen(dialog);
  write(dialog, choice);
  part<HTMLElement>(dialog, '[data-only="chart"]').hidden = said(dialog, 'what') !== 'chart';
  part(dialog, '[data-status]').textContent = '';
  // The page in another language knows its own title.
  preview(dialog, choice.src.href, (title) => {
    if (title !== '') write(dialog, { ...choice, title });
  });
}

async function copy(dialog: HTMLDialogElement, name: string): Promise<void> {
  const area = part<HTMLTextAreaElement>(dialog, `[data-code="${CSS.escape(name)}"]`);
  const status = part(dialog, '[data-status]');
  const { copied, notCopied } = dialog.dataset;
  status.textContent = ((await copyField(area)) ? copied : notCopied) ?? '';
}

function fillStates(dialog: HTMLDialogElement): void {
  const list = part<HTMLSelectElement>(dialog, '[name="state"]');
  const steps = [...(section?.querySelectorAll<HTMLElement>('[data-step]') ?? [])];
  list.replaceChildren(
    ...[...list.options].slice(0, 1),
    ...steps.map((step) => new Option(begins(textOf(step)), step.dataset.step)),
  );
}

function listen(dialog: HTMLDialogElement): void {
  dialog.setAttribute('data-heard', '');
  dialog.addEventListener('input', () => update(dialog));
  dialog.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : undefined;
    const name = target?.closest<HTMLElement>('[data-copy]')?.dataset.copy;
    if (name !== undefined) void copy(dialog, name);
    else if (target === dialog) dialog.close();
  });
  // A frame that is not seen has nothing to do.
  dialog.addEventListener('close', () => part(dialog, '[data-preview]').replaceChildren());
}

/**
 * @param id a section of the page
 * @param of what of it is offered: `section` or `chart`
 * @throws if the form isn't there: the caller follows the link instead
 */
export function openEmbedDialog(page: Document, id: string, of: string): void {
  const dialog = part<HTMLDialogElement>(page.documentElement, '[data-embed-dialog]');
  section = page.getElementById(id) ?? undefined;
  if (!dialog.hasAttribute('data-heard')) listen(dialog);
  part<HTMLSelectElement>(dialog, '[name="what"]').value = of;
  const charted = Boolean(section?.querySelector('.stage'));
  part<HTMLOptionElement>(dialog, '[name="what"] [value="chart"]').disabled = !charted;
  const edition = dialog.querySelector<HTMLSelectElement>('[name="edition"]');
  if (edition) edition.value = dialog.dataset.edition ?? '';
  fillStates(dialog);
  dialog.showModal();
  update(dialog);
  part<HTMLElement>(dialog, 'h2').focus();
}
