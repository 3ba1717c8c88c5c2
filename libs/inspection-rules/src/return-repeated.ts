import { hash } from 'node:crypto';
import { addRepetition, severityOfRepetition } from './amend-report.js';
import { catalogue } from './catalogue.js';
import type { RecordReport } from './record-report.js';
import { titlesOf } from './return-text.js';
import { type Rule, text } from './rule.js';
import type { InspectionSettings } from './settings.js';

const KEY_BYTES = 16;

/**
 * Passes on the reports of one archive, in its order, and returns (H001) what stands earlier in the same archive.
 * A record that is returned or held blocks no other. Keeps a short key a record.
 */
export async function* returnRepeated(
  reports: AsyncIterable<RecordReport>,
  settings: InspectionSettings,
  rules: readonly Rule[] = catalogue,
): AsyncGenerator<RecordReport> {
  const titleOf = titlesOf(rules);
  /** Key of an event → number of the record that claims it. */
  const seen = new Map<string, number>();
  for await (const report of reports) {
    const { duplicateKey, verdict } = report;
    if (duplicateKey === null || verdict === 'returned' || verdict === 'held') {
      yield report;
      continue;
    }
    const key = hash('sha256', duplicateKey, 'buffer').toString('latin1', 0, KEY_BYTES);
    const earlier = seen.get(key);
    if (earlier === undefined) seen.set(key, report.index);
    yield earlier === undefined
      ? report
      : addRepetition(report, placeOf(earlier), severityOfRepetition(report, settings), titleOf);
  }
}

function placeOf(earlier: number) {
  return text(`この送付の記録${earlier + 1}`, `record ${earlier + 1} of this archive`);
}
