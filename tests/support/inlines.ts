/** A section's running text as a flat list of pieces, for tests that look for one type of piece. */
import type { Inline, Section } from '../../src/lib/story/types.js';

/** In reading order: connecting sentence, standfirst, steps; then the texts of the stage. */
export function inlinesOf(section: Section, edition: string): readonly Inline[] {
  const captions = section.stage.flatMap((chart) => [
    chart.title,
    ...(chart.caveat ? [chart.caveat] : []),
    chart.alt,
  ]);
  return [
    ...(section.leadIn?.[edition] ?? []),
    ...(section.standfirst[edition] ?? []),
    ...section.steps.flatMap((step) => (step.text[edition] ?? []).flat()),
    ...(section.title[edition] ?? []),
    ...captions.flatMap((texts) => texts[edition] ?? []),
  ].flatMap(flat);
}

function flat(node: Inline): readonly Inline[] {
  return 'children' in node ? [node, ...node.children.flatMap(flat)] : [node];
}
