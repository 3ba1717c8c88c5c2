import type { EntryRef } from '@daiko/contracts';
import {
  adjudicateClaim,
  ArchiveWriter,
  calendarDate,
  INDEX_FILE,
  type RawEntry,
  type SchemaSet,
  SUMMARY_FILE,
} from '@daiko/exchange-format';
import { crc32, inflateRawSync } from 'node:zlib';
import {
  type ArchivePlan,
  filePaths,
  indexOf,
  type OutgoingFolder,
  type OutgoingLine,
  summaryOf,
} from './outgoing-archive.js';
import type { ReceivedArchives } from './received-archives.js';

/** Pages of lines in their order; asked for twice, once for results and once for claims. */
export type LinePages = (folder: OutgoingFolder) => AsyncIterable<readonly OutgoingLine[]>;

/** A returned claim into which no 処理結果 can be written: its record belongs into a list. */
export class ClaimNotAdjudicable extends Error {
  constructor(readonly line: Pick<OutgoingLine, 'submissionId' | 'recordIndex'>) {
    super('a claim cannot take an adjudication');
    this.name = 'ClaimNotAdjudicable';
  }
}

/**
 * Writes an outgoing archive as a stream: ix08, su08, the results, the claims, the schemas. Results keep their compressed bytes; so do the
 * claims of a bundle, while each claim of a return is written anew with its 返戻理由. Memory does not grow with the records but for
 * the archive's directory.
 */
export async function writeOutgoing(
  sink: (chunk: Uint8Array) => Promise<void>,
  { agencyNumber, schemas }: { readonly agencyNumber: string; readonly schemas: SchemaSet },
  plan: ArchivePlan,
  lines: LinePages,
  archives: ReceivedArchives,
): Promise<void> {
  const writer = new ArchiveWriter(sink, plan.rootName, { date: calendarDate(plan.createdDay) });
  await writer.addFile(INDEX_FILE, indexOf(agencyNumber, plan));
  await writer.addFile(SUMMARY_FILE, summaryOf(plan));
  let written = 0;
  for (const folder of ['DATA', 'CLAIMS'] as const) {
    for await (const page of lines(folder)) {
      for (const group of bySubmission(page)) {
        await writeGroup(writer, plan, folder, group, archives);
        written += group.length;
      }
    }
  }
  if (written !== 2 * plan.recordCount) throw new Error('the lines of a plan are not those it counted');
  for (const { path, bytes } of schemas.files()) await writer.addFile(path, bytes);
  await writer.finish();
}

async function writeGroup(
  writer: ArchiveWriter,
  plan: ArchivePlan,
  folder: OutgoingFolder,
  group: readonly OutgoingLine[],
  archives: ReceivedArchives,
): Promise<void> {
  const isClaims = folder === 'CLAIMS';
  const entries = group.map(({ entry }) => entry);
  const submissionId = group[0]?.submissionId ?? '';
  for await (const { at, bytes } of archives.readFiles(submissionId, folder, entries)) {
    const line = group[at] as OutgoingLine;
    const { entry } = line;
    const paths = filePaths(plan.kind, line.fileDigits);
    if (isClaims && plan.interactionType === '2' && !line.isReply) {
      await writer.addFile(paths.claim, adjudicated(bytes, line, plan.createdDay));
    } else {
      await writer.addRaw(isClaims ? paths.claim : paths.result, rawEntryOf(entry), bytes);
    }
  }
}

function adjudicated(raw: Uint8Array, line: OutgoingLine, recordDate: string): Uint8Array {
  const claim = expanded(raw, line.entry);
  if (claim === null) throw new ClaimNotAdjudicable(line);
  const { returnedBy } = line;
  const written = adjudicateClaim(claim, {
    by: returnedBy,
    // An insurer's stands as in its own answer to the 確認依頼.
    interactionType: returnedBy === 'insurer' ? '11' : '2',
    recordDate,
    reasonCode: line.returnReason ?? '09',
    text: line.returnText ?? '',
  });
  if (written === claim) throw new ClaimNotAdjudicable(line);
  return written;
}

function expanded(raw: Uint8Array, entry: EntryRef): Uint8Array | null {
  try {
    const bytes =
      entry.method === 8 ? inflateRawSync(raw, { maxOutputLength: Math.max(entry.bytes, 1) }) : raw;
    return bytes.length === entry.bytes && crc32(bytes) === entry.crc32 ? bytes : null;
  } catch {
    return null;
  }
}

function rawEntryOf(entry: EntryRef): RawEntry {
  return {
    method: entry.method === 8 ? 8 : 0,
    crc: entry.crc32,
    compressedSize: entry.compressedBytes,
    size: entry.bytes,
  };
}

/** Neighbouring lines of one submission; lines come ordered by submission. */
function* bySubmission(page: readonly OutgoingLine[]): Generator<OutgoingLine[]> {
  let group: OutgoingLine[] = [];
  for (const line of page) {
    if (group.length > 0 && group[0]?.submissionId !== line.submissionId) {
      yield group;
      group = [];
    }
    group.push(line);
  }
  if (group.length > 0) yield group;
}
