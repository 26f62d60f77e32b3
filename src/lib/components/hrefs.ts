/** Where a number's sentence, or its formula, stands. `base` is the relative way from the page to the edition's root. */

export function figureHref(base: string, id: string): string {
  return `${base}source/#f-${id}`;
}

export function derivedHref(base: string, id: string): string {
  return `${base}figures/#d-${id}`;
}
