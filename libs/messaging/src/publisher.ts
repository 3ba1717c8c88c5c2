import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from '@daiko/observability';
import type { ChannelModel, ConfirmChannel, Options } from 'amqplib';
import { BrokerConnection } from './broker-connection.js';
import { assertExchange, deadLetterQueue } from './topology.js';
import type { ServiceName } from '@daiko/contracts';

export interface Publication {
  exchange: string;
  routingKey: string;
  body: Buffer;
  /** Must be unique among publications in flight: a return names it. */
  messageId: string;
  type: string;
  traceparent: string;
  headers?: Record<string, unknown>;
}

/** A broker that has just come back may forget what it was given while its queues woke; one that is only slow is given longer each time. */
const confirmTimeoutMs = { first: 5_000, max: 60_000 };

/** Publishes persistent, mandatory and confirmed; what the broker returns or refuses counts as not sent. */
export class Publisher {
  private readonly connection: BrokerConnection;
  private readonly returned = new Set<string>();
  private channel: ConfirmChannel | null = null;
  private model: ChannelModel | null = null;
  private patienceMs = confirmTimeoutMs.first;

  constructor(
    private readonly service: ServiceName,
    brokerUrl: string,
    logger: Logger,
  ) {
    this.connection = new BrokerConnection({
      url: brokerUrl,
      name: `${service} publisher`,
      logger,
      setup: (model) => this.open(model),
    });
  }

  get isReady(): boolean {
    return this.connection.isReady;
  }

  start(): Promise<void> {
    return this.connection.start();
  }

  close(): Promise<void> {
    return this.connection.close();
  }

  /** One boolean a publication, in order: whether the broker has it in every queue it belongs to. Rejects where the connection ends first. */
  async publish(publications: readonly Publication[]): Promise<boolean[]> {
    const channel = this.channel;
    if (channel === null || !this.isReady) throw new Error('the broker is not connected');
    const closed = new AbortController();
    const late = delay(this.patienceMs, 'late' as const, { signal: closed.signal }).catch(
      () => 'late' as const,
    );
    const confirmed = Promise.all(publications.map((publication) => this.publishOne(channel, publication)));
    const outcome = await Promise.race([confirmed, late]);
    closed.abort();
    if (outcome === 'late') {
      this.patienceMs = Math.min(confirmTimeoutMs.max, 2 * this.patienceMs);
      await this.connection.drop();
      throw new Error('the broker does not confirm');
    }
    this.patienceMs = confirmTimeoutMs.first;
    return outcome;
  }

  /** Whether these services have declared all their queues. */
  async haveDeclared(services: readonly ServiceName[]): Promise<boolean> {
    if (this.model === null) return false;
    for (const service of services) {
      const channel = await this.model.createChannel();
      channel.on('error', () => undefined);
      try {
        await channel.checkQueue(deadLetterQueue(service));
        await channel.close();
      } catch {
        return false;
      }
    }
    return true;
  }

  private publishOne(channel: ConfirmChannel, publication: Publication): Promise<boolean> {
    const { messageId, type, traceparent, headers } = publication;
    const options: Options.Publish = {
      persistent: true,
      mandatory: true,
      contentType: 'application/cloudevents+json',
      appId: this.service,
      messageId,
      type,
      headers: { traceparent, ...headers },
    };
    return new Promise((resolve) => {
      channel.publish(
        publication.exchange,
        publication.routingKey,
        publication.body,
        options,
        (error: unknown) => {
          const wasReturned = this.returned.delete(messageId);
          resolve((error === null || error === undefined) && !wasReturned);
        },
      );
    });
  }

  private async open(model: ChannelModel): Promise<void> {
    const channel = await model.createConfirmChannel();
    channel.on('error', () => undefined);
    channel.on('close', () => {
      this.channel = null;
      void this.connection.drop();
    });
    channel.on('return', (message) => this.returned.add(String(message.properties.messageId)));
    await assertExchange(channel);
    this.returned.clear();
    this.model = model;
    this.channel = channel;
  }
}
