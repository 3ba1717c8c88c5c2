import { Injectable } from '@nestjs/common';
import { type Memory, noHistory, type RecordReport } from '@daiko/inspection-rules';
import { MasterCopies } from '../master/master-copies.js';
import type { Submission } from '../submission/submission.store.js';

/** What masters and history say of the records of a chunk, in their order. */
export type Remember = (reports: readonly RecordReport[]) => Promise<readonly Memory[]>;

/** Gathers what the rules with memory (L7, L8) go by. */
@Injectable()
export class Recall {
  constructor(private readonly masters: MasterCopies) {}

  /** For the records of a submission: by the masters that held when its chunks were planned. */
  forSubmission({ mastersEpoch }: Submission): Remember {
    return async (reports) => {
      const masters = await this.masters.of(mastersEpoch, reports);
      return masters.map((each) => ({ masters: each, history: noHistory }));
    };
  }
}
