import type { Database } from '@daiko/persistence';
import { Injectable } from '@nestjs/common';
import { type DeadLetter, listDeadLetters, lockDeadLetters, noteReplayed } from './dead-letter.store.js';
import type { Publisher } from './publisher.js';

const listMax = 1000;
/** Bodies may be large: few are held at once. */
const replayBatch = 20;

/** Looks into a service's dead letters and sends them back to the queue they came from. */
@Injectable()
export class DeadLetters {
  constructor(
    private readonly database: Database,
    private readonly publisher: Publisher,
  ) {}

  /** Oldest first, at most 1000, without bodies. */
  list(limit = 100): Promise<DeadLetter[]> {
    return listDeadLetters(this.database, Math.min(Math.max(1, limit), listMax));
  }

  /**
   * Sends dead letters back to their handler's queue with attempts counted from 1 and notes them as replayed; returns
   * their ids. One whose queue is gone stays. `all` means those waiting now, at most 1000. Rejects without a broker.
   */
  async replay(ids: readonly string[] | 'all'): Promise<string[]> {
    const waiting =
      ids === 'all' ? (await this.list(listMax)).map((letter) => letter.id) : ids.slice(0, listMax);
    const replayed: string[] = [];
    for (let start = 0; start < waiting.length; start += replayBatch) {
      replayed.push(...(await this.replayBatch(waiting.slice(start, start + replayBatch))));
    }
    return replayed;
  }

  private replayBatch(ids: readonly string[]): Promise<string[]> {
    return this.database.transaction(async (tx) => {
      const letters = await lockDeadLetters(tx, ids, replayBatch);
      const outcomes = await this.publisher.publish(
        letters.map((letter) => ({
          exchange: '',
          routingKey: letter.originQueue,
          body: letter.body,
          messageId: letter.messageId,
          type: letter.type,
          traceparent: letter.traceparent,
        })),
      );
      const sent = letters.filter((_, index) => outcomes[index] === true).map((letter) => letter.id);
      await noteReplayed(tx, sent);
      return sent;
    });
  }
}
