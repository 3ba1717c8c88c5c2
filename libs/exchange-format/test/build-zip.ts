import { Buffer } from 'node:buffer';
import { crc32, deflateRawSync } from 'node:zlib';

/** An entry of a hand-made ZIP; whatever is given overrides what an honest writer would put there. */
export interface SampleEntry {
  path: string;
  content?: string | Uint8Array;
  method?: number;
  flags?: number;
  size?: number;
  compressedSize?: number;
  crc?: number;
  offset?: number;
  disk?: number;
  host?: number;
  attributes?: number;
  extra?: Buffer;
  localExtra?: Buffer;
  /** Bytes as they stand, in place of deflated content. */
  raw?: Uint8Array;
  local?: {
    path?: string;
    method?: number;
    flags?: number;
    size?: number;
    compressedSize?: number;
    crc?: number;
  };
  /** Leaves out local header and data (for entries that point into others). */
  centralOnly?: boolean;
}

/** What is overridden at the end of a hand-made ZIP. */
export interface SampleEnd {
  entries?: number;
  disk?: number;
  directoryOffset?: number;
  directorySize?: number;
  comment?: Buffer;
  commentLength?: number;
  zip64?: boolean;
  prefix?: Buffer;
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value & 0xffff);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}

function u64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}

function numbersOf(entry: SampleEntry) {
  const content = Buffer.from(entry.content ?? '');
  const method = entry.method ?? 8;
  const data = Buffer.from(entry.raw ?? (method === 8 ? deflateRawSync(content) : content));
  return {
    data,
    method,
    flags: entry.flags ?? 0,
    crc: entry.crc ?? crc32(content),
    compressedSize: entry.compressedSize ?? data.length,
    size: entry.size ?? content.length,
  };
}

/** Builds a ZIP byte by byte, honest or hostile. */
export function buildZip(entries: readonly SampleEntry[], end: SampleEnd = {}): Buffer {
  const parts: Buffer[] = end.prefix === undefined ? [] : [end.prefix];
  const central: Buffer[] = [];
  let offset = end.prefix?.length ?? 0;
  for (const entry of entries) {
    const numbers = numbersOf(entry);
    const local = { ...numbers, path: entry.path, ...entry.local };
    const name = Buffer.from(entry.path, 'latin1');
    const extra = entry.extra ?? Buffer.alloc(0);
    const { method, flags, crc, compressedSize, size } = numbers;
    central.push(
      Buffer.concat([u32(0x02014b50), Buffer.from([20, entry.host ?? 0]), u16(20), u16(flags), u16(method)]),
      Buffer.concat([u32(0x58780000), u32(crc), u32(compressedSize), u32(size), u16(name.length)]),
      Buffer.concat([u16(extra.length), u16(0), u16(entry.disk ?? 0), u16(0), u32(entry.attributes ?? 0)]),
      Buffer.concat([u32(entry.offset ?? offset), name, extra]),
    );
    if (entry.centralOnly === true) continue;
    const localName = Buffer.from(local.path, 'latin1');
    const localExtra = entry.localExtra ?? Buffer.alloc(0);
    const written = Buffer.concat([
      Buffer.concat([u32(0x04034b50), u16(20), u16(local.flags), u16(local.method), u32(0x58780000)]),
      Buffer.concat([u32(local.crc), u32(local.compressedSize), u32(local.size), u16(localName.length)]),
      Buffer.concat([u16(localExtra.length), localName, localExtra, numbers.data]),
    ]);
    parts.push(written);
    offset += written.length;
  }
  const directory = Buffer.concat(central);
  return Buffer.concat([...parts, directory, endOf(end, entries.length, offset, directory.length)]);
}

function endOf(end: SampleEnd, entries: number, offset: number, size: number): Buffer {
  const count = end.entries ?? entries;
  const directorySize = end.directorySize ?? size;
  const directoryOffset = end.directoryOffset ?? offset;
  const disk = u16(end.disk ?? 0);
  const comment = end.comment ?? Buffer.alloc(0);
  const commentLength = u16(end.commentLength ?? comment.length);
  if (end.zip64 !== true) {
    const numbers = [u16(count), u16(count), u32(directorySize), u32(directoryOffset)];
    return Buffer.concat([u32(0x06054b50), disk, disk, ...numbers, commentLength, comment]);
  }
  const at = offset + size;
  const wide = [u32(0x06064b50), u64(44), u16(45), u16(45), u32(0), u32(0), u64(count), u64(count)];
  const locator = [u32(0x07064b50), u32(0), u64(at), u32(1)];
  const plain = [u32(0x06054b50), disk, disk, u16(0xffff), u16(0xffff), u32(0xffffffff), u32(0xffffffff)];
  const place = [u64(directorySize), u64(directoryOffset)];
  return Buffer.concat([...wide, ...place, ...locator, ...plain, commentLength, comment]);
}

/** Name of a root folder for samples: invented bodies with right check digits. */
export const SAMPLE_ROOT = '1311111118_91399113_202611240_1';

/** Digits of record number `serial` of the sample sender. */
export function sampleDigits(serial: number): string {
  return `13111111182026112401${String(serial).padStart(6, '0')}`;
}

/** Entries of a small honest archive with claims. */
export function honestEntries(records = 2): SampleEntry[] {
  const entries: SampleEntry[] = [
    { path: `${SAMPLE_ROOT}/ix08_V08.xml`, content: '<index/>' },
    { path: `${SAMPLE_ROOT}/su08_V08.xml`, content: '<summary/>' },
  ];
  for (let serial = 0; serial < records; serial++) {
    const content = `<ClinicalDocument serial="${serial}"/>`;
    entries.push({ path: `${SAMPLE_ROOT}/DATA/h${sampleDigits(serial)}.xml`, content });
  }
  for (let serial = 0; serial < records; serial++) {
    const content = `<checkupClaim serial="${serial}"/>`;
    entries.push({ path: `${SAMPLE_ROOT}/CLAIMS/c${sampleDigits(serial)}.xml`, content });
  }
  return entries;
}
