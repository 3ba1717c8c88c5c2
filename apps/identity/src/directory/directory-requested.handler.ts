import { Controller } from '@nestjs/common';
import { OnMessage } from '@daiko/messaging';
import { AnnounceDirectory } from './announce-directory.js';

/** A service's copy is not whole: every partner is published again. Twice does no harm, so the inbox is not asked. */
@Controller()
export class DirectoryRequestedHandler {
  constructor(private readonly announceDirectory: AnnounceDirectory) {}

  @OnMessage('intake.directory.requested.v1')
  intake(): Promise<void> {
    return this.note();
  }

  @OnMessage('inspection.directory.requested.v1')
  inspection(): Promise<void> {
    return this.note();
  }

  @OnMessage('routing.directory.requested.v1')
  routing(): Promise<void> {
    return this.note();
  }

  @OnMessage('billing.directory.requested.v1')
  billing(): Promise<void> {
    return this.note();
  }

  @OnMessage('audit.directory.requested.v1')
  audit(): Promise<void> {
    return this.note();
  }

  private note(): Promise<void> {
    this.announceDirectory.request();
    return Promise.resolve();
  }
}
