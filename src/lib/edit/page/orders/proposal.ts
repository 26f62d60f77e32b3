/** Reads a proposed order from an address and makes the story in that order. Loads the site's own files and saves nothing. */
import { orderStory, type Story } from '../../../story/index.js';
import { isId } from '../../../story/shape.js';
import {
  decodeProposal,
  ordersIn,
  parametersOf,
  readOrderLines,
  type DecodedProposal,
  type Files,
  type ProposalProblem,
} from '../../files/index.js';
import { StoryKeeper, type CheckAnswer } from '../checks/checker.js';
import { Checking } from '../checks/checking.js';
import type { Desk } from '../desk/desk.svelte.js';
import { loadFiles } from '../desk/load-files.js';

export interface OpenedProposal {
  readonly story: Story;
  /** The proposal adapted to the present story; absent if the address contains no usable one. */
  readonly proposal?: DecodedProposal;
  /** Name of the order, if the address asked for a named one. */
  readonly named?: string;
  /** The requested name, if there is no such order. */
  readonly unknown?: string;
  /** Why the order in the address is not shown. */
  readonly problem?: Pick<ProposalProblem, 'message'>;
}

/**
 * @param address address of the story's files
 * @param search the address's query
 * @throws if the files cannot be loaded or are not a sound story
 */
export async function openProposal(address: string, search: string): Promise<OpenedProposal> {
  const { files } = await loadFiles(address);
  const story = await soundStory(files);
  const name = parametersOf(search).get(orderParameter);
  return name === null ? propose(story, search) : proposeNamed(story, files, name);
}

/** Parameter for a named order of this site's files: `?named=brief`. */
export const orderParameter = 'named';

function proposeNamed(story: Story, files: Files, name: string): OpenedProposal {
  const order = isId(name) ? readOrderLines(files, name) : undefined;
  if (!order?.ok) return { story, unknown: name.slice(0, 60) };
  const published = order.lines.filter(({ hidden }) => !hidden).map(({ id }) => id);
  const ordered = orderStory(story, published);
  const [fault] = ordered.ok ? [] : ordered.faults;
  return ordered.ok ? { story: ordered.story, named: name } : { story, ...(fault ? { problem: fault } : {}) };
}

export function propose(story: Story, search: string): OpenedProposal {
  const decoded = decodeProposal(search, {
    published: story.sections.map(({ id }) => id),
    hidden: story.hidden.map(({ id }) => id),
  });
  if (!decoded.ok)
    return decoded.problem.rule === 'no-order' ? { story } : { story, problem: decoded.problem };
  const ordered = orderStory(story, decoded.proposal.order);
  if (ordered.ok) return { story: ordered.story, proposal: decoded.proposal };
  const [fault] = ordered.faults;
  return fault ? { story, problem: fault } : { story };
}

function soundStory(files: Files): Promise<Story> {
  return new Promise((resolve, reject) => {
    const take = ({ problems, story }: CheckAnswer) => {
      checking.stop();
      const whole = story && new StoryKeeper().take(story);
      if (whole) resolve(whole);
      else reject(new Error(problems[0] ? `${problems[0].file}:${problems[0].line}` : 'no story'));
    };
    const checking = new Checking(take, () => reject(new Error('the checks could not run')));
    checking.check(files);
  });
}

/**
 * Applies the order that the editing page's address proposes, and removes it from the address. A read-only tab leaves it there
 * until its turn.
 */
export function adoptProposal(desk: Desk): void {
  const { search, pathname } = location;
  const named = parametersOf(search).get(orderParameter);
  if (named !== null) {
    if (ordersIn(desk.files).includes(named)) desk.turnTo(named);
    history.replaceState(history.state, '', pathname);
  }
  if (!parametersOf(search).has('order') || desk.readonly) return;
  const order = readOrderLines(desk.files);
  if (!order.ok) return;
  const ids = (hidden: boolean) => order.lines.filter((line) => line.hidden === hidden).map(({ id }) => id);
  const decoded = decodeProposal(search, { published: ids(false), hidden: ids(true) });
  if (!decoded.ok) desk.said = decoded.problem.message[desk.language];
  else if (desk.apply({ type: 'set-order', published: decoded.proposal.order }))
    desk.said = desk.words.adopted;
  history.replaceState(history.state, '', pathname);
}
