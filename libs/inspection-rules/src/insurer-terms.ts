import type { ReturnReason } from './finding.js';
import type { SettingScope } from './setting-scope.js';

/** What an insurer wants of the records it pays. */
export interface InsurerTerms {
  /** T005: a record without 受診券・利用券 is returned. */
  readonly isTicketRequired: boolean;
  /** T004: a ticket with the dummy serial 00000000 is returned; otherwise it is only mentioned. */
  readonly isDummyTicketForbidden: boolean;
  /** I010: 枝番 is to be recorded. */
  readonly isBranchRequired: boolean;
  /** I007: how 記号・番号 are written. */
  readonly insuredWidth: 'full' | 'half' | 'any';
  /** M030: every question of the questionnaire is to be answered. */
  readonly isQuestionnaireRequired: boolean;
  /** 確認依頼: its records that become queries are put to it by themselves. */
  readonly areQueriesAsked: boolean;
  /** 欠損の扱い: a missing mandatory item returns the record, or passes with a warning. */
  readonly missingItems: 'return' | 'pass';
  /** I008: what 記号, 番号 and 枝番 look like (regular expressions on the comparable form); null: anything. */
  readonly insuredPatterns: {
    readonly symbol?: string;
    readonly number?: string;
    readonly branch?: string;
  } | null;
  /** G045: 窓口負担 of guidance is collected all at the first claim, a share at each, or either. */
  readonly guidanceCopayment: 'first' | 'share' | 'any';
  /** P024: yen that the insurer funds for a person and fiscal year at most; null: no limit. */
  readonly fundingYenMax: number | null;
  /** 返戻理由 of a mandatory item that is not there, and of one recorded as 未実施 or 測定不可能. */
  readonly missingItemReasons: { readonly absent: ReturnReason; readonly notDone: ReturnReason };
}

/** Terms of an insurer or a group that differ from everybody's. */
export interface TermsChange extends SettingScope {
  readonly terms: Partial<InsurerTerms>;
}

/** Terms of everybody unless the settings say otherwise. */
export const defaultTerms: Omit<InsurerTerms, 'missingItemReasons'> = {
  isTicketRequired: false,
  isDummyTicketForbidden: false,
  isBranchRequired: false,
  insuredWidth: 'full',
  isQuestionnaireRequired: false,
  areQueriesAsked: false,
  missingItems: 'return',
  insuredPatterns: null,
  guidanceCopayment: 'any',
  fundingYenMax: null,
};
