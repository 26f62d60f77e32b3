/** The story's files as they are now: read anew at each request while developing, written once by a build. */
import { readStoryFiles, storyDir } from '$lib/server/read-story-files.js';
import { textOfFiles } from '$lib/server/story-files-text.js';
import type { RequestHandler } from './$types';

export const prerender = true;

export const GET: RequestHandler = () =>
  Response.json(textOfFiles(readStoryFiles(storyDir())), { headers: { 'cache-control': 'no-store' } });
