/** Says in both languages what the YAML parser's errors ask for; the parser's own messages are English only. */
import { say } from './problems.js';
import type { Message } from './types.js';

export const yamlErrors: Readonly<Record<string, Message>> = {
  BAD_DQ_ESCAPE: say('引号里不用反斜线', 'no backslash in a quoted text'),
  BAD_INDENT: say('同一层的行缩进相同', 'the same indentation for lines of one level'),
  BAD_SCALAR_START: say(
    '给以这个符号开头的文字加引号',
    'quotation marks round a text that starts with this sign',
  ),
  BLOCK_AS_IMPLICIT_KEY: say(
    '冒号后另起一行并缩进；文字里有“: ”时加引号',
    'a new indented line after the colon; quotation marks round a text that holds ": "',
  ),
  BLOCK_IN_FLOW: say('花括号里只写在一行', 'one line inside braces'),
  MISSING_CHAR: say(
    '补上缺少的冒号、逗号、引号或括号',
    'the missing colon, comma, quotation mark or bracket',
  ),
  MULTILINE_IMPLICIT_KEY: say('键写在一行，后面有冒号和空格', 'a key on one line, with a colon and a space'),
  TAB_AS_INDENT: say('用空格缩进', 'spaces for indentation'),
  UNEXPECTED_TOKEN: say(
    '去掉多余的字，或给文字加引号',
    'nothing more here, or quotation marks round the text',
  ),
  NON_STRING_KEY: say('键是一个词', 'a key that is one word'),
  KEY_OVER_1024_CHARS: say('短一些的键', 'a shorter key'),
};
