/**
 * A proposal link contains another order, shows when the story has changed since, and cannot do anything else, whatever a
 * stranger writes into it.
 */
import { describe, expect, it } from 'vitest';
import { decodeProposal, encodeProposal, parametersOf } from './index.js';

const present = { published: ['opening', 'fire', 'crime', 'close'], hidden: ['plans'] };
const proposal = { order: ['opening', 'crime', 'fire', 'close'], hide: ['plans'] };
const link = encodeProposal(proposal, present);

describe('a proposal link', () => {
  it('is short, readable and survives being typed', () => {
    expect(link).toMatch(/^order=opening\.crime\.fire\.close&hide=plans&base=[0-9a-f]{10}$/);
    expect(encodeURI(link)).toBe(link);
  });

  it('brings the proposal back', () => {
    for (const query of [link, `?${link}`, `lang=en&${link}&utm_source=x`])
      expect(decodeProposal(query, present)).toEqual({
        ok: true,
        proposal: { ...proposal, stale: false, gone: [], added: [] },
      });
  });

  it.each([
    '。',
    '，',
    '）',
    '）。',
    '.',
    ',',
    ').',
    '”',
    '》',
    '"',
    '>',
    '、请看',
    '。看看这个次序',
    '…',
    '!',
    ' 好',
  ])('is opened though the sentence round it goes on: %j', (mark) => {
    const nothing = { stale: false, gone: [], added: [] };
    for (const glued of [mark, encodeURIComponent(mark)])
      expect(decodeProposal(link + glued, present)).toEqual({
        ok: true,
        proposal: { ...proposal, ...nothing },
      });
    expect(parametersOf(`?named=brief${mark}`).get('named')).toBe('brief');
  });

  it('of two hundred sections is well within what addresses may hold', () => {
    const published = Array.from({ length: 200 }, (_, i) => `section-number-${i}`);
    const query = encodeProposal({ order: [...published].reverse(), hide: [] }, { published, hidden: [] });
    expect(query.length).toBeLessThan(8000);
    expect(decodeProposal(query, { published, hidden: [] }).ok).toBe(true);
  });

  it.each([
    ['another order', { published: ['opening', 'crime', 'fire', 'close'], hidden: ['plans'] }, [], []],
    ['one more hidden', { published: ['opening', 'crime', 'close'], hidden: ['plans', 'fire'] }, [], []],
    ['a section that is gone', { published: ['opening', 'fire', 'close'], hidden: ['plans'] }, ['crime'], []],
    [
      'a new section',
      { published: ['opening', 'fire', 'crime', 'news', 'close'], hidden: ['plans'] },
      [],
      ['news'],
    ],
  ])('says that the story has moved on: %s', (_name, now, gone, added) => {
    const decoded = decodeProposal(link, now);
    expect(decoded).toMatchObject({ ok: true, proposal: { stale: true, gone, added } });
    const { order, hide } = decoded.ok ? decoded.proposal : { order: [], hide: [] };
    expect([...order, ...hide].sort()).toEqual([...now.published, ...now.hidden].sort());
  });

  it('hides what it does not name', () => {
    const query = encodeProposal({ order: ['opening', 'close'], hide: [] }, present);
    expect(decodeProposal(query, present)).toMatchObject({
      proposal: { order: ['opening', 'close'], hide: ['fire', 'crime', 'plans'], stale: false, added: [] },
    });
  });
});

describe('a hostile link', () => {
  const base = /base=.*/.exec(link)?.[0] ?? '';
  it.each([
    ['', 'no-order'],
    ['order=', 'no-order'],
    [`hide=fire&${base}`, 'no-order'],
    ['order=opening', 'bad-base'],
    ['order=opening&base=%3Cscript%3E', 'bad-base'],
    [`order=opening.<script>alert(1)</script>&${base}`, 'bad-id'],
    [`order=opening..close&${base}`, 'bad-id'],
    [`order=__proto__&${base}`, 'bad-id'],
    [`order=constructor.opening&${base}`, 'bad-id'],
    [`order=Opening&${base}`, 'bad-id'],
    [`order=opening%00&${base}`, 'bad-id'],
    [`order=../../x&${base}`, 'bad-id'],
    [`order=opening.nowhere&${base}`, 'unknown-section'],
    ['order=nowhere.nobody&base=0123456789', 'unknown-section'],
    [`order=opening.opening&${base}`, 'duplicate-id'],
    [`order=opening.fire&hide=fire&${base}`, 'duplicate-id'],
    [`order=${'a.'.repeat(20_000)}&${base}`, 'too-long'],
    ['%', 'no-order'],
  ])('%j: %s', (query, rule) => {
    const decoded = decodeProposal(query, present);
    expect(decoded.ok ? '' : decoded.problem.rule).toBe(rule);
    expect(decoded.ok ? 0 : decoded.problem.found.length).toBeLessThanOrEqual(60);
  });
});
