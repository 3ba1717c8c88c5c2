import { Buffer } from 'node:buffer';
import { crc32, deflateRawSync } from 'node:zlib';
import { dateParts, type CalendarDate } from '../values/calendar-date.js';
import { ZIP } from './zip-layout.js';

/** Most entries of an archive without Zip64; 65,535 itself already announces Zip64 to a reader. */
export const MAX_WRITTEN_ENTRIES = 65_534;
/** Most bytes of an archive without Zip64. */
export const MAX_WRITTEN_BYTES = 0xffff_fffe;

/** How an archive is written. */
export interface ArchiveWriterOptions {
  /** Day that stands in every entry, at midnight: the same input gives the same bytes. */
  readonly date: CalendarDate;
  /**
   * Allows more than 65,534 entries by a Zip64 end record. Off by default: receivers of 特定健診 data cannot be
   * trusted to read it. The whole stays below 4 GiB either way.
   * @default false
   */
  readonly zip64?: boolean;
}

/** Numbers of compressed bytes that are taken over as they are. */
export interface RawEntry {
  readonly method: 0 | 8;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
}

/** An archive would not fit its format; whoever plans bundles must plan smaller ones. */
export class ArchiveTooLarge extends RangeError {
  override readonly name = 'ArchiveTooLarge';
}

const CHUNK_BYTES = 256 * 1024;
const PATH = /^(?!.*(?:^|\/)\.{1,2}(?:\/|$))[A-Za-z0-9_.-]+(?:\/[A-Za-z0-9_.-]+)*$/;

/**
 * Writes an archive as a stream: plain deflate or stored entries, sizes in the local headers, entries in the order of
 * the calls. Memory is bounded: one chunk of 256 KiB, and the directory (some 140 bytes an entry).
 * A wrong call (path, numbers, after `finish`) is a RangeError; errors of the sink pass through.
 */
export class ArchiveWriter {
  private readonly directory = new ChunkedBytes();
  private readonly paths = new Set<string>();
  private readonly dosDate: number;
  private chunk = Buffer.alloc(CHUNK_BYTES);
  private used = 0;
  private offset = 0;
  private entries = 0;
  private finished = false;

  constructor(
    private readonly sink: (chunk: Uint8Array) => Promise<void>,
    private readonly rootName: string,
    private readonly options: ArchiveWriterOptions,
  ) {
    if (!/^[A-Za-z0-9_-]{1,100}$/.test(rootName)) throw new RangeError('a root name was expected');
    const { year, month, day } = dateParts(options.date);
    if (year < 1980 || year > 2107) throw new RangeError('a ZIP knows the years 1980 to 2107');
    this.dosDate = ((year - 1980) << 9) | (month << 5) | day;
  }

  /** Adds a file under the root folder (`DATA/h….xml`); stored where deflate does not make it smaller. */
  async addFile(path: string, bytes: Uint8Array): Promise<void> {
    const deflated = deflateRawSync(bytes);
    const smaller = deflated.length < bytes.length;
    const data = smaller ? deflated : bytes;
    const numbers = {
      method: smaller ? (8 as const) : (0 as const),
      crc: crc32(bytes),
      compressedSize: data.length,
      size: bytes.length,
    };
    await this.addRaw(path, numbers, data);
  }

  /** Adds a file whose bytes are compressed already, such as `readRaw` answers them; they are not looked into. */
  async addRaw(path: string, entry: RawEntry, compressedBytes: Uint8Array): Promise<void> {
    if (this.finished) throw new RangeError('the archive is finished');
    if (!PATH.test(path)) throw new RangeError('a plain relative path was expected');
    if (this.paths.has(path)) throw new RangeError('the path is there already');
    if (entry.compressedSize !== compressedBytes.length)
      throw new RangeError('the compressed size is another');
    const name = Buffer.from(`${this.rootName}/${path}`, 'latin1');
    this.makeRoom(name.length, entry);
    this.paths.add(path);
    this.directory.add(this.centralRecord(name, entry));
    this.entries++;
    await this.write(this.localHeader(name, entry));
    await this.write(compressedBytes);
  }

  /** Writes the directory; answers the number of entries and the length of the archive in bytes. */
  async finish(): Promise<{ entries: number; bytes: number }> {
    if (this.finished) throw new RangeError('the archive is finished');
    this.finished = true;
    const start = this.offset;
    const length = this.directory.length;
    for (const chunk of this.directory.chunks()) await this.write(chunk);
    if (this.entries > MAX_WRITTEN_ENTRIES) await this.write(this.end64(start, length));
    await this.write(this.endRecord(start, length));
    await this.flush();
    return { entries: this.entries, bytes: this.offset };
  }

