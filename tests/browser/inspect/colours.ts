/** Colours as they are seen: parsed, laid over each other, compared. `installColours` runs in the page and uses nothing from outside. */

export type Colour = readonly [red: number, green: number, blue: number, alpha: number];

export interface Colours {
  readonly colour: (text: string) => Colour | undefined;
  readonly over: (top: Colour, below: Colour, opacity?: number) => Colour;
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
  /** What lies over what, both with their own alpha. */
  function blend([r, g, b, a]: Colour, [br, bg, bb, ba]: Colour): Colour {
    const alpha = a + ba * (1 - a);
    const mix = (top: number, below: number) => (alpha > 0 ? (top * a + below * ba * (1 - a)) / alpha : 0);
    return [mix(r, br), mix(g, bg), mix(b, bb), alpha];
  }
  /** Ink of HTML and what it stands on, as seen: an element's opacity fades both. */
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
  /** The nearest background painted behind an element of HTML. */
  function paperOf(element: Element): Colour {
    for (let at: Element | null = element; at; at = at.parentElement) {
      const found = colour(getComputedStyle(at).backgroundColor);
      if (found && found[3] > 0) return found;
    }
    return [255, 255, 255, 1];
  }
  window.inspectColours = { colour, over, contrast, seenInHtml, paperOf };
}
