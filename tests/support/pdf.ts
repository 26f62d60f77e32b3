/** Reads just enough of a PDF printed by the browser to distinguish a sheet with text from a blank one. */
import { inflateSync } from 'node:zlib';

/** Number of text runs on each sheet, in the order of the file. */
export function textRunsOfSheets(pdf: Buffer): readonly number[] {
  const source = pdf.toString('latin1');
  return [...source.matchAll(/\/Type \/Page\b[^]*?\/Contents (\d+) 0 R/g)].map(([, number]) => {
    const begins = source.indexOf(`\n${number} 0 obj`);
    const stream = source.indexOf('stream\n', begins) + 'stream\n'.length;
    const length = Number(/\/Length (\d+)/.exec(source.slice(begins, stream))?.[1]);
    const drawn = inflateSync(pdf.subarray(stream, stream + length)).toString('latin1');
    return [...drawn.matchAll(/\bTj\b/g)].length;
  });
}
