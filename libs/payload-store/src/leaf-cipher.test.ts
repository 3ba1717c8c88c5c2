import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { KeyRing } from './key-ring.js';
import { leafCipherOf, newLeafCipher } from './leaf-cipher.js';
import { PayloadTampered } from './read-range.js';

const now = new Date('2026-11-24T00:00:00Z');
const options = { owner: 'platform', retention: 'report', purpose: 'history', now } as const;
let folder: string;
let keyRing: KeyRing;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daiko-leaf-'));
  keyRing = new KeyRing({ publicFolder: folder, privateFolder: folder });
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('leaves', () => {
  it('open again from the wrapped key under their own name, and hold nothing that can be read', async () => {
    const cipher = await newLeafCipher(keyRing, options);
    const leaf = cipher.seal('a/1', '{"weight":70.5}');
    expect(leaf.toString('latin1')).not.toContain('weight');
    const again = await leafCipherOf(keyRing, cipher.key, 'history');
    expect(again.open('a/1', leaf)).toBe('{"weight":70.5}');
    expect(cipher.seal('a/1', '{}')).not.toEqual(cipher.seal('a/1', '{}'));
  });

  it('do not open under another name, key or purpose, nor when a bit was changed', async () => {
    const cipher = await newLeafCipher(keyRing, options);
    const other = await newLeafCipher(keyRing, options);
    const leaf = cipher.seal('a/1', 'text');
    const changed = Buffer.from(leaf);
    changed[14]! ^= 1;
    expect(() => cipher.open('a/2', leaf)).toThrow(PayloadTampered);
    expect(() => other.open('a/1', leaf)).toThrow(PayloadTampered);
    expect(() => cipher.open('a/1', changed)).toThrow(PayloadTampered);
    expect(() => cipher.open('a/1', Buffer.alloc(3))).toThrow(PayloadTampered);
    await expect(leafCipherOf(keyRing, cipher.key, 'inspection-report')).rejects.toThrow(PayloadTampered);
  });
});
