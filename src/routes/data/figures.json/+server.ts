/** `/data/figures.json`: the figures for programs. */
import { figuresJson } from '$lib/view/downloads/figures-json.js';
import { story } from '$lib/server/story.js';
import type { RequestHandler } from './$types';

export const prerender = true;

export const GET: RequestHandler = () => Response.json(figuresJson(story));
