import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { ByteSource } from '../byte-source.js';
import type { ArchiveDirectory } from './archive-directory.js';
import { checkRecord, measureRecord, minimalEnd, parseRecord, type CentralRecord } from './central-record.js';
import { EntryCollector } from './collect-entries.js';
import { DefectList, type ArchiveDefect } from './defect.js';
import { EntryExtents } from './entry-extents.js';
import { findDirectory, type DirectoryExtent } from './find-end.js';
import { DEFAULT_ARCHIVE_LIMITS, type ArchiveLimits } from './limits.js';
import { viewOf, ZIP } from './zip-layout.js';

const READ_BYTES = 256 * 1024;

/**
 * Reads the central directory (中央ディレクトリ) of an archive in pieces of 256 KiB and checks it whole: form, names, sizes, limits,
 * overlaps, root folder. Contents and local headers are not read; `readEntry` checks those.
 * Answers the directory, or the defects (at most 200) that make the archive unfit; throws only what the source throws.
 */
export async function readDirectory(
  source: ByteSource,
  limits: ArchiveLimits = DEFAULT_ARCHIVE_LIMITS,
): Promise<ArchiveDirectory | readonly ArchiveDefect[]> {
  const defects = new DefectList();
  const extent = await findDirectory(source, defects);
  if (extent === null) return defects.defects;
  if (extent.entries > limits.entries) {
    defects.add('entry-count-limit', {}, { entries: extent.entries, limit: limits.entries });
  }
  if (extent.length > limits.directoryBytes) {
    defects.add('directory-size-limit', {}, { size: extent.length, limit: limits.directoryBytes });
  }
  if (!defects.isEmpty) return defects.defects;
  return new DirectoryReading(extent, limits, defects).run(source);
}

/** True when `readDirectory` answered defects. */
export function isDefective(
  answer: ArchiveDirectory | readonly ArchiveDefect[],
): answer is readonly ArchiveDefect[] {
  return Array.isArray(answer);
}

class DirectoryReading {
  private readonly collector: EntryCollector;
  private readonly extents = new EntryExtents();
  private readonly hash = createHash('sha256');
  private entryCount = 0;
  private expandedBytes = 0;
  private compressedBytes = 0;

  constructor(
    private readonly extent: DirectoryExtent,
    private readonly limits: ArchiveLimits,
    private readonly defects: DefectList,
  ) {
    this.collector = new EntryCollector(limits, defects);
  }

  async run(source: ByteSource): Promise<ArchiveDirectory | readonly ArchiveDefect[]> {
    let rest = Buffer.alloc(0);
    for (let done = 0; done < this.extent.length && !this.defects.isFull;) {
      const length = Math.min(READ_BYTES, this.extent.length - done);
      const piece = await source.read(this.extent.offset + done, length);
      this.hash.update(piece);
      const window = Buffer.concat([rest, piece]);
      const windowOffset = this.extent.offset + done - rest.length;
      const used = this.takeRecords(window, windowOffset);
      if (used === null) return this.defects.defects;
      rest = window.subarray(used);
      done += length;
    }
    if (this.defects.isFull) return this.defects.defects;
    if (rest.length > 0 || this.entryCount !== this.extent.entries) {
      this.defects.add(
        'directory-corrupt',
        { offset: this.extent.offset },
        { part: 'entry-count', declared: this.extent.entries, found: this.entryCount },
      );
    }
    this.checkWhole();
    const directory = this.collector.finish({
      entryCount: this.entryCount,
      expandedBytes: this.expandedBytes,
      entriesDigest: this.hash.digest('hex'),
    });
    return directory ?? this.defects.defects;
  }

  /** Takes the whole records of a window; answers the bytes used, or null when the directory is broken. */
  private takeRecords(window: Buffer, windowOffset: number): number | null {
    const view = viewOf(window);
    let at = 0;
    while (at < window.length) {
      const length = measureRecord(view, at);
      if (length === 'more') break;
      const record = length === 'corrupt' ? null : parseRecord(window, view, at, length);
      if (record === null || ++this.entryCount > this.extent.entries) {
        this.defects.add('directory-corrupt', { offset: windowOffset + at }, { part: 'record' });
        return null;
      }
      this.takeRecord(record, windowOffset + at);
      at += record.recordLength;
    }
    return at;
  }

  private takeRecord(record: CentralRecord, recordOffset: number): void {
    checkRecord(record, recordOffset, this.extent.offset, this.limits, this.defects);
    this.extents.add(record.offset, minimalEnd(record));
    this.expandedBytes += record.size;
    this.compressedBytes += record.compressedSize;
    this.collector.add(record, recordOffset);
  }

  private checkWhole(): void {
    const { expandedBytes, compressedBytes, limits } = this;
    if (expandedBytes > limits.expandedBytes) {
      this.defects.add('expanded-size-limit', {}, { size: expandedBytes, limit: limits.expandedBytes });
    }
    if (expandedBytes > limits.ratio * Math.max(compressedBytes, ZIP.endLength)) {
      const values = { size: expandedBytes, compressedSize: compressedBytes, limit: limits.ratio };
      this.defects.add('ratio-limit', {}, values);
    }
    this.extents.report(this.defects);
  }
}
