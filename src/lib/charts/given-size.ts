/**
 * A size said beforehand instead of measured, for pages that show charts in frames of known sizes without script (the gallery).
 * Passed by context, so that no kind needs to know of it.
 */
import { getContext, setContext } from 'svelte';
import type { ChartSize } from './types.js';

const key = Symbol('given size');

export const giveSize = (size: ChartSize): ChartSize => setContext(key, size);

export const givenSize = (): ChartSize | undefined => getContext<ChartSize | undefined>(key);
