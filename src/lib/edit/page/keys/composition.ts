/**
 * Keys that an input method needs for itself: Enter takes a word of its list, Escape gives the word up, arrows go through the list. No
 * key of the page is one of them.
 */

/** Safari has ended the composition when the key that ended it comes; such keys are told by their code alone. */
const takenByInputMethod = 229;

export const isComposing = (event: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean =>
  event.isComposing || event.keyCode === takenByInputMethod;

/** For dialogs, which the browser closes by Escape. */
export function keepFromClosing(event: KeyboardEvent): void {
  if (event.key === 'Escape' && isComposing(event)) event.preventDefault();
}
