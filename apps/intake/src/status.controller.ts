import { Allow } from '@daiko/access';
import { SERVICE_CONTEXT, type ServiceContext } from '@daiko/service';
import { Controller, Get, Inject } from '@nestjs/common';
import type { IntakeConfig } from './config.js';
import { SCANNER, type Scanner } from './scanner/scanner.js';
import { Readiness } from './submission/readiness.js';
import { waitingRecords } from './submission/submission.store.js';

/** State of intake for senders and operators; says plainly where no real scanner is at work. */
@Controller('v1/status')
export class StatusController {
  constructor(
    @Inject(SERVICE_CONTEXT) private readonly context: ServiceContext<IntakeConfig>,
    @Inject(SCANNER) private readonly scanner: Scanner,
    private readonly readiness: Readiness,
  ) {}

  @Get()
  @Allow('submission:read', 'submission:read-any')
  async read() {
    const { config, database } = this.context;
    const [isScannerReachable, isObjectStoreReachable, recordsWaiting] = await Promise.all([
      this.readiness.isScannerReachable(),
      this.readiness.isStoreReachable(),
      waitingRecords(database),
    ]);
    return {
      scanner: this.scanner.state,
      isScannerReachable,
      isObjectStoreReachable,
      recordsWaiting,
      uploadBytesMax: config.DAIKO_INTAKE_UPLOAD_BYTES_MAX,
      watchFolder: config.DAIKO_INTAKE_WATCH_FOLDER === undefined ? 'off' : 'on',
      sweeper: config.DAIKO_INTAKE_SWEEPER,
    };
  }
}
