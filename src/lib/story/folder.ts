/** Finds the files of a story by their role, and reports required files that are missing and files that it does not know. */
import { addressesPath } from './addresses.js';
import { maxFiles } from './limits.js';
import { nearest } from './nearest.js';
import { Problems } from './problems.js';
import { oneOf, say } from './problems.js';
import { checkId, isSectionId } from './shape.js';
import { readSource, type SourceFile } from './source-file.js';
import type { EditionCode, StoryFiles } from './types.js';
import { untoldPath } from './untold.js';
import { readYaml, type Node } from './yaml.js';

const fixedFiles: readonly string[] = [
  ...[
    'report/report.zh.txt',
    'report/source.yaml',
    'figures.csv',
    'non-figures.csv',
    'measures.yaml',
    'derived.yaml',
  ],
  ...['glossary.yaml', 'fixed-expressions.yaml', 'quoted-words.yaml', 'renderings.yaml'],
  ...['story/story.yaml', 'story/order.yaml'],
];
/**
 * Parsed files by their bytes object. The editing page checks after each change and passes the same object for an unchanged file,
 * which then needs no parsing.
 */
const parsed = new WeakMap<Uint8Array, { path: string; node: Node | undefined; problems: Problems }>();

/** Files that a story may do without. */
const optionalFiles: readonly string[] = [addressesPath, untoldPath];

const sectionFile = /^story\/sections\/([^/]+)\.yaml$/;
const orderFile = /^story\/orders\/([^/]+)\.yaml$/;
const translationsFile = /^story\/translations\/([^/]+)\.yaml$/;

/** Path of an edition's translation record. */
export const translationsPath = (edition: EditionCode): string => `story/translations/${edition}.yaml`;

/** A file with words of the story. */
export interface WordsFile {
  readonly path: string;
  /** Undefined if the file could not be read; the section it stands for still exists. */
  readonly node: Node | undefined;
}

export interface SectionFile extends WordsFile {
  readonly id: string;
}

export class StoryFolder {
  constructor(
    readonly files: StoryFiles,
    readonly problems: Problems,
  ) {
    const top = (file: string) => ({ file, line: 1, column: 1 });
    if (files.size > maxFiles) {
      problems.add(
        'file-too-large',
        top('.'),
        `${files.size}`,
        say(`不超过 ${maxFiles} 个文件`, `at most ${maxFiles} files`),
      );
    }
    for (const path of files.keys()) {
      const isContent = /\.(?:ya?ml|csv|txt)$/.test(path);
      const isStory = [sectionFile, orderFile, translationsFile].some((pattern) => pattern.test(path));
      if (!isContent || isStory || [...optionalFiles, ...fixedFiles].includes(path)) continue;
      problems.add(
        'unknown-file',
        top(path),
        path,
        oneOf([...fixedFiles, 'story/sections/<id>.yaml', 'story/orders/<name>.yaml', ...optionalFiles]),
        nearest(path, [...fixedFiles, ...optionalFiles]),
      );
    }
  }

  /** The file's text. If the file is missing or broken, reports it and returns undefined. */
  text(path: string): SourceFile | undefined {
    const bytes = this.files.get(path);
    if (bytes) return readSource(path, bytes, this.problems);
    this.problems.add(
      'missing-file',
      { file: path, line: 1, column: 1 },
      '',
      say(`文件 ${path}`, `the file ${path}`),
    );
    return undefined;
  }

  yaml(path: string): Node | undefined {
    const bytes = this.files.get(path);
    const known = bytes && parsed.get(bytes);
    if (known && known.path === path) {
      this.problems.take(known.problems);
      return known.node;
    }
    const problems = new Problems();
    const source = bytes && readSource(path, bytes, problems);
    const node = source && readYaml(source, problems);
    if (bytes) {
      parsed.set(bytes, { path, node, problems });
      this.problems.take(problems);
      return node;
    }
    this.text(path);
    return undefined;
  }

  optionalYaml(path: string): Node | undefined {
    return this.files.has(path) ? this.yaml(path) : undefined;
  }

  sections(): readonly SectionFile[] {
    const found: SectionFile[] = [];
    for (const path of [...this.files.keys()].sort()) {
      const id = sectionFile.exec(path)?.[1];
      if (id === undefined || !checkId(this.problems, id, { file: path, line: 1, column: 1 })) continue;
      if (!isSectionId(id))
        this.problems.add(
          'forbidden-key',
          { file: path, line: 1, column: 1 },
          id,
          say('别的名字', 'another name'),
        );
      found.push({ id, path, node: this.yaml(path) });
    }
    return found;
  }

  /** The files whose words are translated text by text. */
  words(): readonly WordsFile[] {
    const path = 'story/story.yaml';
    return [{ path, node: this.yaml(path) }, ...this.sections()];
  }

  /** The translation records, by edition. */
  translations(): readonly {
    readonly edition: string;
    readonly path: string;
    readonly node: Node | undefined;
  }[] {
    return [...this.files.keys()].sort().flatMap((path) => {
      const edition = translationsFile.exec(path)?.[1];
      return edition === undefined ? [] : [{ edition, path, node: this.yaml(path) }];
    });
  }

  orders(): readonly Node[] {
    return [...this.files.keys()].sort().flatMap((path) => {
      const name = orderFile.exec(path)?.[1];
      const named = name !== undefined && checkId(this.problems, name, { file: path, line: 1, column: 1 });
      return named ? (this.yaml(path) ?? []) : [];
    });
  }
}
