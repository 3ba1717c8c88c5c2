import { Controller } from '@nestjs/common';
import { type Message, OnMessage, UnitOfWork } from '@daiko/messaging';
import { PartnerDirectory } from './partner-directory.js';
import { writePartner } from './partner.store.js';

/** Takes a partner over into the copy; an older version than the kept one changes nothing. */
@Controller()
export class PartnerChangedHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly directory: PartnerDirectory,
  ) {}

  @OnMessage('identity.partner.changed.v1')
  async handle(message: Message<'identity.partner.changed.v1'>): Promise<void> {
    await this.unitOfWork.handle(message, async (tx) => {
      await writePartner(tx, message.data);
    });
    this.directory.forget();
  }
}
