import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of a ZIP that no honest program would write. */
export interface RawEntry {
  name: string;
  data?: Uint8Array;
  isDeflated?: boolean;
  flags?: number;
  /** Unix mode and type, e.g. 0o120777 for a link. */
  mode?: number;
  /** Name in the local header, where it shall disagree. */
  localName?: string;
  /** Offset in the directory, where it shall point elsewhere. */
  offset?: number;
}

/** Writes a ZIP byte by byte as told. */
export function rawZip(entries: readonly RawEntry[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let position = 0;
  for (const entry of entries) {
    const data = entry.data ?? Buffer.from('x');
    const body = entry.isDeflated === true ? deflateRawSync(data) : Buffer.from(data);
    const method = entry.isDeflated === true ? 8 : 0;
    const shared = Buffer.alloc(24);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(entry.flags ?? 0, 2);
    shared.writeUInt16LE(method, 4);
    shared.writeUInt16LE(0x21, 8);
    shared.writeUInt32LE(crc32(data), 10);
    shared.writeUInt32LE(body.length, 14);
    shared.writeUInt32LE(data.length, 18);
    const localName = Buffer.from(entry.localName ?? entry.name);
    const name = Buffer.from(entry.name);
    const localShared = Buffer.from(shared);
    localShared.writeUInt16LE(localName.length, 22);
    const head = Buffer.concat([Buffer.from('PK\x03\x04'), localShared, Buffer.alloc(2), localName, body]);
    shared.writeUInt16LE(name.length, 22);
    const tail = Buffer.alloc(16);
    tail.writeUInt32LE((((entry.mode ?? 0o100644) << 16) >>> 0) as number, 8);
    tail.writeUInt32LE(entry.offset ?? position, 12);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x03'), shared, tail, name]));
    local.push(head);
    position += head.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(position, 16);
  return Buffer.concat([...local, directory, end]);
}
