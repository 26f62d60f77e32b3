/**
 * The dialog of what can be taken away of one step: its address, its quotation, its pictures, its chart's figures, a QR code.
 * Everything is made from the page and from the source sheet's data; nothing is sent. Loaded at the first click.
 */
import { defined } from '../invariants/defined.js';
import { chartDataPath } from '../view/hrefs.js';
import { pictureNames, picturePath, pictureSizes } from '../view/pictures.js';
import { quotation } from '../view/sheet/quotation.js';
import { begins } from './begins.js';
import { copyField } from './copy-field.js';
import { part, textOf } from './dialog-parts.js';
import { qrPicture } from './qr.js';
import { contents } from './sheet.js';
import { linesOf, quotationWords } from './sheet-copy.js';
import { addStyle } from './style.js';
import style from './take-away.css?url';

interface Taken {
  readonly section: HTMLElement;
  readonly step: HTMLElement;
  /** The step's own words, without the slip's. */
  readonly words: string;
  readonly address: string;
  /** The picture for chats, as soon as it has come. */
  picture?: Blob;
}

let taken: Taken | undefined;

/** The present step; of the section at whose foot it was asked for, if it is there, else that section's last. */
function stepFor(page: Document, opener: HTMLElement): HTMLElement {
  const asked = opener.closest('.section');
  const current = (asked ?? page).querySelector<HTMLElement>('[data-step][aria-current]');
  const own = [...(asked ?? page).querySelectorAll<HTMLElement>('[data-step]')];
  return defined(current ?? own.at(asked ? -1 : 0), 'step of the page');
}

function takenOf(step: HTMLElement): Taken {
  const section = defined(step.closest<HTMLElement>('[data-section]'), 'section of the step');
  const words = [...step.querySelectorAll('.step-card > p')].map(textOf).join('\n');
  // Without the query, which says how this reader looks at it.
  const address = new URL(`${location.pathname}#${step.id}`, location.href).href;
  return { section, step, words, address };
}

/** The report's sentences about the step's figures; our own words, under our own name, where it has none. */
async function quotationOf({ step, words, address }: Taken, story: string): Promise<string> {
  const ids = (name: 'figure' | 'derived') => [
    ...new Set(
      [...step.querySelectorAll<HTMLElement>(`a[data-${name}]`)].flatMap(
        ({ dataset }) => dataset[name] ?? [],
      ),
    ),
  ];
  const wanted = { figures: ids('figure'), derived: ids('derived') };
  const found =
    wanted.figures.length + wanted.derived.length > 0 ? await contents().catch(() => undefined) : undefined;
  if (!found) return quotation([`“${words}”`], story, address);
  const said = quotationWords(document);
  return quotation(linesOf(found, wanted, said), said.report, address);
}

const pictureHref = (step: string, name: (typeof pictureNames)[number], type: 'png' | 'svg') =>
  new URL(picturePath(step, name, type), location.href).href;

async function pictureOf(address: string): Promise<Blob> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.blob();
}

/** Only with pictures; copying one only where the clipboard takes pictures. */
function fillPictures(dialog: HTMLDialogElement, now: Taken): void {
  const { step } = now;
  const picture = dialog.querySelector<HTMLImageElement>('[data-picture]');
  if (!picture) return;
  const href = pictureHref(step.id, 'chat', 'png');
  picture.width = pictureSizes.chat.width;
  picture.height = pictureSizes.chat.height;
  picture.src = href;
  const alt = document.getElementById(`${now.section.id}---${step.dataset.chart ?? ''}---alt`);
  picture.alt = textOf(alt) || now.words;
  pictureOf(href).then(
    (blob) => (now.picture = blob),
    // Then it can be neither copied nor sent; the links say so themselves.
    () => undefined,
  );
  for (const name of pictureNames) {
    const link = part<HTMLAnchorElement>(dialog, `[data-png="${name}"]`);
    const { width, height } = pictureSizes[name];
    link.href = pictureHref(step.id, name, 'png');
    part(link, 'small').textContent = `${width}×${height}`;
  }
  part<HTMLAnchorElement>(dialog, '[data-svg]').href = pictureHref(step.id, 'chat', 'svg');
  part<HTMLElement>(dialog, '[data-act="picture"]').hidden =
    !('ClipboardItem' in window) || !navigator.clipboard?.write;
}

