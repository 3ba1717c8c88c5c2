import { Controller } from '@nestjs/common';
import { type Message, OnMessage } from '@daiko/messaging';
import { AnnounceDirectory } from './announce-directory.js';

/** A service's copy is not whole: every partner is published again. Twice does no harm, so the inbox is not asked. */
@Controller()
export class DirectoryRequestedHandler {
  constructor(private readonly announceDirectory: AnnounceDirectory) {}

  @OnMessage('intake.directory.requested.v1', { prefetch: 1 })
  intake(_: Message<'intake.directory.requested.v1'>): Promise<void> {
    return this.announceDirectory.publishAll();
  }

  @OnMessage('inspection.directory.requested.v1', { prefetch: 1 })
  inspection(_: Message<'inspection.directory.requested.v1'>): Promise<void> {
    return this.announceDirectory.publishAll();
  }

  @OnMessage('routing.directory.requested.v1', { prefetch: 1 })
  routing(_: Message<'routing.directory.requested.v1'>): Promise<void> {
    return this.announceDirectory.publishAll();
  }

  @OnMessage('billing.directory.requested.v1', { prefetch: 1 })
  billing(_: Message<'billing.directory.requested.v1'>): Promise<void> {
    return this.announceDirectory.publishAll();
  }

  @OnMessage('audit.directory.requested.v1', { prefetch: 1 })
  audit(_: Message<'audit.directory.requested.v1'>): Promise<void> {
    return this.announceDirectory.publishAll();
  }
}
