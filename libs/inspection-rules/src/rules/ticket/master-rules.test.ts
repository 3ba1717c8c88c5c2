import { calendarDate } from '@daiko/exchange-format';
import { describe, expect, it } from '@jest/globals';
import { keepExample } from '../../../test/examples.js';
import { factsThatDiffer } from '../../../test/excerpts.js';
import { type Base, type Edit, judgeRecord } from '../../../test/judge-record.js';
import {
  type ContractPrice,
  defaultSettings,
  inspectMemory,
  type InspectionSettings,
  type MemoryFacts,
  noHistory,
  noMasters,
  type RecordHistory,
  type RecordMasters,
  type RecordReport,
  type TicketRow,
} from '../../index.js';
import { invented } from '../../../test/build-archive.js';

const day = calendarDate;
const version = { importId: '0193a6d2-4c00-7000-8000-000000000060', importedOn: day('20261110') };
const none: Edit = (pair) => pair;

/** What the master of a record that is right says: the claim itself, row by row. */
function ownTicket({ memory }: RecordReport): TicketRow {
  const terms = { basic: null, detail: null, other: null, dock: null, guidance: null };
  const copayments = Object.fromEntries(
    memory!.charges.map(({ part, code, amountYen, rate, limitYen }) => [
      part,
      { code: code as '1', amountYen, rate, limitYen },
    ]),
  );
  return {
    isOfPerson: true,
    expiry: memory!.ticketExpiry!,
    state: 'valid',
    successor: null,
    copayments: { ...terms, ...copayments },
  };
}

/** Prices of the claim as contracted, for its own 委託料単価区分. */
function ownPrices({ memory }: RecordReport): ContractPrice[] {
  const { prices, commissionType, level, isGuidance } = memory!;
  return prices.map(({ part, code, yen }) => ({
    commissionType: isGuidance ? null : (commissionType as '1'),
    part: part === 'guidance' ? (level === '1' ? 'active' : 'motivational') : part,
    code,
    priceYen: yen!,
  }));
}

interface Changes {
  readonly ticket?: Partial<TicketRow> | null;
  readonly copayments?: Partial<TicketRow['copayments']>;
  readonly members?: readonly Partial<{ from: string; to: string | null; person: boolean; name: boolean }>[];
  readonly contracts?: (prices: ContractPrice[]) => ContractPrice[];
  readonly period?: readonly [from: string, to: string | null];
  readonly masters?: Partial<RecordMasters>;
  readonly history?: RecordHistory;
  readonly settings?: Partial<InspectionSettings>;
  /** Facts of the record that differ, while the masters stay. */
  readonly facts?: (facts: MemoryFacts) => Partial<MemoryFacts>;
}

/** Masters that agree with a record, with the changes of a case. */
function mastersOf(report: RecordReport, changes: Changes): RecordMasters {
  const own = ownTicket(report);
  const ticket =
    changes.ticket === null
      ? null
      : { ...own, ...changes.ticket, copayments: { ...own.copayments, ...changes.copayments } };
  const [from, to] = changes.period ?? ['20260401', null];
  const contract = {
    contractNumber: 'A-1',
    validFrom: day(from),
    validTo: to === null ? null : day(to),
    prices: (changes.contracts ?? ((prices) => prices))(ownPrices(report)),
  };
  const rows = (changes.members ?? [{}]).map(({ from: first = '20200401', to: last = null, ...is }) => ({
    isSamePerson: is.person ?? true,
    isSameName: is.name ?? true,
    validFrom: day(first),
    validTo: last === null ? null : day(last),
    relation: 'self' as const,
  }));
  return {
    tickets: { ...version, ticket },
    members: { ...version, rows },
    contracts: { ...version, contracts: [contract] },
    partners: { isInsurerKnown: true, isInstitutionKnown: true },
    ...changes.masters,
  };
}

async function judged(base: Base, changes: Changes) {
  const settings = { ...defaultSettings(invented.agency), ...changes.settings };
  const report = await judgeRecord(base, none, { settings });
  const memory = { masters: mastersOf(report, changes), history: changes.history ?? noHistory };
  const facts = report.memory!;
  const changed = { ...report, memory: { ...facts, ...changes.facts?.(facts) } };
  return inspectMemory(changed, memory, settings, invented.date);
}

const firedOf = ({ findings }: RecordReport) =>
  findings.filter(({ level }) => level >= 7).map(({ rule }) => rule);

/** A rule; changes of the masters (and the record) that fire it; those that must not. */
type MasterCase = readonly [rule: string, fires: Changes, spares: Changes, base?: Base];

