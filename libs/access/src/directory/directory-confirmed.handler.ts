import { Controller } from '@nestjs/common';
import { type Message, OnMessage, UnitOfWork } from '@daiko/messaging';
import { readConfirmation, writeConfirmation } from './partner.store.js';
import { RequestDirectory } from './request-directory.js';

/** Notes that identity is there; where the copy holds another number of partners than identity, it asks for all of them. */
@Controller()
export class DirectoryConfirmedHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly requestDirectory: RequestDirectory,
  ) {}

  @OnMessage('identity.directory.confirmed.v1')
  async handle(message: Message<'identity.directory.confirmed.v1'>): Promise<void> {
    await this.unitOfWork.handle(message, async (tx) => {
      await writeConfirmation(tx, message.data);
      const { confirmedCount, partnerCount } = await readConfirmation(tx);
      if (confirmedCount !== partnerCount) this.requestDirectory.within(tx, partnerCount);
    });
  }
}
