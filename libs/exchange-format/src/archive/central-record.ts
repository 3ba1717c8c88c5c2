import type { DefectList } from './defect.js';
import { isNestedArchive, isUnderHarmlessFolder } from './layout.js';
import { RATIO_FREE_BYTES, type ArchiveLimits } from './limits.js';
import { readUint64, ZIP } from './zip-layout.js';

/** One record of the central directory. */
export interface CentralRecord {
  /** As written; one character a byte. */
  readonly path: string;
  readonly isFolder: boolean;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Offset of the local header. */
  readonly offset: number;
  readonly disk: number;
  readonly host: number;
  readonly attributes: number;
  /** Length of this record in the directory. */
  readonly recordLength: number;
  /** True when a Unicode path field names another file than the name does. */
  readonly otherName: boolean;
}

/** Length of the record that begins at `at`, `more` when the window ends inside it, `corrupt` when it is none. */
export function measureRecord(view: DataView, at: number): number | 'more' | 'corrupt' {
  if (at + ZIP.centralLength > view.byteLength) return 'more';
  if (view.getUint32(at, true) !== ZIP.centralSignature) return 'corrupt';
  const length =
    ZIP.centralLength +
    view.getUint16(at + 28, true) +
    view.getUint16(at + 30, true) +
    view.getUint16(at + 32, true);
  return at + length > view.byteLength ? 'more' : length;
}

/** Reads the record at `at`, which lies whole in the window; null when its extra fields are broken. */
export function parseRecord(
  window: Buffer,
  view: DataView,
  at: number,
  recordLength: number,
): CentralRecord | null {
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const nameStart = at + ZIP.centralLength;
  const path = window.toString('latin1', nameStart, nameStart + nameLength);
  const numbers = {
    size: view.getUint32(at + 24, true),
    compressedSize: view.getUint32(at + 20, true),
    offset: view.getUint32(at + 42, true),
    disk: view.getUint16(at + 34, true),
  };
  const extras = readExtras(window, view, nameStart + nameLength, extraLength, numbers, path);
  if (extras === null) return null;
  return {
    path,
    isFolder: path.endsWith('/'),
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    ...extras,
    host: view.getUint8(at + 5),
    attributes: view.getUint32(at + 38, true),
    recordLength,
  };
}

interface Numbers {
  size: number;
  compressedSize: number;
  offset: number;
  disk: number;
}

function readExtras(
  window: Buffer,
  view: DataView,
  start: number,
  length: number,
  numbers: Numbers,
  path: string,
): (Numbers & { otherName: boolean }) | null {
  let otherName = false;
  let wide = false;
  const result = { ...numbers };
  for (let at = start; at + 4 <= start + length;) {
    const id = view.getUint16(at, true);
    const fieldStart = at + 4;
    const fieldEnd = fieldStart + view.getUint16(at + 2, true);
    if (fieldEnd > start + length) return null;
    if (id === ZIP.extra64 && !wide) {
      wide = true;
      if (!readWideNumbers(view, fieldStart, fieldEnd, result)) return null;
    } else if (id === ZIP.extraUnicodePath && window.toString('latin1', fieldStart + 5, fieldEnd) !== path) {
      otherName = true;
    }
    at = fieldEnd;
  }
  const missing =
    result.size === ZIP.max32 || result.compressedSize === ZIP.max32 || result.offset === ZIP.max32;
  return missing && !wide ? null : { ...result, otherName };
}

function readWideNumbers(view: DataView, start: number, end: number, result: Numbers): boolean {
  let at = start;
  for (const field of ['size', 'compressedSize', 'offset'] as const) {
    if (result[field] !== ZIP.max32) continue;
    const value = at + 8 <= end ? readUint64(view, at) : null;
    if (value === null) return false;
    result[field] = value;
    at += 8;
  }
  if (result.disk === ZIP.max16 && at + 4 <= end) result.disk = view.getUint32(at, true);
  return true;
}

