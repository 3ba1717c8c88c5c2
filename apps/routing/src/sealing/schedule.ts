import { BackgroundTasks } from '@daiko/service';
import type { OnModuleInit } from '@nestjs/common';
import { SweepUploads } from '../sweeping/sweep-uploads.js';
import { SealDocuments } from './seal-documents.js';

/** Intervals in seconds; sealing 0: only on command. */
export interface Intervals {
  sealSeconds: number;
  sweepSeconds: number;
}

/** What routing does by itself. */
export class Schedule implements OnModuleInit {
  constructor(
    private readonly tasks: BackgroundTasks,
    private readonly sealDocuments: SealDocuments,
    private readonly sweepUploads: SweepUploads,
    private readonly intervals: Intervals,
    private readonly now: () => Date,
  ) {}

  onModuleInit(): void {
    const { sealSeconds, sweepSeconds } = this.intervals;
    if (sealSeconds > 0) {
      const seal = async () => void (await this.sealDocuments.run('all', this.now));
      this.tasks.every('seal', sealSeconds * 1000, seal);
    }
    const sweep = async () => void (await this.sweepUploads.sweep());
    this.tasks.every('sweep', sweepSeconds * 1000, sweep);
  }
}
