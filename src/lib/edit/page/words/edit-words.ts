/** The phrases that the editing page needs of a language. */
import type { zh } from './words-zh.js';

type Phrase = (...of: never[]) => string;
type Words<Shape> = { readonly [Key in keyof Shape]: Shape[Key] extends Phrase ? Shape[Key] : string };

/** The Chinese words are the model that the other language has to match, phrase by phrase. */
export type EditWords = Words<typeof zh>;
