/**
 * Validates a Data Package and its tables by the standard (https://datapackage.org/standard, version 2), as far as packages of CSV
 * files with primary and foreign keys need it. Written from the standard alone: it knows nothing of how ours is made.
 */
import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { parseCsv } from './story-files.js';

const text = v.pipe(v.string(), v.minLength(1));
const resourceName = v.pipe(v.string(), v.regex(/^[a-z0-9._-]+(?:\/[a-z0-9._-]+)*$/));
/** Relative, forward slashes, not out of the folder. */
const path = v.pipe(v.string(), v.regex(/^(?!\/)(?!.*(?:^|\/)\.\.?(?:\/|$))[^\\:]+$/));
const url = v.pipe(v.string(), v.regex(/^https?:\/\/\S+$/));
const columns = v.pipe(v.array(text), v.minLength(1));

const field = v.looseObject({
  name: text,
  type: v.picklist(['string', 'integer', 'number', 'boolean']),
  title: v.optional(text),
  description: v.optional(text),
  constraints: v.optional(
    v.strictObject({
      required: v.optional(v.boolean()),
      unique: v.optional(v.boolean()),
      minimum: v.optional(v.number()),
      maximum: v.optional(v.number()),
      pattern: v.optional(v.string()),
      enum: v.optional(v.pipe(v.array(v.string()), v.minLength(1))),
    }),
  ),
});
const schema = v.looseObject({
  fields: v.pipe(v.array(field), v.minLength(1)),
  primaryKey: v.optional(columns),
  foreignKeys: v.optional(
    v.array(
      v.strictObject({
        fields: columns,
        reference: v.strictObject({ resource: v.optional(v.string()), fields: columns }),
      }),
    ),
  ),
  missingValues: v.optional(v.array(v.string())),
});
const resource = v.looseObject({
  name: resourceName,
  path,
  type: v.optional(v.literal('table')),
  title: v.optional(text),
  description: v.optional(text),
  format: v.optional(text),
  mediatype: v.optional(v.pipe(v.string(), v.regex(/^[a-z]+\/[\w.+-]+$/))),
  encoding: v.optional(v.literal('utf-8')),
  bytes: v.pipe(v.number(), v.integer()),
  hash: v.pipe(v.string(), v.regex(/^sha256:[0-9a-f]{64}$/)),
  schema: v.optional(schema),
});
const descriptor = v.looseObject({
  $schema: v.literal('https://datapackage.org/profiles/2.0/datapackage.json'),
  name: v.pipe(v.string(), v.regex(/^[a-z0-9._-]+$/)),
  id: v.optional(text),
  title: v.optional(text),
  description: v.optional(text),
  homepage: v.optional(url),
  created: v.optional(v.pipe(v.string(), v.isoTimestamp())),
  licenses: v.optional(
    v.pipe(
      v.array(v.looseObject({ name: v.optional(text), path: v.optional(url), title: v.optional(text) })),
      v.minLength(1),
      v.check((list) => list.every((each) => each.name ?? each.path), 'a licence has a name or a path'),
    ),
  ),
  sources: v.optional(v.pipe(v.array(v.looseObject({ title: v.optional(text) })), v.minLength(1))),
  contributors: v.optional(
    v.pipe(v.array(v.looseObject({ title: v.optional(text), roles: v.optional(columns) })), v.minLength(1)),
  ),
  resources: v.pipe(
    v.array(resource),
    v.minLength(1),
    v.check((list) => new Set(list.map(({ name }) => name)).size === list.length, 'a name twice'),
    v.check((list) => new Set(list.map((each) => each.path)).size === list.length, 'a path twice'),
  ),
});
export type Descriptor = v.InferOutput<typeof descriptor>;
type Resource = Descriptor['resources'][number];

/** A table's rows by column name; missing values are undefined. */
type Rows = readonly Readonly<Record<string, string | undefined>>[];

/** @param read the file at a path from the descriptor, undefined if there is none */
export function faultsOfPackage(json: unknown, read: (path: string) => Uint8Array | undefined): string[] {
  const parsed = v.safeParse(descriptor, json);
  if (!parsed.success) return parsed.issues.map((issue) => `${v.getDotPath(issue) ?? ''}: ${issue.message}`);
  const faults: string[] = [];
  const tables = new Map<string, Rows>();
  for (const each of parsed.output.resources) {
    const bytes = read(each.path);
    if (!bytes) {
      faults.push(`${each.path}: no such file`);
      continue;
    }
    const digest = createHash('sha256').update(bytes).digest('hex');
    if (bytes.length !== each.bytes) faults.push(`${each.path}: ${bytes.length} bytes, not ${each.bytes}`);
    if (`sha256:${digest}` !== each.hash) faults.push(`${each.path}: another hash`);
    if (each.schema) tables.set(each.name, readTable(each, each.schema, bytes, faults));
  }
  for (const { name, schema: of } of parsed.output.resources)
    for (const { fields, reference } of of?.foreignKeys ?? []) {
      const to = tables.get(reference.resource || name);
      const keyOf = (row: Rows[number], names: readonly string[]) => names.map((key) => row[key] ?? null);
      const keys = new Set(to?.map((row) => JSON.stringify(keyOf(row, reference.fields))));
      for (const [i, row] of (tables.get(name) ?? []).entries()) {
        const key = keyOf(row, fields);
        if (!key.includes(null) && !keys.has(JSON.stringify(key)))
          faults.push(`${name}:${i + 2}: ${key.join()} is not in ${reference.resource ?? name}`);
      }
    }
  return faults;
}

function readTable(
  { path: file }: Resource,
  { fields, primaryKey = [], missingValues = [''] }: v.InferOutput<typeof schema>,
  bytes: Uint8Array,
  faults: string[],
): Rows {
  const [header = [], ...lines] = parseCsv(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  const names = fields.map(({ name }) => name);
  if (header.join() !== names.join()) faults.push(`${file}: the header is ${header.join()}`);
  for (const key of primaryKey)
    if (!names.includes(key)) faults.push(`${file}: no column ${key} for the primary key`);
  const rows = lines.map((cells, i) => {
    if (cells.length !== names.length) faults.push(`${file}:${i + 2}: ${cells.length} cells`);
    return Object.fromEntries(
      names.map((name, at) => {
        const cell = cells[at] ?? '';
        return [name, missingValues.includes(cell) ? undefined : cell];
      }),
    );
  });
  for (const { name, type, constraints = {} } of fields) {
    const seen = new Set<string>();
    for (const [i, row] of rows.entries()) {
      const cell = row[name];
      const say = (what: string) => faults.push(`${file}:${i + 2} ${name}: ${what}`);
      if (cell === undefined) {
        if (constraints.required || primaryKey.includes(name)) say('is missing');
        continue;
      }
      if (type === 'integer' && !/^[+-]?\d+$/.test(cell)) say(`${cell} is no integer`);
      if (type === 'number' && !/^[+-]?\d+(?:\.\d+)?$/.test(cell)) say(`${cell} is no number`);
      if (constraints.enum && !constraints.enum.includes(cell)) say(`${cell} is none of its words`);
      if (Number(cell) < (constraints.minimum ?? -Infinity)) say(`${cell} is too small`);
      if (constraints.unique && seen.has(cell)) say(`${cell} stands twice`);
      seen.add(cell);
    }
  }
  const keys = rows.map((row) => JSON.stringify(primaryKey.map((key) => row[key])));
  if (primaryKey.length > 0 && new Set(keys).size !== keys.length) faults.push(`${file}: a key twice`);
  return rows;
}
