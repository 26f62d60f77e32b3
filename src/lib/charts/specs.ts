/** All chart kinds as the story's checks need them. Plain TypeScript: runs without Svelte. */
import type { KindSpec } from '../story/types.js';
import { spec as bars } from './bars/spec.js';
import { spec as figureList } from './figure-list/spec.js';
import { spec as indexBars } from './index-bars/spec.js';
import { spec as reportField } from './report-field/spec.js';
import { spec as statements } from './statements/spec.js';
import { spec as dotPanels } from './dot-panels/spec.js';
import { spec as foldedLine } from './folded-line/spec.js';
import { spec as shareGrid } from './share-grid/spec.js';
import { spec as ladder } from './ladder/spec.js';
import { spec as tally } from './tally/spec.js';
import { spec as outline } from './outline/spec.js';
import { spec as tiles } from './tiles/spec.js';

export const kindSpecs: readonly KindSpec[] = [
  reportField,
  indexBars,
  bars,
  statements,
  figureList,
  dotPanels,
  foldedLine,
  shareGrid,
  ladder,
  tally,
  outline,
  tiles,
];
