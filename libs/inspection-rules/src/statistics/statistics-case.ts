import type { InstitutionStatistics } from './institution-statistics.js';

/** The checkups of one institution and year in an archive, and those of the year before: the subject of rules on statistics. */
export interface StatisticsCase {
  readonly own: InstitutionStatistics;
  /** Null where nothing is remembered. */
  readonly past: InstitutionStatistics | null;
}

/** How many records of an archive were judged, and how many of them returned. */
export interface ArchiveOutcome {
  readonly recordCount: number;
  readonly returnedCount: number;
}

/** What became of an archive, and of those of its sender before it: the subject of rules on the outcome. */
export interface OutcomeCase {
  readonly own: ArchiveOutcome;
  /** The latest first; null where nothing is remembered. */
  readonly earlier: readonly ArchiveOutcome[] | null;
}
