import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '@daiko/testing';
import { compactVerify, createLocalJWKSet } from 'jose';
import { createHash } from 'node:crypto';
import { anArchive, startIntake } from './intake-stage.js';

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
});
