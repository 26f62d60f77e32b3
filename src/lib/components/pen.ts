/** Which pen a figure is drawn with, wherever it is drawn: rail, prose, source page, ledger. Names are the classes used there. */
import type { Figure, FigureKind } from '../story/types.js';

export type Pen = FigureKind | 'stretch';

/** What is only striven for is drawn as such, whatever kind of statement it stands in. */
export function pen(figure: Pick<Figure, 'kind' | 'comparator' | 'stretchOf'>): Pen {
  return figure.comparator === 'strive' || figure.stretchOf !== undefined ? 'stretch' : figure.kind;
}
