/** Drafts are stored in the browser at once, and on disk as soon as the server answers; whatever fails, one of the two has them. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DraftShelf } from './draft-shelf.js';
import { oldDraftKey, type Draft } from './draft.js';
import type { DraftServer, Loaded } from './load-files.js';

const path = '/edit/';
const order = 'sections:\n  - opening\n  - fire\n';
const loaded = (report: string, text = order): Loaded => ({
  folder: 'data',
  files: { 'story/order.yaml': text },
  hashes: { 'report/report.zh.txt': report },
});
const here = loaded('a');
const draft = (id: string, at: number): Draft => ({
  id,
  at,
  story: 'S',
  changed: { 'story/order.yaml': `${order}  - ${id}\n` },
  base: { 'story/order.yaml': order },
});

/** A fake disk behind a server that can be unreachable. */
class Disk implements DraftServer {
  readonly drafts = new Map<string, Draft>();
  away = false;
  read = () => Promise.resolve(this.away ? undefined : [...this.drafts.values()]);
  keep = (drafts: readonly Draft[], gone: readonly string[]) => {
    if (this.away) return Promise.resolve(false);
    for (const id of gone) this.drafts.delete(id);
    for (const each of drafts) this.drafts.set(each.id, each);
    return Promise.resolve(true);
  };
}

let stored: Map<string, string>;
beforeEach(() => {
  vi.useFakeTimers();
  stored = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
const open = (base = here, server?: DraftServer) => new DraftShelf(path, base, server, () => undefined);
const inBrowser = () => [...stored.values()].join('');

describe('on a static host', () => {
  it('a draft is found by the next page of its story, and by no other story’s', async () => {
    open().keep([draft('a', 1)]);
    expect(await open().read(here)).toEqual([draft('a', 1)]);
    const other = loaded('b');
    expect(await open(other).read(other)).toEqual([]);
    open(other).keep([draft('b', 2)]);
    expect(await open().read(here)).toEqual([draft('a', 1)]);
    open().keep([]);
    expect(await open().read(here)).toEqual([]);
    expect(await open(other).read(other)).toEqual([draft('b', 2)]);
  });

  it('a draft of before drafts had names is handed to the story that it fits, and waits for it', async () => {
    const { changed, base } = draft('old', 0);
    stored.set(oldDraftKey(path), JSON.stringify([{ changed, base }]));
    const other = loaded('b', 'sections:\n  - shelves\n  - plans\n');
    expect(await open(other).read(other)).toEqual([]);
    const [found, ...more] = await open().read(here);
    expect([found, more]).toEqual([expect.objectContaining({ changed, base, at: 0, story: '' }), []]);
    // A draft that was taken over or dropped is deleted.
    open().keep([]);
    expect([await open().read(here), inBrowser()]).toEqual([[], '']);
  });
});

describe('beside a saving server', () => {
  it('a draft lies on the disk, where the next address finds it, and no more in the browser', async () => {
    const disk = new Disk();
    open(here, disk).keep([draft('a', 1)]);
    expect(inBrowser()).toContain('"a"');
    await vi.runAllTimersAsync();
    expect(inBrowser()).toBe('');
    expect(await open(here, disk).read(here)).toEqual([draft('a', 1)]);
  });

  it('a draft stays in the browser while the server is away, and goes to the disk when it is back', async () => {
    const disk = new Disk();
    disk.away = true;
    open(here, disk).keep([draft('a', 1)]);
    await vi.advanceTimersByTimeAsync(5000);
    expect([inBrowser().includes('"a"'), disk.drafts.size]).toEqual([true, 0]);
    disk.away = false;
    await vi.advanceTimersByTimeAsync(5000);
    expect([inBrowser(), [...disk.drafts.keys()]]).toEqual(['', ['a']]);
  });

  it('of a draft that both have the newer one counts', async () => {
    const disk = new Disk();
    disk.drafts.set('a', draft('a', 1));
    open().keep([draft('a', 2), draft('b', 1)]);
    expect(await open(here, disk).read(here)).toEqual([draft('b', 1), draft('a', 2)]);
  });

  it('drafts of other pages stay', async () => {
    const disk = new Disk();
    const [one, two] = [open(here, disk), open(here, disk)];
    await Promise.all([one.read(here), two.read(here)]);
    one.keep([draft('a', 1)]);
    await vi.runAllTimersAsync();
    two.keep([draft('b', 2)]);
    await vi.runAllTimersAsync();
    two.keep([]);
    await vi.runAllTimersAsync();
    expect([...disk.drafts.keys()]).toEqual(['a']);
  });
});
