/**
 * The types of the checked story, on which every other part of the site relies.
 *
 * All data of these types is trusted: `checkStory` has read the files, compared each figure with the report and resolved every
 * id. Nothing here knows Svelte, the DOM, a screen or a language's typography. All offsets are UTF-16 indices into the report's
 * text (the checks allow only characters of one unit in it).
 */

/** An edition's language code as `story.yaml` lists it (`zh`, `en`). The first edition listed is the original. */
export type EditionCode = string;

/** A plain text in every edition of the story. */
export type Texts = Readonly<Record<EditionCode, string>>;

/** A half-open range `[start, end)` of the report. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A range together with the characters in it. */
export interface Quote extends Span {
  readonly text: string;
}

/** How the report limits a number: exactly, at least (以上), above (突破), within (以内), strives for (力争). */
export type Comparator = '=' | '>=' | '>' | '<=' | 'strive';
export const comparators: readonly Comparator[] = ['=', '>=', '>', '<=', 'strive'];

/**
 * What kind of statement the number belongs to: a result of the year under review, a target of the plan, an upper limit, a lower
 * limit, or the size of a project that is part of its name.
 */
export type FigureKind = 'reported' | 'target' | 'ceiling' | 'threshold' | 'scale';
export const figureKinds: readonly FigureKind[] = ['reported', 'target', 'ceiling', 'threshold', 'scale'];

/** One number of the report. */
export interface Figure {
  readonly id: string;
  /** Id of the section whose passage contains the number. */
  readonly section: string;
  /** The number in the unit as printed (2.19 for 2.19亿元). */
  readonly value: number;
  /** The number's characters as printed (`51.56`, `80`). */
  readonly printed: string;
  /** The unit as printed, magnitude included (`亿元`, `万人次`, `%`, `` where the report prints none). */
  readonly unit: string;
  readonly comparator: Comparator;
  readonly kind: FigureKind;
  /** Id of its `Measure`. */
  readonly measure: string;
  /** The number with its unit and, where adjacent, its comparator word (`50%以上`, `突破400亿元`, `力争9.5%`). */
  readonly span: Quote;
  /** The minimal clause around the number. */
  readonly quote: Quote;
  /** The whole sentence. */
  readonly sentence: Quote;
  /** The subjects that the number describes; usually one. */
  readonly subjects: readonly Texts[];
  /** For a stretch target: id of the target that it goes beyond. */
  readonly stretchOf?: string;
  /** What a careful reader must know about reading this number. */
  readonly note?: Texts;
}

/** What a number measures. Only figures of one measure and one unit may share a scale. */
export interface Measure {
  readonly id: string;
  readonly label: Texts;
  /** Whether levels of this measure may be added up over disjoint subjects. */
  readonly additive: boolean;
  /** `fall` and `growth` are relative changes from a base; a measure without `change` is a level. */
  readonly change?: 'fall' | 'growth';
}

export type Operation =
  'index' | 'sum' | 'share' | 'weighted-mean' | 'difference' | 'conversion' | 'tiling' | 'count';

/** A piece of a formula as shown to readers: operators and constants as text, operands by id. */
export type FormulaPart =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'figure'; readonly id: string }
  | { readonly type: 'derived'; readonly id: string };

/** A number of our own arithmetic over figures. */
export interface Derived {
  readonly id: string;
  readonly section: string;
  readonly operation: Operation;
  readonly value: number;
  /** The value in digits, rounded as `derived.yaml` says. */
  readonly printed: string;
  /** Unit in the report's own terms (`亿元`, `%`, `` for index points). */
  readonly unit: string;
  readonly comparator: Comparator;
  /** Ids of its operands, figures and derived figures, in order. */
  readonly from: readonly string[];
  /** Only for counts with `where`: ids of the sections counted, because a count of 0 has no `from` to tell them by. */
  readonly sections?: readonly string[];
  /** Only for tilings: how many base units one mark stands for. */
  readonly per?: number;
  readonly formula: readonly FormulaPart[];
  readonly label: Texts;
  readonly caveat: Texts;
  /** Only for counts of listed words: the words counted. */
  readonly items?: readonly Quote[];
}

/** A piece of running text, parsed and checked: no HTML. */
export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'strong'; readonly children: readonly Inline[] }
  | { readonly type: 'emphasis'; readonly children: readonly Inline[] }
  | { readonly type: 'link'; readonly href: string; readonly children: readonly Inline[] }
  | { readonly type: 'figure'; readonly id: string; readonly format?: FigureFormat }
  | { readonly type: 'derived'; readonly id: string; readonly format?: FigureFormat }
  /** `[[see:…]]`: the direction depends on the current order. */
  | { readonly type: 'see'; readonly section: string; readonly direction: 'before' | 'after' }
  /** `[[term:…]]`: `first` marks its first use in the current order, where it is explained. */
  | { readonly type: 'term'; readonly id: string; readonly first: boolean };

