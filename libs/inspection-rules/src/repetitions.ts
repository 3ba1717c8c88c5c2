import { catalogue } from './catalogue.js';
import { inspectMemory } from './inspect-memory.js';
import { digestsOf, KnownRecords } from './known-records.js';
import { noMasters } from './record-masters.js';
import type { RecordReport } from './record-report.js';
import type { Rule } from './rule.js';
import type { InspectionSettings } from './settings.js';

/** Digests that never leave the process need no secret. */
const key = new Uint8Array(32);

/**
 * Goes on with the reports of one archive, in its order, by what the archive itself tells of earlier records: the rules of the
 * history (L8), as the agency asks them, with no history but the archive. To be asked of records that have another.
 */
export class Repetitions {
  private readonly known: KnownRecords;

  constructor(
    private readonly settings: InspectionSettings,
    private readonly date: string,
    private readonly rules: readonly Rule[] = catalogue,
  ) {
    this.known = new KnownRecords({ submissionId: '', receivedOn: date });
  }

  judge(report: RecordReport): RecordReport {
    const digests = digestsOf(key, report);
    const memory = { masters: noMasters, history: this.known.historyOf(report, digests) };
    const judged = inspectMemory(report, memory, this.settings, this.date, this.rules);
    this.known.note(judged, digests);
    return judged;
  }
}
