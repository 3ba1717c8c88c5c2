import type { XmlElement } from '../../xml/xml-element.js';
import type { CdaHeader } from '../cda/header.js';
import type { CdaHeaderDraft } from '../cda/write-header.js';
import type { Placed, PlacedCode } from '../placed.js';

/**
 * State of an item: ABSENT no observation · NOTDONE 未実施 (negationInd) · UNMEAS 測定不可能 (nullFlavor NI) ·
 * VALUE a value readable as the type of the item table · BAD a value that is not, or no value at all.
 */
export type ItemState = 'ABSENT' | 'NOTDONE' | 'UNMEAS' | 'VALUE' | 'BAD';

/** 基準値範囲 of the institution; numbers as written. */
export interface ReferenceRange {
  readonly at: XmlElement;
  readonly low: string | null;
  readonly high: string | null;
  readonly lowUnit: string | null;
  readonly highUnit: string | null;
}

/** What one result of a checkup says, wherever it stands. */
export interface CheckupItemContent {
  /** 17-digit item code; '' when missing. */
  readonly code: string;
  /** Code system of the item; the default .1005 is filled in. */
  readonly codeSystem: string;
  /** displayName of the code, '' when none. */
  readonly displayName: string;
  readonly state: Exclude<ItemState, 'ABSENT'>;
  readonly negated: boolean;
  /** xsi:type of the value without prefix; '' when missing. */
  readonly type: string;
  /** @value of a quantity, the text of ST, else ''. */
  readonly value: string;
  /** Quantity as number; null when not a decimal number. */
  readonly number: number | null;
  readonly unit: string;
  /** @code of CD and CO, else ''. */
  readonly valueCode: string;
  readonly valueCodeSystem: string;
  /** nullFlavor of the value, '' when none. */
  readonly nullFlavor: string;
  readonly valueCount: number;
  /** typeCode of the entryRelationship inside the wrapper: COMP, RSON, …; '' outside a group. */
  readonly relation: string;
  /** YYYYMMDD as written in the observation, '' when none. */
  readonly date: string;
}

/** A content with room for notes on it: what somebody remembers of every item that is written like it. */
export interface NotedContent extends CheckupItemContent {
  /** Of whoever writes it; null at first, and no part of what the item says. */
  notes: unknown;
}

/** One result (`observation`) of a checkup, in document order. */
export interface CheckupItem extends CheckupItemContent {
  /**
   * One object for items of the same date's table whose `entry` is written alike: what follows from the entry alone, and
   * not from its section or place, may be remembered by it. Never altered but for its notes.
   */
  readonly content: NotedContent;
  /** The observation. */
  readonly at: XmlElement;
  /** First `value`, or null. */
  readonly valueAt: XmlElement | null;
  /** Second value: the mark L (以下) or H (以上); also a mark that stands alone (form up to 2012, state VALUE). */
  readonly mark: PlacedCode | null;
  readonly methodCode: PlacedCode | null;
  readonly interpretation: PlacedCode | null;
  readonly referenceRanges: readonly ReferenceRange[];
  /** Section that holds the item, '' when the section has no code. */
  readonly sectionCode: string;
  /** The group wrapper (code nullFlavor NA) around the item, or null. */
  readonly group: XmlElement | null;
  /** Name in `author//assignedPerson`, such as the doctor's; null when no author stands. */
  readonly authorName: Placed<string> | null;
}

/** One section of the body. */
export interface CdaSection {
  readonly at: XmlElement;
  readonly code: PlacedCode | null;
}

/** 特定健診情報 (hc08) as read. */
export interface CheckupReport {
  readonly at: XmlElement;
  readonly header: CdaHeader;
  readonly sections: readonly CdaSection[];
  readonly items: readonly CheckupItem[];
  /** Observations without code that are no group wrapper. */
  readonly uncoded: readonly XmlElement[];
}

/** One result to be written; what is undefined is left out. */
export interface CheckupItemDraft {
  readonly code: string;
  readonly codeSystem?: string;
  readonly displayName?: string;
  readonly state?: 'VALUE' | 'NOTDONE' | 'UNMEAS';
  readonly type: string;
  /** Quantity or text. */
  readonly value?: string;
  readonly unit?: string;
  readonly valueCode?: string;
  readonly valueCodeSystem?: string;
  readonly mark?: 'L' | 'H';
  readonly methodCode?: string;
  readonly interpretation?: string;
  readonly referenceRange?: { readonly low?: string; readonly high?: string; readonly unit: string };
  readonly authorName?: string;
}

/** A 一連検査グループ to be written: members with their relation. */
export interface CheckupGroupDraft {
  readonly members: readonly { readonly relation: 'COMP' | 'RSON'; readonly item: CheckupItemDraft }[];
}

/** What {@link writeCheckupReport} needs. */
export interface CheckupReportDraft {
  readonly header: CdaHeaderDraft;
  readonly sections: readonly {
    readonly code: string;
    readonly entries: readonly (CheckupItemDraft | CheckupGroupDraft)[];
  }[];
}
