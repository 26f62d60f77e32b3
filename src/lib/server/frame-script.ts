/** The embedded pages' inline script, as markup. Our own build of lib/embed/frame.ts; the policy lets exactly these bytes pass. */
import frame from '../embed/generated/frame.js.txt?raw';

export const frameScript = ['<script>', frame, '</script>'].join('');
