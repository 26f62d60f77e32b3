/** Schemas of what a save and the keeping of drafts both send: texts, and records of them. Knows no request as a whole. */
import * as v from 'valibot';

/** Half characters would not survive being encoded. */
export const text = v.pipe(
  v.string(),
  v.check((written) => !/\p{Cs}/u.test(written)),
);

const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A record as its entries. `v.record` would take a list for one, and would pass over `__proto__`, which whoever judges the keys is to
 * see.
 */
export const entriesOf = <Key extends v.GenericSchema<unknown, string>, Value extends v.GenericSchema>(
  key: Key,
  value: Value,
) =>
  v.pipe(
    v.custom<object>(isRecord),
    v.transform((record): unknown => Object.entries(record)),
    v.array(v.tuple([key, value])),
  );
