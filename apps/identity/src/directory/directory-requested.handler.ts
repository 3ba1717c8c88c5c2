import { Controller } from '@nestjs/common';
import { OnMessage } from '@daiko/messaging';
import { AnnounceDirectory } from './announce-directory.js';

/** A service's copy is not whole: every partner is published again. Twice does no harm, so the inbox is not asked. */
@Controller()
export class DirectoryRequestedHandler {
  constructor(private readonly announceDirectory: AnnounceDirectory) {}

  @OnMessage([
    'intake.directory.requested.v1',
    'inspection.directory.requested.v1',
    'routing.directory.requested.v1',
    'billing.directory.requested.v1',
    'audit.directory.requested.v1',
  ])
  note(): Promise<void> {
    this.announceDirectory.request();
    return Promise.resolve();
  }
}
