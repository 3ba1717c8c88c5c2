import type { ArchiveVerdict, RecordVerdict } from '@daiko/contracts';
import {
  type Finding,
  type RecordReport,
  severityRank,
  type StatisticsReport,
} from '@daiko/inspection-rules';

/** What a check counts while its records pass by. */
export class Tally {
  readonly verdicts: Record<RecordVerdict, number> = { accepted: 0, query: 0, returned: 0, held: 0 };
  /** Findings by rule id. */
  readonly rules = new Map<string, number>();
  /** Gravest severity with which each rule fired. */
  private readonly ranks = new Map<string, number>();
  /** Ids of rules of ours that failed. */
  readonly faults = new Set<string>();

  countFindings(findings: readonly Finding[]): void {
    for (const { rule, severity } of findings) {
      this.rules.set(rule, (this.rules.get(rule) ?? 0) + 1);
      const rank = severityRank[severity];
      this.ranks.set(rule, Math.min(this.ranks.get(rule) ?? rank, rank));
    }
  }

  countRecord(report: RecordReport): void {
    this.verdicts[report.verdict]++;
    this.countFindings(report.findings);
    for (const fault of report.faults) this.faults.add(fault);
  }

  /** Counts what is said of the archive as a whole, and passes its findings on. */
  countStatistics({ findings, faults }: StatisticsReport): readonly Finding[] {
    this.countFindings(findings);
    for (const fault of faults) this.faults.add(fault);
    return findings;
  }

  /** Rules and their counts, what a sender should mend first at the beginning. */
  inOrderOfMending(): [string, number][] {
    const rank = (rule: string): number => this.ranks.get(rule) ?? 0;
    return [...this.rules].sort((a, b) => rank(a[0]) - rank(b[0]) || b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  }

  /** Passes records on and counts them. */
  async *counting(records: AsyncIterable<RecordReport>, onRecord: () => void): AsyncGenerator<RecordReport> {
    for await (const record of records) {
      this.countRecord(record);
      onRecord();
      yield record;
    }
  }

  /** 0 accepted or query, 1 something returned or refused, 2 anything held. */
  exitCode(archive: ArchiveVerdict): number {
    if (archive === 'held' || this.verdicts.held > 0 || this.faults.size > 0) return 2;
    return archive === 'refused' || this.verdicts.returned > 0 ? 1 : 0;
  }
}
