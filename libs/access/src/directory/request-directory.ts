import { Inject, Injectable } from '@nestjs/common';
import type { ServiceName } from '@daiko/contracts';
import { type ServiceTransaction, UnitOfWork } from '@daiko/messaging';
import { ACCESS_CLOCK } from './partner-directory.js';
import { readConfirmation } from './partner.store.js';

/** Injection token of the service's name. */
export const ACCESS_SERVICE = Symbol('access service');

/** Asks identity to publish every partner: at the first start of a service, and when the copy is not whole. */
@Injectable()
export class RequestDirectory {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(ACCESS_SERVICE) private readonly service: ServiceName,
    @Inject(ACCESS_CLOCK) private readonly now: () => Date,
  ) {}

  /** Asks where the copy was never confirmed. Called once the service's queues exist, or the answer would miss them. */
  async atStart(): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const { confirmedAt, partnerCount } = await readConfirmation(tx);
      if (confirmedAt === null) this.within(tx, partnerCount);
    });
  }

  /** Records the request in a transaction that is under way. */
  within(tx: ServiceTransaction, knownPartnerCount: number): void {
    const data = { knownPartnerCount, requestedAt: this.now().toISOString() };
    tx.publish(`${this.service}.directory.requested.v1`, this.service, data);
  }
}
