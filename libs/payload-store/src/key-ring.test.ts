import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseKeyId } from './key-id.js';
import { KeyMissing, KeyRing } from './key-ring.js';

// Purpose: keys are made once, however many processes ask, and only where private parts may be.

let folder: string;
const ring = (isPrivate = true) =>
  new KeyRing({
    publicFolder: join(folder, 'public'),
    privateFolder: isPrivate ? join(folder, 'private') : undefined,
  });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daiko-keys-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('KeyRing', () => {
  it('gives one key to many that race for it, and leaves no half-made files', async () => {
    const keyIds = await Promise.all(
      Array.from({ length: 20 }, () => ring().ensureKey('06132013', 'transit', '2026-11')),
    );
    expect(new Set(keyIds).size).toBe(1);
    const names = [...(await readdir(join(folder, 'private'))), ...(await readdir(join(folder, 'public')))];
    expect(names.sort()).toEqual(
      [`06132013.transit.2026-11.slot`, `${keyIds[0]}.key`, `${keyIds[0]}.pub`].sort(),
    );
  });

  it('keeps private parts to their owner', async () => {
    const keyId = await ring().ensureKey('platform', 'report', '2026-11');
    const { mode } = await stat(join(folder, 'private', `${keyId}.key`));
    expect(mode & 0o777).toBe(0o600);
    expect(parseKeyId(keyId)).toMatchObject({ owner: 'platform', retention: 'report', month: '2026-11' });
  });

  it('takes the month of the Japanese calendar and refuses where only public parts are given', async () => {
    const now = new Date('2026-11-30T15:00:00Z');
    await expect(ring(false).currentPublicKey('platform', 'transit', now)).rejects.toThrow(KeyMissing);
    const { keyId } = await ring().currentPublicKey('platform', 'transit', now);
    expect(parseKeyId(keyId)?.month).toBe('2026-12');
    expect((await ring(false).currentPublicKey('platform', 'transit', now)).keyId).toBe(keyId);
    await expect(ring(false).privateKey(keyId)).rejects.toThrow(KeyMissing);
  });

  it('makes the keys of this month and the next', async () => {
    const now = new Date('2026-12-24T00:00:00Z');
    const keyIds = await ring().ensureUpcomingKeys(['platform', '06132013'], 'transit', now);
    expect(keyIds.map((keyId) => parseKeyId(keyId)?.month)).toEqual([
      '2026-12',
      '2027-01',
      '2026-12',
      '2027-01',
    ]);
  });

  it('refuses names that could leave its folder', async () => {
    await expect(ring().ensureKey('../x', 'transit', '2026-11')).rejects.toThrow('not a place of a key');
    await expect(ring().privateKey('../../etc/passwd')).rejects.toThrow(KeyMissing);
  });
});
