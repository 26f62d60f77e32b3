/** Where addresses lead that the story once had: links to them are in other people's hands. */
import { sectionOfAddress } from '../story/addresses.js';
import type { Section, Show, Story } from '../story/types.js';

/** The former addresses that lead to this one; to the story's start (``) also those that lead to a section not published. */
export function movedTo(
  { moved, sections }: Pick<Story, 'moved' | 'sections'>,
  address: string,
): readonly string[] {
  const leads = (to: string) =>
    address === '' ? !sections.some(({ id }) => id === sectionOfAddress(to)) : to === address;
  return moved.flatMap(({ from, to }) => (leads(to) ? [from] : []));
}

/** What each step of a section shows, by the step's id; before them, the same by the ids that it had before. */
export function namedStates(
  story: Pick<Story, 'moved' | 'sections'>,
  { id: section, steps }: Pick<Section, 'id' | 'steps'>,
): readonly (Show & { readonly step: string })[] {
  const former = steps.flatMap(({ id, show }) =>
    movedTo(story, `${section}--${id}`)
      .filter((address) => sectionOfAddress(address) === section)
      .map((address) => ({ step: address.slice(section.length + 2), ...show })),
  );
  return [...former, ...steps.map(({ id, show }) => ({ step: id, ...show }))];
}
