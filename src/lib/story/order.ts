/**
 * Puts checked sections into an order, and fills in what depends on it: which sections are published, whether `[[see:]]` points
 * forwards or back, where a term is explained, which connecting sentences are shown. Pure: it also serves orders that an editor
 * only tries out.
 */
import { present } from '../invariants/defined.js';
import type {
  EditionCode,
  Inline,
  InlineTexts,
  Message,
  Paragraph,
  RunningTexts,
  Section,
  Story,
} from './types.js';
import { say } from './problems.js';

/** A reason why an order of sections is not allowed. */
export interface OrderFault {
  readonly rule:
    'unknown-section' | 'duplicate-id' | 'pin-out-of-place' | 'see-hidden' | 'nothing-published' | 'withheld';
  /** The section concerned. */
  readonly section: string;
  /** For `see-hidden`: the section that the reference points to. */
  readonly target?: string;
  readonly message: Message;
}

export type Ordered =
  | { readonly ok: true; readonly story: Story }
  | { readonly ok: false; readonly faults: readonly OrderFault[] };

/**
 * Returns the story in another order: the sections of `ids` published in this order, all others hidden. Reads no file and does
 * not change the given story.
 */
export function orderStory(story: Story, ids: readonly string[]): Ordered {
  const sections = [...story.sections, ...story.hidden];
  const faults = orderFaults(sections, ids);
  return faults.length > 0
    ? { ok: false, faults }
    : { ok: true, story: { ...story, ...assemble(sections, ids) } };
}

function orderFaults(sections: readonly Section[], ids: readonly string[]): readonly OrderFault[] {
  const known = new Map(sections.map((section) => [section.id, section]));
  const faults: OrderFault[] = [];
  if (ids.length === 0)
    faults.push({
      rule: 'nothing-published',
      section: '',
      message: say('没有发布任何一节', 'no section is published'),
    });
  ids.forEach((id, i) => {
    const section = known.get(id);
    if (!section)
      faults.push({
        rule: 'unknown-section',
        section: id,
        message: say(`没有「${id}」这一节`, `there is no section "${id}"`),
      });
    if (section?.withheld)
      faults.push({
        rule: 'withheld',
        section: id,
        message: say(
          `「${id}」没有发布，这里没有它的文字`,
          `"${id}" is not published, and its words are not here`,
        ),
      });
    if (ids.indexOf(id) !== i)
      faults.push({
        rule: 'duplicate-id',
        section: id,
        message: say(`「${id}」出现两次`, `"${id}" stands twice`),
      });
    const pinned = section?.pin === 'first' ? 0 : section?.pin === 'last' ? ids.length - 1 : i;
    if (pinned !== i)
      faults.push({
        rule: 'pin-out-of-place',
        section: id,
        message: say(
          `「${id}」固定在${pinned === 0 ? '开头' : '结尾'}`,
          `"${id}" is pinned to the ${pinned === 0 ? 'beginning' : 'end'}`,
        ),
      });
  });
  const published = new Set(ids);
  for (const id of published) {
    const section = known.get(id);
    for (const target of section ? seenBy(section) : []) {
      if (published.has(target)) continue;
      faults.push({
        rule: 'see-hidden',
        section: id,
        target,
        message: say(
          `「${id}」指向没有发布的「${target}」`,
          `"${id}" refers to "${target}", which is not published`,
        ),
      });
    }
  }
  return faults;
}

/** Ids of the sections that a section's texts refer to, including connecting sentences that are not shown at present. */
export function seenBy(section: Section): ReadonlySet<string> {
  const seen = new Set<string>();
  const visit = (nodes: Paragraph): void => {
    for (const node of nodes) {
      if (node.type === 'see') seen.add(node.section);
      else if ('children' in node) visit(node.children);
    }
  };
  const texts = [section.title, section.standfirst, ...(section.leadIns ?? []).map(({ text }) => text)];
  for (const chart of section.stage) {
    texts.push(chart.title, chart.alt, ...(chart.caveat ? [chart.caveat] : []));
    for (const option of Object.values(chart.options)) {
      if (option.type === 'texts') texts.push(...option.items);
      if (option.type === 'notes') texts.push(...option.items.map(({ text }) => text));
    }
  }
  for (const text of texts) Object.values(text).forEach(visit);
  for (const step of section.steps) Object.values(step.text).flat().forEach(visit);
  return seen;
}

/** Returns published and hidden sections with everything filled in that depends on the order. */
export function assemble(
  sections: readonly Section[],
  ids: readonly string[],
): Pick<Story, 'sections' | 'hidden'> {
  const known = new Map(sections.map((section) => [section.id, section]));
  const published = ids.map((id) => present(known, id));
  const hidden = sections.filter((section) => !ids.includes(section.id));
  const positions = new Map([...published, ...hidden].map((section, i) => [section.id, i]));
  const explained = new Map<EditionCode, Set<string>>();
  return {
    sections: published.map((section, i) =>
      resolveReferences(section, published[i - 1]?.id, positions, explained),
    ),
    // A hidden section is previewed alone, so its terms are explained in it.
    hidden: hidden.map((section) => resolveReferences(section, undefined, positions, new Map())),
  };
}

type Explained = Map<EditionCode, Set<string>>;

function resolveReferences(
  section: Section,
  before: string | undefined,
  positions: ReadonlyMap<string, number>,
  explained: Explained,
): Section {
  const here = present(positions, section.id);
  const resolve = (edition: EditionCode, nodes: Paragraph): Paragraph => {
    const seen = explained.get(edition) ?? new Set<string>();
    explained.set(edition, seen);
    return nodes.map((node): Inline => {
      switch (node.type) {
        case 'see':
          return { ...node, direction: present(positions, node.section) < here ? 'before' : 'after' };
        case 'term': {
          const first = !seen.has(node.id);
          seen.add(node.id);
          return { ...node, first };
        }
        case 'strong':
        case 'emphasis':
        case 'link':
          return { ...node, children: resolve(edition, node.children) };
        case 'text':
        case 'figure':
        case 'derived':
          return node;
      }
    });
  };
  const inline = (texts: InlineTexts): InlineTexts => mapTexts(texts, resolve);
  const running = (texts: RunningTexts): RunningTexts =>
    mapTexts(texts, (edition, paragraphs) => paragraphs.map((nodes) => resolve(edition, nodes)));

  // In reading order: a term is explained in the first of these texts that uses it.
  const { leadIn: _stale, ...rest } = section;
  const fitting = section.leadIns?.find(({ after }) => after === before)?.text;
  const leadIn = fitting && inline(fitting);
  const standfirst = inline(section.standfirst);
  const steps = section.steps.map((step) => ({ ...step, text: running(step.text) }));
  const stage = section.stage.map((chart) => ({
    ...chart,
    ...(chart.caveat ? { caveat: inline(chart.caveat) } : {}),
  }));
  return { ...rest, ...(leadIn ? { leadIn } : {}), standfirst, steps, stage };
}

function mapTexts<Value>(
  texts: Readonly<Record<EditionCode, Value>>,
  change: (edition: EditionCode, value: Value) => Value,
): Readonly<Record<EditionCode, Value>> {
  return Object.fromEntries(
    Object.entries(texts).map(([edition, value]) => [edition, change(edition, value)]),
  );
}
