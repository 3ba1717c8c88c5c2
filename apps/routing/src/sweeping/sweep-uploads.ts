import { type PayloadStore, Sweeper, type SweepResult } from '@daiko/payload-store';
import type { Database } from '@daiko/persistence';
import { claimUpload, keptObjects } from '../outgoing/upload.store.js';

/** An object may be this old before it counts as an orphan: longer than the longest sealing, ms. */
const graceMs = 6 * 60 * 60 * 1000;

/** Removes objects of routing that were begun and never came into a row: what a crash between upload and commit left. */
export class SweepUploads {
  private readonly sweeper: Sweeper;

  constructor(
    store: PayloadStore,
    database: Database,
    private readonly now: () => Date,
  ) {
    this.sweeper = new Sweeper({
      store,
      service: 'routing',
      graceMs,
      rows: {
        knows: (objectKeys) => keptObjects(database, objectKeys),
        claim: (objectKey) => claimUpload(database, objectKey, now()),
      },
    });
  }

  sweep(): Promise<SweepResult> {
    return this.sweeper.sweep(this.now());
  }
}
