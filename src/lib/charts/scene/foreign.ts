/** Words of the report's language inside a text of another one, so that they can be said and set as what they are. */

/** Value of `lang` for words of the report. */
export const reportLanguage = 'zh-Hans';

export interface LanguageRun {
  readonly text: string;
  /** Only where it is another language than the text's. */
  readonly lang?: typeof reportLanguage;
}

/** Chinese characters and the marks that only Chinese uses. */
const chinese = /((?:\p{Script=Han}+[、，。：；！？]?)+)/u;

/** The runs, joined, are the text. In the report's own language it is one run. */
export function languageRuns(text: string, edition: string): readonly LanguageRun[] {
  if (reportLanguage.startsWith(edition)) return [{ text }];
  return text
    .split(chinese)
    .map((run, i): LanguageRun => (i % 2 === 1 ? { text: run, lang: reportLanguage } : { text: run }))
    .filter((run) => run.text !== '');
}
