import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Inject } from '@nestjs/common';
import { createLogger } from '@daiko/observability';
import { type ConfirmChannel, connect } from 'amqplib';
import { AmqpServer } from '../src/amqp-server.js';
import { BrokerConnection } from '../src/broker-connection.js';
import { DeadLetters, type Message, OnMessage, UnitOfWork } from '../src/index.js';
import { Relay } from '../src/relay.js';
import { TestPlatform, type TestService, until } from './platform.js';
import { SeveredLink } from './severed-link.js';

const planned = 'inspection.chunk.planned.v1';
const queue = `inspection.${planned}`;
type Planned = Message<typeof planned>;

const seen: { planned: Planned[]; around: (message: Planned) => Promise<void> } = {
  planned: [],
  around: async () => undefined,
};

@Controller()
class ChunkHandler {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  @OnMessage(planned)
  async onPlanned(message: Planned): Promise<void> {
    seen.planned.push(message);
    await seen.around(message);
    await this.unitOfWork.handle(message, async (tx) => {
      await tx.query('INSERT INTO effect (message_id, number) VALUES ($1, $2)', [
        message.envelope.id,
        message.data.chunkIndex,
      ]);
    });
  }
}

/** The address of the broker by way of a link, which is on this machine wherever the broker is. */
function throughLink(brokerUrl: string, linkPort: number): string {
  const url = new URL(brokerUrl);
  url.hostname = '127.0.0.1';
  url.port = String(linkPort);
  return url.href;
}

const chunk = (chunkIndex: number) => ({ submissionId: '018f3c3e-0000-7000-8000-000000000001', chunkIndex });
const plan = (service: TestService, index: number) =>
  service.unitOfWork.run(async (tx) => tx.publish(planned, chunk(index).submissionId, chunk(index)));
const effects = async (service: TestService) =>
  (await service.database.query<{ number: number }>('SELECT number FROM effect ORDER BY number')).map(
    (row) => row.number,
  );

