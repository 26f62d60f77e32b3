/** On which pages of a PDF its places are: the ids to which links inside it lead. */
import { getDocumentProxy } from 'unpdf';

/**
 * @param {Uint8Array} pdf
 * @returns {Promise<Map<string, number>>} id → page, from 1
 */
export async function pagesOfPlaces(pdf) {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  /** @type {Map<string, number>} */
  const pages = new Map();
  for (const [place, target] of Object.entries(await document.getDestinations())) {
    if (!Array.isArray(target)) continue;
    pages.set(place, (await document.getPageIndex(target[0])) + 1);
  }
  await document.destroy();
  return pages;
}

/** @param {Uint8Array} pdf */
export async function pageCount(pdf) {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const { numPages } = document;
  await document.destroy();
  return numPages;
}
