/**
 * Assertions for values that exist because earlier code guarantees it: the story's checks, or our own markup. If such a value is
 * missing, the build or test stops and says which; a fallback (`?? ''`) would print nothing in its place. Values that may really
 * be absent keep their `??`.
 */

/**
 * @param what the value's name, for the error message
 * @throws if the value is null or undefined
 */
export function defined<Value>(value: Value, what: string): NonNullable<Value> {
  if (value === undefined || value === null) throw new Error(`there is no ${what}`);
  return value;
}

/**
 * The value of a key that the map must have.
 *
 * @throws if the map has no value for it
 */
export const present = <Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): NonNullable<Value> =>
  defined(map.get(key), `entry ${String(key)}`);
