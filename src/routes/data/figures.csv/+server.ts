/** The figures as a table for spreadsheets. */
import { figuresCsv } from '$lib/view/downloads/figures-csv.js';
import { story } from '$lib/server/story.js';
import type { RequestHandler } from './$types';

export const prerender = true;

/** Spreadsheets take a file without this mark for one of the reader's own code page. */
const byteOrderMark = '\uFEFF';

export const GET: RequestHandler = () =>
  new Response(byteOrderMark + figuresCsv(story), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
