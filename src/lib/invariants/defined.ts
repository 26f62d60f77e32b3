/**
 * For what must be there because something before has made sure of it: the story's checks, the markup of our own pages. Where it is
 * not, a build or a test stops and says what is missing; a fallback would print an empty place. A value that may be absent keeps its
 * `??`. Knows nothing of what it is asked for.
 */

/**
 * @param what how the value is called in the error
 * @throws if there is no value
 */
export function defined<Value>(value: Value, what: string): NonNullable<Value> {
  if (value === undefined || value === null) throw new Error(`there is no ${what}`);
  return value;
}

/**
 * What a map has under a key.
 *
 * @throws if it has nothing there
 */
export const present = <Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): NonNullable<Value> =>
  defined(map.get(key), `entry ${String(key)}`);
