/**
 * What the report does not say, according to the story: the texts of the empty frames in its last section or, if there are none,
 * the list in the source file.
 */
import { inEdition } from './in-edition.js';
import type { EditionCode, Paragraph, Story } from '../story/types.js';

export function absentTexts(story: Story, edition: EditionCode): readonly Paragraph[] {
  const close = story.sections.find((section) => section.pin === 'last');
  const framed = close?.stage.flatMap(({ options }) => {
    const { absent, texts } = options;
    const isAbsent = absent?.type === 'flag' && absent.value;
    return isAbsent && texts?.type === 'texts' ? texts.items.map((item) => inEdition(item, edition)) : [];
  });
  if (framed && framed.length > 0) return framed;
  return story.report.missing.map((missing) => [{ type: 'text', text: inEdition(missing, edition) }]);
}
