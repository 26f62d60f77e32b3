/** Kind → component for the server's render, where nothing is loaded late. */
import type { Component } from 'svelte';
import type { ChartProps } from './types.js';
import Bars from './bars/Bars.svelte';
import FigureList from './figure-list/FigureList.svelte';
import IndexBars from './index-bars/IndexBars.svelte';
import ReportField from './report-field/ReportField.svelte';
import Statements from './statements/Statements.svelte';
import DotPanels from './dot-panels/DotPanels.svelte';
import FoldedLine from './folded-line/FoldedLine.svelte';
import ShareGrid from './share-grid/ShareGrid.svelte';
import Ladder from './ladder/Ladder.svelte';
import Tally from './tally/Tally.svelte';
import Outline from './outline/Outline.svelte';
import Tiles from './tiles/Tiles.svelte';

export const chartComponents: Readonly<Record<string, Component<ChartProps>>> = {
  'report-field': ReportField,
  'index-bars': IndexBars,
  bars: Bars,
  statements: Statements,
  'figure-list': FigureList,
  'dot-panels': DotPanels,
  'folded-line': FoldedLine,
  'share-grid': ShareGrid,
  ladder: Ladder,
  tally: Tally,
  outline: Outline,
  tiles: Tiles,
};
