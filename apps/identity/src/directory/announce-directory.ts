import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '@daiko/messaging';
import { BackgroundTasks, SERVICE_CONTEXT, type ServiceContext } from '@daiko/service';
import type { IdentityConfig } from '../config.js';
import { countPartners, listPartners } from '../partner/partner.store.js';

/** Partners published in one transaction. */
const pagePartners = 200;

/** Requests that come within this time of each other are answered together. */
const gatherMs = 500;

/**
 * Tells the other services that the directory is alive: everything at the start, then a heartbeat at an interval.
 * Publishing a partner again changes nothing where its version is known. However many services ask for the directory, and
 * however often, one publication that begins after their requests answers them all.
 */
@Injectable()
export class AnnounceDirectory implements OnModuleInit {
  /** Nobody has asked yet; but what was asked of a process that died is owed. */
  private isRequested = true;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tasks: BackgroundTasks,
    @Inject(SERVICE_CONTEXT) private readonly context: ServiceContext<IdentityConfig>,
  ) {}

  onModuleInit(): void {
    this.tasks.every('answer-directory-requests', gatherMs, () => this.answerRequests(), { atStart: true });
    this.tasks.every('confirm-directory', this.heartbeatMs, () => this.confirm());
  }

  private get heartbeatMs(): number {
    return this.context.config.DAIKO_IDENTITY_HEARTBEAT_SECONDS * 1000;
  }

  /** Notes that a service's copy is not whole. */
  request(): void {
    this.isRequested = true;
  }

  /** Publishes every partner, page by page, and then the heartbeat that says how many there are, where someone has asked. */
  private async answerRequests(): Promise<void> {
    if (!this.isRequested) return;
    this.isRequested = false;
    try {
      await this.publishPartners();
    } catch (error) {
      this.isRequested = true;
      throw error;
    }
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

  private async confirm(): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const partnerCount = await countPartners(tx);
      const confirmedAt = this.context.now().toISOString();
      tx.publish('identity.directory.confirmed.v1', 'directory', { confirmedAt, partnerCount });
    });
  }
}
