/** The whole report at once: see `passages.ts` for where its characters stand and `margins.ts` for what is written beside them. */
import { figureGlyph, keyItem, keyMarks, kindPen } from '../scene/grammar.js';
import { contains, fieldCell, type Mark, type Scene } from '../scene/scene.js';
import { plainWords, textsOf } from '../scene/options.js';
import { fontSizes } from '../scene/text.js';
import type { ChartFigure, ChartInput, ChartSize, ChartState } from '../scene/types.js';
import { brackets, caption, captionFontSize, passageLabels, tornEdge } from './margins.js';
import { placePassages, type ReportArea } from './passages.js';

export function layout(input: ChartInput, state: ChartState, size: ChartSize): Scene {
  // The margins' words stand as close as the report's passages: no screen makes them larger than a desk's.
  const sizes = fontSizes({ width: Math.min(size.width, 690), height: size.height });
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
    { width: size.width, fontSize: sizes.small, bottom: size.height },
  );
  const foot = Math.round(captionFontSize(sizes) * 0.9) + 8;
  const area = placePassages(
    report.passages,
    textsOf(input, 'labels').map(plainWords),
    { top: edge, bottom: size.height - edge - foot },
    size,
    sizes,
  );

  return [
    ...tornEdge(input, 'before', area, edge, size, sizes),
    ...tornEdge(input, 'after', area, size.height - edge - foot, size, sizes),
    ...area.passages.map((passage): Mark => ({
      type: 'field',
      key: `passage.${passage.section}`,
      className: 'c-text',
      x: area.left,
      y: passage.y,
      width: area.width,
      height: passage.height,
      columns: area.columns,
      rows: passage.rows,
      count: passage.end - passage.start,
      shape: 'cell',
      opacity: inGroup(passage.section) ? (lit && !chosen ? 0.68 : chosen ? 0.8 : 1) : 0.2,
    })),
    countedFrame(area, chosen !== undefined, inGroup),
    ...passageLabels(area, inGroup, sizes),
    ...(lit ? figureMarks(input.figures, area, inGroup) : []),
    ...(lit ? brackets(input.derived, chosen, area, size, sizes) : []),
    ...(lit ? [...key.marks, ...caption(input.derived, chosen, area, key.width, size, sizes)] : []),
  ];
}

function figureMarks(
  figures: readonly ChartFigure[],
  area: ReportArea,
  inGroup: (section: string) => boolean,
): Mark[] {
  return figures.flatMap((figure) => {
    const { at } = figure;
    const passage = at === undefined ? undefined : area.passages.find((candidate) => contains(candidate, at));
    if (!passage || at === undefined) return [];
    const cell = fieldCell(at - passage.start, area.columns);
    const x = area.left + ((cell.column + 0.5) / area.columns) * area.width;
    const y = passage.y + ((cell.row + 0.5) / passage.rows) * passage.height;
    return [{ ...figureGlyph(figure, x, y, area.radius), opacity: inGroup(passage.section) ? 1 : 0.25 }];
  });
}

/** A frame round the passages that the state counts; it has one key, so it moves when the count changes. */
function countedFrame(area: ReportArea, any: boolean, inGroup: (section: string) => boolean): Mark {
  const { passages, left, width, gap } = area;
  const counted = any ? passages.filter(({ section }) => inGroup(section)) : passages;
  const [first, last] = [counted[0], counted.at(-1)];
  const top = (first?.y ?? area.top) - gap;
  return {
    type: 'rect',
    key: 'counted',
    className: 'c-counted',
    x: left - 3,
    y: top,
    width: width + 6,
    height: (last ? last.y + last.height + gap : area.bottom) - top,
    opacity: any ? 1 : 0,
  };
}
