/**
 * No number of the page stands for itself: each is a link to its sentence or to its formula. What else bears numerals
 * is a verbatim quote, a fixed expression of the language, or says by `data-verbatim` why it is none of ours.
 */
import { describe, expect, it } from 'vitest';
import { formatFor } from '../../src/lib/format/index.js';
import { editions, fixedExpressions } from '../support/story-files.js';
import { all, open } from './site.js';

const linked = 'a[data-figure], a[data-derived]';
/** The report's words as a page of another language has them: quoted in a sentence of ours, or rendered by us. */
const ofTheReport = ':is(span, tspan)[lang], .rendering';
const accountedFor = `${linked}, q, blockquote, [data-quote], [data-verbatim], ${ofTheReport}, script, style, template`;
/** Text that can't hold links: a heading repeated inside a link to it, a picture's words for those who don't see it. */
const repeating = '[data-heading], .visually-hidden, .chart-alt';

describe.each(
  editions.map((edition, i) => ({ edition, path: i === 0 ? 'index.html' : `${edition}/index.html` })),
)('numbers of the story in $edition', ({ edition, path }) => {
  const page = open(path);
  const allowed = [...(fixedExpressions[edition] ?? []), ...formatFor(edition).idioms].sort(
    (a, b) => b.length - a.length,
  );

  it('stand nowhere outside a link', () => {
    const bare = textNodes(page.body)
      .filter((node) => !node.parentElement?.closest(`${accountedFor}, ${repeating}`))
      .filter((node) => hasNumber(without(allowed, node.data)));
    expect(bare.map((node) => node.data.trim())).toEqual([]);
  });

  it('are repeated, where text can’t hold links, only as a link of the page prints them', () => {
    const printed = all(page, linked).map((link) => (link.textContent ?? '').trim());
    const known = [...new Set([...printed, ...allowed])].sort((a, b) => b.length - a.length);
    const bare = textNodes(page.body)
      .filter((node) => node.parentElement?.closest(repeating) && !node.parentElement.closest(accountedFor))
      .filter((node) => hasNumber(without(known, node.data)));
    expect(bare.map((node) => node.data.trim())).toEqual([]);
  });

  it('are never empty', () => {
    const empty = all(page, linked).filter(
      (link) => (link.textContent ?? '').trim() === '' && !link.getAttribute('aria-label')?.trim(),
    );
    expect(empty.map((link) => link.outerHTML)).toEqual([]);
  });
});

function textNodes(root: Node): Text[] {
  return [...root.childNodes].flatMap((node) => (node.nodeType === 3 ? [node as Text] : textNodes(node)));
}

function without(expressions: readonly string[], text: string): string {
  return expressions.reduce((rest, expression) => rest.replaceAll(expression, ' '), text);
}

function hasNumber(text: string): boolean {
  return /[0-9０-９〇零一二两三四五六七八九十百千万亿]/.test(text);
}
