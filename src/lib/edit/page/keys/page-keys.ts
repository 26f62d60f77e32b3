/**
 * Interprets keys for the editing page as a whole, wherever the focus is. Pure, except that `hasOwnUndo` reads the target
 * element.
 */
import { isComposing } from './composition.js';

type Pressed = Pick<
  KeyboardEvent,
  'key' | 'keyCode' | 'isComposing' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'
>;

/** Where a key was pressed. */
export interface Whereabouts {
  /** Whether a dialog is open, under which nothing may change. */
  readonly modal: boolean;
  /** Whether the focus is in a field that is not a text of the story, and so has the browser's own undo. */
  readonly ownField: boolean;
}

/** `none`: neither the page nor the browser may react. Undefined: the key is not for the page. */
export type PageKey = 'review' | 'undo' | 'redo' | 'none';

export function pageKey(pressed: Pressed, { modal, ownField }: Whereabouts): PageKey | undefined {
  const { altKey, ctrlKey, metaKey, shiftKey } = pressed;
  if (!(ctrlKey || metaKey) || altKey || isComposing(pressed)) return undefined;
  const key = pressed.key.toLowerCase();
  if (key === 's' && !shiftKey) return modal ? 'none' : 'review';
  if (key !== 'z' && !(key === 'y' && !shiftKey)) return undefined;
  if (ownField) return undefined;
  // The browser's undo would change whichever field was edited last.
  if (modal) return 'none';
  return key === 'y' || shiftKey ? 'redo' : 'undo';
}

/**
 * Whether an element has the browser's own undo. That is a text field that contains no text of the story (those are marked
 * `data-field`), a position's number only while it is being typed (`data-typing`), and a text of the story that could not be
 * applied (`data-refused`), which exists only in its field.
 */
export function hasOwnUndo(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.matches(
      'input:not([type="radio"], [type="checkbox"], [type="number"], [readonly]), input[data-typing], textarea:not([data-field]), [data-refused], [contenteditable]',
    )
  );
}