/** Checks one record by itself: method, encryption, name, kind of file, sizes. */
export function checkRecord(
  record: CentralRecord,
  recordOffset: number,
  directoryOffset: number,
  limits: ArchiveLimits,
  defects: DefectList,
): void {
  const place = { entry: record.path, offset: recordOffset };
  const encrypted = ZIP.flagEncrypted | ZIP.flagStrongEncryption | ZIP.flagMaskedHeaders;
  if ((record.flags & encrypted) !== 0 || record.method === ZIP.methodAes) defects.add('encrypted', place);
  else if (record.method !== ZIP.methodStored && record.method !== ZIP.methodDeflated) {
    defects.add('unsupported-method', place, { method: record.method });
  }
  if (record.disk !== 0) defects.add('multi-disk', place, { disk: record.disk });
  if (record.otherName) defects.add('header-disagreement', place, { field: 'unicode-path' });
  checkFileType(record, place, defects);
  checkName(record.path, place, limits, defects);
  checkSizes(record, place, directoryOffset, limits, defects);
}

/** The paths nearly all entries have; nothing in them can be wrong. */
const PLAIN_RECORD = /^[A-Za-z0-9_]+\/(?:DATA|CLAIMS)\/[hcgp][0-9]{26}\.xml$/;

type Place = { entry: string; offset: number };

function checkFileType(record: CentralRecord, place: Place, defects: DefectList): void {
  const type = (record.attributes >>> 16) & 0xf000;
  const windowsHost = record.host === 0 || record.host === 10 || record.host === 14;
  const reparsePoint = windowsHost && (record.attributes & 0x400) !== 0;
  if (type === 0xa000 || reparsePoint) defects.add('symlink', place);
  else if (type === 0x2000 || type === 0x6000 || type === 0x1000 || type === 0xc000) {
    defects.add('device', place);
  }
}

function checkName(path: string, place: Place, limits: ArchiveLimits, defects: DefectList): void {
  if (PLAIN_RECORD.test(path) && path.length <= limits.nameBytes && limits.depth >= 3) return;
  if (path.length === 0) return defects.add('empty-name', place);
  if (path.length > limits.nameBytes) {
    defects.add('name-length-limit', place, { length: path.length, limit: limits.nameBytes });
  }
  if (hasControlCharacter(path)) defects.add('control-character', place);
  if (/[^\0-\x7f]/.test(path)) defects.add('name-not-ascii', place);
  if (path.includes('\\')) defects.add('backslash', place);
  if (path.startsWith('/')) defects.add('absolute-path', place);
  if (/^[A-Za-z]:/.test(path)) defects.add('drive-letter', place);
  const parts = (path.endsWith('/') ? path.slice(0, -1) : path).split('/');
  if (parts.some((part) => /^\.{1,2}$/.test(part.trim()))) defects.add('path-traversal', place);
  else if (!path.startsWith('/') && parts.includes('')) defects.add('empty-name', place);
  const depth = limits.depth + (isUnderHarmlessFolder(path) ? 1 : 0);
  if (parts.length > depth) {
    defects.add('depth-limit', place, { depth: parts.length, limit: limits.depth });
  }
}

function hasControlCharacter(path: string): boolean {
  for (let at = 0; at < path.length; at++) {
    const code = path.charCodeAt(at);
    if (code < 0x20 || code === 0x7f) return true;
  }
  return false;
}

function checkSizes(
  record: CentralRecord,
  place: Place,
  directoryOffset: number,
  limits: ArchiveLimits,
  defects: DefectList,
): void {
  const { size, compressedSize } = record;
  if (minimalEnd(record) > directoryOffset) {
    defects.add('directory-corrupt', place, { part: 'entry-outside-archive' });
  }
  if (record.isFolder) {
    if (size !== 0 || compressedSize > 2) defects.add('folder-with-content', place);
    return;
  }
  if (isNestedArchive(record.path)) defects.add('nested-archive', place);
  if (record.method === ZIP.methodStored && size !== compressedSize) {
    defects.add('header-disagreement', place, { field: 'size' });
  }
  if (size > limits.entryBytes) {
    defects.add('entry-size-limit', place, { size, limit: limits.entryBytes });
  }
  if (size > RATIO_FREE_BYTES && size > limits.ratio * Math.max(compressedSize, 1)) {
    defects.add('ratio-limit', place, { size, compressedSize, limit: limits.ratio });
  }
}

/** First byte after the entry, if its local header carries no extra field. */
export function minimalEnd(record: CentralRecord): number {
  return record.offset + ZIP.localLength + record.path.length + record.compressedSize;
}
