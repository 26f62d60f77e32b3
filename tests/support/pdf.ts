/** Reads what tests want to know of a PDF printed by the browser. */
import { extractText, getDocumentProxy } from 'unpdf';

export interface Sheet {
  /** All its words, without white space; the compatibility forms that PDFs write for some Han characters are the usual ones again. */
  readonly text: string;
  /** In points. */
  readonly width: number;
  readonly height: number;
  /** The places to which its links lead. */
  readonly links: readonly string[];
}

/** Where an id of the printed page is: its sheet, from 0, and its height above the sheet's foot in points. */
export interface Place {
  readonly sheet: number;
  readonly left: number;
  readonly y: number;
}

export interface ReadPdf {
  readonly sheets: readonly Sheet[];
  /** Ids that a link in the page names. */
  readonly places: ReadonlyMap<string, Place>;
}

/**
 * Radicals by whose codes Chromium writes some characters into a PDF, each with the character; of most others the compatibility form
 * says which one it is.
 */
const radicals = new Map(
  [...'戶⺠⻛⻓⻝⻅⻬⻔⻜⻘⻢⻋⻉⻚⻥⻦⻰⻩⻄⻆⻣⻨⻮'].map((radical, at) => [
    radical,
    '户民风长食见齐门飞青马车贝页鱼鸟龙黄西角骨麦齿'.charAt(at),
  ]),
);

/** Texts as `Sheet.text` has them, to look for. */
export const asPrinted = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[戶\u2e80-\u2eff]/gu, (radical) => radicals.get(radical) ?? radical)
    .replace(/\s/g, '');

export async function readPdf(pdf: Uint8Array): Promise<ReadPdf> {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const { text } = await extractText(document, { mergePages: false });
  const sheets: Sheet[] = [];
  for (const [at, words] of text.entries()) {
    const page = await document.getPage(at + 1);
    const [, , width = 0, height = 0] = page.view;
    const annotations = (await page.getAnnotations()) as { dest?: unknown }[];
    const links = annotations.flatMap(({ dest }) => (typeof dest === 'string' ? [dest] : []));
    sheets.push({ text: asPrinted(words), width, height, links });
  }
  const places = new Map<string, Place>();
  const named = (await document.getDestinations()) as Record<string, [object, object, number, number]>;
  for (const [id, [page, , left, y]] of Object.entries(named))
    places.set(id, { sheet: await document.getPageIndex(page as { num: number; gen: number }), left, y });
  await document.destroy();
  return { sheets, places };
}