/** `value`: number and unit without comparator word; `number`: digits only; `words`: the number in the language's own numerals. */
export type FigureFormat = 'value' | 'number' | 'words';
export const figureFormats: readonly FigureFormat[] = ['value', 'number', 'words'];

export type Paragraph = readonly Inline[];
export type InlineTexts = Readonly<Record<EditionCode, Paragraph>>;
export type RunningTexts = Readonly<Record<EditionCode, readonly Paragraph[]>>;

/** What the stage shows at a step: one chart in one complete, named state. */
export interface Show {
  /** Name of a chart on this section's stage. */
  readonly chart: string;
  readonly state: string;
  /** Id of the last figure drawn, in the chart's order (only for kinds with `through`); absent: all are drawn. */
  readonly through?: string;
  /** Id of the emphasised figure or derived figure. */
  readonly highlight?: string;
}

export interface Step {
  readonly id: string;
  readonly show: Show;
  readonly text: RunningTexts;
}

/** A chart's checked option; `KindSpec.options` declares which options a kind has. */
export type OptionValue =
  | { readonly type: 'figures'; readonly ids: readonly string[] }
  | { readonly type: 'derived'; readonly ids: readonly string[] }
  | { readonly type: 'texts'; readonly items: readonly InlineTexts[] }
  | { readonly type: 'notes'; readonly items: readonly Note[] }
  | { readonly type: 'quotes'; readonly items: readonly Quote[] }
  | { readonly type: 'word'; readonly value: string }
  | { readonly type: 'words'; readonly values: readonly string[] }
  | { readonly type: 'flag'; readonly value: boolean };

/** A short note on a picture, beside the mark of one of its numbers. */
export interface Note {
  /** The id of the figure or derived figure. */
  readonly at: string;
  readonly text: InlineTexts;
}

/** One chart of a stage. */
export interface StageChart {
  /** `as:` in the file, else the kind's name. Unique on the stage. */
  readonly name: string;
  readonly kind: string;
  readonly figures: readonly string[];
  readonly derived: readonly string[];
  readonly options: Readonly<Record<string, OptionValue>>;
  readonly title: InlineTexts;
  /** Text under the picture: what the report does not state, and what we have added. */
  readonly caveat?: InlineTexts;
  /** Text alternative: what the picture shows, for readers who cannot see it. */
  readonly alt: InlineTexts;
}

export interface LeadIn {
  readonly after: string;
  readonly text: InlineTexts;
}

export interface Section {
  readonly id: string;
  readonly pin?: 'first' | 'last';
  /** Whether its words have been removed from these files, so that it cannot be published; see `withheld.ts`. */
  readonly withheld?: true;
  /** The passage of the report that the section is about. Absent for sections that are ours alone (opening, close). */
  readonly passage?: Span;
  readonly heading?: Quote;
  readonly title: InlineTexts;
  readonly standfirst: InlineTexts;
  /** The connecting sentence for the current order, if there is one. */
  readonly leadIn?: InlineTexts;
  /** All connecting sentences. Each is shown only if the section comes right after `after`. */
  readonly leadIns?: readonly LeadIn[];
  readonly stage: readonly StageChart[];
  readonly steps: readonly Step[];
}

/** A finding of the brief: one statement for a reader with one minute, linking to the step that shows it. */
export interface Finding {
  readonly id: string;
  /** Id of the section; if that is hidden, the finding is not shown. */
  readonly section: string;
  readonly step: string;
  readonly text: InlineTexts;
  /** Name of the chart that is shown small beside the text, in its state at that step. */
  readonly picture?: string;
}

export interface Term {
  readonly id: string;
  readonly term: Texts;
  readonly explanation: Texts;
}

export interface Report {
  readonly text: string;
  /** All of its sentences, those without figures included. */
  readonly sentences: readonly Span[];
  readonly sha256: string;
  readonly length: number;
  /** From `report/source.yaml`: who issued the report, what is missing, what we have inferred. */
  readonly title: Texts;
  readonly issuer: Texts;
  readonly missing: readonly Texts[];
  readonly inferred: readonly Texts[];
}

/** A numeral of the report that is not a figure, with the reason. */
export interface NonFigure extends Quote {
  readonly reason: string;
}

export interface Passage extends Span {
  /** Id of the section about this passage, or of the deleted section that was. */
  readonly section: string;
  /** The report's own heading inside the passage. */
  readonly heading?: Quote;
}

