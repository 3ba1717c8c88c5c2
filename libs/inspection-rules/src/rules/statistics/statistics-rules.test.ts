import { describe, expect, it } from '@jest/globals';
import { invented } from '../../../test/build-archive.js';
import { keepExample } from '../../../test/examples.js';
import { both, coded, type Edit, entry, quantity } from '../../../test/judge-record.js';
import { type Alike, proveStatisticsCases } from '../../../test/statistics-case.js';
import { type ArchiveOutcome, catalogue, defaultSettings, inspectStatistics } from '../../index.js';

const weight = '9N006000000000001';

/** Checkups with these items instead of what the valid record has. */
function alike(words: string, ...edits: readonly Edit[]): (count: number) => Alike {
  const edit = both(...edits);
  return (count) => ({ count, words, edit });
}

const smoking = (code: string) =>
  alike(`喫煙 ${code}`, entry('9N736000000000011', coded('9N736000000000011', code, '24060')));
const [smokes, formerly, never] = [smoking('1'), smoking('2'), smoking('3')] as const;

const exercise = (code: string) =>
  alike(`30分以上の運動習慣 ${code}`, entry('9N746000000000011', coded('9N746000000000011', code, '2003')));
const [moves, sits] = [exercise('1'), exercise('2')] as const;
const drinking = (code: string) =>
  alike(`飲酒 ${code}`, entry('9N786000000000011', coded('9N786000000000011', code, '24040')));
const [daily, rarely] = [drinking('1'), drinking('6')] as const;

const blood = (cells: string, hematocrit: string, hemoglobin: string) =>
  alike(
    `赤血球数 ${cells}, ヘマトクリット値 ${hematocrit}, 血色素量 ${hemoglobin}`,
    entry(
      weight,
      quantity(weight, '82.5', 'kg') +
        quantity('2A020000001930101', cells, '10*4/mm3') +
        quantity('2A040000001930102', hematocrit, '%') +
        quantity('2A030000001930101', hemoglobin, 'g/dL'),
    ),
  );
const usualBlood = blood('460', '42.0', '14.0');
const without = alike('血液一般なし', (pair) => pair);

const meal = (code: string) =>
  alike(`採血時間 ${code}`, entry('9N141000000000011', coded('9N141000000000011', code, '2202')));
const [fasting, hours] = [meal('2'), meal('3')] as const;
const fat = (code: string, words: string) =>
  alike(words, entry('3F015000002327101', quantity(code, '120', 'mg/dL')));
const [fastingFat, randomFat] = [
  fat('3F015000002327101', '空腹時中性脂肪'),
  fat('3F015129902327101', '随時中性脂肪'),
] as const;

const syndrome = (code: string, words: string) =>
  alike(words, entry('9N501000000000011', code === '' ? '' : coded('9N501000000000011', code, '1008')));
const [judged, undecided, unjudged] = [
  syndrome('3', 'メタボリックシンドローム判定 3'),
  syndrome('4', 'メタボリックシンドローム判定 4'),
  syndrome('', 'メタボリックシンドローム判定なし'),
] as const;

const bmi = (value: string) =>
  alike(`BMI ${value}`, entry('9N011000000000001', quantity('9N011000000000001', value, 'kg/m2')));
const [cutOff, exact] = [bmi('26'), bmi('26.1')] as const;

const ggt = (value: string) =>
  alike(`γ-GT ${value}`, entry('3B090000002327101', quantity('3B090000002327101', value, 'U/L')));

