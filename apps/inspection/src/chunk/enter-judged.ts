import type { ServiceTransaction } from '@daiko/messaging';
import { enterClaims } from '../history/claim-history.store.js';
import { enterHistory, type NewHistoryRow } from '../history/history.store.js';
import { claimEntries, type JudgedRecord } from './judge-chunk.js';

/** Another submission was first with one of the claims or persons, between the look and the commit. */
export class Overtaken extends Error {
  override name = 'Overtaken';
}

/**
 * Enters judged records into what is remembered: their claims and their persons (`past`), the first to commit wins.
 * @throws {Overtaken}
 */
export async function enterJudged(
  tx: ServiceTransaction,
  submissionId: string,
  { judged, past }: { judged: readonly JudgedRecord[]; past: readonly NewHistoryRow[] },
  at: Date,
): Promise<void> {
  const claims = claimEntries(judged);
  if ((await enterClaims(tx, submissionId, claims, at)) !== claims.length) throw new Overtaken();
  if ((await enterHistory(tx, past, at)) !== past.length) throw new Overtaken();
}
