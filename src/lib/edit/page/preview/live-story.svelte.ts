/**
 * A story that may become another one, part by part: whoever reads a part is told only when that very part is another. Without it a
 * moved section would ask every number on the page for its figure again.
 */
import type { EditionCode, Story } from '../../../story/types.js';

type Parts = { -readonly [Key in keyof Story]-?: Story[Key] };

export class LiveStory implements Story {
  #editions = $state.raw<Parts['editions']>([]);
  #title = $state.raw<Parts['title']>({});
  #description = $state.raw<Parts['description']>({});
  #descriptionInline = $state.raw<Parts['descriptionInline']>({});
  #credit = $state.raw<Parts['credit']>({});
  #report: Parts['report'];
  #figures = $state.raw<Parts['figures']>([]);
  #nonFigures = $state.raw<Parts['nonFigures']>([]);
  #derived = $state.raw<Parts['derived']>([]);
  #measures = $state.raw<Parts['measures']>([]);
  #terms = $state.raw<Parts['terms']>([]);
  #renderings = $state.raw<Parts['renderings']>([]);
  #sections = $state.raw<Parts['sections']>([]);
  #hidden = $state.raw<Parts['hidden']>([]);
  #passages = $state.raw<Parts['passages']>([]);

  constructor(story: Story) {
    this.#report = $state.raw(story.report);
    this.take(story);
  }

  take(story: Story): void {
    this.#editions = story.editions;
    this.#title = story.title;
    this.#description = story.description;
    this.#descriptionInline = story.descriptionInline ?? {};
    this.#credit = story.credit;
    this.#report = story.report;
    this.#figures = story.figures;
    this.#nonFigures = story.nonFigures;
    this.#derived = story.derived;
    this.#measures = story.measures;
    this.#terms = story.terms;
    this.#renderings = story.renderings;
    this.#sections = story.sections;
    this.#hidden = story.hidden;
    this.#passages = story.passages;
  }

  get editions(): readonly EditionCode[] {
    return this.#editions;
  }
  get title() {
    return this.#title;
  }
  get description() {
    return this.#description;
  }
  get descriptionInline() {
    return this.#descriptionInline;
  }
  get credit() {
    return this.#credit;
  }
  get report() {
    return this.#report;
  }
  get figures() {
    return this.#figures;
  }
  get nonFigures() {
    return this.#nonFigures;
  }
  get derived() {
    return this.#derived;
  }
  get measures() {
    return this.#measures;
  }
  get terms() {
    return this.#terms;
  }
  get renderings() {
    return this.#renderings;
  }
  get sections() {
    return this.#sections;
  }
  get hidden() {
    return this.#hidden;
  }
  get passages() {
    return this.#passages;
  }
}
