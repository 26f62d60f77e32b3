/** The story's comparators and kinds as lists: charts import only types from `lib/story`, which are gone when code runs. */
import type { Comparator, FigureKind } from '../../story/types.js';

export const comparators: readonly Comparator[] = ['=', '>=', '>', '<=', 'strive'];
export const figureKinds: readonly FigureKind[] = ['reported', 'target', 'ceiling', 'threshold', 'scale'];
