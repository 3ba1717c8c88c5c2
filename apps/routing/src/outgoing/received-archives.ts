import type { EntryRef, PayloadRef } from '@daiko/contracts';
import {
  type ByteSource,
  CLAIMS_FOLDER,
  DATA_FOLDER,
  type EntryLocation,
  readRawEntries,
} from '@daiko/exchange-format';
import {
  KeyMissing,
  PayloadMissing,
  type PayloadStore,
  PayloadTampered,
  SegmentCache,
} from '@daiko/payload-store';
import type { Transaction } from '@daiko/persistence';
import type { OutgoingFolder } from './outgoing-archive.js';

/** A received archive, open for reading. */
interface OpenArchive {
  source: ByteSource;
  rootName: string;
  /** Whether its entries carry their sizes behind the data; found out with the first entry. */
  hasDescriptors: boolean;
}

/** Compressed bytes of one file as they stand in the received archive; a view, valid until the next one is asked for. */
export interface RawFile {
  /** Place in the list that was asked for. */
  at: number;
  bytes: Uint8Array;
}

/** A file of a received archive is not where inspection saw it; a fault of ours or of the store, never of the data. */
export class EntryUnreadable extends Error {
  constructor(
    readonly submissionId: string,
    readonly defect: string,
    options?: ErrorOptions,
  ) {
    super(`submission ${submissionId}: an entry cannot be read (${defect})`, options);
    this.name = 'EntryUnreadable';
  }
}

const openMax = 64;
/** Opened segments kept over all of them, 6 MiB: the archives of one second are read once for all insurers. */
const segmentsMax = 24;
/** What says that this payload cannot be read; a store that does not answer is none of it. */
const unreadable = [PayloadTampered, PayloadMissing, KeyMissing];

/** The received archives that the documents of one run are copied from; a bounded number stays open at a time. */
export class ReceivedArchives {
  private readonly open = new Map<string, OpenArchive>();
  private readonly segments = new SegmentCache(segmentsMax);

  constructor(
    private readonly database: Transaction,
    private readonly payloads: Pick<PayloadStore, 'open'>,
    /** Why they are opened, for the log of key use. */
    private readonly purpose: string,
  ) {}

  /**
   * The compressed bytes of many files of one submission, with few large reads.
   * @throws {EntryUnreadable} where this submission is at fault, and what a store that is down throws
   */
  async *readFiles(
    submissionId: string,
    folder: OutgoingFolder,
    entries: readonly EntryRef[],
  ): AsyncGenerator<RawFile> {
    try {
      yield* this.readRaw(submissionId, folder, entries);
    } catch (error) {
      if (unreadable.some((kind) => error instanceof kind)) {
        throw new EntryUnreadable(submissionId, (error as Error).name, { cause: error });
      }
      throw error;
    }
  }

  private async *readRaw(
    submissionId: string,
    folder: OutgoingFolder,
    entries: readonly EntryRef[],
  ): AsyncGenerator<RawFile> {
    const archive = await this.archiveOf(submissionId);
    const locations = entries.map((entry) => locationOf(archive, folder, entry));
    const again: number[] = [];
    for await (const answer of readRawEntries(archive.source, locations)) {
      if (answer.ok) yield { at: answer.index, bytes: answer.bytes };
      else if (answer.defect.code === 'header-disagreement') again.push(answer.index);
      else throw new EntryUnreadable(submissionId, answer.defect.code);
    }
    // An EntryRef does not say whether sizes follow the data; the header does, and the other answer fits then.
    if (again.length === 0) return;
    const hasDescriptors = !archive.hasDescriptors;
    archive.hasDescriptors = hasDescriptors;
    const retried = again.map((at) => ({
      ...(locations[at] as EntryLocation),
      descriptor: hasDescriptors,
    }));
    for await (const answer of readRawEntries(archive.source, retried)) {
      if (!answer.ok) throw new EntryUnreadable(submissionId, answer.defect.code);
      yield { at: again[answer.index] as number, bytes: answer.bytes };
    }
  }

  private async archiveOf(submissionId: string): Promise<OpenArchive> {
    const found = this.open.get(submissionId);
    if (found !== undefined) {
      this.open.delete(submissionId);
      this.open.set(submissionId, found);
      return found;
    }
    const [row] = await this.database.query<{ payload: PayloadRef | null; rootName: string | null }>(
      `SELECT payload, root_name AS "rootName" FROM submission WHERE submission_id = $1
       UNION ALL SELECT payload, root_name FROM reply WHERE reply_id = $1`,
      [submissionId],
    );
    if (row === undefined || row.payload === null || row.rootName === null) {
      throw new EntryUnreadable(submissionId, 'no payload');
    }
    const source = await this.payloads.open(row.payload, this.purpose, this.segments);
    const archive = { source, rootName: row.rootName, hasDescriptors: false };
    this.open.set(submissionId, archive);
    const [oldest] = this.open.keys();
    if (this.open.size > openMax && oldest !== undefined) this.open.delete(oldest);
    return archive;
  }
}

function locationOf(archive: OpenArchive, folder: OutgoingFolder, entry: EntryRef): EntryLocation {
  return {
    path: `${archive.rootName}/${folder === 'DATA' ? DATA_FOLDER : CLAIMS_FOLDER}/${entry.name}`,
    offset: entry.offset,
    compressedSize: entry.compressedBytes,
    size: entry.bytes,
    crc: entry.crc32,
    method: entry.method === 8 ? 8 : 0,
    descriptor: archive.hasDescriptors,
  };
}
