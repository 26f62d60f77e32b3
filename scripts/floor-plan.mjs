/**
 * The rooms of `src/lib`, in one order: each imports only from what stands before it, so data flows one way
 * (data → story → routes → components → charts) and no two rooms lean on each other. `docs/architecture.md` says what each is for.
 * Here are the list and the lint rule that holds it; `tests/imports.test.ts` computes from the files that there is no circle.
 */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

const lib = 'src/lib';

const chartKinds = readdirSync(`${lib}/charts`, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(`${lib}/charts/${entry.name}/spec.ts`))
  .map((entry) => `charts/${entry.name}`);

/** Rooms that stand side by side, none of which may import another, are listed as one place. */
export const floorPlan = [
  ['invariants'],
  ['story'],
  ['format'],
  ['charts/scene'],
  chartKinds,
  ['charts'],
  ['view'],
  ['view/source', 'view/legend', 'view/ledger', 'view/sheet', 'view/embed-code'],
  ['view/downloads'],
  ['scroll'],
  ['embed'],
  ['components/page'],
  ['components/legend', 'components/embed-code'],
  ['components/source', 'components/ledger'],
  ['components/story'],
  ['components/embed'],
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

/** Rooms that get the checked story as data: of these they may import types, and nothing that runs. */
const typesOnly = new Map(
  ['charts/scene', ...chartKinds, 'charts', 'components/', 'scroll'].map((room) => [room, ['story']]),
);

const placeOf = (/** @type {string} */ room) => floorPlan.findIndex((rooms) => rooms.includes(room));

/** @param {string} file from the root of the project @returns {string | undefined} nothing for what is not in `src/lib` */
export function roomOf(file) {
  const folder = dirname(file).split(sep).join('/');
  return folder === lib || folder.startsWith(`${lib}/`) ? folder.slice(lib.length + 1) : undefined;
}

/** @param {string} file @param {string} specifier @returns {string | undefined} the file that is meant, if it is one of ours */
export function importedFile(file, specifier) {
  if (specifier.startsWith('$lib/')) return join(lib, specifier.slice('$lib/'.length));
  return specifier.startsWith('.') ? join(dirname(file), specifier) : undefined;
}

/**
 * Why a file may not import another, or nothing.
 *
 * @param {string} file from the root of the project
 * @param {string} specifier as it is written
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
  // Such folders are filled by scripts before the build, and any room may import from them.
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
 * What an import or export says of types: the parser adds it to the nodes of the standard.
 * @typedef {{ importKind?: string, exportKind?: string }} Kinds
 * @typedef {{ type: string, specifiers?: readonly ({ type: string } & Kinds)[] } & Kinds} Link
 */

/** @param {Link} link whether it brings nothing that is there when the code runs */
const bringsTypesOnly = ({ importKind, exportKind, specifiers = [] }) =>
  (importKind ?? exportKind) === 'type' ||
  (specifiers.length > 0 && specifiers.every((one) => (one.importKind ?? one.exportKind) === 'type'));

/**
 * The lint rule: each import by its place in the plan, and each file in a room of it.
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
