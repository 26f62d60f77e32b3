/** Reads a chart's options and its state's `through`, in one way for all kinds. */
import type { ChartFigure, ChartInput, ChartNote, ChartOption, ChartState, ChartText } from './types.js';

type Entry = string | ChartText | ChartNote;

const isNote = (entry: Entry): entry is ChartNote => typeof entry === 'object' && 'text' in entry;

const entries = (option: ChartOption | undefined): readonly Entry[] =>
  typeof option === 'object' ? option : [];

/** An option's strings (ids of figures, or quotes); none where it is absent. */
export const stringsOf = ({ options }: ChartInput, name: string): readonly string[] =>
  entries(options[name]).filter((entry) => typeof entry === 'string');

const isText = (entry: Entry): entry is ChartText => typeof entry !== 'string' && !isNote(entry);

/** An option's texts of ours, with their numbers as links; none where it is absent. */
export const textsOf = ({ options }: ChartInput, name: string): readonly ChartText[] =>
  entries(options[name]).filter(isText);

/** The note at a number, if the chart has one there. */
export const noteAt = ({ options }: ChartInput, id: string | undefined): ChartText | undefined =>
  entries(options['notes'])
    .filter(isNote)
    .find(({ at }) => at === id)?.text;

export const plainWords = (text: ChartText): string => text.map((part) => part.text).join('');

/** The derived figures that an option names, in its order. */
export const derivedOf = (input: ChartInput, name: string): readonly ChartFigure[] =>
  stringsOf(input, name).flatMap((id) => input.derived.filter((derived) => derived.id === id));

/** Whether a state draws a figure: `through` names the last one that is drawn. Derived figures come after all others. */
export function drawnThrough(
  { figures }: ChartInput,
  { through }: ChartState,
): (figure: ChartFigure) => boolean {
  const last = through === undefined ? Infinity : figures.findIndex(({ id }) => id === through);
  return (figure) => {
    const at = figures.indexOf(figure);
    return (at < 0 ? figures.length : at) <= last;
  };
}
