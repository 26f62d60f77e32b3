/**
 * What the code is held to beyond the compiler: the one way of imports (data → story → routes → components →
 * charts), the few places that may do what nobody else may, and habits that would make a build differ from run to run.
 */
import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import { floorPlanRule } from './scripts/floor-plan.mjs';
import svelteConfig from './svelte.config.js';

/** The one file that may import scrollama. */
const scrollamaFile = 'src/lib/scroll/driver.ts';

/** @param {string} regex of module names @param {string} message */
const never = (regex, message) => ({ regex, message });

const svelteIsAway = never(
  '^(svelte|\\$app|\\$env|@sveltejs)(/|$)|\\.svelte(\\.js)?$',
  'This part is plain TypeScript: no Svelte, no SvelteKit.',
);
const scrollamaIsElsewhere = never('^scrollama$', `scrollama is imported in ${scrollamaFile} alone.`);
const kitIsAway = never('^\\$(app|env)/', 'A chart gets figures, a state and a size, nothing else.');

/**
 * What the files of some rooms must not import from packages. Later rules replace earlier ones whole, so each lists all that it needs.
 * @param {string[]} files
 * @param {ReturnType<typeof never>[]} patterns
 * @param {string[]} ignores
 * @returns {import('eslint').Linter.Config}
 */
function packages(files, patterns, ignores = []) {
  return {
    files,
    ignores,
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
  };
}

const plain = ['format', 'story', 'view', 'edit/files'].map((room) => `src/lib/${room}/**/*.ts`);
/** @type {import('eslint').Linter.Config[]} */
const rooms = [
  packages(['src/**/*.{ts,js,svelte}'], [scrollamaIsElsewhere], [scrollamaFile]),
  packages(plain, [svelteIsAway, scrollamaIsElsewhere], ['**/*.test.ts']),
  packages(['src/lib/charts/**/*.{ts,svelte}'], [kitIsAway, scrollamaIsElsewhere]),
  {
    files: ['src/**/*.{ts,js,svelte}'],
    // Tests may try a part on what stands above it.
    ignores: ['**/*.test.ts', 'src/lib/charts/testing.ts'],
    plugins: { house: { rules: { 'floor-plan': floorPlanRule } } },
    rules: { 'house/floor-plan': 'error' },
  },
];

/** What would make a page differ by place or moment, or let text become markup. */
const sameEverywhere = [
  {
    selector: 'CallExpression[callee.property.name=/^toLocale/]',
    message: 'Prints differ by machine: use src/lib/format.',
  },
  { selector: 'NewExpression[callee.name="Date"]', message: 'The page knows no clock.' },
  {
    selector: 'MemberExpression[object.name="Date"][property.name="now"]',
    message: 'The page knows no clock.',
  },
  {
    selector: 'MemberExpression[object.name="Math"][property.name="random"]',
    message: 'Two builds of one tree are the same: no chance.',
  },
  {
    selector: 'ImportDeclaration[source.value=/^d3/] > ImportNamespaceSpecifier',
    message: 'Import from d3 by name: the whole of it is 93 kB.',
  },
  {
    selector:
      'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|createContextualFragment)$/]',
    message: 'Text never becomes markup.',
  },
];

/** The files whose types the linter knows. */
const typed = ['{src,tests,scripts}/**/*.{ts,js,mjs,svelte}', '*.{ts,js}'];

/**
 * A promise that nobody waits for fails unheard: it is awaited, or marked by `void` where that is meant.
 * @type {import('eslint').Linter.RulesRecord}
 */
const promisesAndTypes = {
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': 'error',
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/no-unnecessary-type-assertion': 'error',
};

export default ts.config(
  {
    ignores: [
      'build/',
      '.svelte-kit/',
      '.islands/',
      '.story/',
      'src/lib/embed/generated/',
      'static/embed.v1.js',
      'test-results/',
      'playwright-report/',
      'tests/stories/',
    ],
  },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  prettier,
  ...svelte.configs.prettier,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      // TypeScript's own check of names is the better one.
      'no-undef': 'off',
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Links are relative throughout, so that a build works under any path: nothing to resolve.
      'svelte/no-navigation-without-resolve': 'off',
      // Our one constant script says so at its place; tests/house.test.ts counts such places.
      'svelte/no-at-html-tags': 'error',
      // The slips of a Chinese input method are what some checks look for.
      'no-irregular-whitespace': [
        'error',
        { skipStrings: true, skipComments: true, skipRegExps: true, skipTemplates: true },
      ],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
  },
  {
    // What tsconfig.json includes. The extension is named for every file: where it is named for some, each change makes the
    // compiler read the whole project anew.
    files: typed,
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.svelte'],
      },
    },
    rules: promisesAndTypes,
  },
  { files: ['src/**/*.{ts,js,svelte}'], rules: { 'no-restricted-syntax': ['error', ...sameEverywhere] } },
  ...rooms,
);
