import type { PayloadRef } from '@daiko/contracts';
import type { ByteSource } from './byte-source.js';
import { SegmentCache } from './segment-cache.js';
import { openSegment, release, tagBytes } from './segment-cipher.js';

/** The stored bytes are not those that were sealed, or stand in another place or under another payload; never a verdict on the sender. */
export class PayloadTampered extends Error {
  constructor(
    readonly payloadId: string,
    readonly what: string,
  ) {
    super(`payload ${payloadId}: ${what}`);
    this.name = 'PayloadTampered';
  }
}

/** Reads stored bytes of an object; fewer than asked for where it ends before. */
export type ReadStored = (offset: number, length: number) => Promise<Uint8Array<ArrayBuffer>>;

/** A segment being opened; one that was never in the cache is its reader's alone, and given back at once. */
interface Segment {
  plain: Promise<Uint8Array<ArrayBuffer>>;
  isShared: boolean;
}

/** Segments that a source of its own keeps. A payload of no more is fetched whole, in one request, when it is first read. */
const cachedSegmentsMax = 8;
/** Of a long run, the segments at its end that stay. */
const longRunKeptMax = 4;
const fetchedSegmentsMax = 8;

/**
 * A sealed payload as a source of plain bytes. Whole segments are fetched and verified; neighbours come in one request; the
 * last used (eight, unless a cache is shared) stay in memory, and two readers of one segment share its request.
 */
export class SealedSource implements ByteSource {
  /** It fits into the cache: every read is for the whole. */
  private readonly isSmall: boolean;

  constructor(
    private readonly ref: PayloadRef,
    private readonly owner: string,
    private readonly dataKey: Uint8Array,
    private readonly readStored: ReadStored,
    private readonly cache = new SegmentCache(cachedSegmentsMax),
  ) {
    this.isSmall = ref.segmentCount <= Math.min(cachedSegmentsMax, cache.segmentsMax);
    const expected = Math.max(1, Math.ceil(ref.sizeBytes / ref.segmentBytes));
    if (ref.segmentCount !== expected)
      throw new PayloadTampered(ref.payloadId, 'segment count and size disagree');
  }

  async size(): Promise<number> {
    return this.ref.sizeBytes;
  }

  async read(offset: number, length: number): Promise<Uint8Array> {
    const { segmentBytes, sizeBytes } = this.ref;
    if (!Number.isSafeInteger(offset) || !Number.isSafeInteger(length) || offset < 0 || length < 0) {
      throw new RangeError(`cannot read ${length} bytes at ${offset}`);
    }
    if (offset + length > sizeBytes) throw new RangeError(`${offset}+${length} is beyond ${sizeBytes}`);
    const first = Math.floor(offset / segmentBytes);
    const last = Math.max(first, Math.floor((offset + length - 1) / segmentBytes));
    // Filled whole below; nothing reads it before.
    const result = new Uint8Array(Buffer.allocUnsafeSlow(length).buffer);
    for (let index = first; index <= last; index += fetchedSegmentsMax) {
      const end = Math.min(last, index + fetchedSegmentsMax - 1);
      await this.copySegments(index, end, offset, result);
    }
    return result;
  }

  private async copySegments(first: number, last: number, offset: number, result: Uint8Array): Promise<void> {
    const segments = this.segments(first, last);
    // Awaited as a whole, so that a failing neighbour never becomes an unhandled rejection.
    const plains = await Promise.all(segments.map(({ plain }) => plain));
    plains.forEach((plain, place) => {
      const start = (first + place) * this.ref.segmentBytes;
      const from = Math.max(offset, start);
      const to = Math.min(offset + result.length, start + plain.length);
      if (to > from) result.set(plain.subarray(from - start, to - start), from - offset);
      if (segments[place]?.isShared === false) release(plain);
    });
  }

  private segments(first: number, last: number): Segment[] {
    if (!this.isSmall) return this.segmentsOf(first, last);
    return this.segmentsOf(0, this.ref.segmentCount - 1).slice(first, last + 1);
  }

  private segmentsOf(first: number, last: number): Segment[] {
    const found: Segment[] = [];
    for (let index = first; index <= last; index += 1) {
      const cached = this.cache.get(this.ref.payloadId, index);
      if (cached !== undefined) {
        found.push({ plain: cached, isShared: true });
        continue;
      }
      let end = index;
      while (end < last && !this.cache.has(this.ref.payloadId, end + 1)) end += 1;
      found.push(...this.fetchRun(index, end));
      index = end;
    }
    return found;
  }

  private fetchRun(first: number, last: number): Segment[] {
    const run = this.openRun(first, last);
    const segments: Segment[] = [];
    // A long run would only push out what is read again, and leave its own bytes to the collector.
    const isLong = !this.isSmall && last - first + 1 >= this.cache.segmentsMax / 4;
    const keptMax = isLong ? Math.min(longRunKeptMax, this.cache.segmentsMax) : this.cache.segmentsMax;
    for (let index = first; index <= last; index += 1) {
      const plain = run.then((opened) => wholeOrThrow(opened[index - first] as Opened));
      const isShared = last - index < keptMax;
      segments.push({ plain, isShared });
      if (isShared) this.cache.keep(this.ref.payloadId, index, plain);
    }
    return segments;
  }

  /** A segment that is not what was sealed spoils none beside it. */
  private async openRun(first: number, last: number): Promise<Opened[]> {
    const { payloadId, segmentBytes, segmentCount, sizeBytes } = this.ref;
    const storedBytes = segmentBytes + tagBytes;
    const isToEnd = last === segmentCount - 1;
    const expected = isToEnd
      ? sizeBytes - first * segmentBytes + (last - first + 1) * tagBytes
      : (last - first + 1) * storedBytes;
    const stored = await this.readStored(first * storedBytes, expected);
    const binding = { payloadId, owner: this.owner };
    const opened: Opened[] = [];
    for (let index = first; index <= last; index += 1) {
      const start = (index - first) * storedBytes;
      const end = Math.min(start + storedBytes, expected);
      if (end > stored.length) {
        opened.push(new PayloadTampered(payloadId, 'the object is shorter than what was sealed'));
        continue;
      }
      const sealed = stored.subarray(start, end);
      const plain = openSegment(this.dataKey, sealed, binding, index, index === segmentCount - 1);
      opened.push(plain ?? new PayloadTampered(payloadId, `segment ${index} is not what was sealed`));
    }
    release(stored);
    return opened;
  }
}

type Opened = Uint8Array<ArrayBuffer> | PayloadTampered;

function wholeOrThrow(opened: Opened): Uint8Array<ArrayBuffer> {
  if (opened instanceof PayloadTampered) throw opened;
  return opened;
}
