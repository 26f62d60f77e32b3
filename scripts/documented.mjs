/** Collects the npm commands named in the documents, so that a command added there is tried too. Does not know what they do. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The documents that tell people what to type. @returns {string[]} */
export function documents() {
  const folders = ['docs', 'data', 'examples'];
  const below = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  );
  return ['README.md', 'CONTRIBUTING.md', ...below.filter((path) => path.endsWith('.md'))];
}

/**
 * Every npm command in the documents' inline code and code blocks, once each.
 * @returns {{ line: string, name: string, args: string[], file: string }[]} `name` as in package.json (`test`, `check:story`), or
 * `ci`
 */
export function documentedCommands() {
  /** @type {Map<string, { line: string, name: string, args: string[], file: string }>} */
  const found = new Map();
  for (const file of documents()) {
    const code = readFileSync(file, 'utf8').matchAll(/```\w*\n([\s\S]*?)```|`([^`\n]+)`/g);
    for (const [, block, span] of code)
      for (const [line, run, name] of (block ?? span ?? '').matchAll(
        /\bnpm (run )?([a-z][\w:]*)(?: -- [^\n&;#]+)?/g,
      ))
        if (run || /^(ci|start|test)$/.test(String(name)))
          found.set(line.trim(), {
            line: line.trim(),
            name: String(name),
            args: line
              .trim()
              .split(/ -- | /)
              .slice(run ? 3 : 2),
            file,
          });
  }
  return [...found.values()];
}
