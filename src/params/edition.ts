/**
 * Matches any edition code in an address. Which editions exist depends on the story: a page looks its edition up and fails if
 * there is none.
 */
export function match(param: string): boolean {
  return /^[a-z]{2}$/.test(param);
}
