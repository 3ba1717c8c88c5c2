import type { RecordCount, RecordCountsPage, ServiceName } from '@daiko/contracts';

/**
 * What a service holds and has passed on, by submission; the service provides its own under this token:
 * `{ provide: RecordCountSource, useClass: … }`. Without one it holds no records.
 */
export abstract class RecordCountSource {
  /** Counts of at most `limit` submissions after `after` (a submission id), in the order of their ids. */
  abstract page(after: string | null, limit: number): Promise<RecordCountsPage>;
}

/** A page of counts that are in the order of their submissions; there may be more where it has as many submissions as were asked for. */
export function recordCountsPage(
  service: ServiceName,
  counts: RecordCount[],
  limit: number,
): RecordCountsPage {
  const submissions = new Set(counts.map(({ submissionId }) => submissionId));
  const last = counts.at(-1)?.submissionId ?? null;
  return { service, counts, next: submissions.size < limit ? null : last };
}
