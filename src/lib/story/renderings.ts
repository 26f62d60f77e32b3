/**
 * Reads `renderings.yaml`, our renderings of the report's words for editions in other languages, and checks that the story has
 * all that it needs and no others. A rendering may contain numerals, as its original does; a test over the real files checks that
 * they are the same numbers (tests/renderings.test.ts), because that depends on the language.
 */
import { nearest } from './nearest.js';
import { oneOf, say, type Place, type Problems } from './problems.js';
import { readFields, readInteger, readList } from './shape.js';
import { addText, type TextReading } from './texts.js';
import type { EditionCode, Rendering, Span } from './types.js';
import type { Node, TextNode } from './yaml.js';

/** Path of the renderings inside the story's folder. */
export const renderingsPath = 'renderings.yaml';

/** Words of the report that some page prints, with the place in the files that causes it. */
export interface Quoted extends Span {
  readonly place: Place;
}

export interface RenderingRead extends Rendering {
  readonly place: Place;
}

/** `editions.known` are the editions to render into: all but the original. */
interface RenderingReading {
  readonly problems: TextReading['problems'];
  readonly editions: Pick<TextReading['editions'], 'known'>;
}

const keyOf = ({ start, end }: Span): string => `${start}-${end}`;

export function readRenderings(
  reading: RenderingReading,
  node: Node | undefined,
  report: string,
): readonly RenderingRead[] {
  const { problems } = reading;
  const read: RenderingRead[] = [];
  const root = readFields(problems, node, { required: ['renderings'] });
  for (const item of readList(problems, root?.get('renderings'))) {
    const rendering = readRendering(reading, item, report.length);
    if (!rendering) continue;
    const before = read.at(-1);
    if (read.some((other) => keyOf(other) === keyOf(rendering))) {
      problems.add(
        'rendering-twice',
        rendering.place,
        report.slice(rendering.start, rendering.end),
        say('每段原文一条', 'one entry for each run of the report'),
      );
      continue;
    }
    if (
      before &&
      (rendering.start < before.start || (rendering.start === before.start && rendering.end < before.end))
    )
      problems.add(
        'row-out-of-order',
        rendering.place,
        `[${rendering.start}, ${rendering.end}]`,
        say(`在 [${before.start}, ${before.end}] 之前`, `a place before [${before.start}, ${before.end}]`),
      );
    read.push(rendering);
  }
  return read;
}

function readRendering(reading: RenderingReading, node: Node, length: number): RenderingRead | undefined {
  const { problems, editions } = reading;
  const fields = readFields(problems, node, { required: ['start', 'end'], open: true });
  if (!fields) return undefined;
  const texts = new Map<EditionCode, TextNode>();
  const known = ['start', 'end', ...editions.known];
  for (const { key, keyPlace, value } of fields.others) {
    if (editions.known.includes(key)) addText(reading, texts, key, keyPlace, value);
    else problems.add('unknown-key', keyPlace, key, oneOf(known), nearest(key, known));
  }
  if (fields.others.length === 0)
    problems.add('missing-text', fields.place, '', oneOf(editions.known.map((edition) => `${edition}:`)));
  const start = readInteger(problems, fields.get('start'), 0, length);
  const end = readInteger(problems, fields.get('end'), 0, length);
  if (start === undefined || end === undefined) return undefined;
  if (start >= end) {
    problems.add('bad-span', fields.place, `[${start}, ${end}]`, say('起小于止', 'a start before the end'));
    return undefined;
  }
  return { start, end, place: fields.place, text: readWords(problems, texts) };
}

/** Reads the rendered words, which are printed as they are: one line, no markup. */
function readWords(
  problems: Problems,
  texts: ReadonlyMap<EditionCode, TextNode>,
): Readonly<Record<EditionCode, string>> {
  const words: Record<EditionCode, string> = {};
  for (const [edition, text] of texts) {
    const mark = /\[\[|\*\*/.exec(text.value);
    if (mark)
      problems.add(
        'markup-not-here',
        text.placeAt(mark.index),
        mark[0],
        say('不带标记的文字', 'text without marks'),
      );
    const [line = ''] = text.value.trim().split('\n');
    if (line !== text.value.trim())
      problems.add('wrong-shape', text.place, line, say('一行文字', 'one line of text'));
    words[edition] = text.value.trim();
  }
  return words;
}

/**
 * Reports renderings that are missing and renderings that nothing uses.
 *
 * @param editions the declared editions without the original
 * @param quoted all words that need a rendering
 * @param everything whether `quoted` is complete; only then are unused renderings reported
 */
export function checkRenderings(
  problems: Problems,
  report: string,
  editions: readonly EditionCode[],
  renderings: readonly RenderingRead[],
  quoted: readonly Quoted[],
  everything: boolean,
): void {
  const known = new Map(renderings.map((rendering) => [keyOf(rendering), rendering]));
  const used = new Set<string>();
  for (const quote of quoted) {
    const key = keyOf(quote);
    if (used.has(key)) continue;
    used.add(key);
    const missing = editions.filter((edition) => known.get(key)?.text[edition] === undefined);
    if (missing.length === 0) continue;
    const entry = `{ start: ${quote.start}, end: ${quote.end}, ${missing.map((code) => `${code}: "…"`).join(', ')} }`;
    problems.add(
      'rendering-missing',
      quote.place,
      report.slice(quote.start, quote.end),
      say(`${renderingsPath} 里的 ${entry}`, `in ${renderingsPath}: ${entry}`),
    );
  }
  for (const rendering of everything ? renderings : []) {
    if (used.has(keyOf(rendering))) continue;
    problems.add(
      'rendering-unused',
      rendering.place,
      report.slice(rendering.start, rendering.end),
      say(
        '数字所在的句子或分句、标题，或图中、文中的引文',
        'the sentence or clause of a figure, a heading, or a quotation in a chart or a text',
      ),
    );
  }
}
