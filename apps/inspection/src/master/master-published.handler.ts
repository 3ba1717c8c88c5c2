import { Controller } from '@nestjs/common';
import { type Message, OnMessage, UnitOfWork } from '@daiko/messaging';
import {
  insertEntries,
  isOvertaken,
  isWhole,
  lockVersion,
  notePart,
  removeUnused,
  switchTo,
} from './master-copy.store.js';
import type { MasterEntries, MasterHead, MasterKind } from './master-entries.js';

type Published =
  | Message<'billing.tickets.published.v1'>
  | Message<'billing.members.published.v1'>
  | Message<'billing.contracts.published.v1'>;

/** 台帳・マスタの写し: keeps the parts of a published master and switches to it when the last is there. */
@Controller()
export class MasterPublishedHandler {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @OnMessage('billing.tickets.published.v1', { prefetch: 1 })
  tickets(message: Message<'billing.tickets.published.v1'>): Promise<void> {
    return this.take('tickets', message, message.data, message.data.tickets);
  }

  @OnMessage('billing.members.published.v1', { prefetch: 1 })
  members(message: Message<'billing.members.published.v1'>): Promise<void> {
    return this.take('members', message, message.data, message.data.members);
  }

  @OnMessage('billing.contracts.published.v1', { prefetch: 1 })
  contracts(message: Message<'billing.contracts.published.v1'>): Promise<void> {
    return this.take('contracts', message, message.data, message.data.contracts);
  }

  private take<K extends MasterKind>(
    kind: K,
    message: Published,
    head: MasterHead,
    entries: MasterEntries[K],
  ): Promise<void> {
    return this.unitOfWork.handle(message as Message<'billing.tickets.published.v1'>, async (tx) => {
      await lockVersion(tx, kind, head);
      if (!(await notePart(tx, head)) || (await isOvertaken(tx, kind, head))) return;
      await insertEntries(tx, kind, head.importId, entries);
      if (!(await isWhole(tx, head))) return;
      await switchTo(tx, kind, head);
      await removeUnused(tx, kind, head.insurerNumber);
    });
  }
}
