import { createHmac } from 'node:crypto';
import type { ArchiveKind } from '@daiko/contracts';

/** What identifies a person towards one insurer; lives only in memory, never stored or logged. */
export interface PersonIdentity {
  insurerNumber: string;
  symbol: string;
  number: string;
  branch: string;
  birthDate: string;
  sex: string;
}

/** What makes two claims of one person the same claim (重複請求): ticket or, without one, the service date. */
export interface ClaimOccasion {
  kind: ArchiveKind;
  ticketNumber: string | null;
  serviceDate: string | null;
  guidanceTiming: string | null;
}

function normalise(text: string): string {
  return text.normalize('NFKC').replace(/[\s\-‐－ー―]/g, '');
}

/** Keyed digest of a person, 16 bytes. The same person gives the same digest in every submission; without the key it tells nothing. */
export function personDigest(key: Uint8Array, person: PersonIdentity): Buffer {
  const parts = [person.insurerNumber, person.symbol, person.number, person.branch, person.birthDate, person.sex];
  return createHmac('sha256', key).update(JSON.stringify(['person', ...parts.map(normalise)])).digest().subarray(0, 16);
}

/** Keyed digest of person and occasion, 16 bytes: unique among accepted claims (rule H001). */
export function claimKey(key: Uint8Array, digest: Buffer, occasion: ClaimOccasion): Buffer {
  const reason = occasion.ticketNumber ?? occasion.serviceDate ?? '';
  const parts = ['claim', digest.toString('base64'), occasion.kind, reason, occasion.guidanceTiming ?? ''];
  return createHmac('sha256', key).update(JSON.stringify(parts)).digest().subarray(0, 16);
}
