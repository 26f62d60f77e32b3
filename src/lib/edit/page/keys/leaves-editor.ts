/** Whether a key leads from an editor back to the outline, which can be a hundred tab stops away. */
import { isComposing } from './composition.js';

/** @param editor the element that holds the editor: elsewhere Escape has no such meaning */
export function leavesEditor(event: KeyboardEvent, editor: HTMLElement): boolean {
  if (event.key !== 'Escape' || event.defaultPrevented || isComposing(event)) return false;
  // The same key cancels a drag and closes a dialog.
  if (document.querySelector('[data-carried], dialog[open]')) return false;
  return event.target instanceof Node && editor.contains(event.target);
}
