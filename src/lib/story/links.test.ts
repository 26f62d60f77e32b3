import { describe, expect, it } from 'vitest';
import { isAllowedLink } from './links.js';

describe('a link', () => {
  it.each([
    'https://example.org',
    'https://example.org/a/b?c=1#d',
    'mailto:desk@example.org',
    '../source/#f-cards',
    './a.html',
    '/figures/',
    '#visits',
    'figures/',
  ])('may be %s', (href) => {
    expect(isAllowedLink(href)).toBe(true);
  });

  it.each([
    '',
    'http://example.org/',
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'blob:https://example.org/x',
    '//example.org/',
    '/\\example.org/',
    '\\\\example.org',
    'https:example.org',
    'https://user@example.org/',
    'https://user:pass@example.org/',
    'https://example.org\\@evil.example/',
    'https://exa mple.org/',
    'https://例子.example/',
    'a:b',
    '..//example.org',
    `https://example.org/${'a'.repeat(3000)}`,
  ])('may not be %.40j', (href) => {
    expect(isAllowedLink(href)).toBe(false);
  });
});