/** An address that was published once and that the story no longer has. */
export interface MovedAddress {
  /** `section` or `section--step`. */
  readonly from: string;
  /** The address that it leads to; empty: the story's start. */
  readonly to: string;
}

export interface Story {
  readonly editions: readonly EditionCode[];
  readonly title: Texts;
  /** The description as written, with numbers as `[[id]]`. */
  readonly description: Texts;
  /** The description with its numbers resolved. */
  readonly descriptionInline: InlineTexts;
  readonly credit: Texts;
  /** The day, `YYYY-MM-DD`, on which editors say that its words were last changed. */
  readonly updated?: string;
  /** Of our words and arithmetic, if the editors have stated one; the report is not theirs to license. */
  readonly licence?: { readonly name: string; readonly address: string };
  /** In the editors' order; empty where the story has no brief. */
  readonly brief: readonly Finding[];
  readonly report: Report;
  /** In the report's order. */
  readonly figures: readonly Figure[];
  readonly nonFigures: readonly NonFigure[];
  readonly derived: readonly Derived[];
  readonly measures: readonly Measure[];
  readonly terms: readonly Term[];
  /** Renderings of every figure's sentence, every heading and every quotation in a chart, in the report's order. */
  readonly renderings: readonly Rendering[];
  /** Published sections in reading order. */
  readonly sections: readonly Section[];
  /** Sections marked `hidden` in the order; they are checked like the others. */
  readonly hidden: readonly Section[];
  /** In the order of their record. */
  readonly moved: readonly MovedAddress[];
  /** All passages of the report in its order, including those of hidden sections and those without a section. */
  readonly passages: readonly Passage[];
}

/** Our rendering of a span of the report, in each edition but the original. */
export interface Rendering extends Span {
  readonly text: Texts;
}

/**
 * What a chart kind can show honestly; the checks report everything else. Each kind declares it in its folder and the caller
 * passes it to `checkStory`.
 */
export interface KindSpec {
  readonly kind: string;
  readonly states: readonly string[];
  /** Whether a step may use `through`. */
  readonly through: boolean;
  /** `one`: all figures share one scale, so their unit and measure must agree. `none`: nothing is drawn to scale across figures. */
  readonly scale: 'one' | 'none';
  readonly figures: { readonly min: number; readonly max: number };
  readonly derived: { readonly min: number; readonly max: number };
  readonly comparators: readonly Comparator[];
  readonly kinds: readonly FigureKind[];
  /** Figures that share a second scale: the option that names them, and the states that are drawn on it. */
  readonly apart?: { readonly option: string; readonly states: readonly string[] };
  /** Option name → its type, and whether it is required. */
  readonly options: Readonly<Record<string, OptionSpec>>;
  /** Whether the chart is made of HTML text, whose height depends on the text; otherwise it is a scene that fills the frame. */
  readonly words?: true;
  /** What its layout needs besides the chart's own figures and options: */
  readonly needs?: {
    /** the report's length and passages, because it draws the report itself; */
    readonly report?: true;
    /**
     * quotes in the report's own characters in every edition, with our rendering beside them, because it works on those
     * characters;
     */
    readonly literalQuotes?: true;
    /** the figures' notes, because it prints them. */
    readonly notes?: true;
  };
  /** The kind's own conditions: returns one sentence in zh and en per problem. */
  readonly refuse?: (chart: RefusalInput) => readonly Message[];
}

export interface OptionSpec {
  readonly type: OptionValue['type'];
  readonly required?: boolean;
  /** For `word` and `words`: the words allowed. */
  readonly words?: readonly string[];
}

export interface RefusalInput {
  readonly figures: readonly Figure[];
  readonly derived: readonly Derived[];
  readonly measures: readonly Measure[];
  readonly options: Readonly<Record<string, OptionValue>>;
}

/** A message in both languages. */
export interface Message {
  readonly zh: string;
  readonly en: string;
}

/** One thing wrong with the files, where, and how to mend it. Lines and columns count from 1. */
export interface Problem {
  /** Stable name of the rule (`quote-not-found`, `unknown-key`, …). */
  readonly rule: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly found: string;
  readonly expected: Message;
  readonly message: Message;
  /** The allowed name most similar to what was found, if there is one. */
  readonly nearest?: string;
}

/** The files of a story: path relative to the story's folder (`story/order.yaml`) → bytes. */
export type StoryFiles = ReadonlyMap<string, Uint8Array>;

export type Checked =
  | { readonly ok: true; readonly story: Story }
  | {
      readonly ok: false;
      readonly problems: readonly Problem[];
      /** The story if only words are wrong: for editors to look at, never to be published. */
      readonly draft?: Story;
    };
