/**
 * Messages that nobody should believe: mutants of every message that host and story really exchange, the other hosts' languages,
 * giants, prototype keys, numbers that are none. Each is a value as it goes through `postMessage`.
 */
import { seededRandom } from '../support/random.js';

const envelope = { ns: 'story-embed', v: 1 };

/** What the two really say. */
export const exchanged = {
  toHost: [
    { type: 'ready', modes: ['frame', 'bridge', 'static'], n: 0 },
    { type: 'height', mode: 'frame', h: 60 },
    { type: 'height', mode: 'bridge', h: 90_000 },
    { type: 'goto', y: 2000, n: 7 },
    { type: 'page', dir: 1 },
    { type: 'step', id: 'a--b' },
  ],
  toFrame: [
    { type: 'hello' },
    { type: 'mode', mode: 'bridge', vh: 300, at: 0 },
    { type: 'mode', mode: 'static', vh: 300, at: 0 },
    { type: 'scroll', y: 1500, n: 0 },
    { type: 'view', y: 900, vh: 200 },
    { type: 'find' },
    { type: 'destroy' },
  ],
} as const;

export const otherLanguages: readonly unknown[] = [
  'pymxPYMxstoryxPYMxheightxPYMx20',
  'pymxPYMxstoryxPYMxnavigateToxPYMxhttps://evil.example/',
  'pymxPYMxstoryxPYMxscrollToxPYMxafter',
  '[iFrameSizer]story:20:20:init',
  '[iFrameSizer]story:0:0:scrollTo',
  '[iFrameSizer]"><img src=x onerror=alert(1)>:8:false:false:32:true:true',
  '[iFrameResizerChild]Ready',
  { sentinel: 'amp', type: 'embed-size', height: 20 },
  { sentinel: 'amp', type: 'frames-init', height: { toString: 1 } },
  { 'datawrapper-height': { story: 20 } },
  JSON.stringify({ context: 'iframe.resize', height: 20 }),
  { message: 'height', value: 20, secret: 'aB3dE5fG7h' },
  { message: 'link', value: 'https://evil.example/', secret: 'aB3dE5fG7h' },
];

const poisons: readonly unknown[] = [
  null,
  NaN,
  Infinity,
  -Infinity,
  -1,
  -900,
  0.5,
  1e21,
  '12',
  '',
  'constructor',
  '__proto__',
  'toString',
  'javascript:alert(1)',
  '<img src=x onerror=alert(1)>',
  'body, *',
  'x'.repeat(200_000),
  true,
  [],
  [[]],
  { length: 3 },
  { __proto__: null, constructor: 1 },
  new Map([['frame', 1]]),
];

/** Never what may be said. @param count of mutants */
export function mutants(valid: readonly object[], count: number, seed: number): readonly unknown[] {
  const random = seededRandom(seed);
  const plain = [
    undefined,
    null,
    1,
    'story-embed',
    [],
    [envelope],
    { ...envelope },
    '{"ns":"story-embed","v":1}',
  ];
  const made = Array.from({ length: count }, () => {
    const message: Record<string, unknown> = { ...envelope, ...random.pick(valid) };
    const key = random.pick(Object.keys(message));
    // An empty list of modes is a list of modes, and the story's own version is read in one way only.
    const poison = poisons[random.below(poisons.length)];
    message[key] = key === 'modes' && Array.isArray(poison) ? 'frame' : poison;
    if (key === 'dir' && poison === -1) message[key] = 0;
    return message;
  });
  const others = [{ v: 2 }, { v: '1' }, { ns: 'story' }, { ns: ['story-embed'] }, { type: 'constructor' }];
  const versions = valid.flatMap((message) => others.map((other) => ({ ...envelope, ...message, ...other })));
  return [...plain, ...made, ...versions];
}

export const said = (messages: readonly object[]): readonly unknown[] =>
  messages.map((message) => ({ ...envelope, ...message }));
