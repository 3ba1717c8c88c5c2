import type { ArchiveVerdict, RecordVerdict } from '@daiko/contracts';
import type { Finding, RecordReport } from '@daiko/inspection-rules';

/** What a check counts while its records pass by. */
export class Tally {
  readonly verdicts: Record<RecordVerdict, number> = { accepted: 0, query: 0, returned: 0, held: 0 };
  /** Findings by rule id. */
  readonly rules = new Map<string, number>();
  /** Ids of rules of ours that failed. */
  readonly faults = new Set<string>();

  countFindings(findings: readonly Finding[]): void {
    for (const { rule } of findings) this.rules.set(rule, (this.rules.get(rule) ?? 0) + 1);
  }

  countRecord(report: RecordReport): void {
    this.verdicts[report.verdict]++;
    this.countFindings(report.findings);
    for (const fault of report.faults) this.faults.add(fault);
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
    if (archive === 'held' || this.verdicts.held > 0) return 2;
    return archive === 'refused' || this.verdicts.returned > 0 ? 1 : 0;
  }
}
