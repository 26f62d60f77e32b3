/**
 * The host's say in how an embedded page looks, read from the page's address before anything is drawn: `theme` and one `accent`
 * colour. Anything else, and any value that is no theme and no colour, does nothing. The pens' colours stay: they say what a number is.
 */

/** The two themes' paper (`--paper` in styles/tokens.css; a test holds them equal). */
export const papers = { light: '#faf7f0', dark: '#15181b' } as const;
/** What text needs against its paper. */
const needed = 4.5;
const step = 0.05;

type Rgb = readonly [number, number, number];

function rgbOf(hex: string): Rgb {
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  return [part(1), part(3), part(5)];
}

/** Relative luminance, as WCAG 2 has it. */
function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(rgbOf(one)), luminance(rgbOf(other))];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** `#abc`, `abcdef` and the like as `#aabbcc`; undefined for all that is no colour. */
export function hexColour(text: string): string | undefined {
  const [, digits = ''] = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text) ?? [];
  if (digits === '') return undefined;
  const six = digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits;
  return `#${six.toLowerCase()}`;
}

/** The colour itself, or so much nearer to black or white that it can be read on the paper. */
export function legibleOn(paper: string, hex: string): string {
  const end = luminance(rgbOf(paper)) > 0.5 ? 0 : 255;
  for (let share = 0; share < 1; share += step) {
    const mixed = rgbOf(hex).map((value) => Math.round(value + (end - value) * share));
    const found = `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
    if (contrast(found, paper) >= needed) return found;
  }
  return end === 0 ? '#000000' : '#ffffff';
}

/** @param search the address's query */
export function applyLook(root: HTMLElement, search: string): void {
  const query = new URLSearchParams(search);
  const theme = query.get('theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  const accent = hexColour(query.get('accent') ?? '');
  if (accent !== undefined) {
    root.dataset.accent = '';
    root.style.setProperty('--accent-on-light', legibleOn(papers.light, accent));
    root.style.setProperty('--accent-on-dark', legibleOn(papers.dark, accent));
  }
}

/**
 * Where the address asks for a chart's state (lib/islands/lone-chart.ts), the prerendered one is not shown first; but a script that
 * doesn't come or that hangs takes nothing away.
 */
export function awaitState(root: HTMLElement, search: string): void {
  if (root.dataset.embed !== 'chart' || !new URLSearchParams(search).has('state')) return;
  root.dataset.stateAsked = '';
  setTimeout(() => delete root.dataset.stateAsked, 3000);
}
