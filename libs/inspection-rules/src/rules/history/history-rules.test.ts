import { describe, expect, it } from '@jest/globals';
import { given } from '../../../test/guidance-edits.js';
import { both, inClaim, inResult, judgeRecord } from '../../../test/judge-record.js';
import {
  earlierThan,
  judgeRemembering,
  type MemoryCaseRow,
  type Past,
  proveMemoryCases,
  since,
} from '../../../test/remember.js';
import {
  correctedRecord,
  defaultSettings,
  type HistoryRecord,
  inspectMemory,
  noMasters,
} from '../../index.js';
import type { CheckupValues, MemoryFacts } from '../../memory-facts.js';

const settings = defaultSettings('91399113');
const day = (text: string) => text as NonNullable<HistoryRecord['serviceDate']>;
const settled = { state: 'settled' } as const;
const returned = { state: 'returned' } as const;
const otherPerson = { isSamePerson: false, isSameName: false } as const;
const otherDay = { serviceDate: day('20261020'), checkupDate: day('20261020') };
const otherTicket = { ticketNumber: '26199999999' };

/** The checkup of a guidance record, with values. */
const checkup =
  (values: Partial<CheckupValues> = {}, changes: Past = {}) =>
  (record: MemoryFacts): Partial<HistoryRecord> => ({
    isGuidance: false,
    programme: '010',
    serviceDate: record.checkupDate,
    ticketNumber: record.checkupTicketNumber,
    timing: '',
    level: '',
    values: {
      checkup: { ...blank, level: record.level === '3' ? '1' : record.level, ...values },
      guidance: null,
    },
    ...(typeof changes === 'function' ? changes(record) : changes),
  });
const blank: CheckupValues = {
  height: 170,
  weight: 80,
  bmi: 27.7,
  waist: 95,
  systolic: 130,
  diastolic: 80,
  triglyceride: 100,
  hdl: 50,
  ldl: 110,
  glucose: 95,
  glucoseFasting: 95,
  hba1c: null,
  smoking: '1',
  level: '2',
  isMedicated: false,
};

/** The evaluated body is `waist` and `weight` of the record plus these. */
const body =
  (waist: number, weight: number): Past =>
  (record) => {
    const { waist: girth, weight: mass } = record.guidance!;
    return checkup({ waist: girth! + waist, weight: mass! + weight })(record);
  };
const first = { timing: '1', calculatedYen: 9600 } as const;
const level = (code: string) =>
  `<code code="1020000001" codeSystem="1.2.392.200119.6.1006"/>\n<value xsi:type="CD" code="${code}"`;
const toLevelThree = both(
  inResult(level('2'), level('3')),
  inClaim('<guidanceLevel code="2"/>', '<guidanceLevel code="3"/>'),
);

const lastYear = (record: MemoryFacts): Partial<HistoryRecord> => ({
  serviceDate: day('20251020'),
  checkupDate: day('20251020'),
  ticketNumber: '25199999999',
  values: { checkup: record.checkup, guidance: null },
});

