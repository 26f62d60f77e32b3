/** A section's running text as a flat list, for tests that look for pieces of a kind. */
import type { Inline, Section } from '../../src/lib/story/types.js';

/** In the order of reading: connecting sentence, standfirst, steps; then what stands on the stage. */
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
