/**
 * The early script, which the story's page runs inline, as markup. Its text is fixed: svelte.config.js allows exactly these bytes
 * in the page's Content Security Policy.
 */
import early from '../islands/early.js?raw';

export const earlyScript = ['<script>', early, '</script>'].join('');
