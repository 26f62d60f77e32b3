/** Matches the brief's name in an address. It is a route parameter so that a story without a brief simply has no such page. */
import { briefName } from '$lib/story/shape.js';

export const match = (param: string): param is typeof briefName => param === briefName;
