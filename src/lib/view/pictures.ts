/**
 * The pictures of steps that readers take away: one file per step, size and file type, made by `npm run build:all`. Their addresses
 * follow from the step, so that a page can link to them without looking whether they are there; whether the build makes them is
 * `PageContext.pictures`.
 */

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