async function fill(dialog: HTMLDialogElement, now: Taken): Promise<void> {
  const { section, step, words, address } = now;
  part(dialog, '[data-name]').textContent = `${textOf(section.querySelector('h2'))} · ${begins(words)}`;
  part<HTMLInputElement>(dialog, '[data-field="link"]').value = address;
  part<HTMLTextAreaElement>(dialog, '[data-field="quotation"]').value = await quotationOf(
    now,
    dialog.dataset.story ?? '',
  );
  part(dialog, '[data-status]').textContent = '';
  part<HTMLElement>(dialog, '[data-act="send"]').hidden = !('share' in navigator);
  const chart = part<HTMLElement>(dialog, '[data-only="chart"]');
  chart.hidden = step.dataset.chart === undefined;
  const root = document.documentElement.dataset.root ?? '.';
  if (step.dataset.chart !== undefined)
    part<HTMLAnchorElement>(chart, '[data-csv]').href =
      `${root}/${chartDataPath(section.id, step.dataset.chart)}`;
  part<HTMLAnchorElement>(dialog, '[data-present]').href = `./?present#${step.id}`;
  fillPictures(dialog, now);
  part(dialog, '[data-qr]').replaceChildren(qrPicture(address, textOf(dialog.querySelector('figcaption'))));
  part(dialog, '[data-address]').textContent = address;
}

/** Hands it to the device's own list; readers who close that have changed their minds, which is no fault. */
async function send(dialog: HTMLDialogElement, { words, address, picture }: Taken): Promise<void> {
  const title = dialog.dataset.story ?? '';
  const files = picture ? [new File([picture], 'picture.png', { type: 'image/png' })] : [];
  // With a file some apps drop the address: there it stands in the text.
  const withPicture = { title, text: `${words}\n${address}`, files };
  const can = files.length > 0 && navigator.canShare?.(withPicture);
  await navigator.share(can ? withPicture : { title, text: words, url: address }).catch(() => undefined);
}

async function copyPicture({ step, picture }: Taken): Promise<boolean> {
  try {
    // A promise, because some browsers want the clipboard asked for while the press still counts.
    const png = picture ?? pictureOf(pictureHref(step.id, 'chat', 'png'));
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
    return true;
  } catch {
    return false;
  }
}

async function act(dialog: HTMLDialogElement, button: HTMLElement): Promise<void> {
  if (!taken) return;
  const { copied, notCopied, noPicture } = dialog.dataset;
  const say = (whether: boolean, otherwise = notCopied) => {
    for (const other of dialog.querySelectorAll('[data-done]')) other.removeAttribute('data-done');
    button.toggleAttribute('data-done', whether);
    part(dialog, '[data-status]').textContent = (whether ? copied : otherwise) ?? '';
  };
  switch (button.dataset.act) {
    case 'send':
      return send(dialog, taken);
    case 'picture':
      return say(await copyPicture(taken), noPicture);
    case 'embed': {
      const { section, step } = taken;
      dialog.close();
      const { openEmbedDialog } = await import('./embed-dialog.js');
      return openEmbedDialog(document, section.id, step.dataset.chart === undefined ? 'section' : 'chart');
    }
    default:
      return say(
        await copyField(part<HTMLInputElement>(dialog, `[data-field="${button.dataset.act ?? ''}"]`)),
      );
  }
}

function listen(dialog: HTMLDialogElement): void {
  dialog.setAttribute('data-heard', '');
  dialog.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : undefined;
    const button = target?.closest<HTMLElement>('[data-act]');
    if (target === dialog) dialog.close();
    else if (button)
      act(dialog, button).catch(() => {
        // The dialog of codes did not come: the page of all codes has them.
        if (taken) location.href = `embedding/#e-${taken.section.id}`;
      });
  });
}

/**
 * @param opener a section's word for it, or the bar's button
 * @throws if the form or the step isn't there: the caller unfolds the links instead
 */
export async function openTakeAway(page: Document, opener: HTMLElement): Promise<void> {
  const dialog = part<HTMLDialogElement>(page.documentElement, '[data-take-away-form]');
  taken = takenOf(stepFor(page, opener));
  if (!dialog.hasAttribute('data-heard')) listen(dialog);
  await Promise.all([addStyle(style), fill(dialog, taken)]);
  dialog.showModal();
  part<HTMLElement>(dialog, 'h2').focus();
}
