import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '@daiko/messaging';
import { BackgroundTasks, SERVICE_CONTEXT, type ServiceContext } from '@daiko/service';
import type { IdentityConfig } from '../config.js';
import { countPartners, listPartners } from '../partner/partner.store.js';

/** Partners published in one transaction. */
const pagePartners = 200;

/**
 * Tells the other services that the directory is alive: everything at the start, then a heartbeat at an interval.
 * Publishing a partner again changes nothing where its version is known.
 */
@Injectable()
export class AnnounceDirectory implements OnModuleInit {
  private isPublished = false;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tasks: BackgroundTasks,
    @Inject(SERVICE_CONTEXT) private readonly context: ServiceContext<IdentityConfig>,
  ) {}

  onModuleInit(): void {
    this.tasks.every('announce-directory', this.heartbeatMs, () => this.announce(), { atStart: true });
  }

  private get heartbeatMs(): number {
    return this.context.config.DAIKO_IDENTITY_HEARTBEAT_SECONDS * 1000;
  }

  /** Publishes every partner, page by page, and then the heartbeat that says how many there are. */
  async publishAll(): Promise<void> {
    await this.publishPartners();
    await this.confirm();
  }

  private async publishPartners(): Promise<void> {
    let after: string | null = null;
    do {
      const from: string | null = after;
      after = await this.unitOfWork.run(async (tx) => {
        const partners = await listPartners(tx, from, pagePartners);
        for (const partner of partners) tx.publish('identity.partner.changed.v1', partner.partnerId, partner);
        return partners.length < pagePartners ? null : (partners.at(-1)?.number ?? null);
      });
    } while (after !== null);
  }

  private async announce(): Promise<void> {
    if (!this.isPublished) await this.publishPartners();
    this.isPublished = true;
    await this.confirm();
  }

  private async confirm(): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const partnerCount = await countPartners(tx);
      const confirmedAt = this.context.now().toISOString();
      tx.publish('identity.directory.confirmed.v1', 'directory', { confirmedAt, partnerCount });
    });
  }
}
