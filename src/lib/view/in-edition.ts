/** A text in the page's language. */
import { defined } from '../invariants/defined.js';
import type { EditionCode } from '../story/types.js';

/** @throws if there is none; the story's checks make sure that each of its editions has one */
export const inEdition = <Text>(
  texts: Readonly<Record<EditionCode, Text>>,
  edition: EditionCode,
): NonNullable<Text> => defined(texts[edition], `text in the edition ${edition}`);
