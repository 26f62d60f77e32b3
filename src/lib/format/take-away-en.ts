/** The words of what readers take with them and of the presentation form, in English. */
import type { PresentWords, TakeAwayWords } from './types.js';

export const takeAway: TakeAwayWords = {
  offer: 'Take away',
  title: 'Take this step away',
  address: 'Address of this section',
  picture: 'Picture',
  data: 'Data of the graphic',
  link: 'Link',
  quotation: 'Quotation',
  copyLink: 'Copy link',
  copyQuotation: 'Copy quotation',
  copyPicture: 'Copy picture',
  pictureNotCopied: 'Could not copy the picture; download it instead',
  pictures: { card: 'for a link card', chat: 'for a chat', phone: 'for a whole phone' },
  documents: {
    title: 'The whole story: ',
    page: 'page for offline',
    paper: (size) => `PDF (${size})`,
    long: 'long picture',
  },
  send: 'Share…',
  scan: 'Scan to open this step on a phone',
  embed: 'Embed code',
  said: '{subjects}: {printed}',
};

export const present: PresentWords = {
  link: 'Present on a screen',
  name: 'Presentation',
  notes: 'The report’s sentences',
  noNotes: 'This step cites no figure of the report.',
  fullScreen: 'Full screen',
  blank: 'Blank screen',
  help: 'Keys',
  leave: 'Leave the presentation',
  keys: [
    { keys: ['→', '↓', 'Space', 'PageDown'], does: 'next step' },
    { keys: ['←', '↑', 'Shift+Space', 'PageUp'], does: 'previous step' },
    { keys: ['Home', 'End'], does: 'beginning, end' },
    { keys: ['N'], does: 'show or hide the report’s sentences' },
    { keys: ['F'], does: 'full screen' },
    { keys: ['B', '.'], does: 'blank the screen, and show it again' },
    { keys: ['?'], does: 'these keys' },
    { keys: ['Esc'], does: 'leave, to this step of the story' },
  ],
};
