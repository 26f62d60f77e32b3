/**
 * A reactive story whose parts are updated separately, so that a component that reads one part is updated only when that part
 * changes. Without it, moving a section would make every number on the page look up its figure again.
 */
import type { Story } from '../../../story/types.js';

type Parts = { -readonly [Key in keyof Story]-?: Story[Key] };

export class LiveStory implements Story {
  editions: Parts['editions'] = $state.raw([]);
  title: Parts['title'] = $state.raw({});
  description: Parts['description'] = $state.raw({});
  descriptionInline: Parts['descriptionInline'] = $state.raw({});
  credit: Parts['credit'] = $state.raw({});
  brief: Parts['brief'] = $state.raw([]);
  figures: Parts['figures'] = $state.raw([]);
  nonFigures: Parts['nonFigures'] = $state.raw([]);
  derived: Parts['derived'] = $state.raw([]);
  measures: Parts['measures'] = $state.raw([]);
  terms: Parts['terms'] = $state.raw([]);
  renderings: Parts['renderings'] = $state.raw([]);
  sections: Parts['sections'] = $state.raw([]);
  hidden: Parts['hidden'] = $state.raw([]);
  moved: Parts['moved'] = $state.raw([]);
  passages: Parts['passages'] = $state.raw([]);
  report: Parts['report'];

  constructor(story: Story) {
    this.report = $state.raw(story.report);
    this.take(story);
  }

  take(story: Story): void {
    Object.assign(this, story, { descriptionInline: story.descriptionInline ?? {} });
  }
}
