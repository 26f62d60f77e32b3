/** Recognises double brackets while they are typed, including those that a Chinese input method types for the same keys. Pure. */

const opening = /(?:\[\[|【【|［［|〔〔)$/;
const closing = /^(?:\]\]|】】|］］|〕〕)/;

/** Whether the text has opening brackets directly before this offset. */
export const bracketsBefore = (text: string, at: number): boolean => opening.test(text.slice(at - 2, at));

/** Length of the closing brackets at this offset; 0 if there are none. */
export const closingAt = (text: string, at: number): number =>
  closing.exec(text.slice(at, at + 2))?.[0].length ?? 0;
