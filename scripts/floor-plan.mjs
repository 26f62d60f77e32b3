/**
 * The rooms (folders) of `src/lib` in one order: each may import only from those before it, so data flows one way (data → story →
 * routes → components → charts) and no two rooms depend on each other. `docs/architecture.md` describes each room. This file has
 * the list and the lint rule that enforces it; `tests/imports.test.ts` checks that there are no import cycles.
 */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

const lib = 'src/lib';

const chartKinds = readdirSync(`${lib}/charts`, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(`${lib}/charts/${entry.name}/spec.ts`))
  .map((entry) => `charts/${entry.name}`);

/** The rooms in order. Rooms in one inner list may not import each other. */
export const floorPlan = [
  ['invariants'],
  ['story'],
  ['format'],
  ['charts/scene'],
  chartKinds,
  ['charts'],
  ['view'],
  ['view/source', 'view/legend', 'view/ledger', 'view/sheet', 'view/embed-code'],
  ['view/downloads', 'view/feed'],
  ['scroll'],
  ['embed'],
  ['components/page'],
  ['components/legend', 'components/embed-code', 'components/take-away'],
  ['components/source', 'components/ledger'],
  ['components/story'],
  ['components/embed'],
  ['pictures'],
  ['islands'],
  ['edit/files'],
  ['edit/page/words', 'edit/page/keys'],
  ['edit/page/checks'],
  ['edit/page/desk'],
  ['edit/page/controls', 'edit/page/orders'],
  ['edit/page/outline', 'edit/page/section', 'edit/page/review', 'edit/page/preview'],
  ['edit/page/whole-story'],
  ['edit/page'],
  ['server'],
];

/** Rooms that get the checked story as data and may import only types from these other rooms. */
const typesOnly = new Map(
  ['charts/scene', ...chartKinds, 'charts', 'components/', 'scroll'].map((room) => [room, ['story']]),
);

const placeOf = (/** @type {string} */ room) => floorPlan.findIndex((rooms) => rooms.includes(room));

/** @param {string} file path from the project's root @returns {string | undefined} its room; undefined outside of `src/lib` */
export function roomOf(file) {
  const folder = dirname(file).split(sep).join('/');
  return folder === lib || folder.startsWith(`${lib}/`) ? folder.slice(lib.length + 1) : undefined;
}

/**
 * @param {string} file
 * @param {string} specifier
 * @returns {string | undefined} path of the imported file; undefined for a package
 */
export function importedFile(file, specifier) {
  if (specifier.startsWith('$lib/')) return join(lib, specifier.slice('$lib/'.length));
  return specifier.startsWith('.') ? join(dirname(file), specifier) : undefined;
}

/**
 * The reason why a file may not import another; undefined if it may.
 *
 * @param {string} file path from the project's root
 * @param {string} specifier as written in the import
 * @param {boolean} asType whether only types are imported
 */
export function refusal(file, specifier, asType) {
  const target = importedFile(file, specifier);
  if (target === undefined) return undefined;
  if (/^src\/routes\//.test(target.split(sep).join('/')))
    return file.startsWith('src/routes/') ? undefined : 'Nothing imports from routes: they are the top.';
  const from = roomOf(file);
  const to = roomOf(target);
  if (from === undefined || to === undefined || from === to) return undefined;
  // Scripts fill these folders before the build; any room may import from them.
  if (to.endsWith('/generated')) return undefined;
  if (placeOf(to) < 0) return `“${to}” is no room of scripts/floor-plan.mjs.`;
  if (placeOf(to) >= placeOf(from))
    return `“${from}” imports only from what stands before it in scripts/floor-plan.mjs; “${to}” does not.`;
  const [, limited] =
    [...typesOnly].find(([room]) => (room.endsWith('/') ? from.startsWith(room) : from === room)) ?? [];
  if (!asType && limited?.includes(to))
    return 'The checked story arrives as data; only its types may be imported here.';
  return undefined;
}

/**
 * Fields that the TypeScript parser adds to the standard nodes of imports and exports.
 * @typedef {{ importKind?: string, exportKind?: string }} Kinds
 * @typedef {{ type: string, specifiers?: readonly ({ type: string } & Kinds)[] } & Kinds} Link
 */

/** @param {Link} link @returns whether it imports only types, which do not exist at run time */
const bringsTypesOnly = ({ importKind, exportKind, specifiers = [] }) =>
  (importKind ?? exportKind) === 'type' ||
  (specifiers.length > 0 && specifiers.every((one) => (one.importKind ?? one.exportKind) === 'type'));

/**
 * The lint rule: checks each import against the list, and that each file is in a listed room.
 * @type {import('eslint').Rule.RuleModule}
 */
export const floorPlanRule = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const file = relative(context.cwd, context.filename).split(sep).join('/');
    const room = roomOf(file);
    /** @param {import('estree').Expression | null | undefined} source @param {boolean} asType */
    const judge = (source, asType) => {
      if (source?.type !== 'Literal' || typeof source.value !== 'string') return;
      const message = refusal(file, source.value, asType);
      if (message) context.report({ node: source, message });
    };
    return {
      Program(node) {
        if (room !== undefined && placeOf(room) < 0)
          context.report({
            node,
            message: `“${room}” is no room of scripts/floor-plan.mjs: give it a place.`,
          });
      },
      ImportDeclaration: (node) => judge(node.source, bringsTypesOnly(node)),
      ImportExpression: (node) => judge(node.source, false),
      ExportNamedDeclaration: (node) => judge(node.source, bringsTypesOnly(node)),
      ExportAllDeclaration: (node) => judge(node.source, bringsTypesOnly(node)),
    };
  },
};
