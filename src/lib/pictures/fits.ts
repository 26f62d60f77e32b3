/** Whether a picture has room for its chart and for its words. */
import { defined } from '../invariants/defined.js';
import type { PictureName } from '../view/pictures.js';

export const tightnesses = [0, 1, 2, 3] as const;
export type Tightness = (typeof tightnesses)[number];

/** The least height of the chart in CSS pixels: below it, layouts leave out what they say on the page. */
const least: Readonly<Record<PictureName, number>> = { card: 240, chat: 256, phone: 330 };

const overflows = (element: Element) => element.scrollHeight > element.clientHeight + 1;

/** @param picture as laid out */
export function fits(picture: Element, name: PictureName): boolean {
  const plot = defined(picture.querySelector('.plot'), 'chart of the picture');
  const tall = plot.clientHeight >= least[name];
  return tall && [...picture.querySelectorAll('.c-words, .picture-words')].every((part) => !overflows(part));
}
