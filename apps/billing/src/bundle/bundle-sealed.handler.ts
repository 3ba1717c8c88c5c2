import { Controller } from '@nestjs/common';
import { type Message, OnMessage, PermanentFailure, UnitOfWork } from '@daiko/messaging';
import { lockInsurers } from '../claim/claim.store.js';
import { noteSealed } from './bundle.store.js';
import { areTotalsRight } from './check-totals.js';
import { settleBundles } from './settle-bundles.js';

/** 送付単位の締め: its claims move from 1201 to 1202, at once or when the last of them has arrived. */
@Controller()
export class BundleSealedHandler {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @OnMessage('routing.bundle.sealed.v1', { prefetch: 2 })
  async take(message: Message<'routing.bundle.sealed.v1'>): Promise<void> {
    const { data, envelope } = message;
    if (!areTotalsRight(data)) throw new PermanentFailure('bundle-totals-differ');
    await this.unitOfWork.handle(message, async (tx) => {
      await lockInsurers(tx, [data.insurerNumber]);
      await noteSealed(tx, envelope.id, data);
      await settleBundles(tx, [data.insurerNumber]);
    });
  }
}
