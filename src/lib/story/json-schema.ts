/**
 * Makes JSON Schemas (draft 7) of the story's files, with which text editors complete words and underline errors. They use the
 * checks' own chart kinds, editions and ids. A schema sees only shapes and names, not quotations, numerals or order; the checks
 * have the last word.
 */
import type { KindSpec, OptionSpec, Story } from './types.js';

export type JsonSchema = Readonly<Record<string, unknown>>;

/** The names that files may use, all taken from a checked story. */
export interface SchemaNames {
  /** The editions in which every text must be written. */
  readonly editions: readonly string[];
  readonly figures: readonly string[];
  readonly derived: readonly string[];
  readonly sections: readonly string[];
}

export function schemaNames(story: Story): SchemaNames {
  return {
    editions: story.editions,
    figures: story.figures.map(({ id }) => id),
    derived: story.derived.map(({ id }) => id),
    sections: [...story.sections, ...story.hidden].map(({ id }) => id),
  };
}

const draft = 'http://json-schema.org/draft-07/schema#';
const id: JsonSchema = { type: 'string', pattern: '^[a-z][a-z0-9-]*$' };
const span: JsonSchema = {
  type: 'array',
  items: { type: 'integer', minimum: 0 },
  minItems: 2,
  maxItems: 2,
};

const oneOf = (words: readonly string[]): JsonSchema => ({ type: 'string', enum: words });
const listOf = (items: JsonSchema, limits: JsonSchema = {}): JsonSchema => ({
  type: 'array',
  items,
  ...limits,
});
const closed = (
  properties: JsonSchema,
  required: readonly string[] = Object.keys(properties),
): JsonSchema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});

function textProperties({ editions }: SchemaNames): JsonSchema {
  return Object.fromEntries(editions.map((edition) => [edition, { type: 'string', minLength: 1 }]));
}

/**
 * Schema of a section file.
 *
 * @param kinds every chart kind that a stage may name
 */
export function sectionSchema(kinds: readonly KindSpec[], names: SchemaNames): JsonSchema {
  const texts = closed(textProperties(names));
  const states = [...new Set(kinds.flatMap((kind) => kind.states))];
  const numbers = oneOf([...names.figures, ...names.derived]);
  const show = {
    anyOf: [
      oneOf(states),
      closed({ chart: id, state: oneOf(states), through: oneOf(names.figures), highlight: numbers }, [
        'state',
      ]),
    ],
  };
  const step = { id, show, ...textProperties(names) };
  const leadIn = { after: oneOf(names.sections), ...textProperties(names) };
  const sections = {
    pin: oneOf(['first', 'last']),
    kicker: closed({ 'figure-range': span, heading: span }, ['figure-range']),
    title: texts,
    standfirst: texts,
    lead_in: listOf(closed(leadIn)),
    stage: listOf(chartSchema(kinds, names), { minItems: 1 }),
    steps: listOf(closed(step), { minItems: 1 }),
  };
  return { $schema: draft, ...closed(sections, ['title', 'standfirst', 'stage', 'steps']) };
}

/** Schema of a stage's chart; which keys it may have depends on its kind. */
function chartSchema(kinds: readonly KindSpec[], names: SchemaNames): JsonSchema {
  return {
    type: 'object',
    required: ['chart', 'title', 'alt'],
    properties: { chart: oneOf(kinds.map(({ kind }) => kind)) },
    allOf: kinds.map((spec) => ({
      if: { properties: { chart: { const: spec.kind } }, required: ['chart'] },
      then: kindSchema(spec, names),
    })),
  };
}

function kindSchema(spec: KindSpec, names: SchemaNames): JsonSchema {
  const texts = closed(textProperties(names));
  const options = Object.entries(spec.options);
  const own = Object.fromEntries(options.map(([name, option]) => [name, optionSchema(option, names)]));
  const listed = { minItems: spec.figures.min, maxItems: spec.figures.max };
  const worked = { minItems: spec.derived.min, maxItems: spec.derived.max };
  const properties = {
    chart: { const: spec.kind },
    as: id,
    title: texts,
    caveat: texts,
    alt: texts,
    figures: { anyOf: [{ const: 'all' }, listOf(oneOf(names.figures), listed)] },
    derived: listOf(oneOf(names.derived), worked),
    ...own,
  };
  const required = options.filter(([, option]) => option.required).map(([name]) => name);
  return closed(properties, ['chart', 'title', 'alt', ...required]);
}

function optionSchema(option: OptionSpec, names: SchemaNames): JsonSchema {
  switch (option.type) {
    case 'figures':
    case 'derived':
      return listOf(oneOf(names[option.type]));
    case 'texts':
      return listOf(closed(textProperties(names)));
    case 'notes':
      return listOf(closed({ at: oneOf([...names.figures, ...names.derived]), ...textProperties(names) }));
    case 'quotes':
      return listOf(span);
    case 'word':
      return option.words ? oneOf(option.words) : { type: 'string' };
    case 'words':
      return listOf(option.words ? oneOf(option.words) : { type: 'string' });
    case 'flag':
      return { type: 'boolean' };
  }
}

/** Schema of `order.yaml` and of the named orders. */
export function orderSchema({ sections }: SchemaNames): JsonSchema {
  const hidden = Object.fromEntries(sections.map((section) => [section, { const: 'hidden' }]));
  const line = {
    anyOf: [oneOf(sections), { ...closed(hidden, []), minProperties: 1, maxProperties: 1 }],
  };
  return { $schema: draft, ...closed({ sections: listOf(line, { uniqueItems: true }) }) };
}

/** Schema of `untold.yaml`, which lists passages that no section is about. */
export function untoldSchema(): JsonSchema {
  const line = closed({ id: { type: 'string' }, 'figure-range': span, heading: span }, ['id']);
  return { $schema: draft, ...closed({ untold: listOf(line) }) };
}

/** Schema of `addresses.yaml`, which records every address that was published. */
export function addressesSchema(): JsonSchema {
  const address = '^[a-z][a-z0-9-]*$';
  const present = { type: 'string', pattern: address };
  const moved = {
    type: 'object',
    patternProperties: { [address]: present },
    additionalProperties: false,
    minProperties: 1,
    maxProperties: 1,
  };
  return {
    $schema: draft,
    ...closed({ addresses: listOf({ anyOf: [present, moved] }, { uniqueItems: true }) }),
  };
}

/** Schema of `quoted-words.yaml`, which lists words in quotation marks that are not quotations. */
export function quotedWordsSchema({ editions }: SchemaNames): JsonSchema {
  const entry = closed({ words: { type: 'string' }, reason: { type: 'string' } });
  const lists = Object.fromEntries(
    editions.map((edition) => [edition, listOf(entry, { uniqueItems: true })]),
  );
  return { $schema: draft, ...closed(lists, []) };
}
