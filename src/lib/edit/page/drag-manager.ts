/**
 * What follows the pointer and scrolls at the edges. The library's own pictures of a drag would need styles that the page's policy
 * refuses, and its words are English; the page draws and says what is needed itself. Keys are the handle's (keys.ts).
 */
import { AutoScroller, DragDropManager, PointerActivationConstraints, PointerSensor } from '@dnd-kit/dom';

export const plugins = [AutoScroller];
/** A press that doesn't move is no drag: it gives the handle the focus. In px. */
export const sensors = [
  PointerSensor.configure({
    activationConstraints: [new PointerActivationConstraints.Distance({ value: 4 })],
  }),
];

export const dragManager = (): DragDropManager => new DragDropManager({ plugins, sensors });
