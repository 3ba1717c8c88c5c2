import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Allow } from '@daiko/access';
import { type RecordCountsPage } from '@daiko/contracts';
import { type Message, OnMessage, UnitOfWork } from '@daiko/messaging';
import { defineConfig, defineService, RecordCountSource } from '@daiko/service';
import type { TestPartner } from '../src/test-partner.js';
import { startTestService, type TestService } from '../src/test-service.js';
import { waitFor } from '../src/wait-for.js';
import { Body, Controller, Get, Injectable, Module, Param, Post, Req } from '@nestjs/common';
import { IsInt, Max } from 'class-validator';
import type { FastifyRequest } from 'fastify';

class NumberRequest {
  @IsInt()
  @Max(10)
  value!: number;
}

const bundleId = '01900000-0000-7000-8000-000000000001';
let uploadsBegun = 0;
let handling: { started: number; finished: number; release: () => void };

@Controller()
class TestController {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Post('v1/upload')
  @Allow('submission:send')
  async upload(@Req() { raw }: FastifyRequest): Promise<object> {
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const part of raw as Readable) {
      if (bytes === 0) uploadsBegun += 1;
      hash.update(part as Buffer);
      bytes += (part as Buffer).length;
    }
    return { bytes, sha256: hash.digest('hex') };
  }

  @Post('v1/number')
  @Allow('submission:send')
  number(@Body() body: NumberRequest): NumberRequest {
    return body;
  }

  @Get('v1/fault/:kind')
  @Allow('submission:read')
  fault(@Param('kind') kind: string): never {
    throw Object.assign(new Error('secret detail 健康太郎'), kind === 'away' ? { code: 'ECONNREFUSED' } : {});
  }

  @Get('v1/shut')
  shut(): string {
    return 'never';
  }

  @OnMessage('routing.bundle.acknowledged.v1')
  async handle(message: Message<'routing.bundle.acknowledged.v1'>): Promise<void> {
    if (message.data.insurerNumber === '00000000') throw new Error('always');
    handling.started += 1;
    await new Promise<void>((resolve) => (handling.release = resolve));
    await this.unitOfWork.handle(message, async (tx) =>
      tx.recordAccess({
        actorId: 'handler',
        credentialId: null,
        action: 'submission:read',
        objectKind: 'bundle',
        objectId: message.data.bundleId,
      }),
    );
    handling.finished += 1;
  }
}

@Injectable()
class Counts implements RecordCountSource {
  async page(after: string | null, limit: number): Promise<RecordCountsPage> {
    return { service: 'intake', counts: [], next: `${after ?? 'none'}/${limit}` };
  }
}

@Module({ controllers: [TestController], providers: [{ provide: RecordCountSource, useClass: Counts }] })
class TestModule {}

const definition = defineService({
  name: 'intake',
  config: defineConfig({}),
  migrationsFolder: join(import.meta.dirname, 'no-migrations'),
  streamedMediaTypes: ['application/zip', 'application/octet-stream', 'multipart/form-data'],
  module: () => TestModule,
});

const acknowledged = (insurerNumber: string) => ({
  bundleId,
  insurerNumber,
  sha256: 'a'.repeat(64),
  acknowledgedAt: '2026-11-24T05:00:00Z',
});

