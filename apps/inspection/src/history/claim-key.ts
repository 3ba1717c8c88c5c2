import { keyedDigest } from '@daiko/inspection-rules';

/** Keyed digest of what makes two claims the same claim (重複請求, `duplicateKeyOf`), 16 bytes: unique among accepted claims. */
export function claimKey(key: Uint8Array, duplicateKey: string): Buffer {
  return keyedDigest(key, 'claim', duplicateKey);
}
