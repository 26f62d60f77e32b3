/**
 * Recognises keys that belong to an input method: Enter accepts a candidate, Escape cancels, arrows move through the list. The
 * page must not react to them.
 */

/**
 * In Safari, the composition has already ended when the key event comes that ended it; such keys are recognised only by this
 * code.
 */
const takenByInputMethod = 229;

export const isComposing = (event: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean =>
  event.isComposing || event.keyCode === takenByInputMethod;

/** Prevents Escape from closing a dialog during a composition. */
export function keepFromClosing(event: KeyboardEvent): void {
  if (event.key === 'Escape' && isComposing(event)) event.preventDefault();
}
