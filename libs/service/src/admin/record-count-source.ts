import type { RecordCountsPage } from '@daiko/contracts';

/**
 * What a service holds and has passed on, by submission; the service provides its own under this token:
 * `{ provide: RecordCountSource, useClass: … }`. Without one it holds no records.
 */
export abstract class RecordCountSource {
  /** Counts of at most `limit` submissions after `after` (a submission id), in the order of their ids. */
  abstract page(after: string | null, limit: number): Promise<RecordCountsPage>;
}
