/**
 * What a language must provide so that an edition can be printed in it. The type is complete, so a missing word is a compile
 * error. Knows the story's terms, no markup.
 */
import type { ChartWords } from './chart-words.js';
import type { Comparator, Derived, Figure, FigureFormat, FigureKind, Operation } from '../story/types.js';

/** A piece of a printed number: the number itself is largest; the unit and the comparator word are set smaller. */
export interface PrintedPart {
  readonly type: 'number' | 'unit' | 'word';
  readonly text: string;
}
export type Printed = readonly PrintedPart[];

export interface Format {
  /** Value of the `lang` attribute. */
  readonly lang: string;
  /** Language and territory as the Open Graph names them. */
  readonly locale: string;
  readonly words: InterfaceWords;
  /** Idioms of the language that contain a numeral without being a quantity. */
  readonly idioms: readonly string[];
  /** Prints a figure as text; without a format, with the comparator word that is beside it in the report. */
  readonly figure: (figure: Figure, format?: FigureFormat) => string;
  readonly derived: (derived: Derived, format?: FigureFormat) => string;
  /** Like `figure`, in pieces. */
  readonly figureParts: (figure: Figure, format?: FigureFormat) => Printed;
  readonly derivedParts: (derived: Derived, format?: FigureFormat) => Printed;
  /** The figure in the report's own characters, in pieces, in every edition. */
  readonly original: (figure: Figure) => Printed;
  /** Says in plain words how the number is limited, with the report's own word for it if there is one. */
  readonly comparator: (number: Figure | Derived) => string;
  /** The name of a base unit; empty if the language has no word for it (a classifier) or there is no unit. */
  readonly unit: (base: string) => string;
  /** Puts a text in the language's quotation marks. */
  readonly quoted: (text: string) => string;
  /** What separates a word from a following quotation mark. */
  readonly gap: '' | ' ';
}

/** All texts of the interface. They contain no numeral, because every number on a page belongs to a figure. */
export interface InterfaceWords {
  /** The language's own name (中文, English). */
  readonly editionName: string;
  readonly listSeparator: string;
  readonly skipToStory: string;
  readonly skipToReport: string;
  readonly skipToFigures: string;
  readonly contents: string;
  /**
   * The reader's progress. Script counts and fills in `{section}`, `{sections}`, `{step}`, `{steps}`, `{figure}` and `{figures}`.
   */
  readonly progress: string;
  readonly stepsToolbar: string;
  readonly nextStep: string;
  readonly previousStep: string;
  readonly backToStory: string;
  /** Label beside our rendering of the report's words. */
  readonly ourTranslation: string;
  /** Note under a chart that quotes the report in our rendering. */
  readonly ourRendering: string;
  readonly slip: SlipWords;
  readonly brief: BriefWords;
  readonly sourcePage: string;
  readonly figuresPage: string;
  /** At the foot of a picture that is taken away: before the report's name; the edition. */
  readonly picture: { readonly source: string; readonly edition: string };
  readonly downloadCsv: string;
  readonly downloadJson: string;
  /** Link to the description of all published data files. */
  readonly downloadPackage: string;
  /** Link to the feed. */
  readonly feed: string;
  /** Printed before the linked title of another section: 前文, above. */
  readonly see: { readonly before: string; readonly after: string };
  /** Formats a term's explanation, which follows the term. */
  readonly explain: (explanation: string) => string;
  /** Heading of the table with the data of a section's pictures. */
  readonly sectionData: string;
  /** Before the links to the files with each picture's own data. */
  readonly chartData: string;
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
  readonly takeAway: TakeAwayWords;
  readonly present: PresentWords;
  readonly notFound: NotFoundWords;
}

/** The words of the slip beside a step. */
export interface SlipWords {
  /** Printed between two pieces of the report that don't touch. */
  readonly cut: string;
  /** Button that unfolds the whole sentence. */
  readonly whole: string;
  /** Link to the words' place in the report. */
  readonly place: string;
  /** On paper, in its place: which sentences of the report these are, counted from its beginning. */
  readonly sentences: (numbers: string, several: boolean) => string;
  /** Between two of those numbers. */
  readonly between: string;
}

/** The words of the brief. */
export interface BriefWords {
  readonly title: string;
  /** Link from a finding to the step that shows it. */
  readonly go: string;
}

