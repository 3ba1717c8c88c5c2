import { setTimeout as delay } from 'node:timers/promises';
import { type Envelope, type ServiceName } from '@daiko/contracts';
import { crashPoint, type Logger, metrics, withTrace } from '@daiko/observability';
import { type Database, isServerAway } from '@daiko/persistence';
import { type CustomTransportStrategy, type MessageHandler, Server } from '@nestjs/microservices';
import type { ChannelModel, ConfirmChannel, ConsumeMessage } from 'amqplib';
import { isObservable, lastValueFrom } from 'rxjs';
import { BrokerConnection } from './broker-connection.js';
import { storeDelivery } from './dead-letter.store.js';
import { amqp, isOutage, type Message, PermanentFailure } from './message.js';
import { attemptOf, moveToDeadLetters, moveToRetry } from './move-delivery.js';
import { readDelivery } from './read-delivery.js';
import { assertExchange, assertServiceQueues, deadLetterQueue, handlerQueue, typeOf } from './topology.js';

export interface AmqpServerOptions {
  service: ServiceName;
  brokerUrl: string;
  database: Database;
  logger: Logger;
  retryDelaysMs: readonly number[];
  /** Bound of the wait for handlers at close, ms. */
  drainMs?: number;
}

const defaultPrefetch = 10;
const deadLetterPrefetch = 20;
/** Mean pause between two tries of a handler during an outage, ms. */
const outagePauseMs = 500;

/** A delivery on its way through a handler. */
interface Delivery {
  channel: ConfirmChannel;
  raw: ConsumeMessage;
  queue: string;
}

/**
 * Nest transport of the broker: consumes one queue per handler, acknowledges after the handler has resolved, repeats with
 * back-off, moves what cannot be handled to the dead letters and stores those in the table `dead_letter`.
 */
export class AmqpServer extends Server implements CustomTransportStrategy {
  override readonly transportId = amqp;
  /** Errors are awaited here; Nest need not log them a second time. */
  override readonly propagatesEventHandlerErrors = true;
  private readonly connection: BrokerConnection;
  private readonly inFlight = new Set<Promise<void>>();
  private readonly stopping = new AbortController();
  private channel: ConfirmChannel | null = null;
  private consumerTags: string[] = [];

  constructor(private readonly options: AmqpServerOptions) {
    super();
    this.connection = new BrokerConnection({
      url: options.brokerUrl,
      name: `${options.service} consumer`,
      logger: options.logger,
      setup: (model) => this.consume(model),
    });
  }

  /** Whether all queues are declared and consumed. */
  get isReady(): boolean {
    return this.connection.isReady;
  }

  /** Resolves when consuming, or after 5 s without a broker (then it goes on trying). */
  listen(callback: (error?: unknown) => void): void {
    for (const [pattern, handler] of this.messageHandlers) {
      if (handler.next !== undefined) {
        callback(new Error(`two handlers for ${pattern}: give them names`));
        return;
      }
    }
    this.connection.start().then(() => callback(), callback);
  }

  /** Takes no more messages, lets the handlers in flight finish (bounded), then disconnects. Safe to call twice. */
  async close(): Promise<void> {
    if (!this.stopping.signal.aborted) {
      this.stopping.abort();
      const { channel } = this;
      await Promise.allSettled(this.consumerTags.map((tag) => channel?.cancel(tag)));
      await this.drain();
      await channel?.waitForConfirms().catch(() => undefined);
      // The close of a channel comes after its acknowledgements; that of a connection may overtake them.
      await channel?.close().catch(() => undefined);
    }
    await this.connection.close();
  }

  on(): never {
    throw new Error('the broker has no events of its own');
  }

  unwrap<T>(): T {
    return this.connection as T;
  }

  private async drain(): Promise<void> {
    const timer = new AbortController();
    const late = delay(this.options.drainMs ?? 30_000, undefined, { signal: timer.signal }).catch(
      () => undefined,
    );
    const idle = async () => {
      while (this.inFlight.size > 0) await Promise.allSettled([...this.inFlight]);
    };
    await Promise.race([idle(), late]);
    timer.abort();
  }

  private async consume(model: ChannelModel): Promise<void> {
    const { service, logger, retryDelaysMs } = this.options;
    const channel = await model.createConfirmChannel();
    channel.on('error', (error) => logger.warn('the broker closed the channel of the handlers', { error }));
    channel.on('close', () => void this.connection.drop());
    await assertExchange(channel);
    await assertServiceQueues(channel, service, this.messageHandlers.keys(), retryDelaysMs);
    this.consumerTags = [];
    this.channel = channel;
    for (const [pattern, handler] of this.messageHandlers) {
      const queue = handlerQueue(service, pattern);
      await channel.prefetch(Number(handler.extras?.prefetch ?? defaultPrefetch));
      await this.consumeQueue(channel, queue, (raw) =>
        this.handle({ channel, raw, queue }, pattern, handler),
      );
    }
    await channel.prefetch(deadLetterPrefetch);
    await this.consumeQueue(channel, deadLetterQueue(service), (raw) => this.storeDeadLetter(channel, raw));
  }

