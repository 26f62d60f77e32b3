/**
 * Which scene is drawn now: one progress from 0 to 1 a chart, and the scene between two scenes. Knows no kind, no state's
 * meaning; a new target simply begins from whatever is drawn at that moment.
 */
import { cubicInOut } from 'svelte/easing';
import { prefersReducedMotion, Tween } from 'svelte/motion';
import { interpolateScene } from './interpolate-scene.js';
import type { Scene } from './scene.js';

/** Of every motion, in ms. */
const duration = 600;

export class SceneMotion {
  #sceneAt: (progress: number) => Scene;
  #progress = new Tween(1, { duration, easing: cubicInOut });

  constructor(scene: Scene) {
    this.#sceneAt = $state.raw(() => scene);
  }

  /** What to draw. Settled, it is the target scene itself. */
  get current(): Scene {
    return this.#sceneAt(this.#progress.current);
  }

  get moving(): boolean {
    return this.#progress.current < 1;
  }

  /** Draws the scene at once: a new size, or the first picture. */
  jump(scene: Scene): void {
    this.#sceneAt = () => scene;
    void this.#progress.set(1, { duration: 0 });
  }

  /** Goes to the scene from what is drawn now; at once for readers who want no motion, and for paper. */
  move(scene: Scene): void {
    const printing = document.documentElement.hasAttribute('data-printing');
    if (printing || prefersReducedMotion.current) return this.jump(scene);
    const from = this.current;
    let between: ((progress: number) => Scene) | undefined;
    // Frame 0 draws the old scene; the interpolators are built on the next frame. The layout of the new scene fills frame 0 already.
    this.#sceneAt = (progress) =>
      progress > 0 ? (between ??= interpolateScene(from, scene))(progress) : from;
    void this.#progress.set(0, { duration: 0 });
    void this.#progress.set(1);
  }
}
