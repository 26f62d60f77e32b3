/** Picks the text of one edition. */
import { defined } from '../invariants/defined.js';
import type { EditionCode } from '../story/types.js';

/** @throws if the text is missing, which the story's checks rule out */
export const inEdition = <Text>(
  texts: Readonly<Record<EditionCode, Text>>,
  edition: EditionCode,
): NonNullable<Text> => defined(texts[edition], `text in the edition ${edition}`);
