/** The contract's lists again as values: charts import only types from the story. */
import type { Comparator, FigureKind } from '../story/types.js';

export const comparators: readonly Comparator[] = ['=', '>=', '>', '<=', 'strive'];
export const figureKinds: readonly FigureKind[] = ['reported', 'target', 'ceiling', 'threshold', 'scale'];