const price = (part: ContractPrice['part'], to: (price: ContractPrice) => ContractPrice | null) => ({
  contracts: (prices: ContractPrice[]) =>
    prices.flatMap((each) => (each.part === part ? (to(each) ?? []) : [each])),
});
const copy = { code: '2', amountYen: 999, rate: null, limitYen: null } as const;
const plus = (yen: number) => (each: ContractPrice) => ({ ...each, priceYen: each.priceYen + yen });
const other = (each: ContractPrice) => (each.commissionType === '1' ? '2' : '1');
const claimed = (yen: number): RecordHistory => ({
  since: null,
  records: [
    {
      ...{ submissionId: version.importId, index: 0, receivedOn: day('20260801'), state: 'accepted' },
      ...{
        isSamePerson: true,
        isSameName: true,
        isSameContent: false,
        isOfSameArchive: false,
        isGuidance: false,
        insurerNumber: null,
      },
      ...{ institutionNumber: null, ticketNumber: null, programme: '010', checkupDate: null, timing: '' },
      ...{
        serviceDate: day('20260701'),
        level: '',
        unitYen: yen,
        calculatedYen: null,
        claimYen: yen,
        values: null,
      },
    },
  ],
});
const left = (to: string, on: string) => ({ members: [{ to }], facts: () => ({ serviceDate: day(on) }) });
const withPrices = (yen: number) => (facts: MemoryFacts) => ({
  prices: facts.prices.map((each) => (each.part === 'detail' ? { ...each, yen } : each)),
});
const item = '1'.repeat(17);
const withItem = () => ({ additionalItems: [item] });
const pricing = (code: string) => (all: ContractPrice[]) => [
  ...all,
  { commissionType: null, part: 'other' as const, code, priceYen: 165 },
];
const limit = { terms: { fundingYenMax: 10_000 } };

const cases: readonly MasterCase[] = [
  ['T009', { ticket: { expiry: day('20270330') } }, {}],
  ['T010', { ticket: null }, {}],
  ['T011', { ticket: { isOfPerson: false } }, {}],
  [
    'T012',
    { ticket: { state: 'reissued', successor: '26100000009' } },
    { ticket: { successor: '26100000009' } },
  ],
  ['T014', { copayments: { basic: copy } }, {}],
  ['T014', { copayments: { guidance: copy } }, {}, 'guidance'],
  ['T015', { members: [{ to: '20240331' }] }, { members: [{ to: '20240331' }, { from: '20240401' }] }],
  ['T016', { members: [{ name: false }] }, { members: [{ name: false }, {}] }],
  ['T016', { members: [{ person: false }] }, {}, 'guidance'],
  ['T017', left('20260601', '20260701'), left('20260530', '20260701')],
  ['T018', { masters: { contracts: { ...version, contracts: [] } } }, { masters: { contracts: 'none' } }],
  ['T019', { period: ['20300401', null] }, { period: ['20260401', '20270331'] }],
  ['T020', { contracts: (all) => all.map((each) => ({ ...each, commissionType: other(each) })) }, {}],
  ['T021', price('basic', plus(-30)), price('basic', (each) => ({ ...each, commissionType: null }))],
  ['T021', price('detail', plus(10)), {}, 'detailed'],
  ['T022', price('other', () => null), {}, 'extended'],
  ['T023', { copayments: { other: null } }, { copayments: { dock: null } }, 'extended'],
  ['T023', { copayments: { dock: null } }, { copayments: { other: null, basic: null } }, 'dock'],
  [
    'T025',
    { masters: { tickets: { importId: 'x', importedOn: day('20261001'), ticket: null } } },
    { masters: { tickets: { importId: 'x', importedOn: day('20261015'), ticket: null } } },
  ],
  [
    'I003',
    { masters: { ...noMasters, partners: { isInsurerKnown: false, isInstitutionKnown: true } } },
    { masters: { partners: { isInsurerKnown: false, isInstitutionKnown: true } } },
  ],
  [
    'I020',
    { masters: { ...noMasters, partners: { isInsurerKnown: true, isInstitutionKnown: false } } },
    { masters: { ...noMasters, partners: 'none' } },
  ],
  ['P016', { facts: withPrices(0) }, { facts: withPrices(1) }, 'detailed'],
  [
    'P020',
    { facts: withItem, contracts: pricing(item) },
    { facts: withItem, contracts: pricing('2'.repeat(17)) },
  ],
  ['P019', price('dock', () => null), {}, 'dock'],
  [
    'P021',
    price('basic', (each) => ({ ...each, priceYen: Math.round(each.priceYen * 1.1) })),
    price('basic', plus(30)),
  ],
  [
    'P022',
    {
      contracts: (all) =>
        all.flatMap((each) => [
          { ...each, commissionType: other(each) },
          { ...each, priceYen: each.priceYen + 700 },
        ]),
    },
    {
      contracts: (all) =>
        all.flatMap((each) => [each, { ...each, commissionType: other(each), priceYen: 1 }]),
    },
  ],
  ['P024', { history: claimed(9_000), settings: limit }, { history: claimed(10), settings: limit }],
  ['G041', price('motivational', plus(100)), {}, 'guidance'],
  ['G041', price('active', () => null), {}, 'active'],
];

