import type { ByteSource } from '../byte-source.js';
import type { ArchiveDirectory } from './archive-directory.js';
import { MAX_DEFECTS } from './defect.js';
import { DEFAULT_ARCHIVE_LIMITS, type ArchiveLimits } from './limits.js';
import { readRawEntries, type EntryDefect } from './read-entry.js';
import type { EntryLocation } from './entry-location.js';

const BATCH = 1000;

/**
 * Checks every local header against the directory; costs one pass over the archive in large reads.
 * Answers at most 200 defects. Whoever reads all entries anyway needs no such pass: each read checks its header.
 */
export async function verifyLocalHeaders(
  source: ByteSource,
  directory: ArchiveDirectory,
  limits: ArchiveLimits = DEFAULT_ARCHIVE_LIMITS,
): Promise<readonly EntryDefect[]> {
  const defects: EntryDefect[] = [];
  let batch: EntryLocation[] = [];
  const check = async (): Promise<void> => {
    for await (const answer of readRawEntries(source, batch, limits)) {
      if (!answer.ok && defects.length < MAX_DEFECTS) defects.push(answer.defect);
    }
    batch = [];
  };
  for (const location of directory.files()) {
    batch.push(location);
    if (batch.length === BATCH) await check();
    if (defects.length >= MAX_DEFECTS) return defects;
  }
  await check();
  return defects;
}
