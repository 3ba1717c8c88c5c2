import { Buffer } from 'node:buffer';
import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of a ZIP as some tool writes it. */
export interface ZipEntry {
  /** Bytes of the name as they stand in both headers. */
  readonly name: Buffer;
  readonly bytes: Buffer;
  /** 8 deflate, 0 stored; another number is written as it is. */
  readonly method?: number;
  /** General purpose flags: 1 encrypted, 0x800 UTF-8 name. */
  readonly flags?: number;
  /** CRC and sizes stand behind the data, the local header has zeros. */
  readonly hasDescriptor?: boolean;
  readonly extra?: Buffer;
  /** Bytes the entry is written with in place of its own. */
  readonly data?: Buffer;
}

/** How the end of a ZIP is written. */
export interface ZipEnd {
  readonly comment?: string;
  readonly isZip64?: boolean;
}

const [LOCAL, CENTRAL, DESCRIPTOR, END] = [0x04034b50, 0x02014b50, 0x08074b50, 0x06054b50];
/** 2026-11-24, midnight, as MS-DOS writes it. */
const DAY = ((2026 - 1980) << 9) | (11 << 5) | 24;

/** Writes a ZIP byte by byte, as tools do that are not ours. */
export function writeZip(entries: readonly ZipEntry[], end: ZipEnd = {}): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const { name, bytes, method = 8, flags = 0, hasDescriptor = false, extra = Buffer.alloc(0) } = entry;
    const data = entry.data ?? (method === 8 ? deflateRawSync(bytes) : bytes);
    const sums = numbers([4, crc32(bytes)], [4, data.length], [4, bytes.length]);
    const allFlags = flags | (hasDescriptor ? 8 : 0);
    const common = numbers([2, 20], [2, allFlags], [2, method], [2, 0], [2, DAY]);
    const lengths = numbers([2, name.length], [2, extra.length]);
    const local = [
      numbers([4, LOCAL]),
      common,
      hasDescriptor ? Buffer.alloc(12) : sums,
      lengths,
      name,
      extra,
      data,
      hasDescriptor ? Buffer.concat([numbers([4, DESCRIPTOR]), sums]) : Buffer.alloc(0),
    ];
    directory.push(
      Buffer.concat([
        numbers([4, CENTRAL], [2, 20]),
        common,
        sums,
        lengths,
        numbers([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]),
        name,
        extra,
      ]),
    );
    const written = Buffer.concat(local);
    parts.push(written);
    offset += written.length;
  }
  const central = Buffer.concat(directory);
  return Buffer.concat([...parts, central, ending(end, entries.length, central.length, offset)]);
}

function ending({ comment = '', isZip64 = false }: ZipEnd, count: number, size: number, offset: number) {
  const text = Buffer.from(comment);
  const tail = Buffer.concat([numbers([2, text.length]), text]);
  if (!isZip64) {
    return Buffer.concat([
      numbers([4, END], [2, 0], [2, 0], [2, count], [2, count], [4, size], [4, offset]),
      tail,
    ]);
  }
  const wide = Buffer.alloc(56);
  wide.writeUInt32LE(0x06064b50, 0);
  wide.writeBigUInt64LE(44n, 4);
  wide.writeUInt16LE(45, 12);
  wide.writeUInt16LE(45, 14);
  wide.writeBigUInt64LE(BigInt(count), 24);
  wide.writeBigUInt64LE(BigInt(count), 32);
  wide.writeBigUInt64LE(BigInt(size), 40);
  wide.writeBigUInt64LE(BigInt(offset), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(offset + size), 8);
  locator.writeUInt32LE(1, 16);
  const full = [4, 0xffffffff] as const;
  return Buffer.concat([
    wide,
    locator,
    numbers([4, END], [2, 0], [2, 0], [2, 0xffff], [2, 0xffff], full, full),
    tail,
  ]);
}

function numbers(...parts: readonly (readonly [length: number, value: number])[]): Buffer {
  return Buffer.concat(
    parts.map(([length, value]) => {
      const bytes = Buffer.alloc(length);
      bytes.writeUIntLE(value, 0, length);
      return bytes;
    }),
  );
}
