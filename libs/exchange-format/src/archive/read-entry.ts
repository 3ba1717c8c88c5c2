import { Buffer } from 'node:buffer';
import { constants, crc32, inflateRawSync } from 'node:zlib';
import type { ByteSource } from '../byte-source.js';
import { printablePath } from './defect.js';
import type { EntryLocation } from './entry-location.js';
import { inflateWhole } from './inflate-whole.js';
import { DEFAULT_ARCHIVE_LIMITS, type ArchiveLimits } from './limits.js';
import { readLocalHeader } from './local-header.js';
import { ZIP } from './zip-layout.js';

/** What can be wrong with one entry when it is read; the rest of the archive stays readable. */
export type EntryDefectCode =
  'header-disagreement' | 'truncated' | 'too-large' | 'corrupt' | 'size-mismatch' | 'crc-mismatch';

/** A defect of one entry and its place. */
export interface EntryDefect {
  readonly code: EntryDefectCode;
  /** Printable path inside the archive. */
  readonly entry: string;
  /** Offset of the local header in bytes. */
  readonly offset: number;
  readonly values: Readonly<Record<string, string | number>>;
}

/** Bytes of an entry, or why there are none. */
export type EntryAnswer =
  { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly defect: EntryDefect };

/** One answer of a batch: `index` is the place in the list that was asked for. */
export type BatchAnswer = EntryAnswer & { readonly index: number; readonly location: EntryLocation };

/** Ranges that lie at most this far apart are read at once. */
const GAP_BYTES = 64 * 1024;
/** Longest single read of a batch, except for one entry that is longer by itself. */
const BATCH_BYTES = 4 * 1024 * 1024;
/** Memory taken at a time for what is expanded, whatever size is declared. */
const CHUNK_BYTES_MAX = 64 * 1024;
/** Room kept for the extra field of a local header; a longer one costs a second read. */
const EXTRA_BYTES = 64;

/** Reads and expands one entry; checks local header, size and CRC. Throws only what the source throws. */
export async function readEntry(
  source: ByteSource,
  location: EntryLocation,
  limits: ArchiveLimits = DEFAULT_ARCHIVE_LIMITS,
): Promise<EntryAnswer> {
  return expandEntry(await readRaw(source, location, limits), location, limits);
}

/** Reads the compressed bytes of one entry as they stand, for a copy without recompression. CRC is not checked. */
export async function readRaw(
  source: ByteSource,
  location: EntryLocation,
  limits: ArchiveLimits = DEFAULT_ARCHIVE_LIMITS,
): Promise<EntryAnswer> {
  for await (const answer of readRawEntries(source, [location], limits)) return answer;
  return refused(location, 'truncated');
}

/**
 * Reads and expands many entries with few large reads (at most 4 MiB each), in the order they lie in the archive.
 * Holds one such read at a time.
 */
export async function* readEntries(
  source: ByteSource,
  locations: readonly EntryLocation[],
  limits: ArchiveLimits = DEFAULT_ARCHIVE_LIMITS,
): AsyncGenerator<BatchAnswer> {
  for await (const raw of readRawEntries(source, locations, limits)) {
    const { index, location } = raw;
    yield { ...expandEntry(raw, location, limits), index, location };
  }
}

/** The same for compressed bytes as they stand; they are a view into the read: copy what is kept. */
export async function* readRawEntries(
  source: ByteSource,
  locations: readonly EntryLocation[],
  limits: ArchiveLimits = DEFAULT_ARCHIVE_LIMITS,
): AsyncGenerator<BatchAnswer> {
  const size = await source.size();
  for (const range of planRanges(locations, size, limits)) {
    const window = range.end > range.start ? await source.read(range.start, range.end - range.start) : null;
    for (const index of range.indexes) {
      const location = locations[index];
      if (location === undefined) continue;
      yield { ...(await cutEntry(source, size, window, range.start, location, limits)), index, location };
    }
  }
}

interface Range {
  readonly start: number;
  end: number;
  readonly indexes: number[];
}

function planRanges(locations: readonly EntryLocation[], size: number, limits: ArchiveLimits): Range[] {
  const order = inOrderOfArchive(locations);
  const ranges: Range[] = [];
  let range: Range | undefined;
  for (const index of order) {
    const location = locations[index];
    if (location === undefined) continue;
    const start = location.offset;
    const wanted = fits(location, size, limits) ? start + slackLength(location) : start;
    const end = Math.min(wanted, size);
    if (range !== undefined && start <= range.end + GAP_BYTES && end - range.start <= BATCH_BYTES) {
      range.end = Math.max(range.end, end);
      range.indexes.push(index);
    } else {
      range = { start, end: Math.max(start, end), indexes: [index] };
      ranges.push(range);
    }
  }
  return ranges;
}

