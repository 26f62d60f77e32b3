/**
 * Parses the markup of running text: paragraphs, `**strong**`, `*emphasis*`, `[text](address)`, `[[reference]]`. Each node keeps
 * its offset in the text. References are not resolved here, and HTML is not supported: `<` is text like any other character.
 */
import { firstLine } from './first-line.js';
import type { Problems } from './problems.js';
import { exactly, say } from './problems.js';
import type { TextNode } from './yaml.js';

export type Markup =
  | { readonly type: 'text'; readonly text: string; readonly at: number }
  | { readonly type: 'strong' | 'emphasis'; readonly children: readonly Markup[]; readonly at: number }
  | {
      readonly type: 'link';
      readonly href: string;
      readonly hrefAt: number;
      readonly children: readonly Markup[];
      readonly at: number;
    }
  | { readonly type: 'reference'; readonly body: string; readonly at: number };

/**
 * Splits a text at blank lines and parses each paragraph. Reports markup errors to `problems` and never throws.
 *
 * @returns one list of nodes per paragraph; each node's `at` is a UTF-16 offset into the whole text
 */
export function parseMarkup(text: TextNode, problems: Problems): readonly (readonly Markup[])[] {
  const paragraphs: (readonly Markup[])[] = [];
  for (const match of text.value.matchAll(/[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*/g)) {
    paragraphs.push(new Parser(text, match.index, match.index + match[0].length, problems).parse());
  }
  return paragraphs;
}

/**
 * Line starts that mean something in Markdown but not here. The page would print the characters as they are, so they are
 * reported.
 */
const unsupported = /^(?:#{1,6} |> |[-*+] |\d+[.)] |```|\|)/;

class Parser {
  #at: number;
  readonly #source: string;

  constructor(
    readonly text: TextNode,
    start: number,
    readonly end: number,
    readonly problems: Problems,
  ) {
    this.#source = text.value;
    this.#at = start;
  }

  parse(): readonly Markup[] {
    this.#checkLineStart();
    const nodes: Markup[] = [];
    while (this.#at < this.end) {
      nodes.push(...this.#run(undefined));
      // `#run` stops before the end only at a closing mark that has no opening one.
      if (this.#at < this.end) this.#wrong('markup-unclosed', this.#source.charAt(this.#at), this.#at++);
    }
    return nodes;
  }

  /** Parses up to the closing mark, which it does not consume, or to the end of the paragraph. */
  #run(closer: '**' | '*' | '](' | undefined): Markup[] {
    const nodes: Markup[] = [];
    let text = '';
    let textAt = this.#at;
    const flush = (): void => {
      if (text !== '') nodes.push({ type: 'text', text, at: textAt });
      text = '';
    };
    const take = (length: number, printed: string): void => {
      if (text === '') textAt = this.#at;
      text += printed;
      this.#at += length;
    };
    while (this.#at < this.end) {
      const here = this.#source.slice(this.#at, this.end);
      if (closer !== undefined && here.startsWith(closer)) break;
      if (closer === '*' && here.startsWith('**')) break;
      if (here.startsWith('\\') && /^\\[\\*[\]!]/.test(here)) {
        flush();
        this.#at += 1;
        take(1, here.charAt(1));
        flush();
      } else if (here.startsWith('\n')) {
        flush();
        take(1, this.#lineBreak());
        flush();
        this.#checkLineStart();
      } else if (here.startsWith('[[')) {
        flush();
        nodes.push(...this.#reference());
      } else if (here.startsWith('**') || here.startsWith('*')) {
        flush();
        nodes.push(...this.#styled(here.startsWith('**') ? '**' : '*'));
      } else if (/^(?:【【|［［|〔〔|】】|］］|〕〕|＊＊)/.test(here)) {
        const found = this.#wideMarks(here);
        take(found.length, found);
      } else if (here.startsWith('![')) {
        this.#wrong('markup-unknown', '![', this.#at);
        take(1, '!');
      } else if (here.startsWith('[') && /^\[[^[\]\n]*(?:\[\[[^[\]\n]*\]\][^[\]\n]*)*\]\(/.test(here)) {
        flush();
        nodes.push(...this.#link());
      } else {
        take(1, here.charAt(0));
      }
    }
    flush();
    return nodes;
  }

  /**
   * Reports full-width marks as a Chinese input method types them, and suggests the ASCII marks. A bracket pair is reported once,
   * together with its content.
   *
   * @returns the reported characters, which are then kept as plain text
   */
  #wideMarks(here: string): string {
    const [pair, body = ''] =
      /^(?:【【|［［|〔〔)([^【［〔】］〕[\]\n]{1,80})(?:】】|］］|〕〕|\]\])/.exec(here) ?? [];
    const found = pair ?? here.slice(0, 2);
    const meant =
      pair !== undefined ? `[[${body}]]` : /^＊/.test(here) ? '**' : /^[】］〕]/.test(here) ? ']]' : '[[';
    this.problems.add('markup-unknown', this.text.placeAt(this.#at), found, exactly(meant), meant);
    return found;
  }

  #reference(): Markup[] {
    const at = this.#at;
    const close = this.#source.indexOf(']]', at);
    const body = this.#source.slice(at + 2, close < 0 ? at + 2 : close);
    if (close < 0 || close >= this.end || /[[\n]/.test(body)) {
      this.#wrong('markup-unclosed', '[[', at);
      this.#at = at + 2;
      return [];
    }
    this.#at = close + 2;
    return [{ type: 'reference', body, at: at + 2 }];
  }

  #styled(mark: '**' | '*'): Markup[] {
    const at = this.#at;
    this.#at += mark.length;
    const children = this.#run(mark);
    if (!this.#source.slice(this.#at, this.end).startsWith(mark)) {
      this.#wrong('markup-unclosed', mark, at);
      return children;
    }
    this.#at += mark.length;
    if (children.length === 0) this.#wrong('markup-unclosed', mark, at);
    return [{ type: mark === '**' ? 'strong' : 'emphasis', children, at }];
  }

  #link(): Markup[] {
    const at = this.#at;
    this.#at += 1;
    const children = this.#run('](');
    const hrefAt = this.#at + 2;
    const close = this.#source.indexOf(')', hrefAt);
    const newline = this.#source.indexOf('\n', hrefAt);
    if (close < 0 || close >= this.end || (newline >= 0 && newline < close)) {
      this.#wrong('markup-unclosed', '](', this.#at);
      this.#at = hrefAt;
      return children;
    }
    this.#at = close + 1;
    return [{ type: 'link', href: this.#source.slice(hrefAt, close), hrefAt, children, at }];
  }

  /** How a line end is printed: as nothing between two Chinese characters, as a space elsewhere. */
  #lineBreak(): string {
    const wide = /[\p{sc=Han}\u3000-\u303f\uff00-\uffef“”‘’—…\]*]/u;
    return wide.test(this.#source.charAt(this.#at - 1)) && wide.test(this.#source.charAt(this.#at + 1))
      ? ''
      : ' ';
  }

  #checkLineStart(): void {
    const line = firstLine(this.#source.slice(this.#at, this.end));
    const indent = line.length - line.trimStart().length;
    const mark = unsupported.exec(line.trimStart());
    if (mark) this.#wrong('markup-unknown', mark[0], this.#at + indent);
  }

  #wrong(rule: 'markup-unclosed' | 'markup-unknown', found: string, at: number): void {
    const expected =
      rule === 'markup-unclosed'
        ? say('成对的标记；要写这个符号本身，前面加 \\', 'marks in pairs; a backslash before the sign itself')
        : say(
            '段落、**粗**、*斜*、[文字](地址)、[[编号]]',
            'paragraphs, **strong**, *emphasis*, [text](address), [[id]]',
          );
    this.problems.add(rule, this.text.placeAt(at), found, expected);
  }
}
