/** xsi:type of a result. */
export type CheckupItemType = 'PQ' | 'CD' | 'CO' | 'ST';

/**
 * Programmes in the order of the item table: 010 特定健診, 020 広域連合, 030 事業者, 040 学校,
 * 050 生活機能評価, 061–065 cancer checks (肺 胃 乳 子宮 大腸), 090 肝炎.
 */
export const programmes = [
  '010',
  '020',
  '030',
  '040',
  '050',
  '061',
  '062',
  '063',
  '064',
  '065',
  '090',
] as const;
export type Programme = (typeof programmes)[number];

/** One item of XML用特定健診項目情報. Empty string = the table has no entry. */
export interface CheckupItemDefinition {
  /** 17-digit item code (JLAC10 based). */
  readonly code: string;
  readonly name: string;
  readonly type: CheckupItemType;
  /** `NNN.N` for quantities, `N` for codes, length in bytes (full width 2) for texts. */
  readonly format: string;
  readonly unit: string;
  /** OID of the result code system. */
  readonly codeSystem: string;
  /** 検査方法コード. */
  readonly method: string;
  /** 一連検査グループ: code of the reason item of the group. */
  readonly group: string;
  readonly relation: '' | 'COMP' | 'RSON' | 'RSON1';
  readonly dependsOn: string;
  /** Code of the name item that is written in `author` of this item. */
  readonly authorItem: string;
  /** author = never an observation of its own. */
  readonly written: 'observation' | 'author';
  /** One flag per programme, in the order of {@link programmes}; see {@link requirementOf}. */
  readonly requirements: string;
}

/** One edition of the item table as data; fields without an entry are left out of an item. */
export interface CheckupItemTable {
  /** YYYYMMDD, inclusive. */
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly items: readonly (Partial<CheckupItemDefinition> &
    Pick<CheckupItemDefinition, 'code' | 'name' | 'type' | 'written' | 'requirements'>)[];
}
