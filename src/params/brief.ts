/** The brief's name in an address. A parameter, so that a story without a brief has no such page. */
import { briefName } from '$lib/story/shape.js';

export const match = (param: string): param is typeof briefName => param === briefName;
