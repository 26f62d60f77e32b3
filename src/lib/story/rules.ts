/**
 * The rules of all checks by name, each with the sentence that says what is wrong. They are in one table, so that both languages
 * stay complete. Knows no file and no position.
 */
import type { Message } from './types.js';

const say = (zh: string, en: string): Message => ({ zh, en });

export const rules = {
  // files
  'missing-file': say('缺少文件', 'a file is missing'),
  'unknown-file': say('故事文件夹里有不认识的文件', "a file that the story doesn't know"),
  'file-too-large': say('文件太大，不读', 'the file is too large to be read'),
  'file-outside': say('链接指到了故事文件夹之外', "a link leads out of the story's folder"),
  'broken-utf8': say('不是合法的 UTF-8', 'not valid UTF-8'),
  'control-character': say('有控制字符', 'a control character'),
  'bidi-character': say('有改变文字方向的隐形字符', 'an invisible character that changes text direction'),
  'lost-character': say('有一个字在复制时丢了', 'a character was lost in copying'),
  'private-character': say('有只在个别字体里才有的字符', 'a character of one font alone'),
  'merge-conflict': say('合并没有完成：这里留着两个版本', 'an unfinished merge: two versions stand here'),
  'invisible-character': say('有看不见的字符', 'an invisible character'),

  // YAML
  'yaml-syntax': say('YAML 读不通', 'the YAML cannot be read'),
  'yaml-anchor': say('不用锚点（&）', 'anchors (&) are not used here'),
  'yaml-alias': say(
    '不用别名（*）；以星号开头的文字要加引号',
    'aliases (*) are not used here; quote a text that starts with an asterisk',
  ),
  'yaml-tag': say(
    '不用标签（!）；以叹号开头的文字要加引号',
    'tags (!) are not used here; quote a text that starts with an exclamation mark',
  ),
  'yaml-folded': say('不用折叠文字：换行会丢', 'folded text is not used here: its line breaks would be lost'),
  'yaml-block-header': say('多行文字只用 | 或 |-', 'several lines of text open with | or |- only'),
  'yaml-document': say(
    '一个文件只放一份文档，不用 ---、...、%',
    'one document a file, without ---, ... or %',
  ),
  'yaml-merge': say('不用合并键（<<）', 'merge keys (<<) are not used here'),
  'yaml-duplicate-key': say('同一个键写了两次', 'the same key twice'),
  'yaml-comment-on-text': say(
    '文字的同一行不能有注释：# 之后的字会丢',
    'no comment on a line of text: what follows # would be lost',
  ),
  'yaml-tab': say('不用制表符', 'tabs are not used here'),
  'yaml-indentation': say('缩进不对', 'the indentation is wrong'),
  'yaml-space': say('缺少空格', 'a space is missing'),
  'ime-hash': say('注释前的井号不是半角', 'the sign before a comment is not an ordinary one'),
  'ime-colon': say('键后面是全角冒号', 'a full-width colon after a key'),
  'ime-quotes': say('整个值用了弯引号', 'curly quotes around a value'),
  'ime-space': say('用了全角空格', 'a full-width space where YAML needs an ordinary one'),
  'ime-comma': say('该用半角逗号的地方用了全角标点', 'a full-width mark where YAML needs a comma'),
  'ime-bracket': say('用了全角括号', 'full-width brackets where YAML needs ordinary ones'),
  'ime-dash': say('列表项的短横不是半角', 'the dash of a list item is not an ordinary hyphen'),

  // shapes
  'unknown-key': say('不认识的键', 'an unknown key'),
  'missing-key': say('缺少键', 'a key is missing'),
  'forbidden-key': say('这个名字不许用', 'this name is not allowed'),
  'wrong-shape': say('结构不对', 'the shape is wrong'),
  'missing-text': say('缺少文字', 'a text is missing'),
  'bad-id': say('编号写法不对', 'not a well-formed id'),
  'bad-number': say('不是所要的数', 'not the number that is needed'),
  'bad-date': say('不是一个日子', 'not a day of the calendar'),
  'bad-span': say('位置不在报告之内', 'not a range of the report'),
  'unknown-word': say('不认识的词', 'an unknown word'),
  'unknown-edition': say('不认识的语言版', 'an unknown edition'),
  'duplicate-id': say('编号重复', 'a duplicate id'),
  'entry-twice': say('同一条列了两次', 'the same entry twice'),

  // CSV
  'csv-quoting': say('CSV 的引号不对', 'the CSV quoting is wrong'),
  'csv-header': say('CSV 的表头不对', 'the CSV header is wrong'),
  'csv-separator': say('各格不是用逗号隔开的', 'the cells are not parted by commas'),
  'csv-columns': say('这一行的列数不对', 'this row has the wrong number of columns'),

  // report and figures
  'report-changed': say('报告原文被改动', 'the report has been changed'),
  'report-length': say('报告长度不符', "the report's length does not agree"),
  'quote-not-found': say('引文不在报告的这个位置', 'the quote does not stand at this place of the report'),
  'text-not-found': say('文字不在报告的这个位置', 'the text does not stand at this place of the report'),
  'value-not-in-span': say('数值不是报告这里的数', 'the value is not the number that the report prints here'),
  'unit-not-in-span': say('单位不是报告这里的单位', 'the unit is not the one that the report prints here'),
  'comparator-not-as-report': say('限定词与报告不符', 'the comparator is not what the report says'),
  'span-wrong': say(
    '起止位置不是一个数连同单位和限定词',
    'the range is not one number with its unit and comparator word',
  ),
  'span-outside-quote': say('起止位置不在引文之内', 'the range lies outside its quote'),
  'quote-outside-sentence': say('引文不在句子之内', 'the quote lies outside its sentence'),
  'sentence-wrong': say('句子的起止不对', 'the sentence begins or ends elsewhere'),
  'subject-not-in-sentence': say('所说的对象不在这一句里', 'the subject does not occur in the sentence'),
  'subjects-unequal': say('两种语言的对象个数不同', 'the two languages list different numbers of subjects'),
  'row-out-of-order': say('行的次序与报告不同', "the row is out of the report's order"),
  'kind-against-comparator': say('类别与限定词不合', 'kind and comparator do not go together'),
  'note-needed': say('这样读这个数要有说明', 'this reading of the number needs a note'),
  'stretch-wrong': say(
    '力争目标与它所超出的目标不合',
    'the stretch target does not fit the figure that it goes beyond',
  ),
  'numeral-unaccounted': say('报告里的这个数不在任何表里', 'this numeral of the report is in neither table'),
  'numeral-twice': say('报告里的这个数被算了两次', 'this numeral of the report is accounted for twice'),
  'no-numeral': say('这一行不含任何数字', 'this row holds no numeral'),
  'unknown-measure': say('不认识的量', 'an unknown measure'),
  'unknown-section': say('不认识的节', 'an unknown section'),
  'unknown-step': say('不认识的一步', 'an unknown step'),
  'outside-passage': say('数字不在这一节的原文范围内', "the figure lies outside its section's passage"),
  'passage-overlap': say('两节的原文范围重叠', "two sections' passages overlap"),
  'heading-outside-passage': say(
    '标题不在这一节的原文范围内',
    "the heading lies outside the section's passage",
  ),

  // derived figures
  'unknown-figure': say('不认识的数字编号', 'an unknown figure'),
  'unknown-derived': say('不认识的推算编号', 'an unknown derived figure'),
  'unknown-operation': say('不认识的算法', 'an unknown operation'),
  'derivation-refused': say('这样算不成立', 'this calculation is not legitimate'),
  'decimals-needed': say('除不尽，要写明小数位', 'the result does not end: say how many decimals to print'),

  // texts
  'markup-unclosed': say('标记没有合上', 'a mark that is not closed'),
  'markup-unknown': say('不支持的标记', 'markup that is not supported'),
  'markup-not-here': say('这里不能用这种标记', 'this markup cannot stand here'),
  'link-refused': say('链接只能是 https、mailto 或相对地址', 'links are https, mailto or relative only'),
  'other-language': say('这段文字不是这种语言的', 'the text is in another language'),
  'unknown-reference': say('方括号里的编号不认识', 'an unknown id in double brackets'),
  'unknown-format': say('不认识的数字写法', 'an unknown number format'),
  'unknown-term': say('不认识的术语', 'an unknown term'),
  'bare-numeral': say('文字里直接写了数字', 'a bare numeral in a text'),
  'order-word': say('讲次序的词只能写在衔接句（lead_in）里', 'words of order belong into lead_in only'),
  'translation-older': say('译文早于现在的原文', 'the translation is older than its original'),
  'translation-unknown': say('登记的译文已不在', 'a record of a translation that does not exist'),
  'translation-figures-differ': say(
    '译文引用的数字与原文不同',
    'the translation cites other numbers than its original',
  ),
  'rendering-missing': say('这段原文没有译文', 'these words of the report have no rendering'),
  'rendering-unused': say('没有一处用到这条译文', 'nothing uses this rendering'),
  'rendering-twice': say('同一段原文有两条译文', 'two renderings of the same words'),
  'quotation-not-found': say('报告里没有这句引文', 'a quotation that the report does not hold'),
  'quotation-cut': say('引文去掉了前面的否定词', 'a quotation without the word before it that denies it'),
  'quotation-unclosed': say('引号不成对', 'a quotation mark without its partner'),
  'target-as-result': say('把目标说成了结果', 'a target worded as a result'),
  'result-as-target': say('把结果说成了目标', 'a result worded as a target'),

  // sections and order
  'unknown-kind': say('不认识的图形种类', 'an unknown chart kind'),
  'unknown-state': say('不认识的图形状态', 'an unknown chart state'),
  'unknown-chart': say('不认识的图形名', 'an unknown chart'),
  'chart-never-shown': say('没有一步用到这张图', 'no step shows this chart'),
  'chart-refused': say('这种图不能如实画出这些数', 'this kind cannot show these figures honestly'),
  'unlike-units': say('不同单位不能放在一把尺上', 'unlike units on one scale'),
  'unlike-measures': say('不同的量不能放在一把尺上', 'unlike measures on one scale'),
  'through-refused': say('这种图没有逐个画出', 'this kind does not draw step by step'),
  'not-in-chart': say('这张图里没有这个数', 'the chart does not hold this figure'),
  'note-too-long': say('图上的注太长，放不下', 'a note on the picture is too long for its place'),
  'see-hidden': say('指向没有发布的节', 'a reference to a section that is not published'),
  'see-itself': say('指向自己这一节', 'a reference to the section itself'),
  'not-in-order': say('有文件的节不在次序表里', 'a section with a file is missing from the order'),
  'address-there': say(
    '这个地址现在就有，不用通到别处',
    'an address that leads elsewhere, and is there itself',
  ),
  'address-chain': say('去处自己也不在了', 'it leads to an address that is itself gone'),
  'pin-out-of-place': say('固定位置的节不在它的位置', 'a pinned section is out of its place'),
  'duplicate-pin': say('两节固定在同一个位置', 'two sections pinned to one place'),
  withheld: say('没有发布的节，这里没有它的文字', 'a hidden section, whose words are not here'),
  'nothing-published': say('没有发布任何一节', 'no section is published'),
} as const satisfies Record<string, Message>;

export type Rule = keyof typeof rules;