describe('the rules on the statistics of an archive', () => {
  proveStatisticsCases([
    ['B001', { records: [smokes(40), formerly(20)] }, { records: [smokes(40), formerly(20), never(1)] }],
    // 29 of 100, and an archive that is too small.
    ['B001', { records: [smokes(70), formerly(30)] }, { records: [smokes(71), formerly(29)] }],
    ['B001', { records: [smokes(30), formerly(20)] }, { records: [smokes(29), formerly(20)] }],
    [
      'B002',
      { records: [sits(57), moves(3)], lastYear: [sits(47), moves(13)] },
      { records: [sits(57), moves(3)], lastYear: [sits(48), moves(12)] },
    ],
    [
      'B002',
      { records: [daily(60)], lastYear: [daily(10), rarely(50)] },
      { records: [daily(56), rarely(4)], lastYear: [daily(10), rarely(50)] },
    ],
    ['B002', { records: [sits(50)], lastYear: [sits(25), moves(25)] }, { records: [sits(50)] }],
    [
      'B003',
      { records: [without(50), blood('46', '42.0', '14.0')(10)] },
      { records: [without(50), usualBlood(10)] },
    ],
    [
      'B003',
      { records: [blood('640', '60.0', '20.0')(50)] },
      { records: [blood('600', '57.0', '19.0')(50)] },
    ],
    [
      'B003',
      { records: [blood('460', '48.0', '16.0')(50)] },
      { records: [blood('460', '46.0', '16.0')(50)] },
    ],
    [
      'B003',
      { records: [usualBlood(24), blood('460', '42.0', '8.7')(26)] },
      { records: [usualBlood(26), blood('460', '42.0', '8.7')(24)] },
    ],
    // Nine values are too few.
    [
      'B003',
      { records: [without(50), blood('46', '42.0', '14.0')(10)] },
      { records: [without(50), blood('46', '42.0', '14.0')(9)] },
    ],
    [
      'B004',
      { records: [fasting(57), hours(3)], lastYear: [fasting(47), hours(13)] },
      { records: [fasting(57), hours(3)], lastYear: [fasting(48), hours(12)] },
    ],
    [
      'B004',
      { records: [fastingFat(60)], lastYear: [fastingFat(57), randomFat(3)] },
      { records: [fastingFat(59), randomFat(1)], lastYear: [fastingFat(57), randomFat(3)] },
    ],
    ['B005', { records: [judged(54), undecided(6)] }, { records: [judged(55), undecided(5)] }],
    ['B005', { records: [judged(54), unjudged(6)] }, { records: [judged(55), unjudged(5)] }],
    ['B006', { records: [cutOff(60)] }, { records: [cutOff(59), exact(1)] }],
    [
      'B007',
      { records: [ggt('130')(60)], lastYear: [ggt('40')(60)] },
      { records: [ggt('115')(60)], lastYear: [ggt('40')(60)] },
    ],
    [
      'B007',
      { records: [ggt('13')(60)], lastYear: [ggt('45')(60)] },
      { records: [ggt('16')(60)], lastYear: [ggt('45')(60)] },
    ],
  ]);

  it('names the rules of last year as not checked where an institution is large enough and has none', () => {
    const group = { institution: invented.provider, fiscalYear: 2026, recordCount: 50, counts: {} };
    const report = (recordCount: number, pastCount: number | null) => {
      const past = pastCount === null ? [] : [{ ...group, fiscalYear: 2025, recordCount: pastCount }];
      const own = { recordCount, returnedCount: 0, groups: [{ ...group, recordCount }] };
      const settings = defaultSettings(invented.agency);
      return inspectStatistics(own, { past, earlier: null }, settings, invented.date).notChecked;
    };
    expect(report(50, null)).toEqual(['B002', 'B004', 'B007']);
    expect(report(50, 49)).toEqual(['B002', 'B004', 'B007']);
    expect(report(50, 50)).toEqual([]);
    expect(report(49, null)).toEqual([]);
  });

  it('obey their settings, but refuse and return nothing: the records are judged already', () => {
    const judge = (settings: object) => {
      const counts = { 'metabolic syndrome undecided': 20 };
      const group = { institution: invented.provider, fiscalYear: 2026, recordCount: 20, counts };
      const own = { recordCount: 20, returnedCount: 0, groups: [group] };
      const all = { ...defaultSettings(invented.agency), ...settings };
      const { findings } = inspectStatistics(own, { past: [], earlier: null }, all, invented.date);
      return findings.map(({ rule, severity }) => `${rule} ${severity}`);
    };
    const small = { recordsMin: 20, valuesMin: 10 };
    expect(judge({})).toEqual([]);
    expect(judge({ statistics: small })).toEqual(['B005 warning']);
    expect(judge({ statistics: small, severities: { B005: 'return' } })).toEqual(['B005 query']);
    expect(judge({ statistics: small, severities: { B005: 'off' } })).toEqual([]);
  });

  it('are a fault, never a pass, where one throws', () => {
    const b005 = catalogue.find(({ id }) => id === 'B005')!;
    const fail = (): never => {
      throw new Error('a rule that fails');
    };
    const broken = { ...b005, check: fail } as unknown as typeof b005;
    const group = { institution: invented.provider, fiscalYear: 2026, recordCount: 50, counts: {} };
    const own = { recordCount: 50, returnedCount: 0, groups: [group] };
    const memory = { past: [], earlier: null };
    const settings = defaultSettings(invented.agency);
    expect(inspectStatistics(own, memory, settings, invented.date, [broken]).faults).toEqual(['B005']);
  });
});

describe('H014', () => {
  const h014 = (own: ArchiveOutcome, earlier: readonly ArchiveOutcome[] | null) => {
    const settings = defaultSettings(invented.agency);
    const statistics = { ...own, groups: [] };
    const { findings } = inspectStatistics(statistics, { past: [], earlier }, settings, invented.date);
    return findings.find(({ rule }) => rule === 'H014');
  };
  const outcome = (returnedCount: number, recordCount: number): ArchiveOutcome => ({
    recordCount,
    returnedCount,
  });

  const fifth: [rule: string, fires: ArchiveOutcome, spares: ArchiveOutcome][] = [
    ['H014', outcome(11, 50), outcome(10, 50)],
  ];
  it.each(fifth)('%s fires where more than a fifth of a large archive is returned', (_, fires, spares) => {
    const fired = h014(fires, null)!;
    expect(fired).toMatchObject({ severity: 'info', level: 9, file: null, value: '22% (11/50)' });
    expect(h014(spares, null)).toBeUndefined();
    const words = ({ recordCount, returnedCount }: ArchiveOutcome): string =>
      `${recordCount} records, ${returnedCount} of them returned / ${recordCount}件のうち返戻${returnedCount}件`;
    keepExample(fired, { wrong: [words(fires)], corrected: [words(spares)] });
  });

  it('fires for the fourth small archive in a row', () => {
    const bad = outcome(3, 10);
    expect(h014(bad, [bad, bad, bad])?.message.ja).toContain('4回続けて');
    expect(h014(bad, [bad, bad])).toBeUndefined();
    expect(h014(bad, [bad, outcome(2, 10), bad])).toBeUndefined();
    expect(h014(outcome(2, 10), [bad, bad, bad])).toBeUndefined();
    expect(h014(outcome(0, 0), [bad, bad, bad])).toBeUndefined();
  });
});
