/** Kind → component for the server's render, where nothing is loaded late. */
import type { Component } from 'svelte';
import type { ChartProps } from './types.js';
import SceneChart from './SceneChart.svelte';
import FigureList from './figure-list/FigureList.svelte';
import Outline from './outline/Outline.svelte';
import Statements from './statements/Statements.svelte';
import Tally from './tally/Tally.svelte';
import Tiles from './tiles/Tiles.svelte';

export const chartComponents: Readonly<Record<string, Component<ChartProps>>> = {
  'report-field': SceneChart,
  'index-bars': SceneChart,
  bars: SceneChart,
  statements: Statements,
  'figure-list': FigureList,
  'dot-panels': SceneChart,
  'folded-line': SceneChart,
  'share-grid': SceneChart,
  ladder: SceneChart,
  tally: Tally,
  outline: Outline,
  tiles: Tiles,
};
