import { describe, expect, it } from 'vitest';
import { maxBytes } from './limits.js';
import { Problems } from './problems.js';
import { readSource } from './source-file.js';

function read(bytes: Uint8Array | string, path = 'story/a.yaml') {
  const problems = new Problems();
  const source = readSource(
    path,
    typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes,
    problems,
  );
  return {
    text: source?.text,
    rules: problems.all.map(({ rule, line, column }) => `${rule} ${line}:${column}`),
  };
}

describe('bytes become text', () => {
  it('without their byte order mark, with plain line ends', () => {
    expect(read('\ufeffa\r\nb\r\n')).toEqual({ text: 'a\nb\n', rules: [] });
  });

  it.each([
    ['a stray continuation', [0x61, 0x0a, 0x62, 0x80], '2:2'],
    ['an overlong form', [0xc0, 0xaf], '1:1'],
    ['a surrogate', [0x61, 0xed, 0xa0, 0x80], '1:2'],
    ['a value past the last', [0xf4, 0x90, 0x80, 0x80], '1:1'],
    ['a cut character', [0xe4, 0xb9], '1:1'],
  ])('unless they hold %s', (_name, bytes, place) => {
    expect(read(Uint8Array.from(bytes))).toEqual({ text: undefined, rules: [`broken-utf8 ${place}`] });
  });

  it.each([
    ['\u0000', 'control-character'],
    ['\u0085', 'control-character'],
    ['\r', 'control-character'],
    ['\t', 'yaml-tab'],
    ['\u202e', 'bidi-character'],
    ['\u2067', 'bidi-character'],
    ['\u061c', 'bidi-character'],
    ['\u200b', 'invisible-character'],
    ['\ufeff', 'invisible-character'],
    ['\u2028', 'invisible-character'],
  ])('but %j is named', (character, rule) => {
    expect(read(`a\nbc${character}d`).rules).toEqual([`${rule} 2:3`]);
  });

  it('up to the size that its file may have', () => {
    const limit = maxBytes('story/a.yaml');
    expect(read('a'.repeat(limit)).rules).toEqual([]);
    expect(read('a'.repeat(limit + 1)).rules).toEqual(['file-too-large 1:1']);
  });
});
