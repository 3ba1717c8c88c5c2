import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { compactVerify, createLocalJWKSet } from 'jose';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureReceiptKey, readReceiptKeys, rotateReceiptKey } from './receipt-keys.js';
import { type ReceiptClaims, signReceipt } from './sign-receipt.js';

// Purpose: a receipt stays verifiable after its key has been retired, and a key is made once.

const now = new Date('2026-11-24T00:00:00Z');
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daiko-receipt-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const claims: ReceiptClaims = {
  receiptNumber: '20261124-0000001-A',
  agencyNumber: '91399056',
  partnerNumber: '1311000001',
  providerNumber: '1311000001',
  rootName: '1311000001_91399056_202611240_1',
  kind: 'checkup',
  sha256: 'ab'.repeat(32),
  sizeBytes: 5_000_000_000,
  recordCount: 3,
  receivedAt: '2026-11-24T00:00:00.000Z',
  channel: 'https',
  scanner: 'clamd',
  checkpoint: null,
};

describe('receipt keys', () => {
  it('are made once by many that start at the same time', async () => {
    const keys = await Promise.all(Array.from({ length: 10 }, () => ensureReceiptKey(folder, now)));
    expect(new Set(keys.map(({ kid }) => kid)).size).toBe(1);
    const kid = keys[0]?.kid;
    expect((await readdir(folder)).sort()).toEqual(
      [`${kid}.private.json`, `${kid}.public.json`, 'current'].sort(),
    );
    expect((await stat(join(folder, `${kid}.private.json`))).mode & 0o777).toBe(0o600);
  });

  it('verify old receipts after they were retired, without their private part', async () => {
    const old = await ensureReceiptKey(folder, now);
    const receipt = await signReceipt(claims, old);
    const current = await rotateReceiptKey(folder, new Date(now.getTime() + 1000));
    expect(current.kid).not.toBe(old.kid);
    const set = await readReceiptKeys(folder);
    expect(set.keys.map(({ kid }) => kid)).toEqual([current.kid, old.kid]);
    expect(JSON.stringify(set)).not.toContain('"d":');
    const verified = await compactVerify(receipt, createLocalJWKSet(set));
    expect(JSON.parse(Buffer.from(verified.payload).toString())).toEqual(claims);
    expect(verified.protectedHeader).toEqual({ alg: 'EdDSA', kid: old.kid, typ: 'daiko-receipt+jws' });
    expect((await readdir(folder)).filter((name) => name.endsWith('.private.json'))).toHaveLength(1);
  });

  it('refuse a receipt that was changed', async () => {
    const receipt = await signReceipt(claims, await ensureReceiptKey(folder, now));
    const [head, , signature] = receipt.split('.');
    const body = Buffer.from(JSON.stringify({ ...claims, recordCount: 4 })).toString('base64url');
    const set = createLocalJWKSet(await readReceiptKeys(folder));
    await expect(compactVerify(`${head}.${body}.${signature}`, set)).rejects.toThrow();
  });
});
