/**
 * What `npm run build:all` makes for readers to take away: pictures of steps, one file per step, size and file type, and the whole story
 * as documents. Their addresses follow from the story, so that a page can link to them before they are made; whether the build makes
 * them is `PageContext.pictures`.
 */
import type { EditionCode } from '../story/types.js';

export interface PictureSize {
  /** Width and height of the PNG file in pixels. */
  readonly width: number;
  readonly height: number;
}

/** The names say what a size is for: the card beside a link, a picture in a chat, a whole phone. */
export const pictureSizes = {
  card: { width: 1200, height: 630 },
  chat: { width: 1080, height: 1350 },
  phone: { width: 1080, height: 1920 },
} as const satisfies Record<string, PictureSize>;

export type PictureName = keyof typeof pictureSizes;

export const pictureNames: readonly PictureName[] = ['card', 'chat', 'phone'];

/**
 * A picture's path from its edition's root.
 *
 * @param step the step's id on the page, `<section>--<step>`
 */
export function picturePath(step: string, name: PictureName, type: 'svg' | 'png'): string {
  const { width, height } = pictureSizes[name];
  return `pictures/${step}-${width}x${height}.${type}`;
}

export type DocumentKind =
  /** A single page that opens from a disk. */
  | { readonly kind: 'page' }
  /** A PDF for a size of paper. */
  | { readonly kind: 'paper'; readonly size: string }
  /** The long picture, its pages as a PDF. */
  | { readonly kind: 'long' };

/** The whole story as files, each with its ending. */
export const documents: readonly (DocumentKind & { readonly ending: string })[] = [
  { kind: 'page', ending: 'html' },
  { kind: 'paper', size: 'A4', ending: 'a4.pdf' },
  { kind: 'paper', size: 'Letter', ending: 'letter.pdf' },
  { kind: 'long', ending: 'long.pdf' },
];

/** A document's path from the site's root. */
export const documentPath = (edition: EditionCode, ending: string): string =>
  `download/story.${edition}.${ending}`;
