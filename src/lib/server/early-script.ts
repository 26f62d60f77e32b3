/**
 * The early script that pages with a stage run inline, as markup. Its text is fixed: svelte.config.js allows exactly these bytes
 * in the page's Content Security Policy.
 */
import early from '../islands/early.js?raw';

export const earlyScript = ['<script>', early, '</script>'].join('');
