/**
 * Where each text of the story's files is printed on the readers' page, and which text a place of that page was made from: one table
 * read in both directions. It knows the page's elements by what components/story gives them; the page knows nothing of it.
 */
import { sectionOf, sectionPath, storyPath } from '../../files/index.js';

/** A text by its file and its path within it: `steps.start`. */
export interface TextAddress {
  readonly file: string;
  readonly path: string;
}

/** Texts that stand once in a file, by path → selector within what the file is printed in. */
const single: readonly (readonly [path: string, selector: string])[] = [
  ['title', 'h1, .section-head h2'],
  ['description', '.site-description'],
  ['credit', '.site-foot > p'],
  ['standfirst', '.standfirst'],
];
/** A chart's texts by name → selector within the chart. */
const chartTexts: readonly (readonly [name: string, selector: string])[] = [
  ['alt', '.chart-alt'],
  ['title', '.chart-title'],
  ['caveat', '.chart-caveat:not(.rendering)'],
];
const named = (attribute: string, name: string) => `[${attribute}="${CSS.escape(name)}"]`;

/** The text that an element was made from; none for what no file of the story says in words of its own. */
export function textAt(element: Element): TextAddress | undefined {
  const section = element.closest<HTMLElement>('[data-section]');
  const file =
    section?.dataset['section'] === undefined ? storyPath : sectionPath(section.dataset['section']);
  const inFile = (path: string): TextAddress => ({ file, path });
  const once = single.find(([, selector]) => element.closest(selector));
  if (once) return inFile(once[0]);
  const finding = element.closest<HTMLElement>('[data-finding]')?.dataset['finding'];
  if (finding !== undefined) return inFile(`brief.${finding}`);
  if (!section) return undefined;
  if (element.closest('.lead-in')) {
    const before = section.previousElementSibling?.getAttribute('data-section');
    return before ? inFile(`lead_in.${before}`) : undefined;
  }
  // The report's slip too: it is made from the figures that the step names.
  const step = element.closest<HTMLElement>('[data-step]')?.dataset['step'];
  if (step !== undefined) return inFile(`steps.${step}`);
  const chart = element.closest<HTMLElement>('[data-stage] [data-name]')?.dataset['name'];
  if (chart === undefined) return undefined;
  const text = chartTexts.find(([, selector]) => element.closest(selector))?.[0] ?? 'title';
  return inFile(`stage.${chart}.${text}`);
}

/** Where a file's texts begin on the page. */
export function beginningOf(page: Document, file: string): Element | undefined {
  const section = sectionOf(file);
  const place = section === undefined ? page.body : page.getElementById(section);
  return place ?? undefined;
}

/** The element that prints a text; none where the page doesn't say it: in a hidden section, between other neighbours. */
export function printedText(page: Document, file: string, path: string): Element | undefined {
  const section = sectionOf(file);
  const within = beginningOf(page, file);
  const selector = selectorOf(path);
  if (!within || selector === undefined) return undefined;
  const found = [...within.querySelectorAll(selector)].find((element) => {
    const text = textAt(element);
    return text?.path === path && text.file === file;
  });
  return found ?? (section !== undefined && path === 'title' ? within : undefined);
}

function selectorOf(path: string): string | undefined {
  const [first = '', name = '', text = ''] = path.split('.');
  if (first === 'brief') return named('data-finding', name);
  if (first === 'steps') return named('data-step', name);
  if (first === 'lead_in') return '.lead-in';
  const selector = (first === 'stage' ? chartTexts : single).find(([each]) => each === (text || first))?.[1];
  return first === 'stage' && selector !== undefined ? `${named('data-name', name)} ${selector}` : selector;
}

/** What is scrolled to for a text to be seen as readers see it: a picture's words with their section's first step. */
export const placeOf = (text: Element): Element =>
  text.closest('[data-stage]')?.closest('[data-section]') ?? text;
