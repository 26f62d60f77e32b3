/** The words of the embed dialog and of the page that lists everything that can be embedded, in English. */
import type { EmbeddingWords } from './types.js';

export const embedding: EmbeddingWords = {
  title: 'Embed in another page',
  introduction:
    'The story, each section and each section’s graphic can stand in other pages. Paste the code into a page; nothing about readers is sent or stored.',
  what: 'What to embed',
  targets: { section: 'this section', chart: 'its graphic', story: 'the whole story' },
  state: 'Where the graphic stands',
  lastState: 'its last state',
  language: 'Language',
  theme: 'Light or dark',
  themes: { auto: 'automatic', light: 'light', dark: 'dark' },
  width: 'Width of the preview',
  widths: { narrow: 'narrow', medium: 'medium', wide: 'wide' },
  preview: 'Preview',
  withLoader: 'Code: scrolls with the page',
  frameOnly: 'The frame alone, for pages that take no script',
  fullHeight: 'The frame alone, at full height in browsers that can (recent Chrome and Edge)',
  oembed: 'oEmbed address',
  copy: 'Copy',
  copied: 'Copied',
  notCopied: 'Could not copy; the text is selected, use the keyboard',
  close: 'Close',
  all: 'Everything that can be embedded',
  whereItStands: 'The addresses in the code are relative: put this site’s address before them.',
};
