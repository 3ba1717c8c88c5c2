import type { XmlElement } from '../../xml/xml-element.js';
import type { CdaHeader } from '../cda/header.js';
import type { CdaHeaderDraft } from '../cda/write-header.js';
import type { Placed, PlacedCode } from '../placed.js';

/** One item of a guidance act. */
export interface GuidanceItem {
  /** The observation. */
  readonly at: XmlElement;
  /** 10-digit item code; '' when missing. */
  readonly code: string;
  readonly codeSystem: string;
  /** EVN done, INT planned, GOL goal. */
  readonly mood: string;
  readonly state: 'NOTDONE' | 'UNMEAS' | 'VALUE' | 'BAD';
  /** xsi:type of the value without prefix; '' when missing. */
  readonly type: string;
  /** @value of a quantity or integer, the text of ST, else ''. */
  readonly value: string;
  readonly number: number | null;
  readonly unit: string;
  readonly valueCode: string;
  readonly valueCodeSystem: string;
  /** Section code, '' when missing. */
  readonly sectionCode: string;
  readonly act: GuidanceAct | null;
}

/** One act: an interview, a plan, a support, an evaluation or a sum. */
export interface GuidanceAct {
  readonly at: XmlElement;
  readonly sectionCode: string;
  /** EVN done, INT planned. */
  readonly mood: string;
  /** 支援形態; null when the act carries nullFlavor NA instead. */
  readonly form: PlacedCode | null;
  /** 実施日, YYYYMMDD as written (of a period: its beginning). */
  readonly date: Placed<string> | null;
  /** End of a period, YYYYMMDD as written. */
  readonly endDate: Placed<string> | null;
  /** 実施者. */
  readonly implementer: PlacedCode | null;
  readonly items: readonly GuidanceItem[];
}

/** One section of a guidance document. */
export interface GuidanceSection {
  readonly at: XmlElement;
  readonly code: PlacedCode | null;
  readonly acts: readonly GuidanceAct[];
}

/** 特定保健指導情報 (hg08) as read. */
export interface GuidanceReport {
  readonly at: XmlElement;
  readonly header: CdaHeader;
  readonly sections: readonly GuidanceSection[];
  /** All items of all sections, in document order. */
  readonly items: readonly GuidanceItem[];
}

/** One item to be written. */
export interface GuidanceItemDraft {
  readonly code: string;
  readonly type: 'PQ' | 'INT' | 'CD' | 'ST';
  /** Mood of the item when it differs from its act (GOL). */
  readonly mood?: 'EVN' | 'INT' | 'GOL';
  readonly value?: string;
  readonly unit?: string;
  readonly valueCode?: string;
  readonly valueCodeSystem?: string;
}

/** One act to be written. */
export interface GuidanceActDraft {
  readonly mood: 'EVN' | 'INT';
  /** 支援形態; absent = the act has no form (nullFlavor NA). */
  readonly form?: string;
  readonly date?: string;
  readonly implementer?: string;
  readonly items: readonly GuidanceItemDraft[];
}

/** What {@link writeGuidanceReport} needs. */
export interface GuidanceReportDraft {
  readonly header: CdaHeaderDraft;
  readonly sections: readonly { readonly code: string; readonly acts: readonly GuidanceActDraft[] }[];
}
