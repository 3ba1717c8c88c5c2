import { Inject, Injectable } from '@nestjs/common';
import type { RecordMasters, RecordReport } from '@daiko/inspection-rules';
import type { LeafCipher } from '@daiko/payload-store';
import { Database } from '@daiko/persistence';
import { CLOCK } from '@daiko/service';
import { ChunkHistory, digestsOf, keysOf, type RecordDigests } from '../history/chunk-history.js';
import { takenKeys } from '../history/claim-history.store.js';
import { findHistory, historySince } from '../history/history.store.js';
import { HistoryLeaves } from '../history/history-leaves.js';
import { INSPECTION_TUNING, type InspectionTuning } from '../inspection.tokens.js';
import { MasterCopies } from '../master/master-copies.js';
import type { Submission } from '../submission/submission.store.js';

/** What masters and history say of the records of a chunk. */
export interface RecalledChunk {
  /** In the order of the records. */
  masters: readonly RecordMasters[];
  history: ChunkHistory;
  /** In the order of the records. */
  digests: readonly RecordDigests[];
  /** Keys of claims that earlier submissions hold, hex. */
  taken: Set<string>;
  /** What the values of the chunk are sealed with. */
  cipher: LeafCipher;
}

/** Gathers what the rules with memory (L7, L8) go by. */
@Injectable()
export class Recall {
  private since: string | null = null;

  constructor(
    private readonly database: Database,
    private readonly masters: MasterCopies,
    private readonly leaves: HistoryLeaves,
    @Inject(INSPECTION_TUNING) private readonly tuning: InspectionTuning,
    @Inject(CLOCK) private readonly now: () => Date,
  ) {}

  /** For records of a submission: by the masters that held when its chunks were planned, and by the history as it is now. */
  async of(submission: Submission, reports: readonly RecordReport[]): Promise<RecalledChunk> {
    const { submissionId, inspectionDate: receivedOn, mastersEpoch } = submission;
    const masters = await this.masters.of(mastersEpoch, reports);
    const digests = reports.map((report) => digestsOf(this.tuning.personDigestKey, report));
    const rows = await findHistory(this.database, keysOf(reports, digests));
    const values = await this.leaves.openAll(rows);
    const claims = digests.flatMap(({ claim }) => (claim === null ? [] : [claim]));
    const taken = await takenKeys(this.database, claims);
    this.since ??= await historySince(this.database);
    const history = new ChunkHistory({ submissionId, receivedOn }, rows, values, this.since);
    return { masters, history, digests, taken, cipher: await this.leaves.cipherOf(this.now()) };
  }
}
