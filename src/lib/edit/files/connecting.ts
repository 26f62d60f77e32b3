/**
 * Compares two orders of one story, as `orderStory` makes them: which connecting sentences are shown, whether `[[see:]]` points
 * forwards or back, and where terms are explained.
 */
import { defined } from '../../invariants/defined.js';
import type { EditionCode, Inline, Paragraph, Section, Story } from '../../story/types.js';
import type { ConnectingChange } from './types.js';

/** @param edition the edition of the returned sentences; default: the original */
export function connectingChanges(
  before: Story,
  after: Story,
  edition: EditionCode = defined(after.editions[0], 'edition'),
): readonly ConnectingChange[] {
  return [
    ...leadInChanges(before, after, edition),
    ...seeChanges(before, after, edition),
    ...termChanges(before, after, edition),
  ];
}

interface Printed {
  readonly section: string;
  readonly after: string;
  readonly text: string;
}

function leadInsOf({ sections }: Story, edition: EditionCode): readonly Printed[] {
  return sections.flatMap((section, i) => {
    const nodes = section.leadIn?.[edition];
    return nodes ? [{ section: section.id, after: sections[i - 1]?.id ?? '', text: plainText(nodes) }] : [];
  });
}

function leadInChanges(before: Story, after: Story, edition: EditionCode): readonly ConnectingChange[] {
  const [was, is] = [leadInsOf(before, edition), leadInsOf(after, edition)];
  const has = (list: readonly Printed[], one: Printed): boolean =>
    list.some((other) => other.section === one.section && other.after === one.after);
  return [
    ...was.filter((one) => !has(is, one)).map((one) => ({ type: 'lead-in-vanishes' as const, ...one })),
    ...is.filter((one) => !has(was, one)).map((one) => ({ type: 'lead-in-appears' as const, ...one })),
  ];
}

/** Changed directions of references, once per pair of sections, however often one refers to the other. */
function seeChanges(before: Story, after: Story, edition: EditionCode): readonly ConnectingChange[] {
  const directions = ({ sections }: Story) =>
    new Map(
      sections.flatMap((section) =>
        running(section, edition).flatMap((node) =>
          node.type === 'see'
            ? [
                [
                  `${section.id} ${node.section}`,
                  { section: section.id, target: node.section, direction: node.direction },
                ] as const,
              ]
            : [],
        ),
      ),
    );
  const was = directions(before);
  return [...directions(after)].flatMap(
    ([key, { section, target, direction }]): readonly ConnectingChange[] => {
      const from = was.get(key)?.direction;
      return from === undefined || from === direction
        ? []
        : [{ type: 'see-turns', section, target, from, to: direction }];
    },
  );
}

function termChanges(before: Story, after: Story, edition: EditionCode): readonly ConnectingChange[] {
  const firstUses = ({ sections }: Story) =>
    new Map(
      sections.flatMap((section) =>
        running(section, edition).flatMap((node) =>
          node.type === 'term' && node.first ? [[node.id, section.id] as const] : [],
        ),
      ),
    );
  const [was, is] = [firstUses(before), firstUses(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((term): readonly ConnectingChange[] => {
    const [from, to] = [was.get(term), is.get(term)];
    if (from === to) return [];
    return [
      {
        type: 'term-moves',
        term,
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
      },
    ];
  });
}

/** All pieces of a section's running text as printed, in reading order. */
function running(section: Section, edition: EditionCode): readonly Inline[] {
  return [
    ...(section.leadIn?.[edition] ?? []),
    ...(section.standfirst[edition] ?? []),
    ...section.steps.flatMap((step) => (step.text[edition] ?? []).flat()),
    ...section.stage.flatMap((chart) => chart.caveat?.[edition] ?? []),
  ].flatMap(flat);
}

const flat = (node: Inline): readonly Inline[] =>
  'children' in node ? [node, ...node.children.flatMap(flat)] : [node];

/** A sentence as plain text for an editor: without markup, ids in brackets. */
export function plainText(nodes: Paragraph): string {
  return nodes
    .map((node): string => {
      switch (node.type) {
        case 'text':
          return node.text;
        case 'strong':
        case 'emphasis':
        case 'link':
          return plainText(node.children);
        case 'figure':
        case 'derived':
          return `[[${node.id}]]`;
        case 'see':
          return `[[see:${node.section}]]`;
        case 'term':
          return `[[term:${node.id}]]`;
      }
    })
    .join('');
}
