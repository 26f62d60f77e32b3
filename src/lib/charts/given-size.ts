/**
 * A size said beforehand instead of measured: by pages that show charts in frames of known sizes without script (the gallery), and
 * by who brings a chart to life in the place of its picture. Passed by context, so that no kind needs to know of it.
 */
import { getContext, setContext } from 'svelte';
import type { ChartSize } from './types.js';

const key = Symbol('given size');

export const giveSize = (size: ChartSize): ChartSize => setContext(key, size);

/** The same for a chart that is mounted by itself. */
export const sizeContext = (size: ChartSize | undefined): Map<symbol, ChartSize> =>
  new Map(size ? [[key, size]] : []);

export const givenSize = (): ChartSize | undefined => getContext<ChartSize | undefined>(key);
