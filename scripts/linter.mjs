/** How ESLint is started on everything, for the command and for the tests: the same findings in three quarters of the time. */
import { programFile } from './child.mjs';

/** Millions of short-lived nodes: with room for them less time goes into clearing up. In MB. */
const roomForNodes = '--max-semi-space-size=64';

export const linter = {
  script: [roomForNodes, programFile('eslint'), '.', '--max-warnings', '0'],
  /**
   * The compiler reads a component as what the parser makes of it, from the start. Without this it reads the markup first, and each of
   * the hundred components costs it a program of its own. The parser calls it an experiment: editors do without.
   */
  env: { SVELTE_ESLINT_PARSER_EXPERIMENTAL_TS_SYS_HOOK: '1' },
};
