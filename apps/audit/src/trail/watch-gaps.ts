import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { BackgroundTasks, SERVICE_CONTEXT, type ServiceContext } from '@daiko/service';
import type { AuditKeys } from '../config.js';
import { sound } from './mark-batch.js';
import { noteAlarms, overduePlaces } from './trail.store.js';

const intervalMs = 10_000;

/** Notes an alarm where a stream has stood still for longer than the window although more of it was announced. */
@Injectable()
export class WatchGaps implements OnModuleInit {
  constructor(
    private readonly tasks: BackgroundTasks,
    @Inject(SERVICE_CONTEXT) private readonly context: ServiceContext<AuditKeys>,
  ) {}

  onModuleInit(): void {
    this.tasks.every('watch gaps', intervalMs, () => this.look());
  }

  async look(): Promise<void> {
    const { database, config, logger, now } = this.context;
    const at = now();
    const before = new Date(at.getTime() - config.DAIKO_AUDIT_GAP_WINDOW_SECONDS * 1000);
    const alarms = await database.transaction(async (tx) => {
      const places = await overduePlaces(tx, before);
      return noteAlarms(
        tx,
        places.map(({ stream, sequence }) => ({ kind: 'missing', stream, sequence, hash: '' })),
        at,
      );
    });
    sound(logger, alarms);
  }
}
