/**
 * A drag by mouse, finger or pen: a press on a handle that moves on, until it is let go. Also the ends of which no release tells: the
 * window loses the focus, a context menu or the developer tools take the pointer, or it is let go outside and comes back without a
 * button down. Knows pointers, handles (`data-handle`) and the list that they are in; keys are the handle's (keys.ts).
 */
import { edgeScroll } from './edge-scroll.js';

/** A press that moves no further is no drag: it gives the handle the focus. In px. */
const threshold = 4;

export interface Drag {
  /**
   * @param y height of the pointer in the window, in px, as everywhere here
   * @returns whether there is anything to carry
   */
  readonly pickUp: (handle: HTMLElement, y: number) => boolean;
  /** At most once a frame, also when the list has been scrolled under a pointer at rest. */
  readonly carry: (y: number) => void;
  /** @param canceled everything is to be as it was */
  readonly putDown: (canceled: boolean) => void;
}

/** @returns ends what is going on, and listens no more */
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

/** Follows a press to its end. @returns ends it as one that is canceled */
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
    // Before anybody who might keep the event to themselves.
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
  // Other buttons of a pressed pointer are no new press: this one has ended unheard.
  hear('pointerdown', ({ isPrimary }: PointerEvent) => {
    if (isPrimary) lose();
  });
  hear('keydown', (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !carried) return;
    event.preventDefault();
    lose();
  });
  // While one button carries, a second one would take the focus from the handle.
  hear('mousedown', (event: MouseEvent) => {
    if (carried) event.preventDefault();
  });
  hear('contextmenu', (event: MouseEvent) => {
    // A finger that rests asks for it, too, and goes on; where it doesn't, the system says so itself.
    if (press.pointerType !== 'touch') lose();
    else if (carried) event.preventDefault();
  });
  hear('blur', ({ target }: FocusEvent) => {
    if (target === window) lose();
  });
  hear('pagehide', lose);
  hear('visibilitychange', lose);
  // The browser's own way of dragging words would take the pointer.
  hear('dragstart', (event: DragEvent) => event.preventDefault());
  return lose;
}
