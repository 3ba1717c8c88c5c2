import type { XmlElement } from '../../xml/xml-element.js';
import type { Placed, PlacedNumber } from '../placed.js';

/** Number of an organisation with the OID of its number system. */
export interface PartyNumber extends Placed<string> {
  readonly root: string;
}

/** 交換用基本情報 (ix08) as read; null = element or attribute missing. */
export interface IndexFile {
  readonly at: XmlElement;
  /** 種別 (別表1). */
  readonly interactionType: Placed<string> | null;
  /** 作成年月日, YYYYMMDD as written. */
  readonly creationDate: Placed<string> | null;
  readonly sender: PartyNumber | null;
  readonly receiver: PartyNumber | null;
  /** 実施区分 (別表3). */
  readonly serviceEventType: Placed<string> | null;
  /** 総ファイル数: XML files in DATA and CLAIMS together. */
  readonly totalRecordCount: PlacedNumber | null;
}

/** What {@link writeIndex} needs. Dates are YYYYMMDD. */
export interface IndexDraft {
  readonly interactionType: string;
  readonly creationDate: string;
  readonly sender: { readonly root: string; readonly number: string };
  readonly receiver: { readonly root: string; readonly number: string } | null;
  readonly serviceEventType: string;
  readonly totalRecordCount: number;
}
