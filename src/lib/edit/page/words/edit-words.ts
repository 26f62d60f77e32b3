/** The type of the editing page's phrases. */
import type { zh } from './words-zh.js';

type Phrase = (...of: never[]) => string;
type Words<Shape> = { readonly [Key in keyof Shape]: Shape[Key] extends Phrase ? Shape[Key] : string };

/** The Chinese phrases define the type, which the other language must match. */
export type EditWords = Words<typeof zh>;
