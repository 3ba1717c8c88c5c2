import { connect } from 'amqplib';
import {
  type Envelope,
  type MessageData,
  type MessageType,
  type ServiceName,
  violationsOf,
} from '@daiko/contracts';
import { v7 as uuidv7 } from 'uuid';

/** Sees every message of a virtual host and sends some, as another service would. */
export interface MessageSpy {
  received<T extends MessageType>(type: T): Envelope<T>[];
  publish<T extends MessageType>(
    type: T,
    subject: string,
    data: MessageData<T>,
    options?: { deliveries?: number; source?: ServiceName },
  ): Promise<Envelope<T>>;
  close(): Promise<void>;
}

const exchange = 'daiko';
const keptMax = 10_000;

/** Binds a queue of its own to all messages of the virtual host. */
export async function spyOnMessages(brokerUrl: string): Promise<MessageSpy> {
  const connection = await connect(brokerUrl, { noDelay: true });
  const channel = await connection.createConfirmChannel();
  await channel.assertExchange(exchange, 'topic', { durable: true });
  const { queue } = await channel.assertQueue('', { exclusive: true, autoDelete: true });
  await channel.bindQueue(queue, exchange, '#');
  const seen: Envelope[] = [];
  await channel.consume(
    queue,
    (raw) => {
      if (raw === null) return;
      seen.push(JSON.parse(raw.content.toString('utf8')) as Envelope);
      if (seen.length > keptMax) seen.shift();
    },
    { noAck: true },
  );
  return {
    received: <T extends MessageType>(type: T) =>
      seen.filter((envelope): envelope is Envelope<T> => envelope.type === type),
    publish: async (type, subject, data, { deliveries = 1, source } = {}) => {
      const violations = violationsOf(type, data);
      if (violations === null || violations.length > 0) {
        throw new Error(`the test's ${type} breaks its schema: ${violations?.join('; ') ?? 'unknown type'}`);
      }
      const envelope = {
        specversion: '1.0',
        id: uuidv7(),
        source: source ?? (type.split('.')[0] as ServiceName),
        type,
        subject,
        time: new Date().toISOString(),
        datacontenttype: 'application/json',
        traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
        data,
      } as Envelope<typeof type>;
      const body = Buffer.from(JSON.stringify(envelope));
      for (let sent = 0; sent < deliveries; sent += 1) {
        channel.publish(exchange, type, body, {
          persistent: true,
          messageId: envelope.id,
          type,
          contentType: 'application/json',
          headers: { traceparent: envelope.traceparent },
        });
      }
      await channel.waitForConfirms();
      return envelope;
    },
    close: async () => {
      await channel.close().catch(() => undefined);
      await connection.close();
    },
  };
}
