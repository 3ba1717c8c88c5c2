import { heldReport, type RecordReport } from '@daiko/inspection-rules';
import { PayloadTampered } from '@daiko/payload-store';
import type { OpenArchive } from '../submission/open-archives.js';
import { type Judging, readRecords } from './judge-chunk.js';

/**
 * A chunk that keeps failing because the sealed bytes are damaged is split down to the records at fault; those become held.
 * A store that is down is nobody's fault: the message comes again.
 */
export async function readOneByOne(
  archive: OpenArchive,
  indexes: number[],
  judging: Judging,
): Promise<RecordReport[]> {
  const reports: RecordReport[] = [];
  for (const index of indexes) {
    try {
      reports.push(...(await readRecords(archive, [index], judging)));
    } catch (fault) {
      if (!(fault instanceof PayloadTampered)) throw fault;
      reports.push(heldReport(archive.directory.record(index), 'payload'));
    }
  }
  return reports;
}
