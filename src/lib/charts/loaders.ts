/** What draws a kind, fetched when a reader comes near it. All that the browser needs to know of kinds: it bears no list of them. */
import type { Component } from 'svelte';
import type { SceneLayout } from './scene/scene.js';
import type { ChartProps } from './scene/types.js';

/** A kind that draws a scene brings its layout; a kind made of words is a component of its own. */
export type LoadedKind = { readonly layout: SceneLayout } | { readonly default: Component<ChartProps> };

export type ChartLoader = () => Promise<LoadedKind>;

const files: Readonly<Record<string, ChartLoader>> = import.meta.glob<LoadedKind>([
  './*/layout.ts',
  './*/*.svelte',
  '!./scene/*',
]);

/** Kind → loader. */
export const loaders: Readonly<Record<string, ChartLoader>> = Object.fromEntries(
  Object.entries(files).map(([path, load]) => [path.split('/')[1], load]),
);
