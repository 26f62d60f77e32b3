/**
 * What a language has to bring so that an edition can be printed in it: complete by type, so that a forgotten word is a
 * compile error. Knows the story's words, no markup.
 */
import type { ChartWords } from './chart-words.js';
import type { Comparator, Derived, Figure, FigureFormat, FigureKind, Operation } from '../story/types.js';

/** A printed number in pieces: the number leads, the unit and the report's limiting word are set smaller. */
export interface PrintedPart {
  readonly type: 'number' | 'unit' | 'word';
  readonly text: string;
}
export type Printed = readonly PrintedPart[];

export interface Format {
  /** Value of `lang` attributes. */
  readonly lang: string;
  readonly words: InterfaceWords;
  /** General idioms of the language that hold a numeral character without being a quantity. */
  readonly idioms: readonly string[];
  /** A figure as text; without a format, with the limiting word that stands beside it in the report. */
  readonly figure: (figure: Figure, format?: FigureFormat) => string;
  readonly derived: (derived: Derived, format?: FigureFormat) => string;
  /** The same in pieces. */
  readonly figureParts: (figure: Figure, format?: FigureFormat) => Printed;
  readonly derivedParts: (derived: Derived, format?: FigureFormat) => Printed;
  /** The report's own characters in pieces, whatever the edition. */
  readonly original: (figure: Figure) => Printed;
  /** How the number is limited, in plain words, with the report's own word for it where one stands there. */
  readonly comparator: (number: Figure | Derived) => string;
  /** What a unit without magnitude is called; empty where the language has no word for it (a classifier) or there is no unit. */
  readonly unit: (base: string) => string;
  /** A sentence's pieces in quotation marks of the language. */
  readonly quoted: (text: string) => string;
  /** Between a word and a quotation mark after it. */
  readonly gap: '' | ' ';
}

/** All texts of the interface. None holds a numeral: every number on a page belongs to a figure. */
export interface InterfaceWords {
  /** The language's name in itself. */
  readonly editionName: string;
  readonly listSeparator: string;
  readonly skipToStory: string;
  readonly skipToReport: string;
  readonly skipToFigures: string;
  readonly contents: string;
  /** How far a reader has come; `{section}`, `{sections}`, `{step}`, `{steps}`, `{figure}` and `{figures}` are counted in the page. */
  readonly progress: string;
  readonly stepsToolbar: string;
  readonly nextStep: string;
  readonly previousStep: string;
  readonly backToStory: string;
  /** Beside words of ours that render words of the report in another language. */
  readonly ourTranslation: string;
  /** Under a chart that quotes the report in another language than the report's. */
  readonly ourRendering: string;
  readonly slip: SlipWords;
  readonly brief: BriefWords;
  readonly sourcePage: string;
  readonly figuresPage: string;
  readonly downloadCsv: string;
  readonly downloadJson: string;
  /** Said before the linked title of another section: 前文, above. */
  readonly see: { readonly before: string; readonly after: string };
  /** A term's explanation as it follows the term. */
  readonly explain: (explanation: string) => string;
  /** The table behind a section's pictures. */
  readonly sectionData: string;
  readonly subject: string;
  readonly value: string;
  readonly statement: string;
  readonly kinds: Readonly<Record<FigureKind | 'derived', string>>;
  readonly kindsInFull: Readonly<Record<FigureKind | 'derived', string>>;
  readonly operations: Readonly<Record<Operation, string>>;
  readonly charts: ChartWords;
  readonly rail: RailWords;
  readonly sheet: SheetWords;
  readonly source: SourceWords;
  readonly ledger: LedgerWords;
  readonly legend: LegendWords;
  readonly embedded: EmbeddedWords;
  readonly embedding: EmbeddingWords;
  readonly notFound: NotFoundWords;
}

/** On a slip of the report's paper beside a step. */
export interface SlipWords {
  /** Between two stretches of the report that don't touch. */
  readonly cut: string;
  /** Unfolds the sentence that the clause is cut from. */
  readonly whole: string;
  /** Leads to where the words stand in the report. */
  readonly place: string;
}

/** The findings for a reader in a hurry. */
export interface BriefWords {
  readonly title: string;
  /** From a finding to the step that shows it. */
  readonly go: string;
}

