/** Kind → the way to its component, fetched when a reader comes near it. All that the browser needs to know of kinds. */
import type { Component } from 'svelte';
import type { ChartProps } from './types.js';

export type ChartLoader = () => Promise<{ readonly default: Component<ChartProps> }>;

export const loaders: Readonly<Record<string, ChartLoader>> = {
  'report-field': () => import('./report-field/ReportField.svelte'),
  'index-bars': () => import('./index-bars/IndexBars.svelte'),
  bars: () => import('./bars/Bars.svelte'),
  statements: () => import('./statements/Statements.svelte'),
  'figure-list': () => import('./figure-list/FigureList.svelte'),
  'dot-panels': () => import('./dot-panels/DotPanels.svelte'),
  'folded-line': () => import('./folded-line/FoldedLine.svelte'),
  'share-grid': () => import('./share-grid/ShareGrid.svelte'),
  ladder: () => import('./ladder/Ladder.svelte'),
  tally: () => import('./tally/Tally.svelte'),
  outline: () => import('./outline/Outline.svelte'),
  tiles: () => import('./tiles/Tiles.svelte'),
};
