/**
 * The types of editing: files as text, edits as data, and their results. All plain data, so that a draft can be stored, sent and
 * undone. Nothing here knows a page, a server or a disk.
 */
import type { EditionCode, Message } from '../../story/types.js';

/**
 * The files that editors change, with their whole text: path relative to the story's folder (`story/order.yaml`,
 * `story/orders/brief.yaml`, `story/sections/fire.yaml`, `story/story.yaml`, `story/translations/en.yaml`) → text as on disk,
 * including line ends and byte order mark (decode with `ignoreBOM: true`). Other files of the story may be included; no edit
 * changes them.
 */
export type Files = Readonly<Record<string, string>>;

/** Edition → text (`zh`, `en`); all are optional. */
export type EditionTexts = Readonly<Record<EditionCode, string>>;

/** What a step shows, with the names that a section's file uses. */
export interface ShowEdit {
  readonly state: string;
  /** Name of a chart of the stage; default: the first. */
  readonly chart?: string;
  readonly through?: string;
  readonly highlight?: string;
}

/**
 * One edit. `to` is the resulting position, from 0, counting hidden lines; a position past the end means the end. `order` is the
 * name of a file in `orders/`; default: `order.yaml`.
 */
export type Edit =
  | { readonly type: 'move-section'; readonly id: string; readonly to: number; readonly order?: string }
  | { readonly type: 'hide-section'; readonly id: string; readonly order?: string }
  | { readonly type: 'show-section'; readonly id: string; readonly order?: string }
  /** Publishes these sections in this order and hides every other in place: adopts a proposal. */
  | { readonly type: 'set-order'; readonly published: readonly string[]; readonly order?: string }
  /** Adds a file in `orders/`: a copy of `order.yaml`, or with just these sections. */
  | { readonly type: 'add-order'; readonly name: string; readonly published?: readonly string[] }
  | { readonly type: 'rename-order'; readonly name: string; readonly as: string }
  /** The server keeps the file in the history. */
  | { readonly type: 'delete-order'; readonly name: string }
  /**
   * Adds a section, which is hidden until it is shown. Its chart is a copy of the story's first chart of this kind; for a kind
   * that the story does not use yet, `state` and `figures` are required.
   */
  | {
      readonly type: 'add-section';
      readonly id: string;
      readonly to: number;
      readonly kind: string;
      readonly state?: string;
      readonly figures?: readonly string[];
      readonly title?: EditionTexts;
      readonly standfirst?: EditionTexts;
    }
  /**
   * Adds a hidden copy right after the original, without its pin and its passage of the report, which only one section can have.
   */
  | { readonly type: 'duplicate-section'; readonly id: string; readonly as: string }
  /** Deletes the file and its line in every order. The server keeps the file in the history. */
  | { readonly type: 'delete-section'; readonly id: string }
  /**
   * Sets a text, given by its path in `textsIn` (`title`, `steps.start`, `stage.falls.alt`, `lead_in.fire`). A missing language
   * is added after the others; an empty text is kept as an empty text.
   */
  | {
      readonly type: 'set-text';
      readonly file: string;
      readonly path: string;
      readonly language: EditionCode;
      readonly text: string;
    }
  /** Records that a translation has been compared with the present original. */
  | {
      readonly type: 'mark-translated';
      readonly file: string;
      readonly path: string;
      readonly language: EditionCode;
    }
  | { readonly type: 'move-step'; readonly section: string; readonly step: string; readonly to: number }
  /** Adds a step. Without `show`, it shows the same as the step before it (or after it, if it is the first). */
  | {
      readonly type: 'add-step';
      readonly section: string;
      readonly step: string;
      readonly to: number;
      readonly show?: ShowEdit;
      readonly texts: EditionTexts;
    }
  | { readonly type: 'remove-step'; readonly section: string; readonly step: string }
  | { readonly type: 'duplicate-step'; readonly section: string; readonly step: string; readonly as: string }
  | { readonly type: 'set-show'; readonly section: string; readonly step: string; readonly show: ShowEdit }
  | {
      readonly type: 'add-lead-in';
      readonly section: string;
      readonly after: string;
      readonly texts: EditionTexts;
    }
  | { readonly type: 'remove-lead-in'; readonly section: string; readonly after: string }
  /** Edits of the brief in `story.yaml`. `step` is the address of the step to which a finding links: `fire--tanks`. */
  | { readonly type: 'move-finding'; readonly finding: string; readonly to: number }
  | {
      readonly type: 'add-finding';
      readonly finding: string;
      readonly to: number;
      readonly step: string;
      readonly texts: EditionTexts;
    }
  | { readonly type: 'remove-finding'; readonly finding: string }
  | { readonly type: 'lead-finding'; readonly finding: string; readonly step: string }
  /** `picture` names a chart of the section that the finding leads to; absent: the finding bears none. */
  | { readonly type: 'picture-finding'; readonly finding: string; readonly picture?: string };

