/** Makes the problem that says in both languages why an edit cannot be applied. Knows no file's contents. */
import type { Message } from '../../story/types.js';
import type { EditProblem, EditRule } from './types.js';

const say = (zh: string, en: string): Message => ({ zh, en });

const messages: Readonly<Record<EditRule, Message>> = {
  'no-file': say('没有这个文件', 'there is no such file'),
  'not-readable': say('这个文件现在读不通，先改好它', 'this file cannot be read as it stands: mend it first'),
  'not-one-a-line': say('要一项一行才能在这里改', 'this can be changed here only with one item a line'),
  'unknown-section': say('没有这一节', 'there is no such section'),
  withheld: say(
    '这一节没有发布，这里没有它的文字，改不了也删不了',
    'this section is not published: its words are not here, and it can be neither changed nor deleted',
  ),
  'unknown-step': say('没有这一步', 'there is no such step'),
  'unknown-finding': say('要点里没有这一条', 'the brief has no such finding'),
  'unknown-text': say('没有这段文字', 'there is no such text'),
  'unknown-language': say('不认识的语言', 'an unknown language'),
  'unknown-kind': say(
    '故事里还没有这种图，要写明状态和数字',
    'the story has no chart of this kind yet: say its state and its figures',
  ),
  'unknown-order': say('没有这个次序', 'there is no such order'),
  'bad-id': say(
    '编号只用小写字母、数字和短横，字母开头',
    'ids are lower-case letters, digits and hyphens, starting with a letter',
  ),
  taken: say('这个编号已经有了', 'this id is taken'),
  'last-one': say('至少留一项', 'one has to stay'),
  'text-not-kept': say('文件里存不下这样的文字', 'the file cannot hold this text as it is'),
};

/** @param at line and column, from 1; default: the beginning of the file */
export function problem(
  rule: EditRule,
  file: string,
  found: string,
  at: { readonly line: number; readonly column: number } = { line: 1, column: 1 },
  message: Message = messages[rule],
): { readonly ok: false; readonly problem: EditProblem } {
  return { ok: false, problem: { rule, file, found, message, line: at.line, column: at.column } };
}

/** Line and column (from 1) of an offset into a file's text. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const start = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - start + 1 };
}
