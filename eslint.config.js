/**
 * What the code is held to beyond the compiler: the one way of imports (data → story → routes → components →
 * charts), the few places that may do what nobody else may, and habits that would make a build differ from run to run.
 */
import { existsSync, readdirSync } from 'node:fs';
import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** The one file that may import scrollama. */
const scrollamaFile = 'src/lib/scroll/driver.ts';

/** Matches an import of something under a folder of src/lib, by alias or by relative path. */
const under = (folder) => `^(\\$lib/|(\\.\\.?/)+(lib/)?)${folder}(/|\\.|$)`;
const never = (regex, message) => ({ regex, message });
const typesOnly = (regex, message) => ({ regex, message, allowTypeImports: true });

const svelteIsAway = never(
  '^(svelte|\\$app|\\$env|@sveltejs)(/|$)|\\.svelte(\\.js)?$',
  'This part is plain TypeScript: no Svelte, no SvelteKit.',
);
const routesAreAbove = never('(^|/)routes/', 'Nothing imports from routes: they are the top.');
const scrollamaIsElsewhere = never('^scrollama$', `scrollama is imported in ${scrollamaFile} alone.`);

const chartKinds = readdirSync('src/lib/charts', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(`src/lib/charts/${entry.name}/spec.ts`))
  .map((entry) => entry.name);

/** A folder and what it must not import. Later rules replace earlier ones whole, so each lists all that it needs. */
function layer(files, patterns, ignores = []) {
  return {
    files,
    ignores,
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            routesAreAbove,
            ...(files.includes(scrollamaFile) ? [] : [scrollamaIsElsewhere]),
            ...patterns,
          ],
        },
      ],
    },
  };
}

const story = 'The checked story arrives as data; only its types may be imported here.';
const direction = 'Imports run one way: data → story → routes → components → charts.';

const layers = [
  layer(['src/**/*.{ts,js,svelte}'], [], ['src/routes/**']),
  layer(
    ['src/lib/format/**/*.ts'],
    [
      svelteIsAway,
      typesOnly(under('story'), story),
      typesOnly(under('charts'), direction),
      never(under('(components|scroll|islands|server)'), direction),
    ],
    // Tests of the languages go against the checks' own lists of words.
    ['src/lib/format/**/*.test.ts'],
  ),
  layer(
    ['src/lib/story/**/*.ts'],
    [svelteIsAway, never(under('(charts|components|scroll|islands|server)'), direction)],
    // A check's test may try itself on the kinds that there are.
    ['**/*.test.ts'],
  ),
  layer(
    ['src/lib/charts/**/*.{ts,svelte}'],
    [
      typesOnly(under('story'), story),
      never(
        under('(components|scroll|islands|server)'),
        'A chart gets figures, a state and a size, nothing else.',
      ),
      never('^\\$(app|env)/', 'A chart gets figures, a state and a size, nothing else.'),
    ],
  ),
  ...chartKinds.map((kind) =>
    layer(
      [`src/lib/charts/${kind}/**/*.{ts,svelte}`],
      [
        typesOnly(under('story'), story),
        never(
          under('(components|scroll|islands|server)'),
          'A chart gets figures, a state and a size, nothing else.',
        ),
        never('^\\$(app|env)/', 'A chart gets figures, a state and a size, nothing else.'),
        never(
          `^\\.\\./(${chartKinds.filter((other) => other !== kind).join('|')})/`,
          'No chart kind imports another; what they share is beside them.',
        ),
      ],
    ),
  ),
  layer(
    ['src/lib/scroll/**/*.ts'],
    [typesOnly(under('story'), story), never(under('(charts|components|islands|server)'), direction)],
    [scrollamaFile],
  ),
  layer([scrollamaFile], [never(under('(story|charts|components|islands|server)'), direction)]),
  layer(
    ['src/lib/edit/files/**/*.ts'],
    [svelteIsAway, never(under('(charts|components|scroll|islands|server)'), direction)],
    ['**/*.test.ts'],
  ),
  layer(
    ['src/lib/components/**/*.{ts,svelte}'],
    [typesOnly(under('story'), story), never(under('(server|islands)'), direction)],
  ),
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
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
  },
  { files: ['src/**/*.{ts,js,svelte}'], rules: { 'no-restricted-syntax': ['error', ...sameEverywhere] } },
  ...layers,
);