/** Offering the story to other pages. */
export interface EmbeddingWords {
  readonly title: string;
  readonly introduction: string;
  /** The ways to it, in each section. */
  readonly offer: { readonly section: string; readonly chart: string };
  readonly what: string;
  readonly targets: { readonly section: string; readonly chart: string; readonly story: string };
  readonly state: string;
  readonly lastState: string;
  readonly language: string;
  readonly theme: string;
  readonly themes: { readonly auto: string; readonly light: string; readonly dark: string };
  readonly width: string;
  readonly widths: { readonly narrow: string; readonly medium: string; readonly wide: string };
  readonly preview: string;
  readonly withLoader: string;
  readonly frameOnly: string;
  /** The frame as tall as its content, by the browser's own means. */
  readonly fullHeight: string;
  readonly oembed: string;
  readonly copy: string;
  readonly copied: string;
  readonly notCopied: string;
  readonly close: string;
  /** To the page with every code. */
  readonly all: string;
  /** Where the build doesn't know its address. */
  readonly whereItStands: string;
}

/** Said in embedded pages. */
export interface EmbeddedWords {
  /** Before the issuer and the report's title, with its punctuation. */
  readonly source: string;
  readonly fullStory: string;
  /** Name of the list of all steps. */
  readonly stepList: string;
}

export interface RailWords {
  /** Name of the rail for those who don't see it. */
  readonly label: string;
  /** Said of a passage without a figure, after its heading. */
  readonly silent: string;
}

export interface SheetWords {
  readonly close: string;
  readonly next: string;
  readonly previous: string;
  readonly subjects: string;
  readonly kind: string;
  readonly comparator: string;
  readonly place: string;
  readonly note: string;
  readonly formula: string;
  readonly caveat: string;
  /** Before the numbers of our own arithmetic that are made from a figure. */
  readonly usedIn: string;
  readonly openSource: string;
  readonly openLedger: string;
  readonly loading: string;
}

export interface SourceWords {
  readonly title: string;
  readonly introduction: string;
  readonly missing: string;
  readonly inferred: string;
  readonly key: string;
  readonly readInStory: string;
  /** Over our renderings beside the report, in editions of other languages. */
  readonly renderings: string;
}

/** The orders that a reader can put the ledger in. */
export type LedgerSort = 'report' | 'story' | 'falling' | 'rising';

export interface LedgerWords {
  readonly title: string;
  readonly introduction: string;
  readonly figures: string;
  readonly derived: string;
  readonly derivedIntroduction: string;
  readonly absent: string;
  /** Names of the ways to find a figure: by passage, by kind. */
  readonly bySection: string;
  readonly byKind: string;
  readonly allKinds: string;
  readonly find: FindWords;
  readonly downloads: string;
  readonly downloadsNote: string;
  readonly section: string;
  readonly comparator: string;
  readonly quote: string;
  /** Opens our rendering of the whole sentence. */
  readonly sentenceRendering: string;
  readonly formula: string;
  readonly caveat: string;
  readonly note: string;
}

/** Searching, filtering and sorting the ledger, with script only. */
export interface FindWords {
  readonly title: string;
  readonly search: string;
  readonly section: string;
  readonly unit: string;
  readonly noUnit: string;
  readonly limit: string;
  readonly limits: Readonly<Record<Comparator, string>>;
  readonly all: string;
  readonly sort: string;
  readonly sorts: Readonly<Record<LedgerSort, string>>;
  /** Why sorting by number is not offered. */
  readonly rankingNeedsUnit: string;
  /** Before the plain count of rows shown. */
  readonly shown: string;
  readonly none: string;
  readonly reset: string;
  /** To the page with the sentences. */
  readonly full: string;
}

/** The pens, limits and kinds that the legend explains. */
export type LegendEntry =
  'reported' | 'target' | 'strive' | 'orMore' | 'above' | 'ceiling' | 'threshold' | 'scale' | 'derived';

export interface LegendWords {
  readonly title: string;
  readonly introduction: string;
  readonly entries: Readonly<Record<LegendEntry, { readonly name: string; readonly meaning: string }>>;
  /** Under each entry: where the same is seen small. */
  readonly inRail: string;
  readonly inSheet: string;
  readonly inText: string;
  readonly places: string;
  readonly placesTold: readonly { readonly name: string; readonly text: string }[];
}

export interface NotFoundWords {
  readonly title: string;
  readonly text: string;
  readonly toStory: string;
  /** The host's own front page: where the story is, if nobody knows better. */
  readonly front: string;
}

/** The verbs and words that limit a number, by comparator: one phrase each. */
export type ComparatorWords = Readonly<Record<Comparator, string>>;
