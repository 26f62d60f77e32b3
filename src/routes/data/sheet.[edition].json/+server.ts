/** The source sheet's data in one edition, which the browser loads when a reader first opens the sheet. */
import { error } from '@sveltejs/kit';
import { sheetData } from '$lib/view/sheet/data.js';
import { story } from '$lib/server/story.js';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => story.editions.map((edition) => ({ edition }));

export const GET: RequestHandler = ({ params }) => {
  if (!story.editions.includes(params.edition)) error(404);
  return Response.json(sheetData(story, params.edition));
};
