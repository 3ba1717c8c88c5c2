import type { Channel } from 'amqplib';
import type { ServiceName } from '@daiko/contracts';

/** Topic exchange of all messages; the routing key is the type. */
export const exchange = 'daiko';
/** Back-off of a failing handler, ms; after the last comes the dead letter. */
export const defaultRetryDelaysMs: readonly number[] = [1_000, 10_000, 60_000];

/** Redeliveries by the broker itself (a consumer that died) before it gives a message up. */
const deliveryLimit = 20;
/** A dead letter that cannot be stored stays; without an argument RabbitMQ 4 would drop it after 20 tries. */
const deadLetterDeliveryLimit = 1_000_000_000;

/** Queue of a handler: `<service>.<type>`, with `/name` where a service has several of one type. */
export const handlerQueue = (service: ServiceName, pattern: string) => `${service}.${pattern}`;
export const deadLetterQueue = (service: ServiceName) => `${service}.dead-letter`;
/** Exchange and queue of one delay; named by the delay, since a queue's arguments never change. */
export const retryName = (service: ServiceName, delayMs: number) => `${service}.retry.${delayMs}`;

/** The broker keeps a message until it is safely in the queue it dead-letters to. */
const atLeastOnce = {
  'x-queue-type': 'quorum',
  'x-dead-letter-exchange': '',
  'x-dead-letter-strategy': 'at-least-once',
  'x-overflow': 'reject-publish',
};

/** What every process declares, whether it sends or receives: with the queue of audit no message is ever unroutable. */
export async function assertExchange(channel: Channel): Promise<void> {
  await channel.assertExchange(exchange, 'topic', { durable: true });
  await assertHandlerQueue(channel, 'audit', '#');
}

/** Declares a handler's queue and binds it to its type. */
async function assertHandlerQueue(channel: Channel, service: ServiceName, pattern: string): Promise<string> {
  const queue = handlerQueue(service, pattern);
  await channel.assertQueue(queue, {
    durable: true,
    arguments: {
      ...atLeastOnce,
      'x-dead-letter-routing-key': deadLetterQueue(service),
      'x-delivery-limit': deliveryLimit,
    },
  });
  await channel.bindQueue(queue, exchange, typeOf(pattern));
  return queue;
}

/**
 * Declares the queues of a service: one for each delay (its messages return to the queue they came from: the routing key
 * stays), one for each handler, and last the dead letters, whose presence tells others that all is declared.
 */
export async function assertServiceQueues(
  channel: Channel,
  service: ServiceName,
  patterns: Iterable<string>,
  retryDelaysMs: readonly number[],
): Promise<void> {
  for (const delayMs of new Set(retryDelaysMs)) {
    const name = retryName(service, delayMs);
    await channel.assertExchange(name, 'fanout', { durable: true });
    await channel.assertQueue(name, {
      durable: true,
      arguments: { ...atLeastOnce, 'x-message-ttl': delayMs },
    });
    await channel.bindQueue(name, name, '');
  }
  for (const pattern of patterns) await assertHandlerQueue(channel, service, pattern);
  await channel.assertQueue(deadLetterQueue(service), {
    durable: true,
    arguments: { 'x-queue-type': 'quorum', 'x-delivery-limit': deadLetterDeliveryLimit },
  });
}

/** The message type a pattern stands for. */
export function typeOf(pattern: string): string {
  return pattern.split('/')[0] ?? pattern;
}
