/** What keys mean to the editing page as a whole, wherever the focus is. Pure but for what it reads of the pressed element. */
import { isComposing } from './composition.js';

type Pressed = Pick<
  KeyboardEvent,
  'key' | 'keyCode' | 'isComposing' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'
>;

/** Where a key is pressed. */
export interface Whereabouts {
  /** A dialog lies over the page: what is under it stays as it is. */
  readonly modal: boolean;
  /** A field of its own, no text of the story's: it has the browser's undo. */
  readonly ownField: boolean;
}

/** `none`: the page does nothing, and neither may the browser. Absent: the key is somebody else's. */
export type PageKey = 'review' | 'undo' | 'redo' | 'none';

export function pageKey(pressed: Pressed, { modal, ownField }: Whereabouts): PageKey | undefined {
  const { altKey, ctrlKey, metaKey, shiftKey } = pressed;
  if (!(ctrlKey || metaKey) || altKey || isComposing(pressed)) return undefined;
  const key = pressed.key.toLowerCase();
  if (key === 's' && !shiftKey) return modal ? 'none' : 'review';
  if (key !== 'z' && !(key === 'y' && !shiftKey)) return undefined;
  if (ownField) return undefined;
  // The browser would look for something to take back itself, in whichever field was written in last.
  if (modal) return 'none';
  return key === 'y' || shiftKey ? 'redo' : 'undo';
}

/**
 * Whether an element has an undo of its own: fields to type in that hold no text of the story (those are marked `data-field`). A place's
 * number, once it has been taken, is as good as a button; while it is being typed (`data-typing`) it is a field. A text of the story's that
 * could not be taken (`data-refused`) is nowhere but in its field.
 */
export function hasOwnUndo(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.matches(
      'input:not([type="radio"], [type="checkbox"], [type="number"], [readonly]), input[data-typing], textarea:not([data-field]), [data-refused], [contenteditable]',
    )
  );
}
