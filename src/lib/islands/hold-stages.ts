/** Keeps each stage in sight where the browser can't: in a frame as tall as its content nothing is sticky. */
import type { ReadingView } from '../scroll/driver.js';

/** Moves each stage to the view's top, within what holds it and its steps. */
export function holdStages(stages: readonly HTMLElement[], { top }: ReadingView): void {
  const ways = stages.map((stage) => {
    const held = stage.parentElement?.getBoundingClientRect();
    return held ? Math.max(0, Math.min(top - held.top, held.height - stage.offsetHeight)) : 0;
  });
  for (const [i, stage] of stages.entries()) {
    const way = ways[i] ?? 0;
    stage.style.transform = way > 0 ? `translateY(${way}px)` : '';
  }
}
