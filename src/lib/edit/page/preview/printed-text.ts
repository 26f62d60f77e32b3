/**
 * Maps the texts of the story's files to the elements of the readers' page that print them, and back, by one table. It knows the
 * page's elements by the attributes and classes that components/story gives them; those components do not know this file.
 */
import { sectionOf, sectionPath, storyPath } from '../../files/index.js';

/** A text, given by its file and its path in it: `steps.start`. */
export interface TextAddress {
  readonly file: string;
  readonly path: string;
}

/** Texts that occur once per file: path → selector inside the element of the file. */
const single: readonly (readonly [path: string, selector: string])[] = [
  ['title', 'h1, .section-head h2'],
  ['description', '.site-description'],
  ['credit', '.site-foot > p'],
  ['standfirst', '.standfirst'],
];
/** A chart's texts: name → selector inside the chart. */
const chartTexts: readonly (readonly [name: string, selector: string])[] = [
  ['alt', '.chart-alt'],
  ['title', '.chart-title'],
  ['caveat', '.chart-caveat:not(.rendering)'],
];
const named = (attribute: string, name: string) => `[${attribute}="${CSS.escape(name)}"]`;

/** The text from which an element was made; undefined if no file contains its words. */
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
  // The slip belongs to the step too, because the figures that the step names make it.
  const step = element.closest<HTMLElement>('[data-step]')?.dataset['step'];
  if (step !== undefined) return inFile(`steps.${step}`);
  const chart = element.closest<HTMLElement>('[data-stage] [data-name]')?.dataset['name'];
  if (chart === undefined) return undefined;
  const text = chartTexts.find(([, selector]) => element.closest(selector))?.[0] ?? 'title';
  return inFile(`stage.${chart}.${text}`);
}

/** The element in which a file's texts begin. */
export function beginningOf(page: Document, file: string): Element | undefined {
  const section = sectionOf(file);
  const place = section === undefined ? page.body : page.getElementById(section);
  return place ?? undefined;
}

/**
 * The element that prints a text; undefined if the page does not show it (in a hidden section, or a connecting sentence for
 * another order).
 */
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

/** The element to scroll to so that a text is seen as readers see it: for a chart's text, the first step of its section. */
export const placeOf = (text: Element): Element =>
  text.closest('[data-stage]')?.closest('[data-section]') ?? text;
