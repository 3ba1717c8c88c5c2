import type { PayloadStore } from './payload-store.js';

/** What the sweeper needs of the service that owns the rows. */
export interface SweeperRows {
  /** Which of these objects stand in a row that counts (accepted, or with a lease that runs). */
  knows(objectKeys: readonly string[]): Promise<Set<string>>;
  /** Claims the object in the rows before it is deleted, so that no late commit can name it; false where a row counts by now. */
  claim(objectKey: string): Promise<boolean>;
}

export interface SweepResult {
  removed: number;
  kept: number;
  uploadsAborted: number;
}

const batchMax = 500;

/**
 * Removes what no row names (掃除): objects of one service older than a grace, and uploads that were never completed.
 * The grace must be longer than the longest upload and its commit. It rests after a restore until told (`isResting`).
 */
export class Sweeper {
  constructor(
    private readonly options: {
      store: Pick<PayloadStore, 'list' | 'remove' | 'abortUploadsBefore'>;
      service: string;
      graceMs: number;
      rows: SweeperRows;
      isResting?: () => Promise<boolean>;
    },
  ) {}

  /** One round; bounded by the number of objects of the service. */
  async sweep(now: Date): Promise<SweepResult> {
    const result = { removed: 0, kept: 0, uploadsAborted: 0 };
    if ((await this.options.isResting?.()) === true) return result;
    const before = new Date(now.getTime() - this.options.graceMs);
    const prefix = `${this.options.service}/`;
    let batch: string[] = [];
    for await (const object of this.options.store.list(prefix)) {
      if (object.modifiedAt >= before) continue;
      batch.push(object.objectKey);
      if (batch.length >= batchMax) {
        await this.sweepBatch(batch, result);
        batch = [];
      }
    }
    await this.sweepBatch(batch, result);
    result.uploadsAborted = await this.options.store.abortUploadsBefore(prefix, before);
    return result;
  }

  private async sweepBatch(objectKeys: string[], result: SweepResult): Promise<void> {
    if (objectKeys.length === 0) return;
    const known = await this.options.rows.knows(objectKeys);
    for (const objectKey of objectKeys) {
      if (known.has(objectKey) || !(await this.options.rows.claim(objectKey))) {
        result.kept += 1;
        continue;
      }
      await this.options.store.remove(objectKey);
      result.removed += 1;
    }
  }
}
