import { setTimeout as delay } from 'node:timers/promises';
import { PermanentFailure } from '@daiko/messaging';
import { type Logger, metrics } from '@daiko/observability';
import type { Database } from '@daiko/persistence';
import type { Alarm, Arrival } from './arrival.js';
import { takeIn } from './take-in.js';

interface Waiting {
  arrival: Arrival;
  resolve: () => void;
  reject: (error: unknown) => void;
}

const batchMax = 500;
/** Wait for what comes close behind the first mark, ms: nobody waits for the trail, and each transaction costs as much as its marks. */
const gatherMs = 25;

/** Gathers what arrives while a batch is being written, so that many marks share one transaction; one batch at a time. */
export class MarkBatch {
  private waiting: Waiting[] = [];
  private isRunning = false;

  constructor(
    private readonly database: Database,
    private readonly logger: Logger,
    private readonly now: () => Date,
  ) {}

  /** Resolves when the arrival is committed. Rejects with a `PermanentFailure` where it found no room to wait for its predecessor. */
  add(arrival: Arrival): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ arrival, resolve, reject });
      if (!this.isRunning) void this.run();
    });
  }

  private async run(): Promise<void> {
    this.isRunning = true;
    await delay(gatherMs);
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, batchMax);
      try {
        await this.write(batch);
      } catch (error) {
        if (batch.length === 1 || !(await this.database.isReachable()))
          batch.forEach(({ reject }) => reject(error));
        else await this.writeSingly(batch);
      }
    }
    // In the same turn as the look at the queue: what is added later starts a run of its own.
    this.isRunning = false;
  }

  /** One arrival that cannot be written must not hold up the others. */
  private async writeSingly(batch: readonly Waiting[]): Promise<void> {
    for (const one of batch) {
      await this.write([one]).catch((error: unknown) => one.reject(error));
    }
  }

  private async write(batch: readonly Waiting[]): Promise<void> {
    const { alarms, refused } = await takeIn(
      this.database,
      batch.map(({ arrival }) => arrival),
      this.now(),
    );
    for (const { arrival, resolve, reject } of batch) {
      if ('mark' in arrival && refused.has(arrival.mark)) reject(new PermanentFailure('parked-limit'));
      else resolve();
    }
    sound(this.logger, alarms);
  }
}

/** Logs and counts alarms; they are stored already. */
export function sound(logger: Logger, alarms: readonly Alarm[]): void {
  for (const { kind, stream, sequence } of alarms) {
    alarmCount().inc({ kind });
    logger.error('The trail of marks has an alarm', { reason: kind, stream, sequence });
  }
}

const alarmCount = () =>
  metrics.counter('daiko_audit_alarms_total', 'Alarms of the trail of marks', ['kind']);
