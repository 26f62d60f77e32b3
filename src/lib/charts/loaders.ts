/** Kind → what draws it, fetched when a reader comes near it. All that the browser needs to know of kinds. */
import type { Component } from 'svelte';
import type { SceneLayout } from './scene.js';
import type { ChartProps } from './types.js';

/** A kind that draws a scene brings its layout; a kind made of words is a component of its own. */
export type LoadedKind = { readonly layout: SceneLayout } | { readonly default: Component<ChartProps> };

export type ChartLoader = () => Promise<LoadedKind>;

export const loaders: Readonly<Record<string, ChartLoader>> = {
  'report-field': () => import('./report-field/layout.js'),
  'index-bars': () => import('./index-bars/layout.js'),
  bars: () => import('./bars/layout.js'),
  statements: () => import('./statements/Statements.svelte'),
  'figure-list': () => import('./figure-list/FigureList.svelte'),
  'dot-panels': () => import('./dot-panels/layout.js'),
  'folded-line': () => import('./folded-line/layout.js'),
  'share-grid': () => import('./share-grid/layout.js'),
  ladder: () => import('./ladder/layout.js'),
  tally: () => import('./tally/Tally.svelte'),
  outline: () => import('./outline/Outline.svelte'),
  tiles: () => import('./tiles/Tiles.svelte'),
};
