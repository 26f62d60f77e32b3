/**
 * The size in px for which a prerendered picture is laid out: the smallest that a chart is given. Larger frames stretch this picture,
 * so what doesn't collide here collides nowhere.
 */
import type { ChartSize } from './types.js';

export const referenceSize: ChartSize = { width: 300, height: 300 };
