/**
 * The words of the checked story: what every other part of the site may rely on.
 *
 * Everything here is already trusted: `checkStory` has read the files, proved each figure against the report and
 * resolved every id. Nothing here knows Svelte, the DOM, a screen or a language's typography.
 * All offsets are UTF-16 indices into the report's text (which the checks hold to characters of one unit each).
 */

/** A language edition's code as `story.yaml` lists it (`zh`, `en`). The first one is the original. */
export type EditionCode = string;

/** One plain text an edition; every edition of the story is present. */
export type Texts = Readonly<Record<EditionCode, string>>;

/** A half-open range `[start, end)` of the report. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A range together with the very characters that stand there. */
export interface Quote extends Span {
  readonly text: string;
}

/** How the report limits a number: exactly, at least (以上), above (突破), within (以内), strives for (力争). */
export type Comparator = '=' | '>=' | '>' | '<=' | 'strive';
export const comparators: readonly Comparator[] = ['=', '>=', '>', '<=', 'strive'];

/**
 * What kind of statement the number belongs to: a result of the year under review, a target of the plan, a limit kept,
 * a floor to be held, or a nameplate size inside a project's name.
 */
export type FigureKind = 'reported' | 'target' | 'ceiling' | 'threshold' | 'scale';
export const figureKinds: readonly FigureKind[] = ['reported', 'target', 'ceiling', 'threshold', 'scale'];

/** One number of the report. */
export interface Figure {
  readonly id: string;
  /** Id of the section whose passage holds it. */
  readonly section: string;
  /** The number in the unit as printed (2.19 for 2.19亿元). */
  readonly value: number;
  /** The number's characters as printed (`51.56`, `80`). */
  readonly printed: string;
  /** The unit as printed, magnitude included (`亿元`, `万人次`, `%`, `` where the report prints none). */
  readonly unit: string;
  readonly comparator: Comparator;
  readonly kind: FigureKind;
  /** Id of what is measured, see `Measure`. */
  readonly measure: string;
  /** The number with its unit and, where adjacent, its comparator word (`50%以上`, `突破400亿元`, `力争9.5%`). */
  readonly span: Quote;
  /** The minimal clause. */
  readonly quote: Quote;
  /** The whole sentence. */
  readonly sentence: Quote;
  /** What the number is said of; several where one number covers several subjects. */
  readonly subjects: readonly Texts[];
  /** For a stretch target: the id of the figure that it goes beyond. */
  readonly stretchOf?: string;
  /** What a careful reader must know about reading this number. */
  readonly note?: Texts;
}

/** What a number measures. Only figures of one measure and one unit may share a scale. */
export interface Measure {
  readonly id: string;
  readonly label: Texts;
  /** Whether levels of this measure may be summed over disjoint subjects. */
  readonly additive: boolean;
  /** `fall` and `growth` are relative changes against a base; others are levels. */
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
  /** Figures and derived figures that it is made from, in order. */
  readonly from: readonly string[];
  /** Counts `where` only: the sections counted (a count of nothing has no `from` that could tell). */
  readonly sections?: readonly string[];
  /** Tilings only: how many base units one mark stands for. */
  readonly per?: number;
  readonly formula: readonly FormulaPart[];
  readonly label: Texts;
  readonly caveat: Texts;
  /** For a count of listed words: what was counted. */
  readonly items?: readonly Quote[];
}

/** Running text, parsed: no HTML, no code. */
export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'strong'; readonly children: readonly Inline[] }
  | { readonly type: 'emphasis'; readonly children: readonly Inline[] }
  | { readonly type: 'link'; readonly href: string; readonly children: readonly Inline[] }
  | { readonly type: 'figure'; readonly id: string; readonly format?: FigureFormat }
  | { readonly type: 'derived'; readonly id: string; readonly format?: FigureFormat }
  /** `[[see:…]]`: direction is computed from the real order. */
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
  /** Name of a chart of this section's stage. */
  readonly chart: string;
  readonly state: string;
  /** Figures up to and including this one are drawn (kinds with `through`); absent: all of them. */
  readonly through?: string;
  /** This figure (or derived figure) is emphasised. */
  readonly highlight?: string;
}

export interface Step {
  readonly id: string;
  readonly show: Show;
  readonly text: RunningTexts;
}

/** A chart's option after checking; `KindSpec.options` says which a kind takes. */
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
  /** `as:` in the file, else the kind. Unique in the stage. */
  readonly name: string;
  readonly kind: string;
  readonly figures: readonly string[];
  readonly derived: readonly string[];
  readonly options: Readonly<Record<string, OptionValue>>;
  readonly title: InlineTexts;
  /** Printed under the picture: what is not given, what is ours. */
  readonly caveat?: InlineTexts;
  /** What the picture says, for those who do not see it. */
  readonly alt: InlineTexts;
}

export interface LeadIn {
  readonly after: string;
  readonly text: InlineTexts;
}

