/**
 * What the editing page and the files of a story say to each other: files as text, edits as data, and what comes of them.
 * Plain data throughout, so that a draft can be kept, sent and undone. Nothing here knows a page, a server or a disk.
 */
import type { EditionCode, Message } from '../../story/types.js';

/**
 * The files that editors change, whole: path relative to the story's folder (`story/order.yaml`,
 * `story/orders/brief.yaml`, `story/sections/fire.yaml`, `story/story.yaml`, `story/translations/en.yaml`) → text as it
 * stands on disk, line ends and byte order mark included (decode with `ignoreBOM: true`). Other files of the story may
 * be among them; no edit touches them.
 */
export type Files = Readonly<Record<string, string>>;

/** Texts by edition (`zh`, `en`); none has to be there. */
export type EditionTexts = Readonly<Record<EditionCode, string>>;

/** What a step shows, in the words of a section's file. */
export interface ShowEdit {
  readonly state: string;
  /** Name of a chart of the stage; absent: the first. */
  readonly chart?: string;
  readonly through?: string;
  readonly highlight?: string;
}

/**
 * One thing that an editor does. `to` counts places from 0, hidden lines included, as the thing stands afterwards; what
 * is past the end means the end. `order` names a file in `orders/`; absent: `order.yaml`.
 */
export type Edit =
  | { readonly type: 'move-section'; readonly id: string; readonly to: number; readonly order?: string }
  | { readonly type: 'hide-section'; readonly id: string; readonly order?: string }
  | { readonly type: 'show-section'; readonly id: string; readonly order?: string }
  /** `published` in this order, every other line hidden where it is: how a proposal is adopted. */
  | { readonly type: 'set-order'; readonly published: readonly string[]; readonly order?: string }
  /** A new file in `orders/`: a copy of `order.yaml`, or just these sections. */
  | { readonly type: 'add-order'; readonly name: string; readonly published?: readonly string[] }
  | { readonly type: 'rename-order'; readonly name: string; readonly as: string }
  /** The server keeps the file in the history. */
  | { readonly type: 'delete-order'; readonly name: string }
  /**
   * A new section, hidden until it is shown. Its chart is a copy of the first one of this kind in the story; a kind that
   * the story does not use yet needs `state` and `figures`.
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
  /** A copy right after the original, hidden, without its pin and its passage of the report (which only one can have). */
  | { readonly type: 'duplicate-section'; readonly id: string; readonly as: string }
  /** The file and its line in every order. The server keeps the file in the history. */
  | { readonly type: 'delete-section'; readonly id: string }
  /**
   * Any text of a file by the path that `textsIn` lists (`title`, `steps.start`, `stage.falls.alt`, `lead_in.fire`).
   * A language that is not there yet is added beside the others; an empty text stays as an empty text.
   */
  | {
      readonly type: 'set-text';
      readonly file: string;
      readonly path: string;
      readonly language: EditionCode;
      readonly text: string;
    }
  /** Says that a translation has been compared with its original as it stands now. */
  | {
      readonly type: 'mark-translated';
      readonly file: string;
      readonly path: string;
      readonly language: EditionCode;
    }
  | { readonly type: 'move-step'; readonly section: string; readonly step: string; readonly to: number }
  /** Without `show`, the new step shows what the one before it shows (or the one after, at the very beginning). */
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
  /** The brief of `story.yaml`. `step` is the address of the step that a finding leads to: `fire--tanks`. */
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

/** Why an edit cannot be made; the files are then as they were. */
export type EditRule =
  | 'withheld'
  /** There is no such file among `Files`. */
  | 'no-file'
  /** The file cannot be read as it stands; `line` and `column` say where. */
  | 'not-readable'
  /** An order that is not one section a line. */
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
  /** The name is in use. */
  | 'taken'
  /** The only step, the only section: a story needs one. */
  | 'last-one'
  /** No file can hold this text: half a character, or a tab at the beginning of a line. */
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

/** Either all that the edit changes, or a problem and nothing. Nothing here throws. */
export type Edited =
  { readonly ok: true; readonly files: Files } | { readonly ok: false; readonly problem: EditProblem };

/** One text of a file, as the page's fields show it: without the line end that YAML puts after a `|` text. */
export interface TextEntry {
  readonly path: string;
  readonly texts: EditionTexts;
}

/** A finding of the brief: its texts stand at the path `brief.<id>`. */
export interface FindingEntry {
  readonly id: string;
  /** Address of the step that it leads to, as written: `fire--tanks`. */
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

/** What changed in an editor's words. */
export type Change =
  /** Places from 0, hidden lines included. Only sections that an editor would say were moved: not those they passed. */
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

/** Another order, as a link carries it. */
export interface Proposal {
  /** Published sections in reading order. */
  readonly order: readonly string[];
  /** Sections that are not to be published. */
  readonly hide: readonly string[];
}
/** A proposal as it was found in a link and fitted to the story as it is now. */
export interface DecodedProposal extends Proposal {
  /** Whether the story's order has changed since the link was made. */
  readonly stale: boolean;
  /** Sections of the link that are no more (only when stale); left out of `order` and `hide`. */
  readonly gone: readonly string[];
  /** Sections that the link does not know (only when stale); they stand in `hide`. */
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

/** What a reader will find differently between sections when the order changes. */
export type ConnectingChange =
  | {
      readonly type: 'lead-in-appears' | 'lead-in-vanishes';
      readonly section: string;
      /** The section before it. */
      readonly after: string;
      /** The sentence in the asked edition; numbers as `[[id]]`. */
      readonly text: string;
    }
  | {
      readonly type: 'see-turns';
      readonly section: string;
      readonly target: string;
      readonly from: 'before' | 'after';
      readonly to: 'before' | 'after';
    }
  /** The explanation of a term moves with its first use; a section is absent where nobody uses the term. */
  | { readonly type: 'term-moves'; readonly term: string; readonly from?: string; readonly to?: string };
