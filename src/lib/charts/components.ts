/** Kind → component for the server's render, where nothing is loaded late. */
import type { Component } from 'svelte';
import { byKind, kinds } from './kinds.js';
import type { ChartProps } from './scene/types.js';
import SceneChart from './SceneChart.svelte';

const words = byKind(
  import.meta.glob<Component<ChartProps>>(['./*/*.svelte', '!./scene/*'], {
    eager: true,
    import: 'default',
  }),
);

export const chartComponents: Readonly<Record<string, Component<ChartProps>>> = Object.fromEntries(
  kinds.map((kind) => [kind, words[kind] ?? SceneChart]),
);
