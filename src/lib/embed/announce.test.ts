import { describe, expect, it } from 'vitest';
import { announcements, peerInAddress, peerInMessage, scrollWishes, secretInAddress } from './announce.js';

describe('a host script that makes itself known', () => {
  it.each([
    ['?childId=story&parentUrl=x', { kind: 'pym', id: 'story' }],
    ['?childId=a-b_c.1', { kind: 'pym', id: 'a-b_c.1' }],
    ['?childId=', undefined],
    ['?childId=%3Cb%3E', undefined],
    [`?childId=${'x'.repeat(101)}`, undefined],
    ['', undefined],
  ])('is found in the address %s', (search, peer) => {
    expect(peerInAddress(search)).toEqual(peer);
  });

  it.each([
    ['[iFrameSizer]iFrameResizer0:8:false:false:32:true:true::bodyOffset', true],
    ['[iFrameSizer]story', false],
    ['[iFrameSizer]<b>:8:false:false:32:true:true', false],
    [`[iFrameSizer]x:${':'.repeat(3000)}`, false],
    [['[iFrameSizer]x:1:2:3:4:5:6:7'], false],
    [undefined, false],
  ])('is found in its message', (data, found) => {
    expect(peerInMessage(data) !== undefined).toBe(found);
  });

  it.each([
    ['#?secret=aB3', 'aB3'],
    ['#?secret=a"b', undefined],
    ['#secret=a', undefined],
    ['', undefined],
  ])('is found by its secret %s', (hash, secret) => {
    expect(secretInAddress(hash)).toBe(secret);
  });
});

describe('what is announced', () => {
  it('is a height in each of the languages', () => {
    const peers = [
      { kind: 'pym', id: 'p' },
      { kind: 'iframe-resizer', id: 'r' },
    ] as const;
    expect(announcements(1234, 600, peers, true)).toEqual([
      { sentinel: 'amp', type: 'embed-size', height: 1234 },
      { 'datawrapper-height': { story: 1234 } },
      '{"context":"iframe.resize","height":1234}',
      'pymxPYMxpxPYMxheightxPYMx1234',
      '[iFrameSizer]r:1234:600:init:story-embed',
    ]);
    expect(announcements(1234, 600, peers, false).at(-1)).toBe('[iFrameSizer]r:1234:600:size');
  });
});

it('a place that the reader has gone to is said to those who can go there', () => {
  const peers = [
    { kind: 'pym', id: 'a' },
    { kind: 'iframe-resizer', id: 'b' },
  ] as const;
  expect(scrollWishes(12, peers)).toEqual([
    'pymxPYMxaxPYMxscrollToChildPosxPYMx12',
    '[iFrameSizer]b:12:0:scrollToOffset',
  ]);
});
