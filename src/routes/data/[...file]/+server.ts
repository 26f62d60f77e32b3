/** The files of `/data/` that readers take away: figures, formulas, marks, charts, the report, and the package that describes them. */
import { error } from '@sveltejs/kit';
import { dataFiles } from '$lib/server/data-files.js';
import { readStoryFiles, storyDir } from '$lib/server/read-story-files.js';
import { siteUrl } from '$lib/server/site-url.js';
import { story } from '$lib/server/story.js';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

const files = dataFiles(story, readStoryFiles(storyDir()), siteUrl?.href);

export const entries: EntryGenerator = () => [...files.keys()].map((file) => ({ file }));

export const GET: RequestHandler = ({ params }) => {
  const { bytes, type } = files.get(params.file) ?? error(404);
  return new Response(new Uint8Array(bytes), { headers: { 'content-type': type } });
};
