/** The oEmbed responses for a CMS in which somebody has pasted one of the story's addresses (oembed.ts). */
import { error } from '@sveltejs/kit';
import { oembed, oembedNames } from '$lib/server/oembed.js';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => oembedNames.map((name) => ({ name }));

export const GET: RequestHandler = ({ params }) => Response.json(oembed(params.name) ?? error(404));