describe('outages', () => {
  let platform: TestPlatform;
  let service: TestService;

  beforeAll(async () => {
    platform = await TestPlatform.start(['inspection', 'routing']);
  });
  afterEach(async () => {
    await service?.stop();
    seen.planned = [];
    seen.around = async () => undefined;
    await platform.forget('inspection');
  });
  afterAll(async () => {
    await platform?.stop();
  });

  it('commits while the broker is down, is not ready then, and sends everything when it is back', async () => {
    const { hostname, port } = new URL(platform.brokerUrl);
    const { link, port: linkPort } = await SeveredLink.to({ host: hostname, port: Number(port) });
    const brokerUrl = throughLink(platform.brokerUrl, linkPort);
    service = await platform.service('inspection', [ChunkHandler], { brokerUrl });
    await plan(service, 1);
    await until(async () => (await effects(service)).length === 1, 'the first effect');
    await link.sever();
    await until(() => !service.app.get(Relay).isReady && !service.app.get(AmqpServer).isReady, 'not ready');
    await plan(service, 2);
    await plan(service, 3);
    await link.mend();
    await until(async () => (await effects(service)).length === 3, 'all effects');
    await until(() => service.app.get(Relay).isReady && service.app.get(AmqpServer).isReady, 'ready');
    await service.stop();
    await link.sever();
  });

  it('a connection that breaks while it is being closed is closed, and another follows', async () => {
    const { hostname, port } = new URL(platform.brokerUrl);
    const { link, port: linkPort } = await SeveredLink.to({ host: hostname, port: Number(port) });
    const connection = new BrokerConnection({
      url: throughLink(platform.brokerUrl, linkPort),
      name: 'breaks',
      logger: createLogger('inspection', 'silent'),
      setup: async () => undefined,
    });
    await connection.start();
    link.mute();
    const dropped = connection.drop();
    await link.sever();
    await dropped;
    await link.mend();
    await until(() => connection.isReady, 'connected again');
    await connection.close();
    await link.sever();
  });

  it('a handler waits for a database that is down and uses up no attempt', async () => {
    const { host, port } = platform.config('inspection');
    const { link, port: databasePort } = await SeveredLink.to({ host, port });
    service = await platform.service('inspection', [ChunkHandler], { databasePort, retryDelaysMs: [] });
    await plan(service, 1);
    await until(async () => (await effects(service)).length === 1, 'the first effect');
    await until(async () => (await platform.messagesIn(queue)) === 0, 'an empty queue');
    const other = await platform.service('inspection');
    seen.around = async () => {
      if (seen.planned.length === 2) await link.sever();
    };
    await plan(other, 2);
    await until(() => seen.planned.length >= 2, 'the second run');
    await link.mend();
    await until(async () => (await effects(other)).length === 2, 'the second effect');
    expect(seen.planned.every((message) => message.attempt === 1)).toBe(true);
    expect(await other.app.get(DeadLetters).list()).toEqual([]);
    await other.stop();
    await service.stop();
    await link.sever();
  });

  it('a handler waits while what it leans on says that it is down, and uses up no attempt', async () => {
    service = await platform.service('inspection', [ChunkHandler], { retryDelaysMs: [] });
    seen.around = async () => {
      if (seen.planned.length < 3) throw Object.assign(new Error('the store is full'), { isOutage: true });
    };
    await plan(service, 1);
    await until(async () => (await effects(service)).length === 1, 'the effect');
    expect(seen.planned.map(({ attempt }) => attempt)).toEqual([1, 1, 1]);
    expect(await service.app.get(DeadLetters).list()).toEqual([]);
  });

  it('a message whose consumers keep dying ends as a dead letter after a bounded number of deliveries', async () => {
    service = await platform.service('inspection', [ChunkHandler]);
    await service.stop();
    const connection = await connect(platform.brokerUrl, { noDelay: true });
    const channel: ConfirmChannel = await connection.createConfirmChannel();
    channel.publish('daiko', planned, Buffer.from('{}'), {
      messageId: randomUUID(),
      type: planned,
      persistent: true,
    });
    await channel.waitForConfirms();
    let deliveries = 0;
    await channel.consume(queue, (raw) => {
      deliveries += 1;
      if (raw !== null) channel.nack(raw, false, true);
    });
    await until(async () => (await platform.messagesIn('inspection.dead-letter')) === 1, 'a dead letter');
    await connection.close();
    expect(deliveries).toBeLessThan(30);
    service = await platform.service('inspection', [ChunkHandler]);
    const letters = service.app.get(DeadLetters);
    await until(async () => (await letters.list()).length === 1, 'a stored dead letter');
    expect(await letters.list()).toMatchObject([
      { type: planned, originQueue: queue, reason: 'broker-delivery-limit' },
    ]);
  });

  it('a dead letter that cannot be stored stays in its queue until it can', async () => {
    service = await platform.service('inspection', [ChunkHandler], { retryDelaysMs: [] });
    await platform.asOwner('inspection', 'REVOKE INSERT ON dead_letter FROM {{role}}');
    seen.around = async () => {
      throw new Error('poison');
    };
    await plan(service, 1);
    await until(() => seen.planned.length === 1, 'the failure');
    await service.stop();
    await until(async () => (await platform.messagesIn('inspection.dead-letter')) === 1, 'one in the queue');
    await platform.asOwner('inspection', 'GRANT INSERT ON dead_letter TO {{role}}');
    service = await platform.service('inspection', [ChunkHandler]);
    const letters = service.app.get(DeadLetters);
    await until(async () => (await letters.list()).length === 1, 'a stored dead letter');
    await until(async () => (await platform.messagesIn('inspection.dead-letter')) === 0, 'an empty queue');
  });

  it('a stream follows the one before it: its first mark carries the last hash of that', async () => {
    const lastHash = async () =>
      (
        await service.database.query<{ hash: string }>(
          'SELECT hash FROM mark WHERE stream = $1 ORDER BY sequence DESC LIMIT 1',
          [await service.unitOfWork.stream()],
        )
      )[0]?.hash;
    service = await platform.service('inspection', [ChunkHandler]);
    await plan(service, 1);
    await plan(service, 2);
    const head = await lastHash();
    await service.stop();
    service = await platform.service('inspection', [ChunkHandler]);
    await plan(service, 3);
    const first = await service.database.query('SELECT sequence, previous_hash FROM mark WHERE stream = $1', [
      await service.unitOfWork.stream(),
    ]);
    expect(first).toEqual([{ sequence: 1, previous_hash: head }]);
    await until(async () => (await effects(service)).length === 3, 'all effects');
  });

  it('sends nothing before the peers have declared their queues', async () => {
    service = await platform.service('inspection', [ChunkHandler], { peers: ['inspection', 'routing'] });
    await plan(service, 1);
    const relayed = () => service.database.query('SELECT 1 FROM relayed WHERE stream = $1', [streamName]);
    const streamName = await service.unitOfWork.stream();
    await until(async () => (await platform.messagesIn('inspection.dead-letter')) === 0, 'own queues');
    expect(await relayed()).toEqual([]);
    const routing = await platform.service('routing');
    await until(async () => (await effects(service)).length === 1, 'the effect');
    await until(async () => (await relayed()).length === 1, 'noted as relayed');
    await routing.stop();
  });

  it('repeats a transaction that lost a deadlock, with all that it says', async () => {
    service = await platform.service('inspection', [ChunkHandler]);
    const firsts = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    let runs = 0;
    const cross = (own: 0 | 1) =>
      service.unitOfWork.run(async (tx) => {
        runs += 1;
        tx.publish(planned, chunk(own).submissionId, chunk(own));
        await tx.query('SELECT pg_advisory_xact_lock($1)', [own]);
        firsts[own]?.resolve();
        await firsts[1 - own]?.promise;
        await tx.query('SELECT pg_advisory_xact_lock($1)', [1 - own]);
      });
    await Promise.all([cross(0), cross(1)]);
    expect(runs).toBe(3);
    await until(async () => (await effects(service)).length === 2, 'both effects');
    expect(await effects(service)).toEqual([0, 1]);
  });

  it('two processes of a service share its messages, and each has one effect', async () => {
    service = await platform.service('inspection', [ChunkHandler]);
    const second = await platform.service('inspection', [ChunkHandler]);
    await Promise.all(
      Array.from({ length: 60 }, (_, index) => plan(index % 2 === 0 ? service : second, index)),
    );
    await until(async () => (await effects(service)).length >= 60, 'all effects');
    expect(await effects(service)).toEqual(Array.from({ length: 60 }, (_, index) => index));
    expect(await second.unitOfWork.stream()).not.toBe(await service.unitOfWork.stream());
    await second.stop();
  });
});
