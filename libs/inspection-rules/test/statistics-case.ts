import { expect, it } from '@jest/globals';
import {
  ArchiveStatistics,
  defaultSettings,
  type Finding,
  inspectStatistics,
  type StatisticsMemory,
  type WrittenStatistics,
} from '../src/index.js';
import { invented } from './build-archive.js';
import { keepExample } from './examples.js';
import { type Edit, judgeRecord } from './judge-record.js';

/** So many checkups of one institution that are alike, and what they have in words. */
export interface Alike {
  readonly count: number;
  readonly words: string;
  readonly edit: Edit;
}

/** An archive of a test, and the checkups of the same institution the year before where they are remembered. */
export interface StatisticsPast {
  readonly records: readonly Alike[];
  readonly lastYear?: readonly Alike[];
}

/** A rule, the archive that must fire it, the one that must not. */
export type StatisticsCaseRow = readonly [rule: string, fires: StatisticsPast, spares: StatisticsPast];

const judged = new Map<Edit, ReturnType<typeof judgeRecord>>();

/** The statistics of checkups that are alike in groups. */
export async function statisticsOfAlike(alike: readonly Alike[]): Promise<WrittenStatistics> {
  const sum = new ArchiveStatistics();
  for (const { count, edit } of alike) {
    let report = judged.get(edit);
    if (report === undefined) judged.set(edit, (report = judgeRecord('checkup', edit)));
    const { statistics } = await report;
    if (statistics === null) throw new Error('the record of the test adds nothing');
    for (let each = 0; each < count; each++) sum.add({ verdict: 'accepted', statistics });
  }
  return sum.written();
}

/** Findings of L9 on an archive. */
export async function judgeAlike({ records, lastYear }: StatisticsPast): Promise<readonly Finding[]> {
  const past = lastYear === undefined ? null : await statisticsOfAlike(lastYear);
  const groups = (past?.groups ?? []).map((group) => ({ ...group, fiscalYear: group.fiscalYear - 1 }));
  const memory: StatisticsMemory = { past: groups, earlier: null };
  const settings = defaultSettings(invented.agency);
  const report = inspectStatistics(await statisticsOfAlike(records), memory, settings, invented.date);
  expect(report.faults).toEqual([]);
  return report.findings;
}

/** Runs a table of archives: each rule fires on its archive, says whose it is, and spares the near miss. */
export function proveStatisticsCases(cases: readonly StatisticsCaseRow[]): void {
  it.each(cases)('%s fires where it must and spares the near miss', async (rule, fires, spares) => {
    const fired = (await judgeAlike(fires)).filter((finding) => finding.rule === rule);
    expect(fired.map((finding) => finding.rule)).toContain(rule);
    for (const { level, file, item, message, remedy } of fired) {
      expect([level, file, item === null]).toEqual([9, null, false]);
      expect(message.ja).toMatch(/^機関\d{10}の2026年度/);
      expect(`${message.ja}${message.en}${remedy.ja}${remedy.en}`).not.toMatch(/[{}]/);
    }
    expect((await judgeAlike(spares)).map((finding) => finding.rule)).not.toContain(rule);
    const [, first] = cases.find(([id]) => id === rule)!;
    if (first === fires) keepExample(fired[0]!, { wrong: factsOf(fires), corrected: factsOf(spares) });
  });
}

function factsOf({ records, lastYear = [] }: StatisticsPast): string[] {
  const line = (year: string) => (alike: Alike) => `${year}: ${alike.count} × ${alike.words}`;
  return [...records.map(line('この送付 / this archive')), ...lastYear.map(line('前年度 / last year'))];
}
