/**
 * Encodes another order of the story in a link, and decodes it: `order=opening.fire.close&hide=crime&base=0123456789`. A link may
 * be hostile: lengths are limited first, ids are compared with the story's, and nothing is returned unchecked.
 */
import { isId } from '../../story/shape.js';
import { sha256 } from '../../story/sha256.js';
import type { Message } from '../../story/types.js';
import type { Decoded, Proposal, ProposalRule } from './types.js';

/** The present order: published sections in reading order, and hidden ones. */
export interface PresentOrder {
  readonly published: readonly string[];
  readonly hidden: readonly string[];
}

/** The greatest length of a query that is decoded, in characters; enough for some thousand sections. */
const maxLength = 24_000;

const say = (zh: string, en: string): Message => ({ zh, en });
const messages: Readonly<Record<ProposalRule, Message>> = {
  'no-order': say('链接里没有次序', 'the link holds no order'),
  'too-long': say('链接太长', 'the link is too long'),
  'bad-id': say('链接里有不合写法的编号', 'the link holds something that is no id'),
  'unknown-section': say('链接里有不认识的节', 'the link names a section that does not exist'),
  'duplicate-id': say('链接里同一节出现两次', 'the link names a section twice'),
  'bad-base': say('链接的版本标记不对', "the link's mark of its version is wrong"),
};

/** A hash of ten digits that changes when sections are moved, hidden, shown, added or deleted. */
export function orderMark({ published, hidden }: PresentOrder): string {
  const words = `${published.join(' ')}|${[...hidden].sort().join(' ')}`;
  return sha256(new TextEncoder().encode(words)).slice(0, 10);
}

/**
 * The query of a proposal link, without `?`; ids need no escaping.
 *
 * @param present the order from which the proposal was made
 */
export function encodeProposal(proposal: Proposal, present: PresentOrder): string {
  const hide = proposal.hide.length > 0 ? `&hide=${proposal.hide.join('.')}` : '';
  return `order=${proposal.order.join('.')}${hide}&base=${orderMark(present)}`;
}

/**
 * The parameters of a shared link. Chat programs and mail may take a full stop or bracket after the link for a part of it; it is
 * removed here. Our values never end in these characters and contain no full-width ones.
 */
export function parametersOf(query: string): URLSearchParams {
  const clean = (value: string) =>
    value.replace(/[\s。．，、；：！？…）】》〉」』”’].*$/su, '').replace(/[.,;:!?)\]>}"'*_]+$/, '');
  return new URLSearchParams([...new URLSearchParams(query)].map(([name, value]) => [name, clean(value)]));
}

/**
 * @param query with or without `?`; other parameters are ignored
 * @param present the story's order when the link is opened
 */
export function decodeProposal(query: string, present: PresentOrder): Decoded {
  const refuse = (rule: ProposalRule, found: string): Decoded => ({
    ok: false,
    problem: { rule, found: found.slice(0, 60), message: messages[rule] },
  });
  if (query.length > maxLength) return refuse('too-long', query);
  const parameters = parametersOf(query);
  const base = parameters.get('base') ?? '';
  const order = idsOf(parameters.get('order'));
  const hide = idsOf(parameters.get('hide'));
  const [first] = order;
  if (first === undefined) return refuse('no-order', '');
  if (!/^[0-9a-f]{10}$/.test(base)) return refuse('bad-base', base);
  const all = [...order, ...hide];
  const bad = all.find((id) => !isId(id));
  if (bad !== undefined) return refuse('bad-id', bad);
  const seen = new Set<string>();
  for (const id of all) {
    if (seen.has(id)) return refuse('duplicate-id', id);
    seen.add(id);
  }
  const known = new Set([...present.published, ...present.hidden]);
  const stale = base !== orderMark(present);
  const gone = all.filter((id) => !known.has(id));
  const added = [...known].filter((id) => !seen.has(id));
  if (!stale && gone[0] !== undefined) return refuse('unknown-section', gone[0]);
  const here = order.filter((id) => known.has(id));
  if (here.length === 0) return refuse('unknown-section', first);
  const hidden = [...hide.filter((id) => known.has(id)), ...added];
  return { ok: true, proposal: { order: here, hide: hidden, stale, gone, added: stale ? added : [] } };
}

const idsOf = (value: string | null): readonly string[] =>
  value === null || value === '' ? [] : value.split('.');
