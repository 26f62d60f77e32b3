/**
 * Connects the editing page with the preview in its iframe. Both have the same origin, so the preview sets its interface on the
 * iframe's element, and gets the story as an object, without copying it. Nothing crosses origins.
 */
import type { EditionCode, Story } from '../../../story/types.js';

export interface PreviewPort {
  readonly show: (story: Story) => void;
  /** Scrolls to a text of a file and marks it; without a path, to the first text of the file. */
  readonly goTo: (file: string, path?: string) => void;
  /** Sets the function that is called when a text is clicked in the preview. */
  readonly onchoose: (choose: (file: string, path: string) => void) => void;
  /** The edition that the preview shows. */
  readonly edition: EditionCode;
}

export const readyEvent = 'previewready';
export const deskMark = 'data-desk';

/** The iframe element of the editing page that contains this window; undefined if there is none. */
export function deskFrame(): Element | undefined {
  try {
    const frame = window.frameElement;
    return frame?.hasAttribute(deskMark) ? frame : undefined;
  } catch {
    return undefined;
  }
}

export function sayReady(frame: Element, port: PreviewPort): void {
  const Event = frame.ownerDocument.defaultView?.CustomEvent ?? CustomEvent;
  frame.dispatchEvent(new Event(readyEvent, { detail: port }));
}
