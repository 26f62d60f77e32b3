/** The answers that a CMS gets when somebody pastes an address of the story there (oembed.ts). */
import { error } from '@sveltejs/kit';
import { oembed, oembedNames } from '$lib/server/oembed.js';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => oembedNames.map((name) => ({ name }));

export const GET: RequestHandler = ({ params }) => Response.json(oembed(params.name) ?? error(404));
