import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Inject } from '@nestjs/common';
import { armCrashPoints, type CrashPointName } from '@daiko/observability';
import { connect } from 'amqplib';
import { v7 as uuidv7 } from 'uuid';
import {
  DeadLetters,
  forgetHandled,
  type Message,
  OnMessage,
  PermanentFailure,
  UnitOfWork,
} from '../src/index.js';
import { isChainedRightly } from '../src/mark-chain.js';
import { TestPlatform, type TestService, until } from './platform.js';

const planned = 'inspection.chunk.planned.v1';
type Planned = Message<typeof planned>;

/** What the handlers of a test do and have seen. */
const seen: { planned: Planned[]; all: Message[]; around: (message: Planned) => Promise<void> } = {
  planned: [],
  all: [],
  around: async () => undefined,
};

@Controller()
class ChunkHandler {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  @OnMessage(planned, { prefetch: 20 })
  async onPlanned(message: Planned): Promise<void> {
    if (message.envelope.subject !== submissionId) return; // delivered again from the test before
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

@Controller()
class EverythingHandler {
  @OnMessage('#')
  async onAny(message: Message): Promise<void> {
    seen.all.push(message);
  }
}

const retryDelaysMs = [20, 40];
let submissionId = randomUUID();
const chunk = (chunkIndex: number) => ({ submissionId, chunkIndex });

/** The first passages of a point break off there, as if the process had died. */
function dieAt(point: CrashPointName, times: number): void {
  const orders = Array.from({ length: times }, (_, index) => ({
    ...{ id: String(index), point, at: index + 1, act: 'throw' as const },
  }));
  armCrashPoints({ read: () => ({ id: point, orders }), claim: () => true });
}

async function plan(service: TestService, from: number, to: number): Promise<void> {
  await service.unitOfWork.run(async (tx) => {
    for (let index = from; index < to; index++) tx.publish(planned, submissionId, chunk(index));
  });
}

const effects = async (service: TestService) =>
  (await service.database.query<{ number: number }>('SELECT number FROM effect ORDER BY number')).map(
    (row) => row.number,
  );

describe('messaging', () => {
  let platform: TestPlatform;
  let service: TestService;

  beforeAll(async () => {
    platform = await TestPlatform.start(['inspection', 'audit']);
  });
  afterEach(async () => {
    armCrashPoints(null);
    await service?.stop();
    submissionId = randomUUID();
    seen.planned = [];
    seen.all = [];
    seen.around = async () => undefined;
    await platform.forget('inspection');
  });
  afterAll(async () => {
    await platform?.stop();
  });
  const start = (options = {}) =>
    platform.service('inspection', [ChunkHandler], { retryDelaysMs, ...options });

  it('carries what a committed transaction says to the handler, once and in the same trace; a rolled back one says nothing', async () => {
    service = await start();
    const failing = service.unitOfWork.run(async (tx) => {
      tx.publish(planned, submissionId, chunk(99));
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    await plan(service, 0, 3);
    await until(async () => (await effects(service)).length === 3, 'three effects');
    expect(await effects(service)).toEqual([0, 1, 2]);
    const [first, second] = seen.planned;
    expect(first?.envelope).toMatchObject({ source: 'inspection', subject: submissionId, type: planned });
    expect(first?.attempt).toBe(1);
    expect(isChainedRightly(first!.envelope)).toBe(true);
    expect(second?.envelope.chain?.previousHash).toBe(first?.envelope.chain?.hash);
  });

  it('refuses data that breaks its schema before anything is written', async () => {
    service = await start();
    const breaking = service.unitOfWork.run(async (tx) => {
      await tx.query('INSERT INTO effect VALUES (gen_random_uuid(), 1)');
      tx.publish(planned, submissionId, { submissionId, chunkIndex: -1 });
    });
    await expect(breaking).rejects.toThrow(/breaks its schema/);
    expect(await effects(service)).toEqual([]);
  });

  it('a message delivered again after commit and before acknowledgement has no second effect', async () => {
    service = await start();
    dieAt('consumer.committed', 3);
    await plan(service, 0, 10);
    await until(
      () => seen.planned.length > 10 && new Set(seen.planned.map((each) => each.data.chunkIndex)).size === 10,
      'redelivery',
    );
    await until(async () => (await effects(service)).length === 10, 'ten effects');
    expect(await effects(service)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('a relay that dies between publish and mark sends again, and the inbox makes it harmless', async () => {
    service = await start();
    dieAt('relay.published', 2);
    await plan(service, 0, 5);
    await until(() => seen.planned.length === 15, 'each message three times');
    await until(async () => (await effects(service)).length >= 5, 'effects');
    expect(await effects(service)).toEqual([0, 1, 2, 3, 4]);
  });

  it('a handler that keeps failing gives a dead letter with its attempts, which can be replayed', async () => {
    service = await start();
    seen.around = async () => {
      throw new Error('poison');
    };
    await plan(service, 0, 1);
    const letters = service.app.get(DeadLetters);
    await until(async () => (await letters.list()).length === 1, 'a dead letter');
    expect(seen.planned.map((message) => message.attempt)).toEqual([1, 2, 3]);
    const [letter] = await letters.list();
    expect(letter).toMatchObject({
      messageId: seen.planned[0]?.envelope.id,
      type: planned,
      subject: submissionId,
      reason: 'handler-failed',
      originQueue: `inspection.${planned}`,
      attempts: 3,
    });
    seen.around = async () => undefined;
    expect(await letters.replay('all')).toEqual([letter?.id]);
    await until(async () => (await effects(service)).length === 1, 'the replayed effect');
    expect(await letters.list()).toEqual([]);
    expect(await letters.replay('all')).toEqual([]);
  });

  it('a permanent failure becomes a dead letter at the first attempt', async () => {
    service = await start();
    seen.around = async () => {
      throw new PermanentFailure('payload-tampered');
    };
    await plan(service, 0, 1);
    const letters = service.app.get(DeadLetters);
    await until(async () => (await letters.list()).length === 1, 'a dead letter');
    expect(await letters.list()).toMatchObject([{ reason: 'payload-tampered', attempts: 1 }]);
    expect(seen.planned).toHaveLength(1);
  });

  it('what cannot be read, is unknown, belongs elsewhere or breaks its schema becomes a dead letter with its reason', async () => {
    service = await start();
    const connection = await connect(platform.brokerUrl, { noDelay: true });
    const channel = await connection.createConfirmChannel();
    const envelope = (changes: object) =>
      Buffer.from(
        JSON.stringify({
          specversion: '1.0',
          id: randomUUID(),
          source: 'inspection',
          type: planned,
          subject: submissionId,
          time: new Date().toISOString(),
          datacontenttype: 'application/json',
          traceparent: `00-${'1'.repeat(32)}-${'2'.repeat(16)}-01`,
          data: chunk(1),
          ...changes,
        }),
      );
    const bodies = [
      Buffer.from([0xff, 0x00, 0x7b]),
      envelope({ type: 'inspection.chunk.planned.v9' }),
      envelope({ type: 'intake.submission.received.v1', data: {} }),
      envelope({ source: 'billing' }),
      envelope({ data: { ...chunk(1), name: 'x' } }),
      Buffer.alloc(8 * 1024 * 1024 + 1, 0x20),
    ];
    for (const body of bodies) channel.publish('daiko', planned, body);
    await channel.waitForConfirms();
    const letters = service.app.get(DeadLetters);
    await until(async () => (await letters.list()).length === bodies.length, 'all dead letters');
    const reasons = (await letters.list()).map((letter) => letter.reason).sort();
    expect(reasons).toEqual(
      ['unreadable', 'unknown-type', 'wrong-type', 'wrong-source', 'schema-violation', 'oversize'].sort(),
    );
    expect(seen.planned).toEqual([]);
    await connection.close();
  });

  it('the queue of audit takes every message, and the marks of a stream are chained without a gap', async () => {
    service = await start();
    await service.unitOfWork.run(async (tx) => {
      tx.recordAccess({
        actorId: 'operator',
        credentialId: null,
        action: 'held:retry',
        objectKind: 'submission',
        objectId: submissionId,
      });
    });
    await plan(service, 0, 20);
    const audit = await platform.service('audit', [EverythingHandler]);
    const stream = await service.unitOfWork.stream();
    const chained = () => seen.all.filter((message) => message.envelope.chain?.stream === stream);
    await until(() => chained().length === 21, 'all marks of the stream');
    await until(
      () => seen.all.some((message) => message.envelope.type === 'inspection.chain.reported.v1'),
      'a heartbeat',
      15_000,
    );
    await audit.stop();
    const places = chained()
      .map((message) => message.envelope.chain!)
      .sort((a, b) => a.sequence - b.sequence);
    expect(places.map((place) => place.sequence)).toEqual(
      Array.from({ length: 21 }, (_, index) => index + 1),
    );
    expect(places.slice(1).map((place) => place.previousHash)).toEqual(
      places.slice(0, -1).map((place) => place.hash),
    );
    expect(chained().every((message) => isChainedRightly(message.envelope))).toBe(true);
  });

  it('the role of a service can neither change nor delete a mark', async () => {
    service = await start();
    await plan(service, 0, 1);
    for (const sql of [
      "UPDATE mark SET hash = ''",
      'DELETE FROM mark',
      'TRUNCATE mark',
      'DELETE FROM inbox',
    ]) {
      await expect(service.database.query(sql)).rejects.toThrow(/permission denied/);
    }
  });

  it('forgets what was handled before the horizon, of every handler, and nothing else', async () => {
    service = await platform.service('inspection');
    const { database } = service;
    const idOf = (daysAgo: number) => uuidv7({ msecs: Date.now() - daysAgo * 86_400_000 });
    const note = (handler: string, daysAgo: number, id = idOf(daysAgo)) =>
      database.query(
        `INSERT INTO inbox (handler, message_id, handled_at) VALUES ($1, $2, now() - make_interval(days => $3))`,
        [handler, id, daysAgo],
      );
    await database.query(
      `INSERT INTO inbox (handler, message_id, handled_at)
       SELECT 'test.many', ('01900000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, now() - interval '40 days'
       FROM generate_series(1, 5001) AS n`,
    );
    for (const handler of ['test.first', 'test.second']) {
      await note(handler, 36);
      await note(handler, 34);
    }
    await note('test.late', 1, idOf(40));
    expect(await forgetHandled(database, 35)).toBe(5003);
    expect(await forgetHandled(database, 35)).toBe(0);
    const left = await database.query<{ handler: string }>(
      `SELECT handler FROM inbox WHERE handler LIKE 'test.%' ORDER BY handler`,
    );
    expect(left.map(({ handler }) => handler)).toEqual(['test.first', 'test.late', 'test.second']);
  });

  it('takes up the stream of a process that died before it relayed', async () => {
    service = await start();
    const orphan = new UnitOfWork({
      service: 'inspection',
      database: service.database,
      now: () => new Date(),
    });
    await orphan.run(async (tx) => tx.publish(planned, submissionId, chunk(7)));
    await until(async () => (await effects(service)).length === 1, 'the effect of the orphan');
    expect(await effects(service)).toEqual([7]);
  });

  it('every message has its effect exactly once when connections are killed while it works', async () => {
    service = await start();
    const all = Array.from({ length: 600 }, (_, index) => index);
    const killing = platform.killConnections(4);
    for (let from = 0; from < 600; from += 20) {
      await plan(service, from, from + 20);
      if (from % 200 === 0)
        await Promise.race([killing, until(() => seen.planned.length > from, 'progress')]);
    }
    await killing;
    await plan(service, 600, 620);
    await until(async () => (await effects(service)).length >= 620, 'all effects', 60_000);
    expect(await effects(service)).toEqual([
      ...all,
      ...Array.from({ length: 20 }, (_, index) => 600 + index),
    ]);
  });

  it('closing lets ten slow handlers finish and leaves nothing to deliver again', async () => {
    service = await start();
    const gate = Promise.withResolvers<void>();
    seen.around = () => gate.promise;
    await plan(service, 0, 10);
    await until(() => seen.planned.length === 10, 'ten handlers at work');
    const stopping = service.stop();
    setTimeout(() => gate.resolve(), 300);
    await stopping;
    seen.around = async () => undefined;
    service = await start();
    expect(await effects(service)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(seen.planned).toHaveLength(10);
  });
});
