import { PayloadStore, Sweeper } from '@daiko/payload-store';
import { SERVICE_CONTEXT, type ServiceContext } from '@daiko/service';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { IntakeConfig } from '../config.js';
import { claimObject, forgetUploads, knownObjects } from '../submission/upload.store.js';

const keyMemoryMs = 30 * 24 * 3600_000;
const intervalMs = 10 * 60_000;

/** Removes what crashed uploads left behind (掃除), and forgets Idempotency-Keys after 30 days. */
@Injectable()
export class SweepPayloads implements OnModuleInit {
  constructor(
    @Inject(SERVICE_CONTEXT) private readonly context: ServiceContext<IntakeConfig>,
    private readonly payloads: PayloadStore,
  ) {}

  onModuleInit(): void {
    if (this.context.config.DAIKO_INTAKE_SWEEPER === 'off') return;
    this.context.tasks.every('sweep-payloads', intervalMs, () => this.sweep());
  }

  /** One round. */
  async sweep(): Promise<void> {
    const { database, logger, config } = this.context;
    const now = this.context.now();
    const sweeper = new Sweeper({
      store: this.payloads,
      service: 'intake',
      graceMs: config.DAIKO_INTAKE_SWEEP_GRACE_SECONDS * 1000,
      rows: {
        knows: (objectKeys) => knownObjects(database, objectKeys),
        claim: (objectKey) => database.transaction((tx) => claimObject(tx, objectKey)),
      },
    });
    const { removed, uploadsAborted } = await sweeper.sweep(now);
    await forgetUploads(database, new Date(now.getTime() - keyMemoryMs));
    if (removed + uploadsAborted > 0) {
      logger.warn('Payloads without a row were removed', { count: removed + uploadsAborted });
    }
  }
}
