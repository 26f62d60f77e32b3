import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { applyLook, contrast, hexColour, legibleOn, papers } from './look.js';

describe('an accent', () => {
  it.each([
    ['#c00', '#cc0000'],
    ['C00', '#cc0000'],
    ['0a5A86', '#0a5a86'],
    ['', undefined],
    ['#c0', undefined],
    ['#c000', undefined],
    ['red', undefined],
    ['#cc0000;x', undefined],
    ['url(#a)', undefined],
    ['%23cc0000', undefined],
  ])('written "%s" is %s', (text, colour) => expect(hexColour(text)).toBe(colour));

  const every = ['00', '55', 'aa', 'ff'];
  const colours = every.flatMap((r) => every.flatMap((g) => every.map((b) => `#${r}${g}${b}`)));

  it('can be read on the paper of either theme, whatever it is', () => {
    const faint = colours.flatMap((colour) =>
      Object.values(papers).filter((paper) => contrast(legibleOn(paper, colour), paper) < 4.5),
    );
    expect(faint).toEqual([]);
  });

  it('stays as it is where it can be read', () => {
    expect(legibleOn(papers.light, '#0a5a86')).toBe('#0a5a86');
    expect(legibleOn(papers.dark, '#0a5a86')).not.toBe('#0a5a86');
  });
});

it('knows the papers of the style sheet', () => {
  const sheet = readFileSync('src/styles/tokens.css', 'utf8');
  const found = [...sheet.matchAll(/--paper: (#[0-9a-f]{6});/g)].map(([, colour]) => colour);
  expect([...new Set(found)]).toEqual(Object.values(papers));
});

describe('an address', () => {
  const lookOf = (search: string) => {
    const { document } = parseHTML('<html><body></body></html>');
    applyLook(document.documentElement, search);
    const { theme, accent } = document.documentElement.dataset;
    return [theme, accent, document.documentElement.getAttribute('style') ?? ''].join('|');
  };

  it.each(['?theme=light', '?theme=dark&accent=%23c00', '?accent=0af'])('may say %s', (search) => {
    expect(lookOf(search)).not.toBe('||');
  });

  it.each([
    '',
    '?theme=auto',
    '?theme=sepia',
    '?theme=__proto__',
    '?accent=red',
    '?accent=%23c00%3B',
    '?accent[]=c00',
    '?style=x&class=y&onload=z',
  ])('does nothing by "%s"', (search) => expect(lookOf(search)).toBe('||'));
});
