import { Cells, type Column, placesOf } from './cells.js';
import { contractColumns, type ContractEntry, ContractRows } from './contract-rows.js';
import { CsvBroken, CsvReader, type CsvRow } from './csv-reader.js';
import { decodeText } from './decode-text.js';
import { memberColumns, type MemberEntry, MemberRows } from './member-rows.js';
import { RowErrors, says } from './row-errors.js';
import { ticketColumns, type TicketEntry, TicketRows } from './ticket-rows.js';

/** 受診券発行台帳, 被保険者マスタ, 健診等契約マスタ. */
export const masterKinds = ['tickets', 'members', 'contracts'] as const;
export type MasterKind = (typeof masterKinds)[number];

/** Entries of a master by its kind; persons are keyed digests. */
export interface MasterEntries {
  tickets: TicketEntry[];
  members: MemberEntry[];
  contracts: ContractEntry[];
}

/** A master file as read: entries, or what is wrong with it. */
export interface ReadMaster<K extends MasterKind = MasterKind> {
  kind: K;
  /** Lines of data. */
  rowCount: number;
  entries: MasterEntries[K];
  errors: RowErrors;
}

/** Lines of data a file may have. */
export const masterRowsMax = 200_000;

const columnsOf: Readonly<Record<MasterKind, readonly Column[]>> = {
  tickets: ticketColumns,
  members: memberColumns,
  contracts: contractColumns,
};

/** Columns of a kind of master, in the order of the documentation. */
export function masterColumns(kind: MasterKind): readonly Column[] {
  return columnsOf[kind];
}

const defects = {
  'quote-inside': says('「"」で囲む値の中では「""」', 'a quote is written "" inside a quoted cell'),
  'text-after-quote': says('閉じた「"」のあとは区切り', 'a comma or line end after a closing quote'),
  'quote-open': says('閉じる「"」', 'a closing quote'),
  'row-too-long': says('1行10,000文字・200列以内', 'a line of at most 10,000 characters and 200 cells'),
} as const;

/**
 * Reads a master file: all of it or its errors. `key` is that of the person digest; names, numbers and birth dates become
 * digests line by line and are held no longer. Gives other work a turn between pieces of the file.
 */
export async function readMaster<K extends MasterKind>(
  kind: K,
  bytes: Buffer,
  insurerNumber: string,
  key: Uint8Array,
): Promise<ReadMaster<K>> {
  const errors = new RowErrors();
  const rows = new MasterRows(kind, insurerNumber, key, errors);
  const pieces = decodeText(bytes);
  if (pieces === null) {
    errors.add(1, '', '', says('UTF-8 または Shift_JIS', 'UTF-8 or Shift_JIS'));
    return { kind, rowCount: 0, entries: [] as never, errors };
  }
  const csv = new CsvReader();
  try {
    for (const piece of pieces) {
      for (const row of csv.read(piece)) rows.take(row);
      await new Promise((resolve) => setImmediate(resolve));
    }
    for (const row of csv.end()) rows.take(row);
  } catch (error) {
    if (!(error instanceof CsvBroken)) throw error;
    errors.add(error.line, '', '', defects[error.defect]);
  }
  return { kind, rowCount: rows.count, entries: rows.entries() as MasterEntries[K], errors };
}

/** Lines of a file after its heading. */
class MasterRows {
  count = 0;
  private hasHeading = false;
  private places: string[] | null = null;
  private readonly kept: (TicketEntry | MemberEntry)[] = [];
  private readonly contracts: ContractRows;
  private readonly reader: TicketRows | MemberRows | null;

  constructor(
    private readonly kind: MasterKind,
    insurerNumber: string,
    key: Uint8Array,
    private readonly errors: RowErrors,
  ) {
    this.contracts = new ContractRows(errors);
    this.reader =
      kind === 'tickets'
        ? new TicketRows(insurerNumber, key, errors)
        : kind === 'members'
          ? new MemberRows(insurerNumber, key, errors)
          : null;
  }

  take({ line, cells }: CsvRow): void {
    if (!this.hasHeading) {
      this.hasHeading = true;
      this.places = placesOf(line, cells, columnsOf[this.kind], this.errors);
      return;
    }
    this.count += 1;
    const { places } = this;
    // Without its heading no line can be read: the error of the heading says it all.
    if (places === null || this.count > masterRowsMax) return;
    if (cells.length !== places.length) {
      const expected = says(`${places.length}列`, `${places.length} cells`);
      this.errors.add(line, '', `${cells.length}`, expected);
      return;
    }
    const values = new Map(places.map((name, at) => [name, (cells[at] ?? '').trim()]));
    const row = new Cells(line, values, this.errors);
    if (this.reader === null) this.contracts.take(row);
    else {
      const entry = this.reader.take(row);
      if (entry !== null) this.kept.push(entry);
    }
  }

  entries(): (TicketEntry | MemberEntry)[] | ContractEntry[] {
    if (!this.hasHeading) this.errors.add(1, '', '', says('見出し行', 'a heading'));
    if (this.count > masterRowsMax) {
      const expected = says(`${masterRowsMax}行以内`, `at most ${masterRowsMax} lines`);
      this.errors.add(masterRowsMax + 2, '', `${this.count}`, expected);
    }
    return this.reader === null ? this.contracts.all() : this.kept;
  }
}
