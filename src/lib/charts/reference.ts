/**
 * The size for which a picture is laid out before anything is measured: the smallest that a chart is given. Everything else
 * is this one stretched, and what doesn't collide here collides nowhere.
 */
import type { ChartSize } from './types.js';

export const referenceSize: ChartSize = { width: 300, height: 300 };
