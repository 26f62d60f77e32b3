/**
 * Computes the colours that a reader sees: parses CSS colours, composites them, compares their contrast. `installColours` runs in
 * the page, so it may use nothing outside itself.
 */

/** sRGB channels from 0 to 255, alpha from 0 to 1. */
export type Colour = readonly [red: number, green: number, blue: number, alpha: number];

export interface Colours {
  readonly colour: (text: string) => Colour | undefined;
  readonly over: (top: Colour, below: Colour, opacity?: number) => Colour;
  /** WCAG contrast ratio, from 1 to 21, whichever colour comes first. */
  readonly contrast: (one: Colour, other: Colour) => number;
  readonly seenInHtml: (parent: Element) => readonly [ink: Colour, below: Colour];
  readonly paperOf: (element: Element) => Colour;
}

export function installColours(): void {
  function colour(text: string): Colour | undefined {
    const parts = /^rgba?\(([^)]*)\)/
      .exec(text)?.[1]
      ?.split(/[\s,/]+/)
      .map(Number);
    const [red, green, blue, alpha = 1] = parts ?? [];
    return red === undefined || green === undefined || blue === undefined
      ? undefined
      : [red, green, blue, alpha];
  }
  function over([r, g, b, a]: Colour, [br, bg, bb]: Colour, opacity = 1): Colour {
    const k = a * opacity;
    return [r * k + br * (1 - k), g * k + bg * (1 - k), b * k + bb * (1 - k), 1];
  }
  function luminance([r, g, b]: Colour): number {
    const [x = 0, y = 0, z = 0] = [r, g, b].map((channel) =>
      channel <= 10.31475 ? channel / 3294.6 : ((channel / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  }
  function contrast(one: Colour, other: Colour): number {
    const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  }
  /** Composites one colour over another, both with alpha (“source over”). The result has alpha too. */
  function blend([r, g, b, a]: Colour, [br, bg, bb, ba]: Colour): Colour {
    const alpha = a + ba * (1 - a);
    const mix = (top: number, below: number) => (alpha > 0 ? (top * a + below * ba * (1 - a)) / alpha : 0);
    return [mix(r, br), mix(g, bg), mix(b, bb), alpha];
  }
  /** The colours of an element's text and of its background as seen, on white paper. An ancestor's opacity fades both. */
  function seenInHtml(parent: Element): readonly [Colour, Colour] {
    let ink = colour(getComputedStyle(parent).color) ?? [0, 0, 0, 0];
    let below: Colour = [0, 0, 0, 0];
    for (let at: Element | null = parent; at; at = at.parentElement) {
      const style = getComputedStyle(at);
      const background = colour(style.backgroundColor) ?? [0, 0, 0, 0];
      const opacity = Number(style.opacity);
      ink = blend(ink, background);
      below = blend(below, background);
      ink = [ink[0], ink[1], ink[2], ink[3] * opacity];
      below = [below[0], below[1], below[2], below[3] * opacity];
    }
    const white: Colour = [255, 255, 255, 1];
    return [blend(ink, white), blend(below, white)];
  }
  /** The nearest background that is not transparent, behind an element of HTML; white if there is none. */
  function paperOf(element: Element): Colour {
    for (let at: Element | null = element; at; at = at.parentElement) {
      const found = colour(getComputedStyle(at).backgroundColor);
      if (found && found[3] > 0) return found;
    }
    return [255, 255, 255, 1];
  }
  window.inspectColours = { colour, over, contrast, seenInHtml, paperOf };
}
