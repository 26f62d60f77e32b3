/** An edition's code in an address. Which codes exist is the story's matter: a page asks for its own and fails if unknown. */
export function match(param: string): boolean {
  return /^[a-z]{2}$/.test(param);
}
