import { Problem } from '@daiko/contracts';
import { metrics } from '@daiko/observability';
import { isStoreReachable } from '@daiko/payload-store';
import { SERVICE_CONTEXT, type ServiceContext } from '@daiko/service';
import { Inject, Injectable } from '@nestjs/common';
import { OBJECT_STORE, type ObjectStore } from '../object-store.js';
import type { IntakeConfig } from '../config.js';
import { intakeProblems } from '../problems.js';
import { SCANNER, type Scanner } from '../scanner/scanner.js';
import { notReady } from './or-not-ready.js';
import { waitingRecords } from './submission.store.js';

/** A loaded machine may be slow to answer; a dead server refuses at once, ms. */
const answerMsMax = 10_000;
/** A good answer is believed this long, so that many small uploads do not ask each time, ms. */
const believedMs = 1_000;

/** Whether an archive could be received now; asked before the first byte of a body is read. */
@Injectable()
export class Readiness {
  private goodAtMs = -Infinity;

  constructor(
    @Inject(SERVICE_CONTEXT) private readonly context: ServiceContext<IntakeConfig>,
    @Inject(SCANNER) private readonly scanner: Scanner,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
  ) {}

  isScannerReachable(): Promise<boolean> {
    return this.scanner.isReachable();
  }

  isStoreReachable(): Promise<boolean> {
    return isStoreReachable(this.store.client, this.store.bucket, answerMsMax);
  }

  /** @throws {Problem} with `Retry-After` where scanner, store or database is down or too much waits */
  async check(): Promise<void> {
    const nowMs = performance.now();
    if (nowMs - this.goodAtMs < believedMs) return;
    const [database, scanner, store] = await Promise.all([
      this.context.database.isReachable(),
      this.isScannerReachable(),
      this.isStoreReachable(),
    ]);
    if (!database) throw notReady('database');
    if (!scanner) throw notReady('scanner');
    if (!store) throw notReady('object-store');
    const recordsMax = this.context.config.DAIKO_INTAKE_BACKLOG_RECORDS_MAX;
    const waiting = await waitingRecords(this.context.database);
    metrics.gauge('daiko_intake_records_waiting', 'Records acknowledged and not judged yet').set(waiting);
    if (waiting > recordsMax) {
      throw new Problem(intakeProblems.backlogFull, { recordsMax }, {}, 120);
    }
    this.goodAtMs = nowMs;
  }
}
