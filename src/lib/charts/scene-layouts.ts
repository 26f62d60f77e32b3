/** Kind → layout of the kinds that draw a scene, where nothing is loaded late: the server's render, the tests. */
import { byKind } from './kinds.js';
import type { SceneLayout } from './scene/scene.js';

export const sceneLayouts = byKind(
  import.meta.glob<SceneLayout>('./*/layout.ts', { eager: true, import: 'layout' }),
);
