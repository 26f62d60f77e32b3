/** Schemas shared by the requests for saving and for drafts: texts, and records of texts. */
import * as v from 'valibot';

/** A text without halves of surrogate pairs, which encoding would destroy. */
export const text = v.pipe(
  v.string(),
  v.check((written) => !/\p{Cs}/u.test(written)),
);

const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Parses a record into its entries. `v.record` would accept a list, and would skip the key `__proto__`, which the check of keys
 * must see.
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
