import type { ServiceName } from '@daiko/contracts';
import type { ConfirmChannel, ConsumeMessage, Options } from 'amqplib';
import { v7 as uuidv7 } from 'uuid';
import { deadLetterQueue, retryName } from './topology.js';

/** Headers of ours on messages that were moved. */
export const header = {
  attempt: 'x-daiko-attempt',
  deadLetterId: 'x-daiko-dead-letter-id',
  reason: 'x-daiko-reason',
  originQueue: 'x-daiko-origin-queue',
  subject: 'x-daiko-subject',
} as const;

/** How many times this handler gets the message, this time included. */
export function attemptOf(raw: ConsumeMessage): number {
  const value = Number(raw.properties.headers?.[header.attempt] ?? 1);
  return Number.isSafeInteger(value) && value > 0 ? value : 1;
}

/** Sends a copy to the queue of the delay, from where it returns to `queue`; confirmed, so the original may be acknowledged. */
export function moveToRetry(
  channel: ConfirmChannel,
  raw: ConsumeMessage,
  to: { service: ServiceName; queue: string; delayMs: number; attempt: number },
): Promise<void> {
  const headers = { ...ownHeaders(raw), [header.attempt]: to.attempt + 1 };
  return publish(channel, retryName(to.service, to.delayMs), to.queue, raw, headers);
}

/** Sends a copy to the service's dead letters with reason and origin; confirmed. */
export function moveToDeadLetters(
  channel: ConfirmChannel,
  raw: ConsumeMessage,
  to: { service: ServiceName; queue: string; reason: string; subject: string },
): Promise<void> {
  const headers = {
    ...ownHeaders(raw),
    [header.deadLetterId]: uuidv7(),
    [header.attempt]: attemptOf(raw),
    [header.reason]: to.reason,
    [header.originQueue]: to.queue,
    [header.subject]: to.subject,
  };
  return publish(channel, '', deadLetterQueue(to.service), raw, headers);
}

/** What the broker added on earlier ways (`x-death`, `x-delivery-count`) would count against the new one. */
function ownHeaders(raw: ConsumeMessage): Record<string, unknown> {
  const headers = raw.properties.headers ?? {};
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => name === 'traceparent' || name.startsWith('x-daiko-')),
  );
}

function publish(
  channel: ConfirmChannel,
  exchange: string,
  routingKey: string,
  raw: ConsumeMessage,
  headers: Record<string, unknown>,
): Promise<void> {
  const { messageId, type, contentType, appId } = raw.properties as Options.Publish;
  const options: Options.Publish = {
    persistent: true,
    mandatory: true,
    messageId,
    type,
    contentType,
    appId,
    headers,
  };
  return new Promise((resolve, reject) => {
    channel.publish(exchange, routingKey, raw.content, options, (error: unknown) => {
      if (error === null || error === undefined) resolve();
      else reject(error instanceof Error ? error : new Error('the broker refused a message'));
    });
  });
}