describe('the doors of a service', () => {
  let service: TestService;
  let provider: TestPartner;
  let operator: TestPartner;

  beforeAll(async () => {
    service = (await startTestService(definition)) as unknown as TestService;
    provider = await service.testPartner({ kind: 'provider', number: '1311234569' });
    operator = await service.testPartner({ kind: 'operator', number: 'ops' });
    handling = { started: 0, finished: 0, release: () => undefined };
  });
  afterAll(() => service?.stop());

  const send = (path: string, contentType: string, body: Uint8Array | string) =>
    fetch(`${service.httpUrl}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${provider.bearerKey}`, 'content-type': contentType },
      body: body as string,
    });
  const codeOf = async (response: Response) => {
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    return ((await response.json()) as { code: string }).code;
  };

  it('hand archives to the controller as they come, whatever is in them', async () => {
    const bytes = Buffer.alloc(3 * 1024 * 1024, 'PK');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    for (const type of ['application/zip', 'application/octet-stream', 'multipart/form-data; boundary=x']) {
      expect(await (await send('/v1/upload', type, bytes)).json()).toEqual({ bytes: bytes.length, sha256 });
    }
  });

  it('refuse what is too large, of another kind, or not well formed, before a controller sees it', async () => {
    const large = JSON.stringify({ value: 'a'.repeat(1024 * 1024) });
    const cases = [
      [await send('/v1/number', 'application/json', large), 413, 'service.body-too-large'],
      [await send('/v1/number', 'text/plain', 'x'), 415, 'service.media-type-unsupported'],
      [await send('/v1/number', 'application/json', '{"value":'), 400, 'service.request-invalid'],
      [await send('/v1/number', 'application/json', '{"value":11}'), 400, 'service.request-invalid'],
      [await send('/v1/number', 'application/json', '{"value":1,"x":1}'), 400, 'service.request-invalid'],
      [await service.call('/v1/nothing', { as: provider }), 404, 'service.not-found'],
    ] as const;
    for (const [response, status, code] of cases) {
      expect([response.status, await codeOf(response)]).toEqual([status, code]);
    }
    expect((await send('/v1/number', 'application/json', '{"value":10}')).status).toBe(201);
  });

  it('answer a fault of ours with a number and nothing of its cause', async () => {
    const fault = await service.call('/v1/fault/ours', { as: provider });
    const text = await fault.text();
    expect([fault.status, text.includes('secret'), text.includes('健康'), text.includes('at ')]).toEqual([
      500,
      false,
      false,
      false,
    ]);
    expect(JSON.parse(text)).toMatchObject({
      code: 'service.fault',
      faultNumber: expect.stringMatching(/^F-/),
    });
    const away = await service.call('/v1/fault/away', { as: provider });
    expect([away.status, away.headers.get('retry-after')]).toEqual([503, '10']);
  });

  it('stay shut where no action is named', async () => {
    expect((await service.call('/v1/shut', { as: operator })).status).toBe(500);
  });

  it('answer with a challenge where the key is missing, and leave at most a bounded number of marks', async () => {
    const refused = await service.call('/v1/record-counts');
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="daiko"']);
    await Promise.all(Array.from({ length: 150 }, () => service.call('/v1/record-counts')));
    const marks = await service.database.query(
      `SELECT id FROM mark WHERE type = 'intake.access.recorded.v1' AND body LIKE '%denied%'`,
    );
    expect(marks.length).toBeGreaterThan(0);
    expect(marks.length).toBeLessThanOrEqual(63);
  });

  it('answer a large upload that they refuse at once, before the sender meets a broken connection', async () => {
    const sizeBytes = 32 * 1024 * 1024;
    for (let round = 0; round < 3; round += 1) {
      const status = await new Promise<number | undefined>((resolve, reject) => {
        const sent = request(
          `${service.httpUrl}/v1/upload`,
          { method: 'POST', headers: { 'content-type': 'application/zip', 'content-length': sizeBytes } },
          (response) => {
            response.resume();
            resolve(response.statusCode);
            sent.destroy();
          },
        );
        sent.on('error', reject);
        // As much at once as the connection takes: what a careless sender does.
        sent.end(Buffer.alloc(sizeBytes));
      });
      expect(status).toBe(401);
    }
  });

  it('let a partner in no more often than its limit says', async () => {
    const slow = await service.testPartner({
      kind: 'operator',
      number: 'slow',
      limits: { requestsPerMinuteMax: 3 },
    });
    const statuses: number[] = [];
    for (let index = 0; index < 5; index += 1) {
      statuses.push((await service.call('/v1/record-counts', { as: slow })).status);
    }
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
    const refused = await service.call('/v1/record-counts', { as: slow });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await service.call('/v1/record-counts', { as: operator })).status).toBe(200);
  });

  it('give operators the record counts of the service, page by page', async () => {
    const page = await service.call('/v1/record-counts?after=a&limit=7', { as: operator });
    expect(await page.json()).toEqual({ service: 'intake', counts: [], next: 'a/7' });
    expect((await service.call('/v1/record-counts?limit=0', { as: operator })).status).toBe(400);
    expect((await service.call('/v1/record-counts', { as: provider })).status).toBe(403);
  });

  it('show dead letters to operators, who replay them under a mark', async () => {
    await service.publish('routing.bundle.acknowledged.v1', bundleId, acknowledged('00000000'));
    const list = async () =>
      (
        (await (await service.call('/v1/dead-letters', { as: operator })).json()) as {
          deadLetters: { id: string }[];
        }
      ).deadLetters;
    const [letter] = await waitFor(async () => {
      const letters = await list();
      return letters.length === 1 ? letters : null;
    });
    const replay = (ids: unknown) => service.call('/v1/dead-letters/replay', { as: operator, json: { ids } });
    expect(await (await replay([letter?.id])).json()).toEqual({ replayed: [letter?.id] });
    expect((await replay(['x'])).status).toBe(400);
    await waitFor(() =>
      service
        .received('intake.access.recorded.v1')
        .some(({ data }) => data.action === 'dead-letter:replay' && data.objectId === letter?.id),
    );
  });

  it('keep the trace of a request in what it causes', async () => {
    await fetch(`${service.httpUrl}/v1/number`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
        authorization: `Bearer ${operator.bearerKey}`,
      },
      body: '{}',
    });
    await waitFor(() =>
      service
        .received('intake.access.recorded.v1')
        .some(({ traceparent }) => traceparent.includes('4bf92f3577b34da6a3ce929d0e0e4736')),
    );
  });

  it('show health and metrics on loopback without a key', async () => {
    expect((await service.call('/health/live')).status).toBe(200);
    const ready = await service.call('/health/ready');
    expect(await ready.json()).toMatchObject({ status: 'ready', checks: { database: true, broker: true } });
    const text = await (await service.call('/metrics')).text();
    expect(text).toContain('daiko_http_request_seconds');
    expect(text).not.toContain(provider.credentialId);
  });
});

