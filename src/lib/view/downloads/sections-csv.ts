/** The story's sections as a table, with the passages of the report that no published section is about. */
import { formatFor } from '../../format/index.js';
import type { Story } from '../../story/types.js';
import { sectionTitle } from '../plain-text.js';
import { perLanguage, type Table } from './table.js';

export function sectionsTable(story: Story): Table {
  const { editions, sections, passages } = story;
  const ids = new Set([
    ...sections.map(({ id }) => id),
    ...passages.map(({ section }) => section),
    ...story.derived.map(({ section }) => section),
  ]);
  return {
    name: 'sections',
    path: 'sections.csv',
    title: '节表',
    description: 'The sections in the story’s order, each with its passage of the report',
    fields: [
      {
        name: 'id',
        type: 'string',
        title: '编号',
        description: 'Name of the section; its address on the story’s page is #<id>',
        constraints: { required: true, unique: true },
      },
      {
        name: 'position',
        type: 'integer',
        title: '第几节',
        description: 'Its position in the story, from 1; missing where the story does not tell the passage',
        constraints: { minimum: 1 },
      },
      ...perLanguage(editions, 'title', '标题', 'Our title, with its numbers'),
      {
        name: 'start',
        type: 'integer',
        title: '原文起',
        description: 'Where its passage of the report begins; missing where it is about no passage',
        constraints: { minimum: 0 },
      },
      {
        name: 'end',
        type: 'integer',
        title: '原文止',
        description: 'Where its passage ends',
        constraints: { minimum: 1 },
      },
      { name: 'heading', type: 'string', title: '报告的标题', description: 'The report’s own heading in it' },
    ],
    primaryKey: ['id'],
    rows: [...ids].map((id) => {
      const at = sections.findIndex((section) => section.id === id);
      const section = sections[at];
      const passage = passages.find((each) => each.section === id);
      const titles = editions.map((edition) =>
        section ? sectionTitle({ story, edition, format: formatFor(edition) }, section) : '',
      );
      const { start = '', end = '', heading } = passage ?? {};
      return [id, at < 0 ? '' : at + 1, ...titles, start, end, heading?.text ?? ''];
    }),
  };
}
