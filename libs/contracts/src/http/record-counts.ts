/**
 * What a service holds or has passed on, by submission. Served by every service at `GET /v1/record-counts`
 * (operator credential; `?after=<submissionId>&limit=`), read by `daiko ledger`.
 *
 * Stages: intake.received · inspection.taken, .refused, .pending, .query, .held, .accepted, .returned (the last two are passed on)
 * · routing.taken, .query, .held, .accepted, .sealed, .delivered, .returned, .return-sealed
 * · billing.accepted (1201), .sealed (1202), .ended (left the ledger by a mirrored posting).
 * `taken` is everything a service has committed for the submission; the others partition it.
 */
export interface RecordCount {
  submissionId: string;
  stage: string;
  records: number;
  /** Yen claimed; 0 where the service does not know it yet. */
  claimYen: number;
  /** Decimal sum of 64-bit record hashes (`recordHash`). */
  recordHashSum: string;
  isJudged?: boolean;
}

export interface RecordCountsPage {
  service: string;
  counts: RecordCount[];
  /** Submission id to continue after; null on the last page. */
  next: string | null;
}
