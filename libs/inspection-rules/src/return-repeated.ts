import { hash } from 'node:crypto';
import { addRepetition, type ArchiveRepetition, severityOfRepetition } from './amend-report.js';
import { catalogue } from './catalogue.js';
import type { RecordReport } from './record-report.js';
import { titlesOf } from './return-text.js';
import { type Rule, text } from './rule.js';
import type { InspectionSettings } from './settings.js';

const KEY_BYTES = 16;

/**
 * Passes on the reports of one archive, in its order, and returns what stands earlier in the same archive: by the rules
 * that the history has for it, H001 the same record, H002 another day on one 受診券, H008 a timing of one 利用券 twice.
 * A record that is returned or held blocks no other. Keeps a short key a record.
 */
export async function* returnRepeated(
  reports: AsyncIterable<RecordReport>,
  settings: InspectionSettings,
  rules: readonly Rule[] = catalogue,
): AsyncGenerator<RecordReport> {
  const titleOf = titlesOf(rules);
  /** Key of an event → the record that claims it. */
  const seen = new Map<string, ClaimedRecord>();
  for await (const report of reports) {
    const { duplicateKey, verdict } = report;
    if (duplicateKey === null || verdict === 'returned' || verdict === 'held') {
      yield report;
      continue;
    }
    const key = hash('sha256', duplicateKey, 'buffer').toString('latin1', 0, KEY_BYTES);
    const earlier = seen.get(key);
    if (earlier === undefined) {
      seen.set(key, { index: report.index, serviceDate: report.serviceDate, content: contentOf(report) });
      yield report;
      continue;
    }
    const rule = ruleFor(report, earlier);
    const severity = severityOfRepetition(report, settings, rule);
    yield addRepetition(report, placeOf(earlier.index), severity, titleOf, rule);
  }
}

interface ClaimedRecord {
  readonly index: number;
  readonly serviceDate: string | null;
  readonly content: string;
}

function contentOf({ resultEntry, claimEntry }: RecordReport): string {
  return `${resultEntry?.crc ?? ''}:${resultEntry?.size ?? ''}:${claimEntry?.crc ?? ''}`;
}

function ruleFor(report: RecordReport, earlier: ClaimedRecord): ArchiveRepetition {
  const { memory, ticketNumber, serviceDate } = report;
  if (memory === null || ticketNumber === null || contentOf(report) === earlier.content) return 'H001';
  if (!memory.isGuidance) return serviceDate === earlier.serviceDate ? 'H001' : 'H002';
  return memory.timing === '1' || memory.timing === '2' ? 'H008' : 'H001';
}

function placeOf(earlier: number) {
  return text(`この送付の記録${earlier + 1}`, `record ${earlier + 1} of this archive`);
}
