import type { CalendarDate, CheckupItem, CheckupItemDefinition, Exchange } from '@daiko/exchange-format';
import type { InspectionSettings } from './settings.js';

/** First day of the fourth period (第4期) and its items and codes. */
export const FOURTH_PERIOD_START = '20240401';

/** What every rule may know: the day of receipt (JST) and the settings. */
export interface Facts {
  readonly date: CalendarDate;
  readonly settings: InspectionSettings;
}

/** What decides whether a rule on an item says anything: nothing that differs between records of one period. */
export interface ItemFacts {
  readonly settings: InspectionSettings;
  /** Period (第3期, 第4期) that the checkup is of. */
  readonly period: 'third' | 'fourth';
  definitionOf(item: CheckupItem): CheckupItemDefinition | undefined;
  /** Item of the standard's table by its official name, letter by letter. */
  itemNamed(name: string): CheckupItemDefinition | undefined;
}

/** What the archive says about all its records. */
export interface ArchiveFrame extends Facts {
  /** 提出年月日 of the root name. */
  readonly submissionDate: CalendarDate | null;
  /** Who sends the archive to whom, and as what (種別); null where that cannot be said. */
  readonly exchange: Exchange | null;
  /** 提出元 of the root name. */
  readonly senderNumber: string | null;
  /** 提出先 of the root name. */
  readonly receiverNumber: string | null;
}
