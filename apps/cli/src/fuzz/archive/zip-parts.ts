import { Buffer } from 'node:buffer';
import { crc32, deflateRawSync } from 'node:zlib';

/** Numbers of one header of an entry, as they are written whether they are true or not. */
export interface HeaderNumbers {
  method: number;
  flags: number;
  crc: number;
  compressedSize: number;
  size: number;
}

/** One entry of a ZIP that is put together by hand; central and local header may say different things. */
export interface ZipPart {
  /** Bytes, as a string of Latin-1. */
  name: string;
  localName: string;
  data: Uint8Array;
  central: HeaderNumbers;
  local: HeaderNumbers;
  /** Offset that the directory names; null for the true one. */
  offset: number | null;
  disk: number;
  host: number;
  attributes: number;
  extra: Uint8Array;
  localExtra: Uint8Array;
}

/** The end of a ZIP as it is written; null for the true number. */
export interface ZipEnd {
  entries: number | null;
  directorySize: number | null;
  directoryOffset: number | null;
  disk: number;
  comment: Uint8Array;
  commentLength: number | null;
  /** Writes the wide (ZIP64) records too. */
  isWide: boolean;
  prefix: Uint8Array;
  suffix: Uint8Array;
}

const nothing = Buffer.alloc(0);

/** An honest entry. */
export function partOf(name: string, content: Uint8Array, method = 8): ZipPart {
  const data = method === 8 ? deflateRawSync(content, { level: 1 }) : content;
  const numbers = {
    method,
    flags: 0,
    crc: crc32(content),
    compressedSize: data.length,
    size: content.length,
  };
  const rest = { offset: null, disk: 0, host: 0, attributes: 0, extra: nothing, localExtra: nothing };
  return { name, localName: name, data, central: numbers, local: { ...numbers }, ...rest };
}

/** An honest end. */
export function honestEnd(): ZipEnd {
  const numbers = { entries: null, directorySize: null, directoryOffset: null, commentLength: null };
  return { ...numbers, disk: 0, comment: nothing, isWide: false, prefix: nothing, suffix: nothing };
}

/** Writes what the parts and the end say. */
export function writeZip(parts: readonly ZipPart[], end: ZipEnd): Buffer {
  const written: Uint8Array[] = [end.prefix];
  const directory: Uint8Array[] = [];
  let offset = end.prefix.length;
  for (const part of parts) {
    const name = Buffer.from(part.localName, 'latin1');
    const head = numbered(30, 0x04034b50, [
      [4, 2, 20],
      ...numbersAt(6, part.local),
      [26, 2, name.length],
      [28, 2, part.localExtra.length],
    ]);
    written.push(head, name, part.localExtra, part.data);
    directory.push(centralHeader(part, offset), Buffer.from(part.name, 'latin1'), part.extra);
    offset += head.length + name.length + part.localExtra.length + part.data.length;
  }
  const central = Buffer.concat(directory);
  return Buffer.concat([...written, central, endOf(end, parts.length, offset, central.length), end.suffix]);
}

type Field = readonly [at: number, width: 2 | 4 | 8, value: number];

function numbersAt(at: number, { flags, method, crc, compressedSize, size }: HeaderNumbers): Field[] {
  return [
    [at, 2, flags],
    [at + 2, 2, method],
    [at + 4, 4, 0x58780000],
    [at + 8, 4, crc],
    [at + 12, 4, compressedSize],
    [at + 16, 4, size],
  ];
}

function centralHeader(part: ZipPart, offset: number): Buffer {
  return numbered(46, 0x02014b50, [
    [4, 2, 20 + part.host * 256],
    [6, 2, 20],
    ...numbersAt(8, part.central),
    [28, 2, part.name.length],
    [30, 2, part.extra.length],
    [34, 2, part.disk],
    [38, 4, part.attributes],
    [42, 4, part.offset ?? offset],
  ]);
}

function endOf(end: ZipEnd, count: number, offset: number, size: number): Buffer {
  const { comment, disk } = end;
  const entries = end.entries ?? count;
  const directorySize = end.directorySize ?? size;
  const directoryOffset = end.directoryOffset ?? offset;
  const narrow = (value: number, most: number): number => (end.isWide ? most : value);
  const plain = numbered(22, 0x06054b50, [
    [4, 2, disk],
    [6, 2, disk],
    [8, 2, narrow(entries, 0xffff)],
    [10, 2, narrow(entries, 0xffff)],
    [12, 4, narrow(directorySize, 0xffffffff)],
    [16, 4, narrow(directoryOffset, 0xffffffff)],
    [20, 2, end.commentLength ?? comment.length],
  ]);
  if (!end.isWide) return Buffer.concat([plain, comment]);
  const wide = numbered(56, 0x06064b50, [
    [4, 8, 44],
    [12, 2, 45],
    [14, 2, 45],
    [24, 8, entries],
    [32, 8, entries],
    [40, 8, directorySize],
    [48, 8, directoryOffset],
  ]);
  const locator = numbered(20, 0x07064b50, [
    [8, 8, offset + size],
    [16, 4, 1],
  ]);
  return Buffer.concat([wide, locator, plain, comment]);
}

/** A record of `length` bytes that begins with its signature; each number loses what its field cannot hold. */
function numbered(length: number, signature: number, fields: readonly Field[]): Buffer {
  const record = Buffer.alloc(length);
  record.writeUInt32LE(signature);
  for (const [at, width, value] of fields) {
    if (width === 2) record.writeUInt16LE(value & 0xffff, at);
    else if (width === 4) record.writeUInt32LE(value >>> 0, at);
    else record.writeBigUInt64LE(BigInt.asUintN(64, BigInt(value)), at);
  }
  return record;
}
