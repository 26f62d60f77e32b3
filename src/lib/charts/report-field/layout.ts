/** The whole report at once: see `passages.ts` for where its characters stand and `margins.ts` for what is written beside them. */
import { figureGlyph, keyItem, keyMarks, kindPen } from '../grammar.js';
import { contains, fieldCell, type Mark, type Scene } from '../scene.js';
import { plainTexts, typeSizes } from '../text.js';
import type { ChartFigure, ChartInput, ChartSize, ChartState } from '../types.js';
import { brackets, caption, captionSize, passageLabels, tornEdge } from './margins.js';
import { placePassages, type Placed } from './passages.js';

export function layout(input: ChartInput, state: ChartState, size: ChartSize): Scene {
  const sizes = typeSizes(size);
  const { report } = input;
  if (!report || report.passages.length === 0) return [];
  const lit = state.state !== 'field';
  const chosen = input.derived.find((derived) => state.state === 'group' && derived.id === state.highlight);
  const inGroup = (section: string) => chosen?.sections === undefined || chosen.sections.includes(section);

  const edge = sizes.small + 14;
  const pens = (['reported', 'target'] as const).filter((pen) =>
    input.figures.some((figure) => kindPen(figure) === pen),
  );
  const key = keyMarks(
    pens.map((pen) => keyItem(pen, input.words[pen])),
    { width: size.width, size: sizes.small, bottom: size.height },
  );
  const foot = Math.round(captionSize(sizes) * 0.9) + 8;
  const placed = placePassages(
    report.passages,
    plainTexts(input.options['labels']),
    { top: edge, bottom: size.height - edge - foot },
    size,
    sizes,
  );

  return [
    ...tornEdge(input, 'before', placed, edge, size, sizes),
    ...tornEdge(input, 'after', placed, size.height - edge - foot, size, sizes),
    ...placed.passages.map((passage): Mark => ({
      type: 'field',
      key: `passage.${passage.section}`,
      klass: 'c-text',
      x: placed.left,
      y: passage.y,
      width: placed.width,
      height: passage.height,
      columns: placed.columns,
      rows: passage.rows,
      count: passage.end - passage.start,
      shape: 'cell',
      opacity: inGroup(passage.section) ? (lit && !chosen ? 0.68 : chosen ? 0.8 : 1) : 0.2,
    })),
    countedFrame(placed, chosen !== undefined, inGroup),
    ...passageLabels(placed, inGroup, sizes),
    ...(lit ? figureMarks(input.figures, placed, inGroup) : []),
    ...(lit ? brackets(input.derived, chosen, placed, size, sizes) : []),
    ...(lit ? [...key.marks, ...caption(input.derived, chosen, placed, key.width, size, sizes)] : []),
  ];
}

function figureMarks(
  figures: readonly ChartFigure[],
  placed: Placed,
  inGroup: (section: string) => boolean,
): Mark[] {
  return figures.flatMap((figure) => {
    const { at } = figure;
    const passage =
      at === undefined ? undefined : placed.passages.find((candidate) => contains(candidate, at));
    if (!passage || at === undefined) return [];
    const cell = fieldCell(at - passage.start, placed.columns);
    const x = placed.left + ((cell.column + 0.5) / placed.columns) * placed.width;
    const y = passage.y + ((cell.row + 0.5) / passage.rows) * passage.height;
    return [{ ...figureGlyph(figure, x, y, placed.radius), opacity: inGroup(passage.section) ? 1 : 0.25 }];
  });
}

/** One frame, which moves to what is counted now. */
function countedFrame(placed: Placed, any: boolean, inGroup: (section: string) => boolean): Mark {
  const { passages, left, width, gap } = placed;
  const counted = any ? passages.filter(({ section }) => inGroup(section)) : passages;
  const [first, last] = [counted[0], counted.at(-1)];
  const top = (first?.y ?? placed.top) - gap;
  return {
    type: 'rect',
    key: 'counted',
    klass: 'c-counted',
    x: left - 3,
    y: top,
    width: width + 6,
    height: (last ? last.y + last.height + gap : placed.bottom) - top,
    opacity: any ? 1 : 0,
  };
}
