/** `/data/figures.csv`: the figures as a table for spreadsheets. */
import { figuresCsv } from '$lib/view/downloads/figures-csv.js';
import { story } from '$lib/server/story.js';
import type { RequestHandler } from './$types';

export const prerender = true;

/** Without a byte order mark, spreadsheets assume the system's local encoding. */
const byteOrderMark = '\uFEFF';

export const GET: RequestHandler = () =>
  new Response(byteOrderMark + figuresCsv(story), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
