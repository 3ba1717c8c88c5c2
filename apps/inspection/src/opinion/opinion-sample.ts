import { hash } from 'node:crypto';
import type { EntryLocation } from '@daiko/exchange-format';

/**
 * Whether an accepted document is in the sample of the second opinion: one in `share`, chosen by a digest of the document (its
 * checksum and size, which the archive's directory tells), so that every judgement of it chooses alike.
 */
export function isInSample({ crc, size }: Pick<EntryLocation, 'crc' | 'size'>, share: number): boolean {
  const digest = hash('sha256', `${crc} ${size}`, 'buffer');
  return digest.readUInt32BE(0) % share === 0;
}
