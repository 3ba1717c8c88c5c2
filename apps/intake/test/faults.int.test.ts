import { afterEach, describe, expect, it } from '@jest/globals';
import { armCrashPoints } from '@daiko/observability';
import { waitFor } from '@daiko/testing';
import { v7 as uuidv7 } from 'uuid';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { createServer, type Server } from 'node:net';
import { AcceptSubmission } from '../src/submission/accept-submission.js';
import { beginUpload } from '../src/submission/upload.store.js';
import { SweepPayloads } from '../src/sweep/sweep-payloads.js';
import { anArchive, now, startIntake } from './intake-stage.js';

// Purpose: a fault of ours is never the sender's: 503, nothing kept, and what a crash leaves is removed by the sweeper alone.

let stage: Awaited<ReturnType<typeof startIntake>>;
let clamd: Server | undefined;
afterEach(async () => {
  armCrashPoints(null);
  await stage.stop();
  clamd?.close();
  clamd = undefined;
});

async function expectNothingKept(): Promise<void> {
  expect(await stage.bucket.keys()).toEqual([]);
  expect(
    await stage.intake.database.query('SELECT 1 FROM submission UNION ALL SELECT 1 FROM refusal'),
  ).toEqual([]);
  expect(await stage.intake.database.query('SELECT 1 FROM upload')).toEqual([]);
}

describe('a scanner that is down', () => {
  it('is answered with 503 before the body', async () => {
    stage = await startIntake({ DAIKO_INTAKE_CLAMD_PORT: 9 });
    const archive = await anArchive();
    const waiting = request(new URL('/v1/submissions', stage.intake.httpUrl), {
      method: 'POST',
      headers: {
        authorization: `Bearer ${stage.sender.bearerKey}`,
        'content-type': 'application/zip',
        'content-disposition': `attachment; filename="${archive.fileName}"`,
        'content-length': archive.bytes.length,
        expect: '100-continue',
      },
    });
    let isAsked = false;
    waiting.on('continue', () => {
      isAsked = true;
    });
    waiting.flushHeaders();
    const [answer] = (await once(waiting, 'response')) as [IncomingMessage];
    expect([answer.statusCode, isAsked, answer.headers['retry-after']]).toEqual([503, false, '10']);
    waiting.destroy();
    await expectNothingKept();
  });

  it('or goes down in the middle, is answered with 503 after it', async () => {
    clamd = createServer((socket) => {
      socket.once('data', (data) => {
        if (data.toString().startsWith('zPING')) socket.end('PONG\0');
        else socket.destroy();
      });
      socket.on('error', () => undefined);
    }).listen(0, '127.0.0.1');
    await once(clamd, 'listening');
    stage = await startIntake({ DAIKO_INTAKE_CLAMD_PORT: (clamd.address() as { port: number }).port });
    const response = await stage.send(await anArchive());
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([
      503,
      'intake.not-ready',
    ]);
    await expectNothingKept();
  });

  it('or that is switched off shows in receipt and status, never as a silent pass', async () => {
    stage = await startIntake({ DAIKO_INTAKE_SCANNER: 'none' });
    const body = (await (await stage.send(await anArchive())).json()) as { scanner: string; receipt: string };
    const claims = JSON.parse(
      Buffer.from(body.receipt.split('.')[1] ?? '', 'base64url').toString(),
    ) as object;
    expect([body.scanner, claims]).toEqual([
      'no-scanner',
      expect.objectContaining({ scanner: 'no-scanner' }),
    ]);
    const status = await stage.intake.call('/v1/status', { as: stage.sender });
    expect(await status.json()).toMatchObject({ scanner: 'no-scanner' });
  });
});

