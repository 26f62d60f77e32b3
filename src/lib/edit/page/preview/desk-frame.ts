/**
 * How the editing page and the preview in its frame meet: both are of one origin, so the frame hands its port to the element that it
 * stands in, and the story goes through it as it is, without being copied. Nothing here crosses an origin.
 */
import type { EditionCode, Story } from '../../../story/types.js';

export interface PreviewPort {
  readonly show: (story: Story) => void;
  /** Scrolls to where a text of a file is printed and marks it; without a path, to where the file's texts begin. */
  readonly goTo: (file: string, path?: string) => void;
  /** Tells of every text that is chosen in the frame. */
  readonly onchoose: (choose: (file: string, path: string) => void) => void;
  /** The edition that the frame speaks. */
  readonly edition: EditionCode;
}

export const readyEvent = 'previewready';
export const deskMark = 'data-desk';

/** The editing page's frame that this window stands in, if any. */
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
