/**
 * Reports what a chart kind cannot show honestly: too many figures, limits or figure kinds that it cannot draw, unlike quantities
 * on one scale, and what the kind's own conditions refuse.
 */
import type { References } from './inline.js';
import { exactly, say, type Place, type Problems } from './problems.js';
import type { Derived, Figure, KindSpec, Measure, StageChart } from './types.js';
import type { TextNode } from './yaml.js';

export interface HonestyReading {
  readonly problems: Problems;
  readonly references: References;
  readonly figures: ReadonlyMap<string, Figure>;
  readonly derived: ReadonlyMap<string, Derived>;
  readonly measures: readonly Measure[];
}

export interface ChartPlaces {
  readonly figureNodes: readonly Pick<TextNode, 'value' | 'place'>[];
  readonly derivedNodes: readonly Pick<TextNode, 'value' | 'place'>[];
  readonly place: Place;
  readonly figureList: Place | undefined;
  readonly derivedList: Place | undefined;
}

/** Checks a chart's figures against what its kind's specification says it can show. */
export function checkHonesty(
  reading: HonestyReading,
  chart: StageChart,
  spec: KindSpec,
  places: ChartPlaces,
): void {
  const { problems } = reading;
  for (const [word, count, limits, place] of [
    ['figures', places.figureNodes.length, spec.figures, places.figureList],
    ['derived', places.derivedNodes.length, spec.derived, places.derivedList],
  ] as const) {
    // If a table could not be read, the number of figures is unknown, so nothing is reported.
    if ((count >= limits.min && count <= limits.max) || !reading.references.complete.numbers) continue;
    const range = `${limits.min}–${limits.max}`;
    problems.add(
      'chart-refused',
      place ?? places.place,
      `${word}: ${count}`,
      say(`「${spec.kind}」的 ${word} 是 ${range} 个`, `${range} ${word} for ${spec.kind}`),
    );
  }
  const located = places.figureNodes.flatMap(({ value, place }) => {
    const figure = reading.figures.get(value);
    return figure ? [{ figure, place }] : [];
  });
  const apart = spec.apart === undefined ? undefined : chart.options[spec.apart.option];
  const onSecond = new Set(apart?.type === 'figures' ? apart.ids : []);
  for (const { figure, place } of located) {
    if (!spec.comparators.includes(figure.comparator)) {
      problems.add(
        'chart-refused',
        place,
        `${figure.id} ${figure.comparator}`,
        say(
          `「${spec.kind}」的限定词：${spec.comparators.join(' ')}`,
          `comparators for ${spec.kind}: ${spec.comparators.join(' ')}`,
        ),
      );
    }
    if (!spec.kinds.includes(figure.kind)) {
      problems.add(
        'chart-refused',
        place,
        `${figure.id} ${figure.kind}`,
        say(
          `「${spec.kind}」的类别：${spec.kinds.join(' ')}`,
          `kinds for ${spec.kind}: ${spec.kinds.join(' ')}`,
        ),
      );
    }
    const first = located.find((other) => onSecond.has(other.figure.id) === onSecond.has(figure.id));
    if (spec.scale !== 'one' || !first) continue;
    if (figure.unit !== first.figure.unit) {
      problems.add('unlike-units', place, `${figure.id} ${figure.unit}`, exactly(first.figure.unit));
    } else if (figure.measure !== first.figure.measure) {
      problems.add('unlike-measures', place, `${figure.id} ${figure.measure}`, exactly(first.figure.measure));
    }
  }
  const derived = chart.derived.flatMap((id) => reading.derived.get(id) ?? []);
  // The kind's own conditions need every number. If one is missing, that has been reported already.
  if (located.length !== chart.figures.length || derived.length !== chart.derived.length) return;
  const figures = located.map(({ figure }) => figure);
  for (const message of spec.refuse?.({
    figures,
    derived,
    measures: reading.measures,
    options: chart.options,
  }) ?? []) {
    const expected = say('如实的图', 'a chart that is honest');
    problems.add('chart-refused', places.place, chart.name, expected, undefined, message);
  }
}
