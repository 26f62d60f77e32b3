/**
 * Measures how the steps read beside the report: their length, which ones repeat their figure's sentence, and which neighbours
 * begin alike.
 */
import { kindSpecs } from '../../src/lib/charts/specs.js';
import { languageIdioms } from '../../src/lib/format/index.js';
import { readStoryFiles, storyDir } from '../../src/lib/server/read-story-files.js';
import { checkStory } from '../../src/lib/story/index.js';
import type { StepSight } from './sights.js';

/**
 * Length of a run of characters that cannot be equal by chance, and the share of such runs found in the sentence from which a
 * step counts as repeating it.
 */
const gram = 4;
const repeating = 0.6;

export interface StepWords {
  /** Number of Chinese characters of each step; undefined in an edition without them. */
  readonly han: readonly number[] | undefined;
  /** Ids of steps that repeat their figures' sentences; undefined unless the edition is in the report's language. */
  readonly repeats: readonly string[] | undefined;
  /** Ids of neighbouring steps that begin with the same words. */
  readonly alike: readonly (readonly [string, string])[];
}

export function wordsOf(steps: readonly StepSight[], edition: string): StepWords {
  const inHan = edition.startsWith('zh');
  // The first four Chinese characters, or the words that correspond to them.
  const opening = ({ words }: StepSight) =>
    inHan ? words.slice(0, gram) : words.split(' ').slice(0, 3).join(' ');
  return {
    han: inHan ? steps.map(({ words }) => words.match(/\p{Script=Han}/gu)?.length ?? 0) : undefined,
    repeats: inHan ? repeatsOf(steps) : undefined,
    alike: steps.flatMap((step, i) => {
      const next = steps[i + 1];
      return next && opening(step) === opening(next) ? [[step.id, next.id] as const] : [];
    }),
  };
}

function repeatsOf(steps: readonly StepSight[]): string[] {
  const checked = checkStory(readStoryFiles(storyDir()), kindSpecs, languageIdioms);
  if (!checked.ok) throw new Error('the story has problems: npm run check:story says them');
  const sentences = new Map(checked.story.figures.map(({ id, sentence }) => [id, sentence.text]));
  return steps
    .filter(({ words, figures }) => {
      const own = gramsOf(words);
      const theirs = new Set(figures.flatMap((id) => gramsOf(sentences.get(id) ?? '')));
      return own.length > 0 && own.filter((piece) => theirs.has(piece)).length >= own.length * repeating;
    })
    .map(({ id }) => id);
}

/** Every run of this many consecutive Chinese characters. */
const gramsOf = (text: string): string[] =>
  (text.match(/\p{Script=Han}+/gu) ?? []).flatMap((run) =>
    Array.from({ length: Math.max(0, run.length - gram + 1) }, (_, i) => run.slice(i, i + gram)),
  );
