/**
 * The contents as a sheet. Everything in it is taken from the page: titles from the list at its head, small pictures from the stages,
 * what has been passed from the rail.
 */

/** Copies an element without its attributes except these. */
function bare(element: Element, kept: readonly string[]): HTMLElement {
  const copy = element.cloneNode() as HTMLElement;
  for (const { name } of [...copy.attributes]) if (!kept.includes(name)) copy.removeAttribute(name);
  return copy;
}

/**
 * Copies the picture that a section's stage shows now, in elements with the classes of stage and chart, since the style sheets of
 * charts ask for them.
 *
 * @returns undefined if the section has no picture
 */
function pictureOf(section: Element | null): HTMLElement | undefined {
  const stage = section?.querySelector('[data-stage]');
  const chart = stage?.querySelector('[data-current]');
  const plot = chart?.querySelector<HTMLElement>('.plot');
  if (!stage || !chart || !plot || plot.offsetWidth === 0) return undefined;
  const copy = bare(stage, ['class']);
  const copied = bare(chart, ['class', 'data-current']);
  copied.append(plot.cloneNode(true));
  copy.append(copied);
  for (const element of copied.querySelectorAll('*')) {
    // A link in a link has no meaning, an id stands once in a page, and nothing here is a tab stop.
    const gone =
      element.localName === 'a' ? [...element.attributes].map(({ name }) => name) : ['id', 'tabindex'];
    for (const name of gone) element.removeAttribute(name);
    element.removeAttribute('data-island');
  }
  copy.style.width = `${plot.offsetWidth}px`;
  copy.style.height = `${plot.offsetHeight}px`;
  return copy;
}

/** Scales a picture into the middle of its frame, whole. */
function fit(picture: HTMLElement): void {
  const { clientWidth = 0, clientHeight = 0 } = picture.parentElement ?? {};
  const { offsetWidth, offsetHeight } = picture;
  const share = Math.min(clientWidth / offsetWidth, clientHeight / offsetHeight) * 0.9;
  const [x, y] = [(clientWidth - share * offsetWidth) / 2, (clientHeight - share * offsetHeight) / 2];
  picture.style.transform = `translate(${x}px, ${y}px) scale(${share})`;
}

function entryOf(page: Document, heading: HTMLAnchorElement): HTMLElement {
  const item = document.createElement('li');
  const link = heading.cloneNode() as HTMLAnchorElement;
  const words = document.createElement('span');
  words.className = 'words';
  words.textContent = heading.textContent;
  const picture = pictureOf(page.getElementById(heading.dataset['heading'] ?? ''));
  if (picture) {
    const frame = document.createElement('span');
    frame.className = 'small';
    frame.ariaHidden = 'true';
    frame.append(picture);
    link.append(frame);
  }
  link.append(words);
  item.append(link);
  return item;
}

/**
 * @param steps all step elements in reading order
 * @param current index of the current step, -1 above the first
 * @throws if the sheet isn't there: the caller follows the link instead
 */
export function openContents(page: Document, steps: readonly HTMLElement[], current: number): void {
  const dialog = page.querySelector<HTMLDialogElement>('[data-contents-sheet]');
  const list = dialog?.querySelector('[data-sections]');
  const progress = dialog?.querySelector<HTMLElement>('[data-progress]');
  if (!dialog || !list || !progress) throw new Error('no contents sheet in this page');
  const headings = [...page.querySelectorAll<HTMLAnchorElement>('.contents a[data-heading]')];
  const here = steps[current]?.closest<HTMLElement>('[data-section]')?.id;
  const ticks = page.querySelectorAll('[data-rail] a[data-figure]');
  const counts: Readonly<Record<string, number>> = {
    section: headings.findIndex(({ dataset }) => dataset['heading'] === here) + 1,
    sections: headings.length,
    step: current + 1,
    steps: steps.length,
    figure: page.querySelectorAll('[data-rail] a[data-passed]').length,
    figures: ticks.length,
  };
  progress.hidden = here === undefined;
  progress.textContent = (progress.dataset['progress'] ?? '').replace(/\{(\w+)\}/g, (_, name: string) =>
    String(counts[name] ?? ''),
  );
  dialog.showModal();
  list.replaceChildren(...headings.map((heading) => entryOf(page, heading)));
  list.querySelectorAll<HTMLElement>('.small > *').forEach(fit);
  const own = list.querySelector(`[data-heading="${CSS.escape(here ?? '')}"]`);
  own?.setAttribute('aria-current', 'true');
  dialog.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  own?.scrollIntoView({ block: 'nearest' });
  if (dialog.hasAttribute('data-heard')) return;
  dialog.setAttribute('data-heard', '');
  dialog.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : undefined;
    if (target === dialog || target?.closest('a[data-heading]')) dialog.close();
  });
}