const cases: readonly MemoryCaseRow[] = [
  ['H001', [{ isSameContent: true }], [{ isSameContent: true, state: 'withdrawn' }]],
  ['H001', [{}], [{ ...otherTicket, ...otherPerson }]],
  ['H002', [otherDay], [{ ...otherDay, ...returned }]],
  ['T013', [{ ...otherDay, ...settled }], [otherDay]],
  [
    'H003',
    [{ ...otherDay, ...otherTicket }],
    [{ ...otherTicket, serviceDate: day('20260330'), checkupDate: day('20260330') }],
  ],
  [
    'H003',
    [{ ...otherDay, ...otherTicket, isSamePerson: false, insurerNumber: '06081012' }],
    [{ ...otherDay, ...otherTicket, isSamePerson: false }],
  ],
  [
    'H004',
    [{ ...otherTicket, institutionNumber: '1310000029' }],
    [{ ...otherTicket, institutionNumber: '1310000029', ...otherDay }],
  ],
  ['H005', [settled], [{ ...settled, isSameContent: true }]],
  ['H006', [{ ...returned, ...otherPerson }], [returned]],
  ['H006', [{ ...returned, ...otherDay }], [{ ...returned, ...otherDay }, returned]],
  ['H007', [{ ...returned, isSameContent: true }], [returned]],
  ['H008', [{}], [{ timing: '5' }], 'guidance'],
  ['H008', [otherPerson], [{ ...otherPerson, ...otherTicket }], 'guidance'],
  ['H009', [{ timing: '3' }], [{ timing: '1' }], 'evaluated'],
  ['H009', [{ timing: '2' }], [{ timing: '2', ...returned }], 'ended'],
  ['H010', [checkup({}, returned)], [checkup({}, returned), checkup()], 'guidance'],
  ['H012', [{ ...otherDay, ...otherTicket, isSamePerson: false }], [{ ...otherDay, ...otherTicket }]],
  ['H012', [{ ...otherTicket, isSamePerson: false }], [{ ...otherTicket }]],
  ['H016', [{ timing: '1', unitYen: 1 }], [{ timing: '1', unitYen: 1, ...otherPerson }], 'evaluated'],
  ['H016', [{ timing: '1', level: '2' }], [{ timing: '1' }], 'evaluated'],
  ['H016', [{ timing: '1', checkupDate: day('20260101') }], [{ timing: '1' }], 'evaluated'],
  ['H015', [otherPerson], [{ ...otherPerson, ...otherTicket }]],
  ['H015', [{ ...otherPerson, ...otherDay }], [{ ...otherPerson, ...returned }]],
  ['H015', [{ ...otherPerson, timing: '5' }], [{ isSamePerson: false, timing: '5' }], 'guidance'],
  ['H015', [{ ...otherPerson, timing: '5' }], [otherPerson], 'guidance'],
  [
    'T026',
    [checkup({}, { ticketNumber: '26199999999' })],
    [checkup({}, (record) => ({ ticketNumber: record.checkupTicketNumber }))],
    'guidance',
  ],
  [
    'K034',
    [lastYear],
    [
      lastYear,
      (record) => ({
        ...lastYear(record),
        serviceDate: day('20260110'),
        values: { checkup: { ...record.checkup!, weight: record.checkup!.weight! + 0.1 }, guidance: null },
      }),
    ],
  ],
  ['G008', [], [checkup()], 'guidance'],
  ['G031', [body(1.5, 5)], [body(2, 2)], 'evaluated'],
  ['G032', [body(0.9, 5)], [body(1, 1)], 'evaluated', given('1042001044', '1')],
  ['G033', [body(2, 2)], [body(1.9, 2)], 'evaluated', given('1042001044', '0')],
  ['G037', [checkup({ smoking: '2' })], [checkup({ smoking: '1' })], 'evaluated'],
  ['G038', [checkup({ level: '3' })], [checkup({ level: '1' })], 'guidance'],
  ['G038', [checkup({ isMedicated: true })], [checkup()], 'guidance'],
  ['G039', [checkup({ level: '1' })], [checkup({ level: '2' })], 'guidance'],
  ['G051', [{ ...first, calculatedYen: 11001 }], [{ ...first, calculatedYen: 11000 }], 'evaluated'],
  ['G052', [{ timing: '4' }], [first], 'evaluated'],
  ['G053', [{ ...first, institutionNumber: '1310000029' }], [first], 'evaluated'],
];

