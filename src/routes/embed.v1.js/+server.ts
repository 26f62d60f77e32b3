/** The loader for host pages: the first version, for those who want a file that stays as it is. */
export { GET, prerender } from '../embed.js/+server.js';
