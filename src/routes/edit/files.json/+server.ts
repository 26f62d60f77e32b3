/**
 * The story's files for the editing page. In development they are complete and read again at each request; a build writes them
 * once, without hidden content, because everybody can read them.
 */
import { dev } from '$app/environment';
import { publishedFiles } from '$lib/server/published.js';
import { readStoryFiles, storyDir } from '$lib/server/read-story-files.js';
import { wholeStory } from '$lib/server/story.js';
import { textOfFiles } from '$lib/server/story-files-text.js';
import type { RequestHandler } from './$types';

export const prerender = true;

export const GET: RequestHandler = () => {
  const files = readStoryFiles(storyDir());
  return Response.json(textOfFiles(dev ? files : publishedFiles(files, wholeStory)), {
    headers: { 'cache-control': 'no-store' },
  });
};
