import { Controller } from '@nestjs/common';
import { type Message, OnMessage, UnitOfWork } from '@daiko/messaging';
import { lockInsurers } from '../claim/claim.store.js';
import { noteVoided } from './bundle.store.js';
import { settleBundles } from './settle-bundles.js';

/** 送付単位の取消し: its posting is mirrored, its claims are accepted again. */
@Controller()
export class BundleVoidedHandler {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @OnMessage('routing.bundle.voided.v1', { prefetch: 2 })
  async take(message: Message<'routing.bundle.voided.v1'>): Promise<void> {
    const { data, envelope } = message;
    await this.unitOfWork.handle(message, async (tx) => {
      await lockInsurers(tx, [data.insurerNumber]);
      await noteVoided(tx, envelope.id, data);
      await settleBundles(tx, [data.insurerNumber]);
    });
  }
}
