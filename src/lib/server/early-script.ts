/** The one inline script, as markup. A constant of ours: svelte.config.js lets exactly these bytes pass the page's policy. */
import early from '../islands/early.js?raw';

export const earlyScript = ['<script>', early, '</script>'].join('');
