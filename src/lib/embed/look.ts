/**
 * Lets a host choose how an embedded page looks, by parameters of its address that are read before the first paint: `theme` and
 * one `accent` colour. Other parameters and invalid values have no effect. The pens keep their colours, because these have a
 * meaning.
 */

/** The paper colours of the two themes (`--paper` in styles/tokens.css; a test keeps them equal). */
export const papers = { light: '#faf7f0', dark: '#15181b' } as const;
/** The least contrast ratio between text and paper (WCAG AA). */
const needed = 4.5;
const step = 0.05;

type Rgb = readonly [number, number, number];

function rgbOf(hex: string): Rgb {
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  return [part(1), part(3), part(5)];
}

/** Relative luminance as defined by WCAG 2, from 0 to 1. */
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

/** A colour in the form `#aabbcc`, from `#abc`, `abcdef` and the like; undefined if the text is no colour. */
export function hexColour(text: string): string | undefined {
  const [, digits = ''] = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text) ?? [];
  if (digits === '') return undefined;
  const six = digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits;
  return `#${six.toLowerCase()}`;
}

/** The colour itself or, if its contrast with the paper is too low, the nearest legible mixture with black or white. */
export function legibleOn(paper: string, hex: string): string {
  const end = luminance(rgbOf(paper)) > 0.5 ? 0 : 255;
  for (let share = 0; share < 1; share += step) {
    const mixed = rgbOf(hex).map((value) => Math.round(value + (end - value) * share));
    const found = `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
    if (contrast(found, paper) >= needed) return found;
  }
  return end === 0 ? '#000000' : '#ffffff';
}

/**
 * Applies theme and accent to the page.
 *
 * @param search the address's query, with `?`
 */
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
 * If the address asks for a chart's state (lib/islands/lone-chart.ts), hides the prerendered state at first. It is shown again if
 * the script fails or takes too long.
 */
export function awaitState(root: HTMLElement, search: string): void {
  if (root.dataset.embed !== 'chart' || !new URLSearchParams(search).has('state')) return;
  root.dataset.stateAsked = '';
  setTimeout(() => delete root.dataset.stateAsked, 3000);
}