  private async consumeQueue(
    channel: ConfirmChannel,
    queue: string,
    take: (raw: ConsumeMessage) => Promise<void>,
  ): Promise<void> {
    const { consumerTag } = await channel.consume(
      queue,
      (raw) => {
        if (raw === null) return void this.connection.drop();
        const taking = take(raw).catch((error: unknown) => {
          this.options.logger.error('a delivery could not be settled; the broker gives it again', {
            error,
            queue,
          });
          return this.connection.drop();
        });
        this.inFlight.add(taking);
        void taking.finally(() => this.inFlight.delete(taking));
      },
      { noAck: false },
    );
    this.consumerTags.push(consumerTag);
  }

  private async handle(delivery: Delivery, pattern: string, handler: MessageHandler): Promise<void> {
    const read = readDelivery(delivery.raw.content, typeOf(pattern));
    if ('rejection' in read) {
      await this.moveDead(delivery, read.rejection, typeOf(pattern));
      return settle(delivery);
    }
    const { envelope } = read;
    const message: Message = {
      envelope,
      data: envelope.data,
      attempt: attemptOf(delivery.raw),
      handler: delivery.queue,
    };
    await withTrace(envelope.traceparent, async () => {
      const failure = await this.runHandler(message, handler);
      if (failure === 'stopped') return;
      if (failure !== null) await this.moveFailed(delivery, message, failure.error);
      else await crashPoint('consumer.committed');
      settle(delivery);
    });
  }

  /** Runs the handler; while what it leans on is down it waits instead of using up attempts. */
  private async runHandler(
    message: Message,
    handler: MessageHandler,
  ): Promise<null | { error: unknown } | 'stopped'> {
    const { type } = message.envelope;
    for (;;) {
      const end = durations().startTimer({ type });
      try {
        const result: unknown = await handler(message);
        if (isObservable(result)) await lastValueFrom(result, { defaultValue: undefined });
        handled().inc({ type });
        return null;
      } catch (error) {
        if (!(await this.isOutage(error))) return { error };
        this.options.logger.warn('a message waits for the end of an outage', { messageType: type, error });
        if (!(await this.waitForReturn())) return 'stopped';
      } finally {
        end();
      }
    }
  }

  private async isOutage(error: unknown): Promise<boolean> {
    // A database that broke off may be back by the time it is asked.
    return isOutage(error) || isServerAway(error) || !(await this.options.database.isReachable());
  }

  /** Waits a moment, and then for the database; false where the process stops. */
  private async waitForReturn(): Promise<boolean> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      await delay(outagePauseMs * (0.5 + Math.random()), undefined, { signal }).catch(() => undefined);
      if (!signal.aborted && (await this.options.database.isReachable())) return true;
    }
    return false;
  }

  private async moveFailed(delivery: Delivery, message: Message, error: unknown): Promise<void> {
    const { service, logger, retryDelaysMs } = this.options;
    const { envelope, attempt } = message;
    const delayMs = retryDelaysMs[attempt - 1];
    const fields = {
      messageType: envelope.type,
      messageId: envelope.id,
      submissionId: envelope.subject,
      attempt,
    };
    failed().inc({ type: envelope.type });
    if (error instanceof PermanentFailure || delayMs === undefined) {
      const reason = error instanceof PermanentFailure ? error.code : 'handler-failed';
      logger.error('a message became a dead letter', { ...fields, reason, error });
      await this.moveDead(delivery, reason, envelope.type, envelope);
    } else {
      logger.warn('a handler failed; the message comes again', { ...fields, delayMs, error });
      await moveToRetry(delivery.channel, delivery.raw, { service, queue: delivery.queue, delayMs, attempt });
    }
  }

  private async moveDead(
    delivery: Delivery,
    reason: string,
    type: string,
    envelope?: Envelope,
  ): Promise<void> {
    dead().inc({ type, reason });
    await moveToDeadLetters(delivery.channel, delivery.raw, {
      service: this.options.service,
      queue: delivery.queue,
      reason,
      subject: envelope?.subject ?? '',
    });
  }

  /** A dead letter that cannot be stored stays in its queue. */
  private async storeDeadLetter(channel: ConfirmChannel, raw: ConsumeMessage): Promise<void> {
    try {
      await storeDelivery(this.options.database, raw);
    } catch (error) {
      this.options.logger.error('a dead letter could not be stored and stays in its queue', { error });
      await delay(1_000, undefined, { signal: this.stopping.signal }).catch(() => undefined);
      return release(channel, raw);
    }
    settle({ channel, raw, queue: '' });
  }
}

/** Where the channel is gone the broker delivers again, and the inbox makes that harmless. */
function settle({ channel, raw }: Delivery): void {
  try {
    channel.ack(raw);
  } catch {
    lostAcks().inc();
  }
}

function release(channel: ConfirmChannel, raw: ConsumeMessage): void {
  try {
    channel.nack(raw, false, true);
  } catch {
    lostAcks().inc();
  }
}

const durations = () =>
  metrics.histogram('daiko_handler_duration_seconds', 'Time of one run of a message handler', ['type']);
const handled = () => metrics.counter('daiko_messages_handled_total', 'Messages handled', ['type']);
const failed = () => metrics.counter('daiko_messages_failed_total', 'Runs of handlers that failed', ['type']);
const dead = () =>
  metrics.counter('daiko_messages_dead_total', 'Messages moved to the dead letters', ['type', 'reason']);
const lostAcks = () =>
  metrics.counter('daiko_messages_acks_lost_total', 'Acknowledgements whose channel had ended');
