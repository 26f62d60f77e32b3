/**
 * Whatever is undone can be redone. Seeded sequences of typing, moving, picking, undoing and redoing are compared with a simple
 * model.
 */
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../../../tests/support/random.js';
import type { Files } from '../../files/types.js';
import { History } from './history.svelte.js';

/** All versions so far, and the index of the present one. */
class Model {
  states: Files[] = [{ a: '', order: '1 2 3' }];
  at = 0;
  get files(): Files {
    return this.states[this.at] ?? {};
  }
  put(files: Files, joined: boolean): void {
    this.states = [...this.states.slice(0, joined ? this.at : this.at + 1), files];
    this.at = this.states.length - 1;
  }
}

describe('undo and redo', () => {
  it.each(Array.from({ length: 60 }, (_, i) => i + 1))('agree with the model, seed %i', (seed) => {
    const { below: chance } = seededRandom(seed);
    const model = new Model();
    const history = new History();
    history.reset(model.files);
    let run: string | undefined;
    for (let i = 0; i < 120; i += 1) {
      const before = model.files;
      const what = ['type', 'type', 'type', 'nothing', 'move', 'pick', 'leave', 'undo', 'undo', 'redo'][
        chance(10)
      ];
      if (what === 'type' || what === 'nothing') {
        // Cancelling a composition arrives as an unchanged text.
        const next = what === 'type' ? { ...before, a: `${before['a']}${chance(9)}` } : { ...before };
        history.put(next, 'a');
        if (what === 'type') {
          model.put(next, run === 'a');
          run = 'a';
        }
      } else if (what === 'move' || what === 'pick') {
        const next =
          what === 'move'
            ? { ...before, order: before['order']?.split(' ').reverse().join(' ') ?? '' }
            : { ...before, a: `${before['a']}[[x]]` };
        if (what === 'pick') history.seal();
        history.put(next);
        model.put(next, false);
        run = undefined;
      } else {
        if (what === 'leave') history.seal();
        else if (what === 'undo') {
          expect(history.undo()).toBe(model.at > 0);
          model.at = Math.max(model.at - 1, 0);
        } else {
          expect(history.redo()).toBe(model.at < model.states.length - 1);
          model.at = Math.min(model.at + 1, model.states.length - 1);
        }
        run = undefined;
      }
      expect([history.files, history.canUndo, history.canRedo]).toEqual([
        model.files,
        model.at > 0,
        model.at < model.states.length - 1,
      ]);
    }
    // Undo everything and redo everything: each version is as it was.
    const last = model.files;
    while (history.canUndo) history.undo();
    expect(history.files).toEqual(model.states[0]);
    while (history.canRedo) history.redo();
    expect(history.files).toEqual(model.states.at(-1));
    while (history.files !== last && history.canUndo) history.undo();
    expect(history.files).toEqual(last);
  });

  it('have a history that only a change of words or order makes longer', () => {
    const history = new History();
    history.reset({ a: '1' });
    history.put({ a: '2' });
    history.undo();
    history.put({ a: '1' });
    history.put({ a: '1' }, 'a');
    expect([history.canUndo, history.redo(), history.files]).toEqual([false, true, { a: '2' }]);
  });
});
