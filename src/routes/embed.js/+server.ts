/** The loader for host pages: the newest version. */
import loader from '$lib/embed/generated/loader.js.txt?raw';

export const prerender = true;

export const GET = () =>
  new Response(loader, { headers: { 'content-type': 'text/javascript; charset=utf-8' } });
