import type { ByteSource } from '../byte-source.js';
import type { DefectList } from './defect.js';
import { formOf, HEAD_LENGTH } from './form-of-file.js';
import { readUint64, viewOf, ZIP } from './zip-layout.js';

/** Where the central directory lies. */
export interface DirectoryExtent {
  readonly offset: number;
  readonly length: number;
  readonly entries: number;
}

interface Tail {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  /** Offset of the tail's first byte in the archive. */
  readonly start: number;
  readonly size: number;
}

/** Finds the end record (and its Zip64 form) in the last 64 KiB; null with a defect where there is none. */
export async function findDirectory(
  source: ByteSource,
  defects: DefectList,
): Promise<DirectoryExtent | null> {
  const size = await source.size();
  const reach = ZIP.endLength + ZIP.maxComment + ZIP.locator64Length + ZIP.end64Length;
  const start = Math.max(0, size - reach);
  const bytes = await source.read(start, size - start);
  const tail = { bytes, view: viewOf(bytes), start, size };
  const at = await findEndRecord(source, tail, defects);
  return at === null ? null : readEndRecord(source, tail, at, defects);
}

async function findEndRecord(source: ByteSource, tail: Tail, defects: DefectList): Promise<number | null> {
  let seen: 'truncated' | 'trailing-bytes' | null = null;
  const exact: number[] = [];
  for (let at = tail.bytes.length - ZIP.endLength; at >= 0; at--) {
    if (tail.bytes[at] !== 0x50 || tail.view.getUint32(at, true) !== ZIP.endSignature) continue;
    const end = at + ZIP.endLength + tail.view.getUint16(at + 20, true);
    if (end === tail.bytes.length) exact.push(at);
    else seen ??= end > tail.bytes.length ? 'truncated' : 'trailing-bytes';
  }
  const [last] = exact;
  if (last !== undefined && exact.length === 1) return last;
  if (exact.length > 1) defects.add('ambiguous-end', { offset: tail.start + (last ?? 0) });
  else if (seen !== null) defects.add(seen, {}, { size: tail.size });
  else {
    const head = await source.read(0, Math.min(tail.size, HEAD_LENGTH));
    const isZip = head.length >= 4 && viewOf(head).getUint32(0, true) === ZIP.localSignature;
    const size = tail.size;
    defects.add(isZip ? 'truncated' : 'not-a-zip', {}, isZip ? { size } : { size, form: formOf(head) });
  }
  return null;
}

async function readEndRecord(
  source: ByteSource,
  tail: Tail,
  at: number,
  defects: DefectList,
): Promise<DirectoryExtent | null> {
  const { view } = tail;
  const disk = view.getUint16(at + 4, true);
  const directoryDisk = view.getUint16(at + 6, true);
  const entriesHere = view.getUint16(at + 8, true);
  const plain = {
    entries: view.getUint16(at + 10, true),
    length: view.getUint32(at + 12, true),
    offset: view.getUint32(at + 16, true),
  };
  const place = { offset: tail.start + at };
  const locatorAt = at - ZIP.locator64Length;
  if (locatorAt >= 0 && view.getUint32(locatorAt, true) === ZIP.locator64Signature) {
    return readEnd64(source, tail, locatorAt, plain, defects);
  }
  if (disk !== 0 || directoryDisk !== 0 || entriesHere !== plain.entries) {
    defects.add('multi-disk', place, { disk });
    return null;
  }
  return placed(plain, place.offset, defects);
}

async function readEnd64(
  source: ByteSource,
  tail: Tail,
  locatorAt: number,
  plain: DirectoryExtent,
  defects: DefectList,
): Promise<DirectoryExtent | null> {
  const locatorOffset = tail.start + locatorAt;
  const recordOffset = readUint64(tail.view, locatorAt + 8);
  if (tail.view.getUint32(locatorAt + 4, true) !== 0 || tail.view.getUint32(locatorAt + 16, true) > 1) {
    defects.add('multi-disk', { offset: locatorOffset });
    return null;
  }
  if (recordOffset === null || recordOffset + ZIP.end64Length > locatorOffset) {
    defects.add('directory-corrupt', { offset: locatorOffset }, { part: 'zip64-locator' });
    return null;
  }
  const view = viewOf(await source.read(recordOffset, ZIP.end64Length));
  const recordLength = readUint64(view, 4);
  const entries = readUint64(view, 32);
  const length = readUint64(view, 40);
  const offset = readUint64(view, 48);
  const whole =
    view.getUint32(0, true) === ZIP.end64Signature &&
    recordLength !== null &&
    recordOffset + 12 + recordLength === locatorOffset;
  if (!whole || entries === null || length === null || offset === null) {
    defects.add('directory-corrupt', { offset: recordOffset }, { part: 'zip64-end' });
    return null;
  }
  if (view.getUint32(16, true) !== 0 || view.getUint32(20, true) !== 0 || readUint64(view, 24) !== entries) {
    defects.add('multi-disk', { offset: recordOffset });
    return null;
  }
  const agrees =
    (plain.entries === ZIP.max16 || plain.entries === entries) &&
    (plain.length === ZIP.max32 || plain.length === length) &&
    (plain.offset === ZIP.max32 || plain.offset === offset);
  if (!agrees) {
    defects.add('directory-corrupt', { offset: recordOffset }, { part: 'zip64-end' });
    return null;
  }
  return placed({ entries, length, offset }, recordOffset, defects);
}

/** The directory must end exactly where its end record begins: a reader that guesses can be led astray. */
function placed(extent: DirectoryExtent, endOffset: number, defects: DefectList): DirectoryExtent | null {
  const end = extent.offset + extent.length;
  if (end === endOffset) return extent;
  const code = end < endOffset && extent.offset >= 0 ? 'leading-bytes' : 'truncated';
  defects.add(code, { offset: endOffset }, { expected: end, found: endOffset });
  return null;
}
