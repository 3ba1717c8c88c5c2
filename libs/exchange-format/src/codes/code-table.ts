import { commissionTypes, exchangeTables } from './exchange-tables.js';
import { resultTables } from './result-tables.js';

/** One code table of the standard. */
export interface CodeTable {
  /** Object identifier, or `commission-type` for 別表15, which has none. */
  readonly oid: string;
  readonly name: string;
  /** Code → Japanese label. */
  readonly labels: ReadonlyMap<string, string>;
}

const arc = '1.2.392.200119.6.';

const tables: ReadonlyMap<string, CodeTable> = new Map(
  [
    ...Object.entries(exchangeTables).map(([key, table]) => tableOf(arc + key, ...table)),
    ...Object.entries(resultTables).map(([key, table]) => tableOf(arc + key, ...table)),
    tableOf('commission-type', '委託料単価区分（別表15）', commissionTypes),
    tableOf('2.16.840.1.113883.5.83', '結果の解釈', { L: '以下', H: '以上', N: '基準値内' }),
  ].map((table) => [table.oid, table]),
);

/** The code table of an OID (別表 and result code systems), or undefined when the standard has none. */
export function codeTable(oid: string): CodeTable | undefined {
  return tables.get(oid);
}

/** Japanese label of a code, or undefined when table or code is unknown. */
export function codeLabel(oid: string, code: string): string | undefined {
  return tables.get(oid)?.labels.get(code);
}

function tableOf(oid: string, name: string, codes: Readonly<Record<string, string>>): CodeTable {
  return { oid, name, labels: new Map(Object.entries(codes)) };
}
