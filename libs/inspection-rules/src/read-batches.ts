import {
  type ArchiveDirectory,
  type ArchiveRecord,
  type ByteSource,
  type EntryAnswer,
  type EntryLocation,
  expandEntry,
  readRawEntries,
} from '@daiko/exchange-format';
import type { InspectionSettings } from './settings.js';

/** Records and expanded bytes one batch may hold; what bounds the memory of a pass. */
const BATCH_RECORDS = 256;
const BATCH_BYTES = 4 * 1024 * 1024;

/** The bytes of one record's files; null where the file is missing or was not asked for. */
export interface RecordBytes {
  readonly record: ArchiveRecord;
  readonly result: EntryAnswer | null;
  readonly claim: EntryAnswer | null;
}

/** Reads records in the order asked for, a batch of them with few large reads; a record is expanded when its turn comes. */
export async function* readBatches(
  source: ByteSource,
  directory: ArchiveDirectory,
  indexes: Iterable<number>,
  settings: InspectionSettings,
  claimsOnly = false,
): AsyncGenerator<Iterable<RecordBytes>> {
  let batch: ArchiveRecord[] = [];
  let bytes = 0;
  for (const index of indexes) {
    const record = directory.record(index);
    const size = (claimsOnly ? 0 : (record.result?.size ?? 0)) + (record.claim?.size ?? 0);
    if (batch.length > 0 && (batch.length === BATCH_RECORDS || bytes + size > BATCH_BYTES)) {
      yield await readBatch(source, batch, settings, claimsOnly);
      batch = [];
      bytes = 0;
    }
    batch.push(record);
    bytes += size;
  }
  yield await readBatch(source, batch, settings, claimsOnly);
}

async function readBatch(
  source: ByteSource,
  batch: readonly ArchiveRecord[],
  { limits }: InspectionSettings,
  claimsOnly: boolean,
): Promise<Iterable<RecordBytes>> {
  // Result and claim of a record often lie side by side: asked for together they cost one read.
  const results = claimsOnly ? [] : batch.map(({ result }) => result);
  const raw = await readAll(source, [...results, ...batch.map(({ claim }) => claim)], limits);
  return expandedRecords(batch, raw, limits, claimsOnly);
}

function* expandedRecords(
  batch: readonly ArchiveRecord[],
  raw: readonly (EntryAnswer | null)[],
  limits: InspectionSettings['limits'],
  claimsOnly: boolean,
): Generator<RecordBytes> {
  const firstClaim = claimsOnly ? 0 : batch.length;
  const expanded = (at: number, location: EntryLocation | null) => {
    const compressed = raw[at] ?? null;
    return location === null || compressed === null ? null : expandEntry(compressed, location, limits);
  };
  for (const [at, record] of batch.entries()) {
    const result = claimsOnly ? null : expanded(at, record.result);
    yield { record, result, claim: expanded(firstClaim + at, record.claim) };
  }
}

async function readAll(
  source: ByteSource,
  locations: readonly (EntryLocation | null)[],
  limits: InspectionSettings['limits'],
): Promise<(EntryAnswer | null)[]> {
  const answers: (EntryAnswer | null)[] = locations.map(() => null);
  const positions = locations.flatMap((location, at) => (location === null ? [] : [at]));
  const wanted = positions.map((at) => locations[at]!);
  for await (const answer of readRawEntries(source, wanted, limits)) {
    answers[positions[answer.index]!] = answer;
  }
  return answers;
}
