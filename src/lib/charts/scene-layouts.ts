/** Kind → layout of the kinds that draw a scene, where nothing is loaded late: the server's render, the tests. */
import { layout as bars } from './bars/layout.js';
import { layout as dotPanels } from './dot-panels/layout.js';
import { layout as foldedLine } from './folded-line/layout.js';
import { layout as indexBars } from './index-bars/layout.js';
import { layout as ladder } from './ladder/layout.js';
import { layout as reportField } from './report-field/layout.js';
import { layout as shareGrid } from './share-grid/layout.js';
import type { SceneLayout } from './scene.js';

export const sceneLayouts: Readonly<Record<string, SceneLayout>> = {
  'report-field': reportField,
  'index-bars': indexBars,
  bars,
  'dot-panels': dotPanels,
  'folded-line': foldedLine,
  'share-grid': shareGrid,
  ladder,
};
