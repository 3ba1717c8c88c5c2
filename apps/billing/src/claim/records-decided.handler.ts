import { Controller } from '@nestjs/common';
import { type Message, OnMessage } from '@daiko/messaging';
import { TakeClaims } from './take-claims.js';

/** 確認依頼・保留の決定: records that are accepted later become claims then. */
@Controller()
export class RecordsDecidedHandler {
  constructor(private readonly takeClaims: TakeClaims) {}

  @OnMessage('inspection.records.decided.v1', { prefetch: 2 })
  async take(message: Message<'inspection.records.decided.v1'>): Promise<void> {
    await this.takeClaims.take(message, new Date(message.envelope.time));
  }
}
