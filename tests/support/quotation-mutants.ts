/**
 * Makes story files with faulty quotations, to test that the checks find them: one word or character changed, added, left out or
 * swapped with its neighbour; halves of two quotations joined; quotations that nobody ever said. Seeded, so the mutants are the
 * same every time. Finds quotations by a plain regular expression, so that a fault of the checks' own finder cannot hide here.
 */
import type { StoryFiles } from '../../src/lib/story/types.js';
import type { Mutant } from './mutants.js';
import { seededRandom, type Random } from './random.js';

const decoder = new TextDecoder();
const textKinds = ['step', 'headline', 'caption', 'alternative text'] as const;
type Where = (typeof textKinds)[number];
type Language = 'zh' | 'en';

interface Line {
  readonly file: string;
  readonly where: Where;
  readonly language: Language;
  /** UTF-16 offset of `words` in the file. */
  readonly start: number;
  readonly words: string;
}

interface Quotation extends Line {
  /** What a mutation changes one of: Chinese characters or English words. */
  readonly units: readonly string[];
}

/**
 * Every line of text in the section files, with the kind of text that it belongs to. Goes by indentation, without a YAML parser.
 */
function linesOf(files: StoryFiles): readonly Line[] {
  const found: Line[] = [];
  for (const [file, bytes] of files) {
    if (!file.startsWith('story/sections/')) continue;
    let offset = 0;
    let where: Where = 'headline';
    let block: Language | undefined;
    for (const line of decoder.decode(bytes).split('\n')) {
      const key = /^ *(?:- )?([\w-]+):/.exec(line)?.[1] ?? '';
      if (key === 'title' || key === 'standfirst') where = 'headline';
      else if (key === 'alt') where = 'alternative text';
      else if (key === 'steps') where = 'step';
      else if (/^(?:caveat|heads|notes|items|lead_in)$/.test(key)) where = 'caption';
      const opened = /^ *(?:- )?(zh|en): (.*)$/.exec(line);
      const language = opened?.[1] === 'zh' || opened?.[1] === 'en' ? opened[1] : block;
      const words = opened ? (opened[2] ?? '') : block && /^ {6}/.test(line) ? line.trimStart() : '';
      block = opened?.[2] === '|' ? language : opened || !/^ {6}|^$/.test(line) ? undefined : block;
      if (language && words !== '' && words !== '|')
        found.push({ file, where, language, start: offset + line.length - words.length, words });
      offset += line.length + 1;
    }
  }
  return found;
}

/** The quotations to mutate: long enough that changing one unit makes a different quotation, and without numbers given by id. */
function quotationsOf(lines: readonly Line[], listed: ReadonlySet<string>): readonly Quotation[] {
  return lines.flatMap((line) =>
    [...line.words.matchAll(/“([^“”[\]…]*)”/g)].flatMap((match) => {
      const [, words = ''] = match;
      const language: Language = /\p{sc=Han}/u.test(words) ? 'zh' : 'en';
      const units = language === 'zh' ? [...words] : words.split(' ');
      const long = units.length >= (language === 'zh' ? 4 : 3);
      if (listed.has(words) || !long) return [];
      return [{ ...line, language, words, units, start: line.start + match.index + 1 }];
    }),
  );
}

const pool: Readonly<Record<Language, readonly string[]>> = {
  zh: [...'猫雨琴舟霜竹梦'],
  en: ['cats', 'rainy', 'violins', 'beautifully', 'yesterday', 'purple'],
};

const invented: Readonly<Record<Language, readonly string[]>> = {
  zh: ['没有任何人这样说过', '全年未发生任何安全事故', '全市人民人人满意', '居全国首位', '问题已经彻底解决'],
  en: [
    'Not anybody ever said these words',
    'no accident of any kind occurred',
    'everybody is satisfied',
    'first in the country',
    'the problems are solved for good',
  ],
};

type Change = (random: Random, quotation: Quotation, others: readonly Quotation[]) => readonly string[];

