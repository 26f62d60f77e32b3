/**
 * A drag by mouse, finger or pen, from pressing a handle until releasing it. It also ends when no release event comes: when the
 * window loses the focus, a context menu or the developer tools take the pointer, or the pointer was released outside and comes
 * back without a pressed button. Knows pointers, handles (`data-handle`) and their list; keys.ts handles keys.
 */
import { edgeScroll } from './edge-scroll.js';

/** A press that moves less than this, in px, is no drag: it focuses the handle. */
const threshold = 4;

export interface Drag {
  /**
   * @param y vertical position of the pointer, in px from the window's top, as in all functions here
   * @returns whether there is a row to carry
   */
  readonly pickUp: (handle: HTMLElement, y: number) => boolean;
  /** Called at most once per frame, also when the list scrolls under a pointer at rest. */
  readonly carry: (y: number) => void;
  /** @param canceled whether to leave everything as it was before */
  readonly putDown: (canceled: boolean) => void;
}

/**
 * Makes a list's rows draggable.
 *
 * @returns a function that ends a current drag and stops listening
 */
export function dragByPointer(list: HTMLElement, drag: Drag): () => void {
  let lose = () => {};
  function onPointerDown(event: PointerEvent): void {
    const handle = event.target instanceof Element && event.target.closest('[data-handle]');
    if (handle instanceof HTMLElement && event.isPrimary && event.button === 0)
      lose = follow(list, handle, event, drag);
  }
  list.addEventListener('pointerdown', onPointerDown);
  return () => {
    list.removeEventListener('pointerdown', onPointerDown);
    lose();
  };
}

/** Follows a press to its end. @returns a function that cancels it */
function follow(list: HTMLElement, handle: HTMLElement, press: PointerEvent, drag: Drag): () => void {
  const { pointerId } = press;
  const ended = new AbortController();
  let carried = false;
  let y = press.clientY;

  function end(canceled: boolean): void {
    if (ended.signal.aborted) return;
    ended.abort();
    if (list.hasPointerCapture(pointerId)) list.releasePointerCapture(pointerId);
    if (carried) drag.putDown(canceled);
  }
  const lose = () => end(true);

  function hear<Event>(sign: string, then: (event: Event) => void): void {
    // In the capture phase, before any listener that may stop the event.
    window.addEventListener(sign, then as EventListener, { capture: true, signal: ended.signal });
  }

  function pickUp(): void {
    carried = drag.pickUp(handle, press.clientY);
    if (!carried) return lose();
    list.setPointerCapture(pointerId);
    const scroll = edgeScroll(list, press.clientY);
    let last = press.clientY;
    const onFrame = () => {
      if (ended.signal.aborted) return;
      if (scroll(y) || y !== last) drag.carry((last = y));
      requestAnimationFrame(onFrame);
    };
    requestAnimationFrame(onFrame);
  }

  hear('pointermove', (event: PointerEvent) => {
    if (event.pointerId !== pointerId) return;
    if ((event.buttons & 1) === 0) return lose();
    y = event.clientY;
    if (!carried && Math.hypot(event.clientX - press.clientX, y - press.clientY) > threshold) pickUp();
  });
  hear('pointerup', (event: PointerEvent) => {
    if (event.pointerId !== pointerId) return;
    if (carried) drag.carry(event.clientY);
    end(false);
  });
  for (const sign of ['pointerover', 'pointerenter'])
    hear(sign, (event: PointerEvent) => {
      if (event.pointerId === pointerId && (event.buttons & 1) === 0) lose();
    });
  hear('pointercancel', ({ isPrimary }: PointerEvent) => {
    if (isPrimary) lose();
  });
  // A pressed pointer fires no `pointerdown` for other buttons, so the release of this press was missed.
  hear('pointerdown', ({ isPrimary }: PointerEvent) => {
    if (isPrimary) lose();
  });
  hear('keydown', (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !carried) return;
    event.preventDefault();
    lose();
  });
  // During a drag, pressing a second button would take the focus from the handle.
  hear('mousedown', (event: MouseEvent) => {
    if (carried) event.preventDefault();
  });
  hear('contextmenu', (event: MouseEvent) => {
    // A resting finger opens the context menu too, but may go on dragging; if not, the system sends `pointercancel`.
    if (press.pointerType !== 'touch') lose();
    else if (carried) event.preventDefault();
  });
  hear('blur', ({ target }: FocusEvent) => {
    if (target === window) lose();
  });
  hear('pagehide', lose);
  hear('visibilitychange', lose);
  // The browser's own drag of selected text would take the pointer.
  hear('dragstart', (event: DragEvent) => event.preventDefault());
  return lose;
}
