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
 * history (L8), as the agency asks them, with no history but the archive. Only records that have another (`hasOther`) are kept.
 */
export async function* inspectRepeated(
  reports: AsyncIterable<RecordReport>,
  hasOther: (index: number) => boolean,
  settings: InspectionSettings,
  date: string,
  rules: readonly Rule[] = catalogue,
): AsyncGenerator<RecordReport> {
  const known = new KnownRecords({ submissionId: '', receivedOn: date });
  for await (const report of reports) {
    if (!hasOther(report.index)) {
      yield report;
      continue;
    }
    const digests = digestsOf(key, report);
    const memory = { masters: noMasters, history: known.historyOf(report, digests) };
    const judged = inspectMemory(report, memory, settings, date, rules);
    known.note(judged, digests);
    yield judged;
  }
}
