/** Double brackets as they are typed: also those that a Chinese input method writes for the same keys. Pure. */

const opening = /(?:\[\[|【【|［［|〔〔)$/;
const closing = /^(?:\]\]|】】|］］|〕〕)/;

/** Whether opening brackets end here. */
export const bracketsBefore = (text: string, at: number): boolean => opening.test(text.slice(at - 2, at));

/** Length of the closing brackets that begin here; 0 where there are none. */
export const closingAt = (text: string, at: number): number =>
  closing.exec(text.slice(at, at + 2))?.[0].length ?? 0;
