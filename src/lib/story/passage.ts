/** Reads a passage of the report and the report's own heading in it, given as `figure-range` and `heading`. */
import { say, type Place, type Problems } from './problems.js';
import { readSpan, type Fields } from './shape.js';
import type { Quote, Span } from './types.js';

export interface PassageRead {
  readonly passage?: Span;
  readonly passagePlace: Place;
  readonly heading?: Span;
  readonly headingPlace: Place;
}

export const passageKeys = { required: ['figure-range'], optional: ['heading'] } as const;

/**
 * @param place reported as the position if the keys are missing
 * @param reportLength in UTF-16 units
 */
export function readPassage(
  problems: Problems,
  fields: Fields<'figure-range' | 'heading'> | undefined,
  place: Place,
  reportLength: number,
): PassageRead {
  const passageNode = fields?.get('figure-range');
  const passage = readSpan(problems, passageNode, reportLength);
  const headingNode = fields?.get('heading');
  const heading = readSpan(problems, headingNode, reportLength);
  if (heading && passage && headingNode && (heading.start < passage.start || heading.end > passage.end)) {
    problems.add(
      'heading-outside-passage',
      headingNode.place,
      `[${heading.start}, ${heading.end}]`,
      say(`${passage.start} 到 ${passage.end} 之内`, `within ${passage.start} to ${passage.end}`),
    );
  }
  return {
    ...(passage ? { passage } : {}),
    passagePlace: passageNode?.place ?? place,
    ...(heading ? { heading } : {}),
    headingPlace: headingNode?.place ?? place,
  };
}

/** The heading with its words, as an object to spread; empty if there is no heading. */
export function quotedHeading({ heading }: PassageRead, report: string): { readonly heading?: Quote } {
  return heading ? { heading: { ...heading, text: report.slice(heading.start, heading.end) } } : {};
}