/** The words of what readers take with them: links under each section, the dialog, the source sheet's buttons. */
export interface TakeAwayWords {
  /** Opens the links and the dialog. */
  readonly offer: string;
  readonly title: string;
  /** Link to the section's own address. */
  readonly address: string;
  readonly picture: string;
  readonly data: string;
  readonly link: string;
  readonly quotation: string;
  readonly copyLink: string;
  readonly copyQuotation: string;
  readonly copyPicture: string;
  readonly pictureNotCopied: string;
  /** What each size of picture is for (lib/view/pictures.ts). */
  readonly pictures: Readonly<Record<'card' | 'chat' | 'phone', string>>;
  /** The whole story as a file: before the links, and what each kind of file is (lib/view/pictures.ts). */
  readonly documents: {
    readonly title: string;
    readonly page: string;
    /** Of a PDF for a size of paper. */
    readonly paper: (size: string) => string;
    readonly long: string;
  };
  /** Opens the device's own list of who it can be sent to. */
  readonly send: string;
  readonly scan: string;
  readonly embed: string;
  /** One line of a quotation; script fills in `{subjects}` and `{printed}`. */
  readonly said: string;
}

/** The words of the presentation form. */
export interface PresentWords {
  /** Link to it. */
  readonly link: string;
  readonly name: string;
  readonly notes: string;
  readonly noNotes: string;
  readonly fullScreen: string;
  readonly blank: string;
  readonly help: string;
  readonly leave: string;
  /** Each row of the help: the keys as they are printed, by what they do. */
  readonly keys: readonly { readonly keys: readonly string[]; readonly does: string }[];
}

/** The words of the embed dialog and of the page with all embed codes. */
export interface EmbeddingWords {
  readonly title: string;
  readonly introduction: string;
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
  /** The code for an iframe that the browser makes as tall as its content. */
  readonly fullHeight: string;
  readonly oembed: string;
  readonly copy: string;
  readonly copied: string;
  readonly notCopied: string;
  readonly close: string;
  /** Link to the page with all codes. */
  readonly all: string;
  /** Note for builds that don't know the site's address. */
  readonly whereItStands: string;
}

/** The words of embedded pages. */
export interface EmbeddedWords {
  /** Printed before the issuer and the report's title, including its punctuation. */
  readonly source: string;
  readonly fullStory: string;
  /** Accessible name of the list of steps. */
  readonly stepList: string;
}

export interface RailWords {
  /** Accessible name of the rail. */
  readonly label: string;
  /** Printed after the heading of a passage without figures. */
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
  /** Printed before the derived figures that use a figure. */
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
  /** Heading of our renderings beside the report, in editions of other languages. */
  readonly renderings: string;
}

/** The orders in which a reader can sort the ledger. */
export type LedgerSort = 'report' | 'story' | 'falling' | 'rising';

export interface LedgerWords {
  readonly title: string;
  readonly introduction: string;
  readonly figures: string;
  readonly derived: string;
  readonly derivedIntroduction: string;
  readonly absent: string;
  /** Labels of the fields that filter by passage and by kind. */
  readonly bySection: string;
  readonly byKind: string;
  readonly allKinds: string;
  readonly find: FindWords;
  readonly downloads: string;
  readonly downloadsNote: string;
  readonly section: string;
  readonly comparator: string;
  readonly quote: string;
  /** Button that shows our rendering of the whole sentence. */
  readonly sentenceRendering: string;
  readonly formula: string;
  readonly caveat: string;
  readonly note: string;
}

/** The words for searching, filtering and sorting the ledger, which work only with script. */
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
  /** Says why sorting by number is not available. */
  readonly rankingNeedsUnit: string;
  /** Printed before the number of rows shown. */
  readonly shown: string;
  readonly none: string;
  readonly reset: string;
  /** Link to the ledger's page, which has the sentences. */
  readonly full: string;
}

/** The pens, limits and kinds that the legend explains. */
export type LegendEntry =
  'reported' | 'target' | 'strive' | 'orMore' | 'above' | 'ceiling' | 'threshold' | 'scale' | 'derived';

export interface LegendWords {
  readonly title: string;
  readonly introduction: string;
  readonly entries: Readonly<Record<LegendEntry, { readonly name: string; readonly meaning: string }>>;
  /** Labels under each entry: where its small form occurs. */
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
  /** Link to the host's front page, in case the story cannot be found. */
  readonly front: string;
}

/** Comparator → a phrase with the words for it. */
export type ComparatorWords = Readonly<Record<Comparator, string>>;
