/**
 * The inline script of embedded pages, as markup. It is our build of lib/embed/frame.ts; the Content Security Policy allows
 * exactly these bytes.
 */
import frame from '../embed/generated/frame.js.txt?raw';

export const frameScript = ['<script>', frame, '</script>'].join('');
