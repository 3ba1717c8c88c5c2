import { unpackPairDigits } from './entry-name.js';
import { CLAIMS_FOLDER, DATA_FOLDER } from './layout.js';

const FIRST_CAPACITY = 256;

/** One file of a record as the columns keep it. */
export interface FileRow {
  readonly high: number;
  readonly low: number;
  readonly guidance: boolean;
  readonly offset: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly crc: number;
  readonly method: number;
  readonly descriptor: boolean;
}

const GUIDANCE = 0x40;
const DESCRIPTOR = 0x80;
const METHOD = 0x3f;

/** Files of one folder (DATA or CLAIMS) in directory order: typed columns, 37 bytes a file. */
export class FileColumns {
  length = 0;
  high = new Float64Array(FIRST_CAPACITY);
  low = new Float64Array(FIRST_CAPACITY);
  offset = new Float64Array(FIRST_CAPACITY);
  compressedSize = new Uint32Array(FIRST_CAPACITY);
  size = new Uint32Array(FIRST_CAPACITY);
  crc = new Uint32Array(FIRST_CAPACITY);
  flags = new Uint8Array(FIRST_CAPACITY);

  add(row: FileRow): void {
    if (this.length === this.high.length) this.resize(this.length * 2);
    const at = this.length++;
    this.high[at] = row.high;
    this.low[at] = row.low;
    this.offset[at] = row.offset;
    this.compressedSize[at] = row.compressedSize;
    this.size[at] = row.size;
    this.crc[at] = row.crc;
    this.flags[at] = row.method | (row.guidance ? GUIDANCE : 0) | (row.descriptor ? DESCRIPTOR : 0);
  }

  /** Gives back the room that was kept for more rows. */
  trim(): void {
    this.resize(this.length);
  }

  row(at: number): FileRow {
    if (!Number.isInteger(at) || at < 0 || at >= this.length) throw new RangeError(`no file ${at}`);
    const flags = this.flags[at] ?? 0;
    return {
      high: this.high[at] ?? 0,
      low: this.low[at] ?? 0,
      guidance: (flags & GUIDANCE) !== 0,
      offset: this.offset[at] ?? 0,
      compressedSize: this.compressedSize[at] ?? 0,
      size: this.size[at] ?? 0,
      crc: this.crc[at] ?? 0,
      method: flags & METHOD,
      descriptor: (flags & DESCRIPTOR) !== 0,
    };
  }

  /** Order of two files (of this and of another folder) by kind, then by their 26 digits. */
  compare(at: number, other: FileColumns, otherAt: number): number {
    const kind = ((this.flags[at] ?? 0) & GUIDANCE) - ((other.flags[otherAt] ?? 0) & GUIDANCE);
    if (kind !== 0) return kind;
    const high = (this.high[at] ?? 0) - (other.high[otherAt] ?? 0);
    return high !== 0 ? high : (this.low[at] ?? 0) - (other.low[otherAt] ?? 0);
  }

  /** Order of a file against a kind and 26 digits. */
  compareKey(at: number, guidance: boolean, digits: { high: number; low: number }): number {
    const kind = ((this.flags[at] ?? 0) & GUIDANCE) - (guidance ? GUIDANCE : 0);
    if (kind !== 0) return kind;
    const high = (this.high[at] ?? 0) - digits.high;
    return high !== 0 ? high : (this.low[at] ?? 0) - digits.low;
  }

  /** Path of a file inside the archive; `isData` tells DATA from CLAIMS. */
  pathAt(at: number, root: string, isData: boolean): string {
    const guidance = ((this.flags[at] ?? 0) & GUIDANCE) !== 0;
    const prefix = isData ? (guidance ? 'g' : 'h') : guidance ? 'p' : 'c';
    const digits = unpackPairDigits(this.high[at] ?? 0, this.low[at] ?? 0);
    return `${root}/${isData ? DATA_FOLDER : CLAIMS_FOLDER}/${prefix}${digits}.xml`;
  }

  /** Positions of the files in the order of {@link compare}; no sort where they already stand so. */
  sortedPositions(): Uint32Array {
    const positions = new Uint32Array(this.length);
    let ascending = true;
    for (let at = 0; at < this.length; at++) {
      positions[at] = at;
      if (at > 0 && this.compare(at - 1, this, at) > 0) ascending = false;
    }
    return ascending ? positions : positions.sort((a, b) => this.compare(a, this, b));
  }

  get byteLength(): number {
    return (
      this.high.byteLength +
      this.low.byteLength +
      this.offset.byteLength +
      this.compressedSize.byteLength +
      this.size.byteLength +
      this.crc.byteLength +
      this.flags.byteLength
    );
  }

  private resize(capacity: number): void {
    this.high = resized(this.high, new Float64Array(capacity));
    this.low = resized(this.low, new Float64Array(capacity));
    this.offset = resized(this.offset, new Float64Array(capacity));
    this.compressedSize = resized(this.compressedSize, new Uint32Array(capacity));
    this.size = resized(this.size, new Uint32Array(capacity));
    this.crc = resized(this.crc, new Uint32Array(capacity));
    this.flags = resized(this.flags, new Uint8Array(capacity));
  }
}

function resized<Column extends Float64Array | Uint32Array | Uint8Array>(from: Column, to: Column): Column {
  to.set(from.subarray(0, Math.min(from.length, to.length)));
  return to;
}
