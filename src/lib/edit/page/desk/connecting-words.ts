/** Words for the changes between sections, in the page's language. */
import type { ConnectingChange } from '../../files/index.js';
import type { Desk } from './desk.svelte.js';

export function connectingInWords(desk: Desk, change: ConnectingChange): string {
  const { words } = desk;
  switch (change.type) {
    case 'lead-in-appears':
      return words.leadInAppears(desk.title(change.section), change.text);
    case 'lead-in-vanishes':
      return words.leadInVanishes(desk.title(change.section), change.text);
    case 'see-turns':
      return words.seeTurns(desk.title(change.section), desk.title(change.target), change.to);
    case 'term-moves': {
      const term = desk.story?.terms.find(({ id }) => id === change.term)?.term[desk.language];
      return words.termMoves(
        term ?? change.term,
        change.to === undefined ? undefined : desk.title(change.to),
      );
    }
  }
}
