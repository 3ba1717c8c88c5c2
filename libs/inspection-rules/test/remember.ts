import { expect, it } from '@jest/globals';
import {
  catalogue,
  defaultSettings,
  type HistoryRecord,
  type InspectionSettings,
  inspectMemory,
  type MemoryFacts,
  noMasters,
  type RecordReport,
} from '../src/index.js';
import { invented } from './build-archive.js';
import { keepExample } from './examples.js';
import { type Base, type Edit, judgeRecord } from './judge-record.js';

/** What the history of a case holds: changes to a record that is as the one that is judged. */
export type Past = Partial<HistoryRecord> | ((record: MemoryFacts) => Partial<HistoryRecord>);

/** A rule with memory, the past that must fire it, the past that must not; the base is a checkup unless said. */
export type MemoryCaseRow = readonly [
  rule: string,
  fires: readonly Past[],
  spares: readonly Past[],
  base?: Base,
  edit?: Edit,
];

/** First day of the histories of tests. */
export const since = '20200401';

/** An earlier record that is accepted, as the one that is judged but for the changes. */
export function earlierThan(record: MemoryFacts, past: Past, index = 0): HistoryRecord {
  const { checkup, guidance } = record;
  const same: HistoryRecord = {
    submissionId: '00000000-0000-7000-8000-000000000001',
    index,
    receivedOn: '20261105' as HistoryRecord['receivedOn'],
    state: 'accepted',
    isSamePerson: true,
    isSameName: true,
    isSameContent: false,
    isOfSameArchive: false,
    isGuidance: record.isGuidance,
    insurerNumber: record.insurerNumber,
    institutionNumber: record.institutionNumber,
    ticketNumber: record.ticketNumber,
    programme: record.programme,
    serviceDate: record.serviceDate,
    checkupDate: record.checkupDate,
    timing: record.timing,
    level: record.level,
    unitYen: record.unitYen,
    calculatedYen: record.calculatedYen,
    claimYen: record.claimYen,
    values: { checkup, guidance },
  };
  return { ...same, ...(typeof past === 'function' ? past(record) : past) };
}

/** Judges a record by a past of its own. */
export async function judgeRemembering(
  base: Base,
  past: readonly Past[],
  edit?: Edit,
  changed: Partial<InspectionSettings> = {},
): Promise<RecordReport> {
  const report = await judgeRecord(base, edit, { settings: changed });
  const record = report.memory;
  if (record === null) throw new Error('the record of the test has no facts');
  const records = past.map((each, index) => earlierThan(record, each, index));
  const history = { records, since: since as HistoryRecord['receivedOn'] };
  const settings = { ...defaultSettings(invented.agency), ...changed };
  return inspectMemory(report, { masters: noMasters, history }, settings, invented.date, catalogue);
}

/** What a past holds that the record judged does not, a line for each earlier record. */
export function pastFacts(past: readonly Past[], record: MemoryFacts): string[] {
  if (past.length === 0) return ['以前の記録なし / no earlier record'];
  return past.map((each, at) => {
    const changes = typeof each === 'function' ? each(record) : each;
    const facts = Object.entries(changes).map(([name, value]) => `${name} ${factText(value)}`);
    const words = facts.length === 0 ? '同じ内容 / as this record' : facts.join(', ');
    return `以前の記録 / earlier record ${at + 1}: ${words}`;
  });
}

function factText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const parts = Object.entries(value).flatMap(([name, part]) =>
    part === null ? [] : [typeof part === 'object' ? factText(part) : `${name} ${String(part)}`],
  );
  return parts.join(' ');
}

/** Runs a table of cases: each rule fires on its past, says where, and spares the near miss. */
export function proveMemoryCases(cases: readonly MemoryCaseRow[]): void {
  it.each(cases)(
    '%s fires where it must and spares the near miss',
    async (rule, fires, spares, base = 'checkup', edit = undefined) => {
      const { findings } = await judgeRemembering(base, fires, edit);
      const fired = findings.filter((finding) => finding.rule === rule);
      expect(fired.map((finding) => finding.rule)).toEqual([rule]);
      for (const { file, message, remedy } of fired) {
        expect(file).toMatch(/\.xml$/);
        expect(`${message.ja}${message.en}${remedy.ja}${remedy.en}`).not.toMatch(/[{}]/);
      }
      const spared = await judgeRemembering(base, spares, edit);
      expect(spared.findings.map((finding) => finding.rule)).not.toContain(rule);
      const [, ...first] = cases.find(([id]) => id === rule)!;
      if (first[0] !== fires || first[1] !== spares || (first[2] ?? 'checkup') !== base) return;
      const { memory } = await judgeRecord(base, edit);
      keepExample(fired[0]!, { wrong: pastFacts(fires, memory!), corrected: pastFacts(spares, memory!) });
    },
  );
}
