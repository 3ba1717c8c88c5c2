import { Controller } from '@nestjs/common';
import { type Message, OnMessage } from '@daiko/messaging';
import { readArrival } from './arrival.js';
import { MarkBatch } from './mark-batch.js';

/** 証跡: every message of every service is a mark. No inbox: a mark's place in its stream makes a second delivery harmless. */
@Controller()
export class EveryMessageHandler {
  constructor(private readonly batch: MarkBatch) {}

  @OnMessage('#', { prefetch: 16 })
  async take(message: Message): Promise<void> {
    await this.batch.add(readArrival(message.envelope));
  }
}
