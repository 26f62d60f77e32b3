/** All phrases of the editing page and the preview; the type makes both languages complete. Knows no state. */
import { sectionOf, type Change } from '../../files/index.js';
import type { EditWords } from './edit-words.js';
import { en } from './words-en.js';
import { zh } from './words-zh.js';

export type { EditWords };

export type Language = 'zh' | 'en';

const all: Readonly<Record<Language, EditWords>> = { zh, en };

export const wordsFor = (language: Language): EditWords => all[language];

/** Language → the `lang` of the page's own text. */
export const langOf: Readonly<Record<Language, string>> = { zh: 'zh-Hans', en: 'en' };

/** Describes a change on one line. @param title returns a section's title by its id */
export function changeInWords(words: EditWords, change: Change, title: (id: string) => string): string {
  const line = lineOf(words, change, title);
  return 'order' in change && change.order !== undefined ? words.inOrder(change.order, line) : line;
}

/** A field's name; a text that only one chart kind has is called by its path. */
export function fieldInWords(words: EditWords, path: string, title: (id: string) => string): string {
  if (path === 'title') return words.titleField;
  if (path === 'standfirst') return words.standfirstField;
  if (path === 'description') return words.descriptionField;
  if (path === 'credit') return words.creditField;
  if (path.startsWith('brief.')) return words.findingField(path.slice('brief.'.length));
  if (path.startsWith('lead_in.')) return words.leadInField(title(path.slice('lead_in.'.length)));
  const [, chart, text] = /^stage\.([^.]+)\.(.+)$/.exec(path) ?? [];
  if (chart !== undefined && text !== undefined) return words.chartField(chart, text);
  return path.startsWith('steps.') ? words.stepField(path.slice('steps.'.length)) : path;
}

function lineOf(words: EditWords, change: Change, title: (id: string) => string): string {
  switch (change.type) {
    case 'moved':
      return words.changeMoved(title(change.id), change.from + 1, change.to + 1);
    case 'hidden':
      return words.changeHidden(title(change.id));
    case 'shown':
      return words.changeShown(title(change.id));
    case 'section-added':
      return words.changeAdded(title(change.id));
    case 'section-deleted':
      return words.changeDeleted(title(change.id));
    case 'order-added':
      return words.changeOrderAdded(change.name);
    case 'order-deleted':
      return words.changeOrderDeleted(change.name);
    case 'step-moved':
      return words.changeStepMoved(title(change.section), change.step, change.from + 1, change.to + 1);
    case 'step-added':
      return words.changeStepAdded(title(change.section), change.step);
    case 'step-removed':
      return words.changeStepRemoved(title(change.section), change.step);
    case 'finding-moved':
      return words.changeFindingMoved(change.finding, change.from + 1, change.to + 1);
    case 'finding-added':
      return words.changeFindingAdded(change.finding);
    case 'finding-removed':
      return words.changeFindingRemoved(change.finding);
    case 'finding-led':
      return words.changeFindingLed(change.finding, change.step);
    case 'finding-pictured':
      return words.changeFindingPictured(change.finding, change.picture);
    case 'text': {
      const section = sectionOf(change.file);
      const language = words.edition(change.language);
      const field = fieldInWords(words, change.path, title);
      return section === undefined
        ? words.changeText(field, language)
        : words.changeSectionText(title(section), field, language);
    }
  }
}
