import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { PayloadStore, Sweeper } from '@daiko/payload-store';
import { Database } from '@daiko/persistence';
import { BackgroundTasks } from '@daiko/service';
import { INSPECTION_TUNING, type InspectionTuning } from '../inspection.tokens.js';
import { knownReportObjects } from './report.store.js';

/** Longer than any chunk takes from sealing its report to its commit. */
const graceMs = 3_600_000;

/** Removes sealed reports whose chunk was never committed with them. */
@Injectable()
export class ReportSweep implements OnModuleInit {
  constructor(
    private readonly tasks: BackgroundTasks,
    private readonly store: PayloadStore,
    private readonly database: Database,
    @Inject(INSPECTION_TUNING) private readonly tuning: InspectionTuning,
  ) {}

  onModuleInit(): void {
    const sweeper = new Sweeper({
      store: this.store,
      service: 'inspection',
      graceMs,
      rows: {
        knows: (objectKeys) => knownReportObjects(this.database, [...objectKeys]),
        // A report is named by the commit that follows its sealing at once: past the grace no commit can come any more.
        claim: async () => true,
      },
    });
    this.tasks.every('sweep reports', this.tuning.sweepSeconds * 1000, async () => {
      await sweeper.sweep(new Date());
    });
  }
}
