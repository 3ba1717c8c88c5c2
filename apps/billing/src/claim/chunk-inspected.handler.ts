import { Controller } from '@nestjs/common';
import { type Message, OnMessage } from '@daiko/messaging';
import { TakeClaims } from './take-claims.js';

/** 点検済みのチャンク: its accepted records become claims. */
@Controller()
export class ChunkInspectedHandler {
  constructor(private readonly takeClaims: TakeClaims) {}

  @OnMessage('inspection.chunk.inspected.v1', { prefetch: 2 })
  async take(message: Message<'inspection.chunk.inspected.v1'>): Promise<void> {
    await this.takeClaims.take(message, new Date(message.data.inspectedAt));
  }
}