const inner = (random: Random, units: readonly string[]): number =>
  1 + Math.floor(random.next() * (units.length - 2));

const changes: Readonly<Record<string, Change>> = {
  changed(random, { units, language }) {
    const at = Math.floor(random.next() * units.length);
    return units.map((unit, i) => (i === at ? random.pick(pool[language]) : unit));
  },
  'put in': (random, { units, language }) => {
    const at = inner(random, units);
    return [...units.slice(0, at), random.pick(pool[language]), ...units.slice(at)];
  },
  'left out': (random, { units }) => {
    const at = inner(random, units);
    return units.filter((_, i) => i !== at);
  },
  swapped(random, { units }) {
    const places = units.flatMap((unit, i) => (i > 0 && units[i - 1] !== unit ? [i] : []));
    const at = random.pick(places);
    return units.map((unit, i) =>
      i === at ? (units[at - 1] ?? '') : i === at - 1 ? (units[at] ?? '') : unit,
    );
  },
  'joined with another': (random, quotation, others) => {
    const second = random.pick(
      others.filter(
        ({ file, language, words }) =>
          language === quotation.language && file !== quotation.file && words !== quotation.words,
      ),
    );
    return [
      ...quotation.units.slice(0, Math.ceil(quotation.units.length / 2)),
      ...second.units.slice(Math.floor(second.units.length / 2)),
    ];
  },
};

/**
 * @param listed words that may stand in quotation marks without being a quotation (`quoted-words.yaml`)
 * @returns mutants by the name of their fault; each is one whole file with one fault
 */
export function quotationMutants(
  files: StoryFiles,
  listed: ReadonlySet<string>,
): Readonly<Record<string, readonly Mutant[]>> {
  const random = seededRandom(35);
  const lines = linesOf(files);
  const quotations = quotationsOf(lines, listed);
  const made: Record<string, Mutant[]> = {};
  for (const [name, change] of Object.entries(changes)) {
    for (const language of ['zh', 'en'] as const) {
      // Of three units, leaving out the middle one leaves two, which may occur in the report by chance.
      const least = name === 'left out' ? 4 : 3;
      const own = quotations.filter(
        (quotation) => quotation.language === language && quotation.units.length >= least,
      );
      made[`a quotation ${name} (${language})`] = Array.from({ length: 3 }, () => {
        const quotation = random.pick(own);
        const put = change(random, quotation, own).join(language === 'zh' ? '' : ' ');
        return mutant(files, quotation, quotation.start, quotation.words.length, put);
      });
    }
  }
  for (const where of textKinds) {
    for (const language of ['zh', 'en'] as const) {
      const own = lines.filter(
        (line) => line.where === where && line.language === language && canTake(line.words),
      );
      made[`a quotation invented in a ${where} (${language})`] = Array.from({ length: 2 }, () => {
        const line = random.pick(own);
        const words = `“${random.pick(invented[language])}”`;
        const places = [
          ...line.words.matchAll(
            language === 'zh' ? /(?<=\p{sc=Han})(?=\p{sc=Han})/gu : /(?<=[a-z] )(?=[a-z])/g,
          ),
        ];
        const { index } = random.pick(places);
        return mutant(files, line, line.start + index, 0, language === 'zh' ? words : `${words} `);
      });
    }
  }
  return made;
}

/** Whether a quotation can be inserted into this line without landing inside markup or a reference. */
const canTake = (words: string): boolean =>
  !/[“”[\]*{}#"]/.test(words) && /\p{sc=Han}{2}|[a-z] [a-z]/u.test(words);

function mutant(files: StoryFiles, { file }: Line, start: number, length: number, put: string): Mutant {
  const text = decoder.decode(files.get(file));
  const line = text.slice(0, start).split('\n').length;
  return {
    file,
    text: text.slice(0, start) + put + text.slice(start + length),
    lines: [line],
    what: `${file}:${line} [${text.slice(start, start + length)}→${put}]`,
  };
}
