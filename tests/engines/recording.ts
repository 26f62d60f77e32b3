/**
 * What a reader sees while the wheel turns over a story in sticky-frame mode: a browser scrolls on a display in memory, and what the
 * display shows is read off rulers. Host and story each bear a strip whose colours say how far down the page they are; the stage
 * bears a mark at its top. So the story's text and graphic are compared with the host's place in one and the same picture.
 */
import { closeSync, openSync, readSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** Height of one coloured field of a ruler, in px. */
const field = 16;

/** Runs in a page: a strip down its left edge. Blue tells whose it is; red and green count the fields. */
export function layRuler({ left, blue, field: height }: { left: number; blue: number; field: number }): void {
  const strip = document.createElement('div');
  const length = document.documentElement.scrollHeight;
  strip.style.cssText = `position:absolute;top:0;left:${left}px;width:12px;height:${length}px;z-index:2147483647;overflow:hidden`;
  for (let i = 0; i * height < length; i += 1) {
    const cell = document.createElement('div');
    cell.style.cssText = `height:${height}px;background:rgb(${(i >> 5) * 8},${(i & 31) * 8},${blue})`;
    strip.append(cell);
  }
  // Not in the body: a margin of what it begins with would push the ruler down.
  document.documentElement.append(strip);
}

/** Runs in the story: a mark at the top of its stage, moving with it. */
export function markStage(left: number): void {
  for (const stage of document.querySelectorAll<HTMLElement>('[data-stage]')) {
    const mark = document.createElement('div');
    mark.style.cssText = `position:absolute;top:0;left:${left}px;width:12px;height:40px;background:rgb(255,0,128);z-index:2147483647`;
    stage.append(mark);
  }
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue of the pixel. */
  readonly at: (x: number, y: number) => readonly [number, number, number];
}

/** Reads the display's picture as X keeps it: a header in big endian, a colour table, then 32 bits a pixel. */
export function readPicture(path: string): Picture {
  const header = Buffer.alloc(100);
  const file = openSync(path, 'r');
  try {
    readSync(file, header, 0, 100, 0);
    const word = (i: number) => header.readUInt32BE(i * 4);
    const [start, width, height, line] = [word(0) + word(19) * 12, word(4), word(5), word(12)];
    const bytes = Buffer.alloc(line * height);
    readSync(file, bytes, 0, bytes.length, start);
    const at = (x: number, y: number): readonly [number, number, number] => {
      const from = y * line + x * 4;
      return [bytes[from + 2] ?? 0, bytes[from + 1] ?? 0, bytes[from] ?? 0];
    };
    return { width, height, at };
  } finally {
    closeSync(file);
  }
}

/** How far a ruled page stands scrolled under this column, as the y of its top in the picture; undefined without a ruler. */
export function pageTop(
  { at }: Picture,
  x: number,
  blue: number,
  from: number,
  to: number,
): number | undefined {
  for (let y = from + 1; y < to; y += 1) {
    const [red, green, own] = at(x, y);
    const [redAbove, greenAbove, ownAbove] = at(x, y - 1);
    if (own !== blue || ownAbove !== blue || (red === redAbove && green === greenAbove)) continue;
    return y - ((red / 8) * 32 + green / 8) * field;
  }
  return undefined;
}

export function findMark({ at, height }: Picture, x: number): number | undefined {
  for (let y = 0; y < height; y += 1) {
    const [red, green, blue] = at(x, y);
    if (red === 255 && green === 0 && blue === 128) return y;
  }
  return undefined;
}

/** Pictures of the display while something happens, each different from the one before. */
export async function film(path: string, during: Promise<unknown>): Promise<readonly Picture[]> {
  const pictures: Picture[] = [];
  let over = false;
  const ended = during.then(() => (over = true));
  while (!over && pictures.length < 600) {
    pictures.push(readPicture(path));
    await pause(4);
  }
  await ended;
  return pictures;
}
