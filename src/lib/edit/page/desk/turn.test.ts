import { describe, expect, it } from 'vitest';
import { leaseText, parseLease, Turn, type Lease } from './turn.js';

/** Tabs that share one storage. Time passes only by looks. */
class Tabs {
  stored: Lease | undefined;
  readonly all: Turn[] = [];

  open(name: string): Turn {
    const turn = new Turn(name);
    this.all.push(turn);
    this.look(turn);
    return turn;
  }
  look(turn: Turn): void {
    this.stored = turn.look(this.stored) ?? this.stored;
  }
  pass(looks: number, who: readonly Turn[] = this.all): void {
    for (let i = 0; i < looks; i += 1) for (const turn of who) this.look(turn);
  }
  get writing(): readonly string[] {
    return this.all.filter(({ standing }) => standing === 'writing').map(({ me }) => me);
  }
}

describe('of all tabs one writes:', () => {
  it('the first, as soon as its claim has stood', () => {
    const tabs = new Tabs();
    const first = tabs.open('a');
    expect(first.standing).toBe('asking');
    tabs.pass(1);
    const second = tabs.open('b');
    expect([first.standing, second.standing]).toEqual(['writing', 'waiting']);
    tabs.pass(50);
    expect(tabs.writing).toEqual(['a']);
  });

  it('one of those that open in the same moment', () => {
    const tabs = new Tabs();
    const both = [new Turn('a'), new Turn('b')];
    tabs.all.push(...both);
    // Neither tab sees the other's claim before making its own.
    for (const claim of both.map((turn) => turn.look(undefined))) tabs.stored = claim;
    tabs.pass(20);
    expect(tabs.writing).toEqual(['b']);
  });

  it('another after the writer has died, and not sooner', () => {
    const tabs = new Tabs();
    const first = tabs.open('a');
    tabs.pass(1);
    const [second, third] = [tabs.open('b'), tabs.open('c')];
    tabs.pass(3, [second, third]);
    expect([second.standing, third.standing, second.doubtful]).toEqual(['waiting', 'waiting', true]);
    tabs.look(first);
    tabs.pass(4, [second, third]);
    expect(tabs.writing).toEqual(['a']);
    tabs.pass(3, [second, third]);
    expect([second, third].filter(({ standing }) => standing === 'writing')).toHaveLength(1);
  });

  it('the next at once where the writer has taken leave', () => {
    const tabs = new Tabs();
    tabs.open('a');
    tabs.pass(1);
    const second = tabs.open('b');
    tabs.stored = undefined;
    tabs.pass(2, [second]);
    expect(second.standing).toBe('writing');
  });

  it('not one that comes back from a sleep in which another has taken over', () => {
    const tabs = new Tabs();
    const first = tabs.open('a');
    tabs.pass(1);
    const second = tabs.open('b');
    tabs.pass(8, [second]);
    expect(second.standing).toBe('writing');
    tabs.look(first);
    expect([first.standing, second.standing]).toEqual(['waiting', 'writing']);
  });

  it('the same when the storage has been cleared', () => {
    const tabs = new Tabs();
    tabs.open('a');
    tabs.pass(1);
    tabs.open('b');
    tabs.stored = undefined;
    tabs.pass(3);
    expect(tabs.writing).toEqual(['a']);
  });
});

it('a lease is read as it was written, and nothing else is one', () => {
  const lease = { owner: 'a1', beat: 12 };
  expect(parseLease(leaseText(lease))).toEqual(lease);
  for (const text of [null, '', 'a', 'a b', 'a 1 2', '{"owner":"a"}'])
    expect(parseLease(text)).toBeUndefined();
});
