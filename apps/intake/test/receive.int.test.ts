import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { recordHash, type RecordCountsPage } from '@daiko/contracts';
import { waitFor } from '@daiko/testing';
import { compactVerify, createLocalJWKSet } from 'jose';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { anArchive, otherProvider, provider, startIntake } from './intake-stage.js';

// Purpose: an archive that is fit comes in once, sealed, with a receipt that anyone can verify and that never changes.

let stage: Awaited<ReturnType<typeof startIntake>>;
beforeAll(async () => {
  stage = await startIntake();
});
afterAll(() => stage.stop());

describe('POST /v1/submissions', () => {
  it('answers 201 with a signed receipt, keeps the archive sealed and tells the platform', async () => {
    const { intake, sender, send, payloads } = stage;
    const archive = await anArchive();
    const response = await send(archive);
    const body = (await response.json()) as Record<string, string>;
    expect({ status: response.status, body }).toMatchObject({ status: 201 });
    const sha256 = createHash('sha256').update(archive.bytes).digest('hex');
    expect(body).toMatchObject({ sha256, recordCount: 3, kind: 'checkup' });
    expect(response.headers.get('location')).toBe(`/v1/submissions/${body.receiptNumber}`);

    const keys = await (await intake.call('/.well-known/daiko/receipt-keys.json')).json();
    const verified = await compactVerify(body.receipt ?? '', createLocalJWKSet(keys as never));
    expect(JSON.parse(Buffer.from(verified.payload).toString())).toMatchObject({
      receiptNumber: body.receiptNumber,
      partnerNumber: sender.number,
      sha256,
      sizeBytes: archive.bytes.length,
      checkpoint: null,
    });
    const receipt = await intake.call(`/v1/receipts/${body.receiptNumber}`, { as: sender });
    expect(await receipt.text()).toBe(body.receipt);

    const message = await waitFor(() => intake.received('intake.submission.received.v1')[0]);
    expect(message.data).toMatchObject({ receiptNumber: body.receiptNumber, sha256, recordCount: 3 });
    const source = await payloads.open(message.data.payload, 'test');
    expect(Buffer.from(await source.read(0, await source.size())).equals(archive.bytes)).toBe(true);
  });

  it('answers the same again with the same receipt, whatever the way', async () => {
    const { bucket, intake, send } = stage;
    const archive = await anArchive({ sequence: 1, seed: 2 });
    const first = await send(archive, { 'idempotency-key': 'key-0000-1' });
    const answer = await first.text();
    expect(first.status).toBe(201);
    const objects = await bucket.keys();

    const sameKey = await send(archive, { 'idempotency-key': 'key-0000-1' });
    expect([sameKey.status, await sameKey.text()]).toEqual([200, answer]);
    const noKey = await send(archive);
    expect([noKey.status, await noKey.text()]).toEqual([200, answer]);
    const otherKey = await send(archive, { 'idempotency-key': 'key-0000-2' });
    expect([otherKey.status, await otherKey.text()]).toEqual([200, answer]);
    const keyOfRepetition = await send(archive, { 'idempotency-key': 'key-0000-2' });
    expect([keyOfRepetition.status, await keyOfRepetition.text()]).toEqual([200, answer]);

    const other = await anArchive({ sequence: 2, seed: 3 });
    const reused = await send(other, { 'idempotency-key': 'key-0000-1' });
    expect(reused.status).toBe(422);
    expect(await reused.json()).toMatchObject({ code: 'intake.idempotency-key-reused' });
    expect(await bucket.keys()).toEqual(objects);
    const rows = await intake.database.query('SELECT 1 FROM submission WHERE sha256 = $1', [
      JSON.parse(answer).sha256,
    ]);
    expect(rows).toHaveLength(1);
  });

  it('refuses a used root name (A027) and known content under another name (A028)', async () => {
    const { send } = stage;
    const archive = await anArchive({ sequence: 3, seed: 4 });
    expect((await send(archive)).status).toBe(201);
    const changed = await send(await anArchive({ sequence: 3, seed: 5 }));
    expect(changed.status).toBe(422);
    expect((await changed.json()) as object).toMatchObject({
      findings: [{ rule: 'A027' }],
    });
    const renamed = await send({ ...archive, fileName: archive.fileName.replace('20261124', '20261123') });
    expect(renamed.status).toBe(422);
    expect((await renamed.json()) as object).toMatchObject({ findings: [{ rule: 'A028' }] });
  });

  it('acknowledges one of many that send the same at once', async () => {
    const { bucket, intake, send } = stage;
    const archive = await anArchive({ sequence: 4, seed: 6 });
    const before = (await bucket.keys()).length;
    const eager = await intake.testPartner({
      kind: 'provider',
      number: provider.number,
      limits: { uploadsConcurrentMax: 8 },
    });
    const responses = await Promise.all(Array.from({ length: 6 }, () => send(archive, {}, eager)));
    const bodies = await Promise.all(responses.map((response) => response.text()));
    expect(responses.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 201]);
    expect(new Set(bodies).size).toBe(1);
    expect((await bucket.keys()).length).toBe(before + 1);
  });

  it('says 409 while the same key runs, and 429 where too many run', async () => {
    const { intake, send } = stage;
    const slow = await intake.testPartner({
      kind: 'provider',
      number: provider.number,
      limits: { uploadsConcurrentMax: 1 },
    });
    const archive = await anArchive({ sequence: 5, seed: 7 });
    const hold = Promise.withResolvers<void>();
    const running = fetch(new URL('/v1/submissions', intake.httpUrl), {
      method: 'POST',
      headers: {
        authorization: `Bearer ${slow.bearerKey}`,
        'content-type': 'application/zip',
        'content-disposition': `attachment; filename="${archive.fileName}"`,
        'idempotency-key': 'key-running-1',
      },
      body: new ReadableStream({
        start: async (controller) => {
          controller.enqueue(archive.bytes.subarray(0, 100));
          await hold.promise;
          controller.enqueue(archive.bytes.subarray(100));
          controller.close();
        },
      }),
      duplex: 'half',
    } as RequestInit);
    await waitFor(
      async () =>
        (await intake.database.query(`SELECT 1 FROM upload WHERE state = 'uploading'`)).length === 1,
    );
    const same = await send(archive, { 'idempotency-key': 'key-running-1' }, slow);
    expect([same.status, same.headers.get('retry-after')]).toEqual([409, '5']);
    const more = await send(await anArchive({ sequence: 6, seed: 8 }), {}, slow);
    expect(more.status).toBe(429);
    hold.resolve();
    expect((await running).status).toBe(201);
  });

  it('takes the first file of a multipart body, with the digest of the whole', async () => {
    const { intake, sender } = stage;
    const archive = await anArchive({ sequence: 7, seed: 9 });
    const form = new FormData();
    form.append('comment', 'first a field');
    form.append('file', new Blob([archive.bytes], { type: 'application/zip' }), archive.fileName);
    const encoded = new Request('http://localhost/', { method: 'POST', body: form });
    const body = Buffer.from(await encoded.arrayBuffer());
    const sendForm = (digest: Buffer) =>
      fetch(new URL('/v1/submissions', intake.httpUrl), {
        method: 'POST',
        headers: {
          authorization: `Bearer ${sender.bearerKey}`,
          'content-type': encoded.headers.get('content-type') ?? '',
          'content-digest': `sha-256=:${digest.toString('base64')}:`,
        },
        body,
      });
    const wrong = await sendForm(Buffer.alloc(32));
    expect(await wrong.json()).toMatchObject({ code: 'intake.digest-mismatch' });
    const right = await sendForm(createHash('sha256').update(body).digest());
    expect({ status: right.status, body: await right.json() }).toMatchObject({
      status: 201,
      body: { sha256: createHash('sha256').update(archive.bytes).digest('hex') },
    });
  });

  it('keeps nothing of a body that is cut off', async () => {
    const { bucket, intake, sender } = stage;
    const archive = await anArchive({ sequence: 8, seed: 10 });
    const before = await bucket.keys();
    const cut = request(new URL('/v1/submissions', intake.httpUrl), {
      method: 'POST',
      headers: {
        authorization: `Bearer ${sender.bearerKey}`,
        'content-type': 'application/zip',
        'content-disposition': `attachment; filename="${archive.fileName}"`,
        'content-length': archive.bytes.length,
      },
    });
    cut.on('error', () => undefined);
    cut.write(archive.bytes.subarray(0, 1000));
    const uploads = () => intake.database.query(`SELECT 1 FROM upload WHERE state = 'uploading'`);
    await waitFor(async () => (await uploads()).length === 1);
    cut.destroy();
    await waitFor(async () => (await uploads()).length === 0);
    expect(await bucket.keys()).toEqual(before);
  });

  it('asks a waiting sender for the body only when it will be read', async () => {
    const { intake, sender } = stage;
    const archive = await anArchive({ sequence: 9, seed: 11 });
    const headers = {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${archive.fileName}"`,
      'content-length': archive.bytes.length,
      expect: '100-continue',
    };
    const refused = request(new URL('/v1/submissions', intake.httpUrl), { method: 'POST', headers });
    refused.flushHeaders();
    let isAsked = false;
    refused.on('continue', () => {
      isAsked = true;
    });
    const [answer] = (await once(refused, 'response')) as [IncomingMessage];
    expect([answer.statusCode, isAsked]).toEqual([401, false]);
    refused.destroy();

    const taken = request(new URL('/v1/submissions', intake.httpUrl), {
      method: 'POST',
      headers: { ...headers, authorization: `Bearer ${sender.bearerKey}` },
    });
    taken.flushHeaders();
    await once(taken, 'continue');
    taken.end(archive.bytes);
    const [receipt] = (await once(taken, 'response')) as [IncomingMessage];
    expect(receipt.statusCode).toBe(201);
    receipt.resume();
  });
});

