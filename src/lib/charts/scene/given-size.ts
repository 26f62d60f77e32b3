/**
 * A chart's size that is known before anything is measured: the gallery shows charts in frames of fixed sizes without script, and
 * an island knows the size of the picture that its chart replaces. Passed by Svelte's context, so that no kind needs to know of it.
 */
import { getContext, setContext } from 'svelte';
import type { ChartSize } from './types.js';

const key = Symbol('given size');

export const giveSize = (size: ChartSize): ChartSize => setContext(key, size);

/** The same for a chart that is mounted by itself. */
export const sizeContext = (size: ChartSize | undefined): Map<symbol, ChartSize> =>
  new Map(size ? [[key, size]] : []);

export const givenSize = (): ChartSize | undefined => getContext<ChartSize | undefined>(key);