describe('other parts', () => {
  it('an object store that is down is answered with 503', async () => {
    stage = await startIntake({ DAIKO_OBJECT_STORE_ENDPOINT: 'http://127.0.0.1:9' });
    const response = await stage.send(await anArchive());
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '10']);
    await expectNothingKept();
  });

  it('a month without key is answered with 503', async () => {
    stage = await startIntake({ DAIKO_KEYS_PUBLIC_FOLDER: '/nonexistent' });
    const response = await stage.send(await anArchive());
    expect(await response.json()).toMatchObject({ status: 503, code: 'intake.not-ready' });
    await expectNothingKept();
  });

  it('a backlog past its limit is answered with 503', async () => {
    stage = await startIntake({ DAIKO_INTAKE_BACKLOG_RECORDS_MAX: 2 });
    expect((await stage.send(await anArchive())).status).toBe(201);
    const response = await waitFor(async () => {
      const answer = await stage.send(await anArchive({ sequence: 1, seed: 2 }));
      return answer.status === 503 ? answer : null;
    });
    expect(await response.json()).toMatchObject({ code: 'intake.backlog-full' });
  });

  it('a commit that fails removes what was sealed', async () => {
    stage = await startIntake();
    const acceptance = stage.intake.app.get(AcceptSubmission);
    acceptance.accept = () => Promise.reject(new Error('the database went away'));
    const response = await stage.send(await anArchive());
    expect(response.status).toBe(500);
    await expectNothingKept();
  });

  it('a commit whose answer is lost keeps what it names, and the same again has its receipt', async () => {
    stage = await startIntake();
    const orders = [{ id: 'lost', point: 'intake.accepted' as const, at: 1, act: 'throw' as const }];
    armCrashPoints({ read: () => ({ id: 'lost', orders }), claim: () => true });
    const archive = await anArchive();
    expect((await stage.send(archive)).status).toBe(500);
    expect(await stage.bucket.keys()).toHaveLength(1);
    const again = await stage.send(archive);
    expect(again.status).toBe(200);
    expect(await stage.bucket.keys()).toHaveLength(1);
  });
});

describe('a crash between seal and commit', () => {
  it('leaves only what the sweeper removes, and frees its key', async () => {
    stage = await startIntake({ DAIKO_INTAKE_SWEEP_GRACE_SECONDS: 0 });
    const { intake, bucket, payloads, sender, send } = stage;
    const accepted = await send(await anArchive());
    expect(accepted.status).toBe(201);
    const [kept] = await bucket.keys();
    const crashed = await crashedUpload('crashed-key', -1000);
    const running = await crashedUpload('running-key', 60_000);
    const sweep = intake.app.get(SweepPayloads);
    // Objects are as old as the store says: real time, which the fixed clock of these tests has not reached.
    (intake.context as { now: () => Date }).now = () => new Date(now.getTime() + 1);
    const store = sweep as unknown as { payloads: typeof payloads };
    const { list } = payloads;
    store.payloads.list = async function* (prefix) {
      for await (const object of list.call(payloads, prefix)) yield { ...object, modifiedAt: new Date(0) };
    };
    await sweep.sweep();
    expect((await bucket.keys()).sort()).toEqual([kept, running.objectKey].sort());
    expect(
      await intake.database.query('SELECT state FROM upload WHERE object_key = $1', [crashed.objectKey]),
    ).toEqual([{ state: 'swept' }]);
    const again = await send(await anArchive({ sequence: 1, seed: 2 }), { 'idempotency-key': 'crashed-key' });
    expect(again.status).toBe(201);

    async function crashedUpload(idempotencyKey: string, leaseMs: number) {
      const session = await payloads.seal({
        service: 'intake',
        owner: 'platform',
        retention: 'transit',
        purpose: 'submission',
        now,
      });
      await intake.database.transaction((tx) =>
        beginUpload(tx, {
          uploadId: uuidv7(),
          partnerId: sender.partnerId,
          idempotencyKey,
          objectKey: session.objectKey,
          leaseMs,
          concurrentMax: 10,
          now,
        }),
      );
      await session.write(Buffer.from('sealed, never committed'));
      return session.finish();
    }
  });

  it('an upload whose row was swept in the meantime cannot commit', async () => {
    stage = await startIntake();
    const { intake, send } = stage;
    const acceptance = intake.app.get(AcceptSubmission);
    const accept = acceptance.accept.bind(acceptance);
    acceptance.accept = async (...all) => {
      await intake.database.query(`UPDATE upload SET state = 'swept'`);
      return accept(...all);
    };
    const response = await send(await anArchive());
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([
      503,
      'intake.not-ready',
    ]);
    expect(await intake.database.query('SELECT 1 FROM submission')).toEqual([]);
    expect(await stage.bucket.keys()).toEqual([]);
  });
});
