/** One record of a CSV file: its cells as written and the line on which it begins, from 1. */
export interface CsvRow {
  line: number;
  cells: string[];
}

/** What a CSV file breaks of RFC 4180, and where. */
export class CsvBroken extends Error {
  override name = 'CsvBroken';
  constructor(
    readonly line: number,
    readonly defect: 'quote-inside' | 'text-after-quote' | 'quote-open' | 'row-too-long',
  ) {
    super(`${defect} in line ${line}`);
  }
}

/** Characters of one record at most; a file without line ends must not be gathered whole. */
const rowCharactersMax = 10_000;
const cellsMax = 200;

/** A strict reader of RFC 4180 that takes a text in pieces; lines end with CRLF or LF, empty lines are passed over. */
export class CsvReader {
  private line = 1;
  private rowLine = 1;
  private cells: string[] = [];
  private cell = '';
  private length = 0;
  private state: 'start' | 'plain' | 'quoted' | 'quote-in-quoted' = 'start';
  private wasReturn = false;

  /** Rows that end in `text`. */
  *read(text: string): Generator<CsvRow> {
    for (const character of text) {
      const row = this.take(character);
      if (row !== null) yield row;
    }
  }

  /** The row that no line end closed, if there is one. */
  *end(): Generator<CsvRow> {
    if (this.state === 'quoted') throw new CsvBroken(this.rowLine, 'quote-open');
    const row = this.endRow();
    if (row !== null) yield row;
  }

  private take(character: string): CsvRow | null {
    if (this.state === 'quoted') {
      if (character === '"') this.state = 'quote-in-quoted';
      else this.append(character);
      if (character === '\n') this.line += 1;
      return null;
    }
    const isAfterReturn = this.wasReturn;
    this.wasReturn = character === '\r';
    if (character === '\r') return this.endLine();
    if (character === '\n') return isAfterReturn ? null : this.endLine();
    if (character === ',') {
      this.endCell();
      return null;
    }
    if (character !== '"') {
      if (this.state === 'quote-in-quoted') throw new CsvBroken(this.line, 'text-after-quote');
      this.state = 'plain';
      this.append(character);
      return null;
    }
    if (this.state === 'plain') throw new CsvBroken(this.line, 'quote-inside');
    if (this.state === 'quote-in-quoted') this.append('"');
    this.state = 'quoted';
    return null;
  }

  private append(character: string): void {
    this.length += 1;
    if (this.length > rowCharactersMax) throw new CsvBroken(this.rowLine, 'row-too-long');
    this.cell += character;
  }

  private endCell(): void {
    if (this.cells.length >= cellsMax) throw new CsvBroken(this.rowLine, 'row-too-long');
    this.cells.push(this.cell);
    this.cell = '';
    this.state = 'start';
  }

  private endLine(): CsvRow | null {
    const row = this.endRow();
    this.line += 1;
    this.rowLine = this.line;
    return row;
  }

  private endRow(): CsvRow | null {
    const isEmpty = this.cells.length === 0 && this.cell === '' && this.state === 'start';
    if (isEmpty) return null;
    this.endCell();
    const row = { line: this.rowLine, cells: this.cells };
    this.cells = [];
    this.length = 0;
    return row;
  }
}
