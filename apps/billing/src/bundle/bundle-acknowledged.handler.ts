import { Controller } from '@nestjs/common';
import { type Message, OnMessage, UnitOfWork } from '@daiko/messaging';
import { lockInsurers } from '../claim/claim.store.js';
import { noteAcknowledged } from './bundle.store.js';

/** 受領確認: noted; no money moves. */
@Controller()
export class BundleAcknowledgedHandler {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @OnMessage('routing.bundle.acknowledged.v1')
  async take(message: Message<'routing.bundle.acknowledged.v1'>): Promise<void> {
    await this.unitOfWork.handle(message, async (tx) => {
      await lockInsurers(tx, [message.data.insurerNumber]);
      await noteAcknowledged(tx, message.data);
    });
  }
}
