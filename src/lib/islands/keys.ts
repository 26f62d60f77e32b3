/** Which keys are the page's own to answer. */

const answeredElsewhere = 'input, select, textarea, dialog, [contenteditable], [data-own-arrows]';

/** With a modifier a key is the browser's or the system's. */
export const isModified = ({ altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean =>
  altKey || ctrlKey || metaKey || shiftKey;

/** Whether the element that has the focus has a use of its own for the keys that move. */
export const keepsItsKeys = ({ target }: KeyboardEvent): boolean =>
  target instanceof Element && target.closest(answeredElsewhere) !== null;
