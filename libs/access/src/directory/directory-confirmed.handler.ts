import { Controller, Inject } from '@nestjs/common';
import { type Message, OnMessage, UnitOfWork } from '@daiko/messaging';
import { ACCESS_CLOCK } from './partner-directory.js';
import { readConfirmation, writeConfirmation } from './partner.store.js';
import { RequestDirectory } from './request-directory.js';

/**
 * Notes that identity is there; asks for all partners where the copy holds another number of them than identity and has
 * stood still since the last heartbeat: one that grows is being filled.
 */
@Controller()
export class DirectoryConfirmedHandler {
  private lastPartnerCount: number | null = null;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly requestDirectory: RequestDirectory,
    @Inject(ACCESS_CLOCK) private readonly now: () => Date,
  ) {}

  @OnMessage('identity.directory.confirmed.v1')
  async handle(message: Message<'identity.directory.confirmed.v1'>): Promise<void> {
    await this.unitOfWork.handle(message, async (tx) => {
      if (!(await writeConfirmation(tx, message.data, this.now()))) return;
      const { confirmedCount, partnerCount } = await readConfirmation(tx);
      const isFilling = partnerCount !== this.lastPartnerCount;
      this.lastPartnerCount = partnerCount;
      if (confirmedCount !== partnerCount && !isFilling) this.requestDirectory.within(tx, partnerCount);
    });
  }
}