describe('rules that ask the masters of an insurer', () => {
  it.each(cases)('%s fires where it must, at its place, and spares the near miss (%#)', async (...each) => {
    const [rule, fires, spares, base = 'checkup'] = each;
    const fired = (await judged(base, fires)).findings.filter((finding) => finding.rule === rule);
    expect(fired.map((finding) => finding.rule)).toContain(rule);
    for (const { file, message, remedy } of fired) {
      expect(file).toMatch(/^CLAIMS|\/CLAIMS\//);
      expect(`${message.ja}${message.en}${remedy.ja}${remedy.en}`).not.toMatch(/[{}]/);
    }
    expect(firedOf(await judged(base, spares))).not.toContain(rule);
    const [, ...first] = cases.find(([id]) => id === rule)!;
    if (first[0] !== fires || first[1] !== spares) return;
    const report = await judgeRecord(base, none);
    const known = (changes: Changes) => ({
      ...mastersOf(report, changes),
      record: { ...report.memory!, ...changes.facts?.(report.memory!) },
      history: changes.history?.records ?? [],
      ...changes.settings,
    });
    keepExample(fired[0]!, factsThatDiffer(known(fires), known(spares)));
  });

  it.each(['checkup', 'detailed', 'extended', 'dock', 'guidance', 'active', 'evaluated'] as const)(
    'say nothing of a %s that agrees with them, nor where there are none',
    async (base) => {
      expect(firedOf(await judged(base, {}))).toEqual([]);
      expect(firedOf(await judged(base, { masters: noMasters }))).toEqual([]);
    },
  );

  it('ask only, and do not return, where a master is older than the insurer may be', async () => {
    const old = { importId: 'x', importedOn: day('20260901') };
    const report = await judged('checkup', { masters: { tickets: { ...old, ticket: null } } });
    expect(report.verdict).toBe('query');
    expect(firedOf(report)).toEqual(['T010', 'T025']);
    const young = await judged('checkup', { ticket: null });
    expect([young.verdict, young.returnReason]).toEqual(['returned', '05']);
  });

  it('hold no guidance to a master of tickets that has no 利用券 at all', async () => {
    const master = { importId: 'x', importedOn: day(invented.date), ticket: null };
    const fired = async (lacksGuidanceTickets: boolean) =>
      firedOf(await judged('guidance', { masters: { tickets: { ...master, lacksGuidanceTickets } } }));
    expect([await fired(false), await fired(true)]).toEqual([['T010'], []]);
  });

  it('let the special rule speak for the general one', async () => {
    expect(
      firedOf(await judged('checkup', { ticket: { isOfPerson: false, expiry: day('20270330') } })),
    ).toEqual(['T011']);
    expect(firedOf(await judged('checkup', { period: ['20300401', null] }))).toEqual(['T019']);
    expect(new Set(firedOf(await judged('detailed', { facts: withPrices(0) })))).toEqual(new Set(['P016']));
    expect(firedOf(await judged('checkup', left('20260530', '20260701')))).toEqual(['T015']);
  });

  it('are softened by settings of the insurer', async () => {
    const settings = { severities: { T010: 'warning' as const } };
    expect((await judged('checkup', { ticket: null, settings })).verdict).toBe('accepted');
  });
});

const cards: readonly [rule: string, pattern: string, spares: string][] = [['I008', '^X', '^.+$']];

describe('I008: the form of 記号・番号', () => {
  it.each(cards)('%s fires where a term of the insurer says so', async (rule, number, spares) => {
    const fired = async (pattern: string) => {
      const settings = { terms: { insuredPatterns: { number: pattern } } };
      return (await judgeRecord('checkup', none, { settings })).findings.filter((each) => each.rule === rule);
    };
    const [finding] = await fired(number);
    expect(finding?.rule).toBe(rule);
    expect(await fired(spares)).toEqual([]);
    keepExample(finding!, factsThatDiffer({ insuredPatterns: number }, { insuredPatterns: spares }));
  });
});
