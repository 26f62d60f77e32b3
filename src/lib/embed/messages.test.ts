import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../tests/support/random.js';
import { envelope, isFrameMessage, isHostMessage, type FrameMessage, type HostMessage } from './messages.js';

const fromFrame: readonly FrameMessage[] = [
  { type: 'ready', modes: ['frame', 'bridge', 'static'], n: 0 },
  { type: 'ready', modes: ['static'], n: 3 },
  { type: 'height', mode: 'frame', h: 41_235 },
  { type: 'goto', y: 1200, n: 4 },
  { type: 'page', dir: 1 },
  { type: 'page', dir: -1 },
  { type: 'step', id: 'opening--first-step' },
];
const fromHost: readonly HostMessage[] = [
  { type: 'hello' },
  { type: 'find' },
  { type: 'destroy' },
  { type: 'mode', mode: 'frame', vh: 900, at: 0 },
  { type: 'scroll', y: 812, n: 4 },
  { type: 'view', y: 812, vh: 900 },
];

const sent = (message: object) => structuredClone({ ...envelope, ...message });

describe('a message of ours', () => {
  it.each(fromFrame)('from the frame arrives as it was sent: $type', (message) => {
    expect(isFrameMessage(sent(message))).toBe(true);
    expect(isHostMessage(sent(message))).toBe(false);
  });

  it.each(fromHost)('from the host arrives as it was sent: $type', (message) => {
    expect(isHostMessage(sent(message))).toBe(true);
    expect(isFrameMessage(sent(message))).toBe(false);
  });
});

/** Values that no message may contain: of a wrong type, out of range, very large, or a path to a prototype. */
const poisons: readonly unknown[] = [
  undefined,
  null,
  NaN,
  Infinity,
  -Infinity,
  -1,
  0.5,
  -0.5,
  1e21,
  Number.MAX_SAFE_INTEGER,
  8_000_001e3,
  '12',
  '',
  'constructor',
  '__proto__',
  'frame ',
  'toString',
  '<img src=x>',
  '#id, body',
  'x'.repeat(100_000),
  true,
  [],
  ['frame', 'evil'],
  Array.from({ length: 10_000 }, () => 'frame'),
  {},
  { valueOf: 3 },
  { length: 1, 0: 'frame' },
  12n,
  /x/,
  new Map([['frame', 1]]),
];

/** Fields that older loaders leave out. */
const mayLack = (type: string, key: string): boolean => type === 'mode' && key === 'at';

describe('a message that was tampered with', () => {
  const cases = [
    ...fromFrame.map((message) => ({ message, is: isFrameMessage })),
    ...fromHost.map((message) => ({ message, is: isHostMessage })),
  ];

  it('is refused whatever field holds whatever else', () => {
    let tried = 0;
    for (const { message, is } of cases) {
      for (const key of ['ns', 'v', ...Object.keys(message)]) {
        for (const poison of poisons) {
          // An empty list of modes is valid.
          if (key === 'modes' && Array.isArray(poison) && poison.length === 0) continue;
          if (key === 'dir' && poison === -1) continue;
          if (mayLack(message.type, key) && poison === undefined) continue;
          tried += 1;
          expect(is({ ...sent(message), [key]: poison }), `${key} of ${message.type}`).toBe(false);
        }
      }
    }
    expect(tried).toBeGreaterThan(1000);
  });

  it('is refused without any one of its fields, or with them on its prototype alone', () => {
    for (const { message, is } of cases) {
      for (const key of ['ns', 'v', ...Object.keys(message)]) {
        const { [key]: taken, ...rest } = { ...sent(message) } as Record<string, unknown>;
        expect(is(rest), `${message.type} without ${key}`).toBe(mayLack(message.type, key));
        const heir = Object.setPrototypeOf(rest, { [key]: taken });
        expect(is(heir), `inherited ${key}`).toBe(mayLack(message.type, key));
      }
      expect(is(Object.create(sent(message)))).toBe(false);
    }
  });

  it('never throws and is known only where every field is right, whatever is mixed', () => {
    const random = seededRandom(5);
    const keys = ['ns', 'v', 'type', 'modes', 'mode', 'h', 'y', 'vh', 'n', 'dir', 'id', '__proto__'];
    const values = [...poisons, ...cases.flatMap(({ message }) => Object.values(message)), 'story-embed', 1];
    const lengths = ['h', 'y', 'vh', 'n'];
    let known = 0;
    for (let i = 0; i < 20_000; i += 1) {
      const { message, is } = random.pick(cases);
      const mixed: Record<string, unknown> = sent(message);
      for (let changes = 1 + random.below(3); changes > 0; changes -= 1) {
        const way = { value: values[random.below(values.length)], enumerable: true, configurable: true };
        Object.defineProperty(mixed, random.pick(keys), way);
      }
      if (![mixed].some(is)) continue;
      known += 1;
      expect([mixed.ns, mixed.v]).toEqual(['story-embed', 1]);
      const expected =
        cases.find((each) => each.is === is && each.message.type === mixed.type)?.message ?? {};
      for (const key of Object.keys(expected)) {
        if (mayLack(String(mixed.type), key) && mixed[key] === undefined) continue;
        expect(Object.hasOwn(mixed, key), key).toBe(true);
        if (lengths.includes(key))
          expect(mixed[key]).toSatisfy((n) => Number.isInteger(n) && n >= 0 && n <= 8e6);
      }
    }
    expect(known).toBeGreaterThan(100);
  });

  it.each([undefined, null, '', 'story-embed', 1, true, [], [envelope], 12n, () => envelope])(
    'is refused when it is no object of ours at all: %s',
    (data) => {
      expect(isFrameMessage(data)).toBe(false);
      expect(isHostMessage(data)).toBe(false);
    },
  );
});
