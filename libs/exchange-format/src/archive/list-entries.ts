import { Buffer } from 'node:buffer';
import type { ByteSource } from '../byte-source.js';
import { checkRecord, measureRecord, minimalEnd, parseRecord } from './central-record.js';
import { locationOf } from './collect-entries.js';
import { type ArchiveDefect, DefectList } from './defect.js';
import { EntryExtents } from './entry-extents.js';
import type { EntryLocation } from './entry-location.js';
import { findDirectory } from './find-end.js';
import type { ArchiveLimits } from './limits.js';
import { viewOf } from './zip-layout.js';

/** The wanted files of a ZIP, or why it is not read. */
export type ListedEntries =
  | { readonly ok: true; readonly entries: readonly EntryLocation[] }
  | { readonly ok: false; readonly defects: readonly ArchiveDefect[] };

/**
 * Lists the files of a ZIP that is no submission (a schema set, say): no layout is asked for, but every file that is `wanted`
 * by its path (one character a byte) is checked as those of a submission are. The directory is read whole, so `limits.directoryBytes`
 * should be small. Answers the defects where there is one; throws only what the source throws.
 */
export async function listEntries(
  source: ByteSource,
  limits: ArchiveLimits,
  wanted: (path: string) => boolean,
): Promise<ListedEntries> {
  const defects = new DefectList();
  const extent = await findDirectory(source, defects);
  if (extent === null) return refused(defects);
  const { entries, length, offset } = extent;
  if (entries > limits.entries) defects.add('entry-count-limit', {}, { entries, limit: limits.entries });
  if (length > limits.directoryBytes) {
    defects.add('directory-size-limit', {}, { size: length, limit: limits.directoryBytes });
  }
  if (!defects.isEmpty) return refused(defects);
  const window = Buffer.from(await source.read(offset, length));
  const view = viewOf(window);
  const extents = new EntryExtents();
  const found: EntryLocation[] = [];
  let expandedBytes = 0;
  for (let at = 0; at < window.length;) {
    const size = measureRecord(view, at);
    const record = typeof size === 'number' ? parseRecord(window, view, at, size) : null;
    if (record === null) {
      defects.add('directory-corrupt', { offset: offset + at }, { part: 'record' });
      return refused(defects);
    }
    if (!record.isFolder && wanted(record.path)) {
      checkRecord(record, offset + at, offset, limits, defects);
      extents.add(record.offset, minimalEnd(record));
      expandedBytes += record.size;
      found.push(locationOf(record));
    }
    at += record.recordLength;
  }
  if (expandedBytes > limits.expandedBytes) {
    defects.add('expanded-size-limit', {}, { size: expandedBytes, limit: limits.expandedBytes });
  }
  extents.report(defects);
  return defects.isEmpty ? { ok: true, entries: found } : refused(defects);
}

function refused({ defects }: DefectList): ListedEntries {
  return { ok: false, defects };
}