export interface Section {
  readonly id: string;
  readonly pin?: 'first' | 'last';
  /** Its words are not here, so that it can't be published; see `withheld.ts`. */
  readonly withheld?: true;
  /** The report's own passage and, in it, its own heading. Absent where the section is ours alone (opening, close). */
  readonly passage?: Span;
  readonly heading?: Quote;
  readonly title: InlineTexts;
  readonly standfirst: InlineTexts;
  /** The connecting sentence that fits the present order, if any. */
  readonly leadIn?: InlineTexts;
  /** All connecting sentences, each for the order in which the section follows `after`. */
  readonly leadIns?: readonly LeadIn[];
  readonly stage: readonly StageChart[];
  readonly steps: readonly Step[];
}

/** One finding of the brief: what a reader with a minute gets, and the step that shows it. */
export interface Finding {
  readonly id: string;
  /** Of a section that may be hidden: then the finding is not printed. */
  readonly section: string;
  readonly step: string;
  readonly text: InlineTexts;
  /** Name of a chart of the section, whose picture at that step stands small beside the text. */
  readonly picture?: string;
}

export interface Term {
  readonly id: string;
  readonly term: Texts;
  readonly explanation: Texts;
}

export interface Report {
  readonly text: string;
  readonly sha256: string;
  readonly length: number;
  /** Who issued it, what is missing, what is inferred: `report/source.yaml`. */
  readonly title: Texts;
  readonly issuer: Texts;
  readonly missing: readonly Texts[];
  readonly inferred: readonly Texts[];
}

/** A digit run or numeral of the report that is not a figure, with the reason. */
export interface NonFigure extends Quote {
  readonly reason: string;
}

export interface Passage extends Span {
  /** The section that tells it, or told it. */
  readonly section: string;
  /** The report's own heading of it. */
  readonly heading?: Quote;
}

export interface Story {
  readonly editions: readonly EditionCode[];
  readonly title: Texts;
  /** As written: numbers stand in it by `[[id]]`. */
  readonly description: Texts;
  /** The description with its numbers resolved. */
  readonly descriptionInline: InlineTexts;
  readonly credit: Texts;
  /** In the editors' order; empty where the story has no brief. */
  readonly brief: readonly Finding[];
  readonly report: Report;
  /** In the report's order. */
  readonly figures: readonly Figure[];
  readonly nonFigures: readonly NonFigure[];
  readonly derived: readonly Derived[];
  readonly measures: readonly Measure[];
  readonly terms: readonly Term[];
  /** In the report's order: of each figure's sentence, each heading, each quotation in a chart. */
  readonly renderings: readonly Rendering[];
  /** Published sections in reading order. */
  readonly sections: readonly Section[];
  /** Sections whose line in `order.yaml` says hidden: checked like the others. */
  readonly hidden: readonly Section[];
  /** Passages of the report by section, in the report's order, those of hidden sections and those that no section tells included. */
  readonly passages: readonly Passage[];
}

/** Our rendering of a stretch of the report, by edition; the original has none. */
export interface Rendering extends Span {
  readonly text: Texts;
}

/** What a chart kind can honestly show; the checks refuse the rest. Declared beside each kind, handed to `checkStory`. */
export interface KindSpec {
  readonly kind: string;
  readonly states: readonly string[];
  /** Whether a step may say `through`. */
  readonly through: boolean;
  /** `one`: all figures share one scale, so unit and measure must agree. `none`: nothing is to scale across figures. */
  readonly scale: 'one' | 'none';
  readonly figures: { readonly min: number; readonly max: number };
  readonly derived: { readonly min: number; readonly max: number };
  readonly comparators: readonly Comparator[];
  readonly kinds: readonly FigureKind[];
  /** Figures that share a second scale: the option that names them, and the states that are drawn on it. */
  readonly apart?: { readonly option: string; readonly states: readonly string[] };
  /** Option name → its type; `required` ones must be present. */
  readonly options: Readonly<Record<string, OptionSpec>>;
  /** Made of words, which are as tall as they are; else a scene, which fills what room it is given. */
  readonly words?: true;
  /** What it needs beside the chart's own figures and options: */
  readonly needs?: {
    /** the report's length and passages, for it draws the report itself; */
    readonly report?: true;
    /** quotes in the report's own characters in every edition, with ours beside them, for it reads them; */
    readonly literalQuotes?: true;
    /** the figures' notes, for it prints them. */
    readonly notes?: true;
  };
  /** A kind's own conditions: sentences in zh and en, one a problem. */
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

/** A sentence in both languages of the checks. */
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
  /** The nearest right name, where there is one. */
  readonly nearest?: string;
}

/** The files of a story: path relative to the story's folder (`story/order.yaml`) → bytes. */
export type StoryFiles = ReadonlyMap<string, Uint8Array>;

export type Checked =
  | { readonly ok: true; readonly story: Story }
  | {
      readonly ok: false;
      readonly problems: readonly Problem[];
      /** What the files amount to where only words are wrong: for editors to look at, never to be published. */
      readonly draft?: Story;
    };