describe('rules of the history', () => {
  proveMemoryCases(cases);

  it.each([['E009', lastYear]] as const)(
    '%s says that the sugar of last year is not known, and only where it would decide',
    async (rule, past) => {
      const report = await judgeRecord('checkup');
      const record = report.memory!;
      const low = { ...blank, systolic: 120, diastolic: 70, glucose: 100, hba1c: 5.4 };
      const rules = (checkup: CheckupValues, pasts: readonly Past[], from = day(since)) => {
        const memory = { ...record, checkup, details: [{ code: '3', subject: '1' }] } as MemoryFacts;
        const records = pasts.map((each) => earlierThan(memory, each));
        const remembered = { masters: noMasters, history: { records, since: from } };
        return inspectMemory({ ...report, memory }, remembered, settings, '20261124')
          .findings.map((finding) => finding.rule)
          .filter((each) => each === rule);
      };
      expect(rules(low, [])).toEqual([rule]);
      expect(rules(low, [past])).toEqual([]);
      expect(rules({ ...low, hba1c: 6.5 }, [])).toEqual([]);
      expect(rules(low, [], day('20250402'))).toEqual([]);
    },
  );

  it('finds nothing against a first record without a past', async () => {
    for (const base of ['checkup', 'extended', 'dock', 'guidance', 'active'] as const) {
      const report = await judgeRecord(base);
      const { findings } = await judgeRemembering(base, base === 'checkup' ? [] : [checkup()]);
      const added = findings.filter(({ level, severity }) => level === 8 && severity !== 'info');
      expect([base, added.map(({ rule }) => rule).filter((rule) => rule !== 'H003')]).toEqual([base, []]);
      expect(report.verdict).toBe('accepted');
    }
  });

  it('reports a repetition once, by the most special of its rules', async () => {
    const pasts: readonly (readonly [Past, string])[] = [
      [{ ...settled, isSameContent: true }, 'H001'],
      [settled, 'H005'],
      [{ ...otherDay, values: null }, 'H002'],
      [{ ...otherDay, ...settled, values: null }, 'T013'],
    ];
    for (const [past, rule] of pasts) {
      const { findings, verdict } = await judgeRemembering('checkup', [past]);
      expect(findings.filter(({ level }) => level === 8).map((each) => each.rule)).toEqual([rule]);
      expect(verdict).toBe('returned');
    }
  });

  it('says nothing of what may have come before the history began', async () => {
    const report = await judgeRecord('evaluated');
    const history = { records: [], since: day('20261101') };
    const judged = inspectMemory(report, { masters: noMasters, history }, settings, '20261124');
    expect(judged.findings.filter(({ level }) => level === 8)).toEqual([]);
  });

  it('links a correction with the returned record of the same person and day before that of the same ticket', async () => {
    const record = (await judgeRecord('checkup')).memory!;
    const records = [
      earlierThan(record, returned, 4),
      earlierThan(record, { ...returned, ...otherPerson }, 5),
    ];
    const memory = { record, history: { records, since: null } };
    expect(correctedRecord(memory)?.index).toBe(4);
    expect(correctedRecord({ ...memory, history: { records: records.slice(1), since: null } })?.index).toBe(
      5,
    );
    expect(correctedRecord({ ...memory, history: { records: [], since: null } })).toBeNull();
  });

  it('lets 動機付け支援相当 take the place of 積極的支援 only after a completed year and an improvement', async () => {
    const completed: Past = (record) => ({
      timing: '2',
      level: '1',
      ticketNumber: '25299999999',
      checkupDate: day('20251020'),
      serviceDate: day('20260401'),
      values: { checkup: null, guidance: { waist: 1, weight: 1, completedPoints: 180 } },
      insurerNumber: record.insurerNumber,
    });
    const before = (waist: number): Past =>
      checkup({ waist, weight: 82 }, { serviceDate: day('20251020'), checkupDate: day('20251020') });
    const now = checkup({ level: '1', waist: 95, weight: 80 });
    const rules = async (past: readonly Past[]) =>
      (await judgeRemembering('guidance', past, toLevelThree)).findings
        .filter(({ rule }) => rule === 'G039')
        .map(({ rule }) => rule);
    expect(await rules([before(96), completed, now])).toEqual([]);
    expect(await rules([before(95.9), completed, now])).toEqual(['G039']);
    expect(await rules([before(96), now])).toEqual(['G039']);
  });
});
