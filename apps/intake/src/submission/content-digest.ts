import { Problem } from '@daiko/contracts';
import { intakeProblems } from '../problems.js';

const sha256Member = /(?:^|,)\s*sha-256\s*=\s*:([A-Za-z0-9+/]{43}=):\s*(?:;[^,]*)?(?=,|$)/;

/**
 * SHA-256 that `Content-Digest` (RFC 9530) promises, hex; null where the header is absent or names other algorithms only.
 * @throws {Problem} where a sha-256 member is there but cannot be read
 */
export function parseContentDigest(header: string | undefined): string | null {
  if (header === undefined) return null;
  const [, value] = sha256Member.exec(header) ?? [];
  if (value !== undefined) return Buffer.from(value, 'base64').toString('hex');
  if (/(?:^|,)\s*sha-256\b/.test(header) || header.length > 1000)
    throw new Problem(intakeProblems.digestMalformed);
  return null;
}