describe('a service that is told to stop', () => {
  it('answers what it has begun, finishes its handlers, sends its outbox and takes nothing new', async () => {
    const service = (await startTestService(definition)) as unknown as TestService;
    try {
      const provider = await service.testPartner({ kind: 'provider', number: '1311234569' });
      handling = { started: 0, finished: 0, release: () => undefined };
      await service.publish('routing.bundle.acknowledged.v1', bundleId, acknowledged('06139463'));
      await waitFor(() => handling.started === 1);
      const { port } = new URL(service.httpUrl);
      const begunBefore = uploadsBegun;
      const answered = new Promise<number>((resolve, reject) => {
        const upload = request({
          port,
          path: '/v1/upload',
          method: 'POST',
          headers: { authorization: `Bearer ${provider.bearerKey}`, 'content-type': 'application/zip' },
        });
        upload.on('response', (response) => resolve(response.statusCode ?? 0));
        upload.on('error', reject);
        upload.write('first half');
        setImmediate(async () => {
          await waitFor(async () => (await tryConnecting(Number(port))) === 'refused');
          upload.end('second half');
        });
      });
      await waitFor(() => uploadsBegun === begunBefore + 1);
      const stopped = service.stopService();
      expect(await answered).toBe(201);
      expect(handling.finished).toBe(0);
      handling.release();
      await stopped;
      expect(handling.finished).toBe(1);
      await waitFor(() =>
        service.received('intake.access.recorded.v1').some(({ data }) => data.objectId === bundleId),
      );
      await service.start();
      expect((await service.call('/health/ready')).status).toBe(200);
    } finally {
      await service.stop();
    }
  });
});

function tryConnecting(port: number): Promise<'accepted' | 'refused'> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' }, () => {
      resolve('accepted');
      socket.destroy();
    });
    socket.on('error', () => resolve('refused'));
  });
}