describe('reading', () => {
  it('shows each partner its own and nobody else’s', async () => {
    const { intake, send, sender } = stage;
    const other = await intake.testPartner({ kind: 'provider', number: otherProvider.number });
    const operator = await intake.testPartner({ kind: 'operator', number: 'operator' });
    const archive = await anArchive({ provider: otherProvider, seed: 12 });
    const body = (await (await send(archive, {}, other)).json()) as { receiptNumber: string; sha256: string };
    for (const path of ['/v1/submissions/', '/v1/receipts/']) {
      const foreign = await intake.call(path + body.receiptNumber, { as: sender });
      expect([foreign.status, ((await foreign.json()) as { code: string }).code]).toEqual([
        404,
        'intake.submission-unknown',
      ]);
      expect((await intake.call(path + body.receiptNumber, { as: other })).status).toBe(200);
      expect((await intake.call(path + body.receiptNumber, { as: operator })).status).toBe(200);
    }
    const found = (await (
      await intake.call(`/v1/submissions?sha256=${body.sha256}`, { as: sender })
    ).json()) as object;
    expect(found).toEqual({ submissions: [], next: null });
    const own = (await (
      await intake.call(`/v1/submissions?name=${archive.fileName}`, { as: other })
    ).json()) as object;
    expect(own).toMatchObject({
      submissions: [{ receiptNumber: body.receiptNumber, state: 'received' }],
      next: null,
    });
  });

  it('lists page by page without losing or repeating one', async () => {
    const { intake, sender } = stage;
    const seen: string[] = [];
    let after = '';
    do {
      const page = (await (await intake.call(`/v1/submissions?limit=2${after}`, { as: sender })).json()) as {
        submissions: { receiptNumber: string }[];
        next: string | null;
      };
      seen.push(...page.submissions.map(({ receiptNumber }) => receiptNumber));
      after = page.next === null ? '' : `&after=${page.next}`;
    } while (after !== '');
    const rows = await intake.database.query<{ receiptNumber: string }>(
      'SELECT receipt_number AS "receiptNumber" FROM submission WHERE partner_id = $1 ORDER BY submission_id',
      [sender.partnerId],
    );
    expect(seen).toEqual(rows.map(({ receiptNumber }) => receiptNumber));
    expect(seen.length).toBeGreaterThan(4);
  });

  it('counts uploads and records for Prometheus', async () => {
    const text = await (await stage.intake.call('/metrics')).text();
    expect(text).toMatch(/daiko_intake_upload_seconds_count\{.*outcome="accepted".*\} \d+/);
    expect(text).toMatch(/daiko_intake_records_received_total.* \d+/);
    expect(text).toMatch(/daiko_intake_records_waiting.* \d+/);
  });

  it('tells the state of the scanner and refuses malformed questions', async () => {
    const { intake, sender } = stage;
    expect(await (await intake.call('/v1/status', { as: sender })).json()).toMatchObject({
      scanner: expect.stringMatching(/^clamd/),
      isScannerReachable: true,
      isObjectStoreReachable: true,
    });
    for (const query of ['after=x', 'limit=0', 'name=%00', 'sha256=zz']) {
      expect((await intake.call(`/v1/submissions?${query}`, { as: sender })).status).toBe(400);
    }
  });

  it('counts its records for the ledger', async () => {
    const { intake } = stage;
    const operator = await intake.testPartner({ kind: 'operator', number: 'operator-2' });
    const page = (await (
      await intake.call('/v1/record-counts?limit=1', { as: operator })
    ).json()) as RecordCountsPage;
    const [count] = page.counts;
    const sum = [0, 1, 2].reduce((total, index) => total + recordHash(count!.submissionId, index), 0n);
    expect(page).toMatchObject({
      service: 'intake',
      counts: [
        { stage: 'intake.received', records: 3, claimYen: 0, recordHashSum: sum.toString(), isJudged: false },
      ],
      next: count!.submissionId,
    });
  });
});