function inOrderOfArchive(locations: readonly EntryLocation[]): Iterable<number> {
  const isOrdered = locations.every(({ offset }, at) => at === 0 || locations[at - 1]!.offset <= offset);
  if (isOrdered) return locations.keys();
  return [...locations.keys()].sort((a, b) => locations[a]!.offset - locations[b]!.offset);
}

function slackLength(location: EntryLocation): number {
  return ZIP.localLength + location.path.length + EXTRA_BYTES + location.compressedSize;
}

function fits(location: EntryLocation, size: number, limits: ArchiveLimits): boolean {
  const least = location.offset + ZIP.localLength + location.path.length + location.compressedSize;
  return least <= size && !exceeds(location, limits);
}

/** A stored or deflated entry is never much longer than its contents; longer is padding meant to cost memory. */
function exceeds(location: EntryLocation, limits: ArchiveLimits): boolean {
  return location.size > limits.entryBytes || location.compressedSize > limits.entryBytes + 64 * 1024;
}

async function cutEntry(
  source: ByteSource,
  size: number,
  window: Uint8Array | null,
  windowStart: number,
  location: EntryLocation,
  limits: ArchiveLimits,
): Promise<EntryAnswer> {
  if (exceeds(location, limits)) return refused(location, 'too-large', { limit: limits.entryBytes });
  if (window === null || !fits(location, size, limits)) return refused(location, 'truncated');
  const start = location.offset - windowStart;
  const header = readLocalHeader(window.subarray(start), location);
  if (header.disagreement !== null) {
    return refused(location, 'header-disagreement', { field: header.disagreement });
  }
  const dataStart = start + header.headerLength;
  const dataEnd = dataStart + location.compressedSize;
  if (dataEnd <= window.length) return { ok: true, bytes: window.subarray(dataStart, dataEnd) };
  if (windowStart + dataEnd > size) return refused(location, 'truncated');
  return { ok: true, bytes: await source.read(windowStart + dataStart, location.compressedSize) };
}

/** Expands compressed bytes as {@link readRawEntries} gave them; checks size and CRC. */
export function expandEntry(raw: EntryAnswer, location: EntryLocation, limits: ArchiveLimits): EntryAnswer {
  if (!raw.ok) return raw;
  if (location.size > limits.entryBytes) return refused(location, 'too-large', { limit: limits.entryBytes });
  const answer = location.method === ZIP.methodStored ? raw : inflate(raw.bytes, location);
  if (!answer.ok) return answer;
  if (answer.bytes.length !== location.size) {
    return refused(location, 'size-mismatch', { declared: location.size, found: answer.bytes.length });
  }
  return crc32(answer.bytes) === location.crc ? answer : refused(location, 'crc-mismatch');
}

interface Inflated {
  readonly buffer: Buffer;
  readonly engine: { readonly bytesWritten: number };
}

function inflate(compressed: Uint8Array, location: EntryLocation): EntryAnswer {
  const { size } = location;
  const whole = size < CHUNK_BYTES_MAX ? inflateWhole(compressed, size) : null;
  if (whole !== null) return { ok: true, bytes: whole };
  try {
    // One byte more than is declared: what fits is expanded in one step, into memory of its own size.
    const chunkSize = Math.max(Math.min(size + 1, CHUNK_BYTES_MAX), constants.Z_MIN_CHUNK);
    const options = { maxOutputLength: Math.max(size, 1), chunkSize, info: true };
    const { buffer, engine } = inflateRawSync(compressed, options) as unknown as Inflated;
    // Bytes behind the end of the deflate stream would be contents that nobody looks at.
    if (engine.bytesWritten !== compressed.length) return refused(location, 'corrupt', { part: 'rest' });
    return { ok: true, bytes: buffer };
  } catch (error) {
    const code = String((error as { code?: unknown } | null)?.code ?? '');
    if (code === 'ERR_BUFFER_TOO_LARGE')
      return refused(location, 'size-mismatch', { declared: location.size });
    if (code.startsWith('Z_')) return refused(location, 'corrupt', { part: 'deflate' });
    throw error;
  }
}

function refused(
  location: EntryLocation,
  code: EntryDefectCode,
  values: Readonly<Record<string, string | number>> = {},
): EntryAnswer {
  return {
    ok: false,
    defect: { code, entry: printablePath(location.path), offset: location.offset, values },
  };
}