  private makeRoom(nameLength: number, entry: RawEntry): void {
    if (this.entries >= MAX_WRITTEN_ENTRIES && this.options.zip64 !== true) {
      throw new ArchiveTooLarge(`an archive holds at most ${MAX_WRITTEN_ENTRIES} entries`);
    }
    const headers = ZIP.localLength + ZIP.centralLength + 2 * nameLength;
    const tail = ZIP.endLength + ZIP.end64Length + ZIP.locator64Length;
    const total = this.offset + this.directory.length + headers + entry.compressedSize + tail;
    if (total > MAX_WRITTEN_BYTES || entry.size > MAX_WRITTEN_BYTES) {
      throw new ArchiveTooLarge(`an archive holds at most ${MAX_WRITTEN_BYTES} bytes`);
    }
  }

  private localHeader(name: Buffer, entry: RawEntry): Buffer {
    const header = Buffer.alloc(ZIP.localLength + name.length);
    header.writeUInt32LE(ZIP.localSignature, 0);
    this.writeShared(header, 4, entry, name.length);
    name.copy(header, ZIP.localLength);
    return header;
  }

  private centralRecord(name: Buffer, entry: RawEntry): Buffer {
    const record = Buffer.alloc(ZIP.centralLength + name.length);
    record.writeUInt32LE(ZIP.centralSignature, 0);
    record.writeUInt16LE(20, 4);
    this.writeShared(record, 6, entry, name.length);
    record.writeUInt32LE(this.offset, 42);
    name.copy(record, ZIP.centralLength);
    return record;
  }

  /** The 24 bytes that local header and central record have in common, from "version needed" on. */
  private writeShared(header: Buffer, at: number, entry: RawEntry, nameLength: number): void {
    header.writeUInt16LE(entry.method === 8 ? 20 : 10, at);
    header.writeUInt16LE(entry.method, at + 4);
    header.writeUInt16LE(this.dosDate, at + 8);
    header.writeUInt32LE(entry.crc, at + 10);
    header.writeUInt32LE(entry.compressedSize, at + 14);
    header.writeUInt32LE(entry.size, at + 18);
    header.writeUInt16LE(nameLength, at + 22);
  }

  private end64(start: number, length: number): Buffer {
    const end = Buffer.alloc(ZIP.end64Length + ZIP.locator64Length);
    end.writeUInt32LE(ZIP.end64Signature, 0);
    end.writeBigUInt64LE(BigInt(ZIP.end64Length - 12), 4);
    end.writeUInt16LE(45, 12);
    end.writeUInt16LE(45, 14);
    end.writeBigUInt64LE(BigInt(this.entries), 24);
    end.writeBigUInt64LE(BigInt(this.entries), 32);
    end.writeBigUInt64LE(BigInt(length), 40);
    end.writeBigUInt64LE(BigInt(start), 48);
    end.writeUInt32LE(ZIP.locator64Signature, ZIP.end64Length);
    end.writeBigUInt64LE(BigInt(start + length), ZIP.end64Length + 8);
    end.writeUInt32LE(1, ZIP.end64Length + 16);
    return end;
  }

  private endRecord(start: number, length: number): Buffer {
    const end = Buffer.alloc(ZIP.endLength);
    const entries = Math.min(this.entries, ZIP.max16);
    end.writeUInt32LE(ZIP.endSignature, 0);
    end.writeUInt16LE(entries, 8);
    end.writeUInt16LE(entries, 10);
    end.writeUInt32LE(length, 12);
    end.writeUInt32LE(start, 16);
    return end;
  }

  /** Copies into the current chunk, so that callers may use their buffers again. */
  private async write(bytes: Uint8Array): Promise<void> {
    for (let at = 0; at < bytes.length;) {
      const part = bytes.subarray(at, at + CHUNK_BYTES - this.used);
      this.chunk.set(part, this.used);
      this.used += part.length;
      this.offset += part.length;
      at += part.length;
      if (this.used === CHUNK_BYTES) await this.flush();
    }
  }

  private async flush(): Promise<void> {
    if (this.used === 0) return;
    const full = this.chunk.subarray(0, this.used);
    this.chunk = Buffer.alloc(CHUNK_BYTES);
    this.used = 0;
    await this.sink(full);
  }
}

/** Bytes that grow at the end, kept in pieces of 256 KiB. */
class ChunkedBytes {
  length = 0;
  private readonly full: Buffer[] = [];
  private current = Buffer.alloc(CHUNK_BYTES);
  private used = 0;

  add(bytes: Buffer): void {
    if (this.used + bytes.length > this.current.length) {
      this.full.push(this.current.subarray(0, this.used));
      this.current = Buffer.alloc(CHUNK_BYTES);
      this.used = 0;
    }
    bytes.copy(this.current, this.used);
    this.used += bytes.length;
    this.length += bytes.length;
  }

  *chunks(): Generator<Buffer> {
    yield* this.full;
    yield this.current.subarray(0, this.used);
  }
}
