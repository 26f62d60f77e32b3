/**
 * CSS features of readers' pages that are newer than the oldest browsers in which the story scrolls, each with what a reader has
 * without it. tests/built/browsers.test.ts checks that the list matches the build; tests/browser/older-engines.spec.ts removes
 * those features that the layout might depend on.
 */

export interface Newer {
  /**
   * Matches the feature's name in tests/support/compat.ts: `property`, `property: keyword`, `function()`, `1unit`, `@rule`,
   * `:selector`.
   */
  readonly names: RegExp;
  readonly without: string;
  /**
   * How to hide the feature from a browser: a replacement that misspells its name in styles and in the script's calls of
   * `CSS.supports`. The browser then behaves like one without the feature: it drops a declaration, invalidates values that use a
   * custom property with it, drops a rule with all its selectors, and answers `@supports` with no.
   */
  readonly spoil?: readonly [RegExp, string];
}

export const newer: Readonly<Record<string, Newer>> = {
  svh: {
    names: /^1svh$/,
    without: 'The window’s own height, with the browser’s bars.',
    spoil: [/([\d.])svh\b/g, '$1zvh'],
  },
  has: {
    names: /^:has$/,
    without:
      'A single sentence stands at the top of its stage; the table of all numbers can’t be narrowed to a kind; a long slip on a phone stands in full.',
    spoil: [/:has\(/g, ':zhas('],
  },
  'color-mix': {
    names: /^color-mix\(\)$/,
    without: 'A plain colour, declared before.',
    spoil: [/color-mix\(/g, 'zcolor-mix('],
  },
  containers: {
    names: /^(@container|container-type|1cq[ib])/,
    without:
      'Charts of words are set by about the window’s width, in one column; what doesn’t fit a stage can be scrolled.',
    spoil: [/@container|container-type|([\d.])cq([ib])\b/g, 'z$1$2'],
  },
  'text-wrap': {
    names: /^text-wrap/,
    without: 'Lines break where they are full.',
    spoil: [/(?<![\w-])text-wrap(?=\s*:)/g, 'ztext-wrap'],
  },
  'scroll timelines': {
    names: /^(animation-timeline|animation-range|scroll\(\)$)/,
    without: 'The cover’s words stay words while it is scrolled away; asked for by `@supports`.',
    spoil: [/animation-timeline/g, 'zanimation-timeline'],
  },
  attr: { names: /^attr: type$/, without: 'Renderings follow the report’s text; asked for by `@supports`.' },
  paper: {
    names: /^(orphans|widows|break-(after|before): avoid|zoom|@page)/,
    without:
      'Paper alone: breaks that are less well placed, larger pictures, the browser’s own heads of pages.',
  },
  clip: { names: /^overflow-x: clip$/, without: 'Nothing is wider than its box.' },
  spacing: { names: /^(text-autospace|text-spacing-trim|hanging-punctuation)/, without: 'Plainer Han type.' },
  contrast: {
    names: /^(forced-color-adjust|@media forced-colors)/,
    without: 'Contrast themes recolour all alike.',
  },
  prefixed: {
    names: /^(print-color-adjust|user-select|text-decoration|text-size-adjust)/,
    without: 'Known there by a prefixed name, which the build adds, or left as it is.',
  },
  scrolling: {
    names: /^(scrollbar-width|overscroll-behavior)/,
    without: 'A scroll bar more; the page behind a sheet moves on.',
  },
  forms: { names: /^(accent-color|outline$)/, without: 'Plain fields; focus rings with square corners.' },
  start: {
    names: /^(align-content|place-items): start$/,
    without: 'Known there for grids, where it is used.',
  },
  'paint-order': { names: /^paint-order$/, without: 'Known there for SVG, where it is used.' },
  monospace: { names: /^font-family: ui-monospace$/, without: 'The next face of the list.' },
};

/**
 * Features that all supported browsers have, but on which the layout is built. Without one of them the page must still either
 * scroll correctly or be the complete plain document.
 */
export const leanedOn: Readonly<Record<string, readonly [RegExp, string]>> = {
  inset: [/(?<![\w-])inset(?=\s*:)/g, 'zinset'],
  'inset-block-start': [/(?<![\w-])inset-block-start(?=\s*:)/g, 'zinset-block-start'],
  sticky: [/\bsticky\b/g, 'zsticky'],
  'max()': [/(?<![\w-])max\(/g, 'zmax('],
  'clamp()': [/(?<![\w-])clamp\(/g, 'zclamp('],
  grid: [/display:\s*grid/g, 'display:zgrid'],
  'custom properties': [/var\(/g, 'zvar('],
};