/** The reason why an edit cannot be applied; then no file has changed. */
export type EditRule =
  | 'withheld'
  /** `Files` has no such file. */
  | 'no-file'
  /** The file cannot be parsed; `line` and `column` say where. */
  | 'not-readable'
  /** The list is not written with one item per line. */
  | 'not-one-a-line'
  | 'unknown-section'
  | 'unknown-step'
  | 'unknown-finding'
  | 'unknown-text'
  | 'unknown-language'
  | 'unknown-kind'
  | 'unknown-order'
  /** Not a well-formed id. */
  | 'bad-id'
  /** The name is already used. */
  | 'taken'
  /** The last step or section, which cannot be removed. */
  | 'last-one'
  /** No YAML file can contain this text: half of a surrogate pair, or a tab at the beginning of a line. */
  | 'text-not-kept';

export interface EditProblem {
  readonly rule: EditRule;
  readonly message: Message;
  /** What was found: an id, a path, a few characters. */
  readonly found: string;
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
}

/** The result of an edit: either all its changes, or a problem and no change. No edit throws. */
export type Edited =
  { readonly ok: true; readonly files: Files } | { readonly ok: false; readonly problem: EditProblem };

/** One text of a file as the page's fields show it, without the final line end that YAML adds to a `|` text. */
export interface TextEntry {
  readonly path: string;
  readonly texts: EditionTexts;
}

/** A finding of the brief; the path of its texts is `brief.<id>`. */
export interface FindingEntry {
  readonly id: string;
  /** Address of the step to which it links, as written: `fire--tanks`. */
  readonly step: string;
  /** Name of a chart, as written. */
  readonly picture?: string;
}

/** One line of an order. */
export interface OrderEntry {
  readonly id: string;
  readonly hidden: boolean;
  /** The comment at the end of the line, without `#`. */
  readonly comment?: string;
}

export type OrderRead =
  | { readonly ok: true; readonly lines: readonly OrderEntry[] }
  | { readonly ok: false; readonly problem: EditProblem };

/** What happened to one file. */
export interface FileDiff {
  readonly path: string;
  readonly kind: 'added' | 'deleted' | 'changed';
  readonly added: number;
  readonly removed: number;
  readonly hunks: readonly DiffHunk[];
}
export interface DiffHunk {
  /** First line of the hunk before and after, from 1. */
  readonly oldStart: number;
  readonly newStart: number;
  readonly lines: readonly DiffLine[];
}
export interface DiffLine {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** A change in an editor's terms. */
export type Change =
  /** Positions from 0, counting hidden lines. Only sections that an editor would call moved, not those that they passed. */
  | {
      readonly type: 'moved';
      readonly id: string;
      readonly from: number;
      readonly to: number;
      readonly order?: string;
    }
  | { readonly type: 'hidden' | 'shown'; readonly id: string; readonly order?: string }
  | { readonly type: 'section-added' | 'section-deleted'; readonly id: string }
  | { readonly type: 'order-added' | 'order-deleted'; readonly name: string }
  | {
      readonly type: 'step-moved';
      readonly section: string;
      readonly step: string;
      readonly from: number;
      readonly to: number;
    }
  | { readonly type: 'step-added' | 'step-removed'; readonly section: string; readonly step: string }
  | { readonly type: 'finding-moved'; readonly finding: string; readonly from: number; readonly to: number }
  | { readonly type: 'finding-added' | 'finding-removed'; readonly finding: string }
  | { readonly type: 'finding-led'; readonly finding: string; readonly step: string }
  /** Without a picture: it bears none any more. */
  | { readonly type: 'finding-pictured'; readonly finding: string; readonly picture?: string }
  | {
      readonly type: 'text';
      readonly file: string;
      readonly path: string;
      readonly language: EditionCode;
      readonly before: string;
      readonly after: string;
    };

/** A proposed order, as encoded in a link. */
export interface Proposal {
  /** Published sections in reading order. */
  readonly order: readonly string[];
  /** Sections to hide. */
  readonly hide: readonly string[];
}
/** A decoded proposal, adapted to the present story. */
export interface DecodedProposal extends Proposal {
  /** Whether the story's order has changed since the link was made. */
  readonly stale: boolean;
  /** Sections of the link that no longer exist (only if stale); they are not in `order` or `hide`. */
  readonly gone: readonly string[];
  /** Sections that are newer than the link (only if stale); they are in `hide`. */
  readonly added: readonly string[];
}
export type ProposalRule =
  'no-order' | 'too-long' | 'bad-id' | 'unknown-section' | 'duplicate-id' | 'bad-base';
export interface ProposalProblem {
  readonly rule: ProposalRule;
  readonly found: string;
  readonly message: Message;
}
export type Decoded =
  | { readonly ok: true; readonly proposal: DecodedProposal }
  | { readonly ok: false; readonly problem: ProposalProblem };

/** A change between sections that a new order causes for readers. */
export type ConnectingChange =
  | {
      readonly type: 'lead-in-appears' | 'lead-in-vanishes';
      readonly section: string;
      /** Id of the section before it. */
      readonly after: string;
      /** The sentence in the requested edition; numbers are `[[id]]`. */
      readonly text: string;
    }
  | {
      readonly type: 'see-turns';
      readonly section: string;
      readonly target: string;
      readonly from: 'before' | 'after';
      readonly to: 'before' | 'after';
    }
  /** The explanation of a term, which is at its first use, moves to another section; a section is absent if none uses the term. */
  | { readonly type: 'term-moves'; readonly term: string; readonly from?: string; readonly to?: string };
