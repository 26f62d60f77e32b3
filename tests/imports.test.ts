/** The lint rules that hold the house together refuse what they are there to refuse. */
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

const linter = new ESLint();

/** A line of code, where it would stand, and the rule that refuses it, if any. */
const lines: readonly (readonly [file: string, code: string, refusedBy?: string])[] = [
  ['src/lib/story/trial.ts', "import { onMount } from 'svelte';", 'imports'],
  ['src/lib/story/trial.ts', "import type { ChartInput } from '../charts/types.js';", 'imports'],
  ['src/lib/story/trial.ts', "import Story from '../components/Story.svelte';", 'imports'],
  ['src/lib/story/trial.ts', "import { splitUnit } from '../format/units.js';"],
  ['src/lib/edit/files/trial.ts', "import { kindSpecs } from '../../charts/specs.js';", 'imports'],
  ['src/lib/edit/files/trial.ts', "import { isId } from '../../story/shape.js';"],
  ['src/lib/charts/bars/trial.ts', "import { comparators } from '../../story/types.js';", 'imports'],
  ['src/lib/charts/bars/trial.ts', "import type { Figure } from '../../story/types.js';"],
  ['src/lib/charts/bars/trial.ts', "import { drive } from '../../scroll/driver.js';", 'imports'],
  ['src/lib/charts/bars/trial.ts', "import { getPage } from '$lib/components/context.js';", 'imports'],
  ['src/lib/charts/bars/trial.ts', "import { spec } from '../index-bars/spec.js';", 'imports'],
  ['src/lib/charts/bars/trial.ts', "import scrollama from 'scrollama';", 'imports'],
  ['src/lib/scroll/driver.ts', "import scrollama from 'scrollama';"],
  ['src/lib/components/trial.ts', "import { checkStory } from '../story/index.js';", 'imports'],
  ['src/lib/components/trial.ts', "import { load } from '../../routes/+layout.server.js';", 'imports'],
  ['src/lib/charts/bars/trial.ts', "import * as d3 from 'd3';", 'no-restricted-syntax'],
  ['src/lib/charts/bars/trial.ts', "import { scaleLinear } from 'd3';"],
  ['src/lib/components/trial.ts', 'export const now = new Date();', 'no-restricted-syntax'],
  ['src/lib/components/trial.ts', 'export const text = (1).toLocaleString();', 'no-restricted-syntax'],
  ['src/lib/components/trial.ts', "document.body.innerHTML = '';", 'no-restricted-syntax'],
];

describe('the lint rules', () => {
  it.each(lines)('in %s judge `%s`', async (filePath = '', code = '', refusedBy) => {
    const [result] = await linter.lintText(code, { filePath });
    const rules = (result?.messages ?? [])
      .map(({ ruleId }) => ruleId?.replace('@typescript-eslint/no-restricted-imports', 'imports'))
      .filter((rule) => rule === 'imports' || rule === 'no-restricted-syntax');
    expect([...new Set(rules)]).toEqual(refusedBy ? [refusedBy] : []);
  });
});
