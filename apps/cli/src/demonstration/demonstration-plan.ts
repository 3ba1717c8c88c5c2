import {
  type ArchivePlan,
  type DefectPlan,
  type ExpectedOutcome,
  type Insurer,
  inventRecord,
  inventWorld,
  type MasterFiles,
  pairDigits,
  planArchive,
  type World,
  writeMasters,
} from '@daiko/synthetic';
import type { ArchiveKind, CalendarDate } from '@daiko/exchange-format';

/** Providers and insurers of the demonstration. */
const demonstrationSize = { providers: 3, insurers: 4 } as const;

interface PlannedSending {
  provider: number;
  kind: ArchiveKind;
  recordCount: number;
  sequence: number;
  defects: DefectPlan[];
  channel: 'https' | 'watch-folder';
}

/** What is sent: every kind of verdict occurs, the archive that is refused whole included. */
const sendings: PlannedSending[] = [
  {
    provider: 0,
    kind: 'checkup',
    recordCount: 24,
    sequence: 0,
    defects: [
      { name: 'claim-amount-wrong' },
      { name: 'ticket-expired' },
      { name: 'bmi-missing', count: 2 },
      { name: 'value-implausible' },
    ],
    channel: 'https',
  },
  {
    provider: 1,
    kind: 'checkup',
    recordCount: 22,
    sequence: 0,
    defects: [
      { name: 'claim-not-well-formed' },
      { name: 'pair-birth-differs' },
      { name: 'duplicate-in-archive' },
    ],
    channel: 'watch-folder',
  },
  {
    provider: 2,
    kind: 'checkup',
    recordCount: 20,
    sequence: 0,
    defects: [{ name: 'fasting-mismatch' }, { name: 'unit-wrong' }, { name: 'ticket-other-year' }],
    channel: 'https',
  },
  {
    provider: 0,
    kind: 'guidance',
    recordCount: 8,
    sequence: 1,
    defects: [{ name: 'guidance-amount-wrong' }],
    channel: 'https',
  },
  {
    provider: 2,
    kind: 'checkup',
    recordCount: 6,
    sequence: 1,
    defects: [{ name: 'summary-claim-wrong' }],
    channel: 'https',
  },
  {
    provider: 1,
    kind: 'checkup',
    recordCount: 5,
    sequence: 1,
    defects: [{ name: 'missing-pair' }],
    channel: 'https',
  },
];

export interface Sending {
  plan: ArchivePlan;
  channel: 'https' | 'watch-folder';
}

export function inventDemonstration(
  seed: number,
  agencyNumber: string,
  date: CalendarDate,
): { world: World; sendings: Sending[] } {
  const world = inventWorld({ seed, ...demonstrationSize, agencyNumber, date });
  return {
    world,
    sendings: sendings.map(({ provider, channel, ...planned }, index) => {
      const from = world.providers[provider];
      if (from === undefined) throw new RangeError('the demonstration has no such provider');
      return { plan: planArchive(world, { ...planned, provider: from, seed: seed + index }), channel };
    }),
  };
}

/** Masters of one insurer, in which the ticket of one record is cancelled: that one comes back (T012). */
export interface DemonstrationMasters {
  insurer: Insurer;
  files: MasterFiles;
  rootName: string;
  pairDigits: string;
  claimYen: number;
}

/** The insurer is that of the first record in order of the first archive. */
export function inventMasters(world: World, sendings: readonly Sending[]): DemonstrationMasters {
  const plan = sendings[0]!.plan;
  const planned = plan.records.find(({ defect }) => defect === null)!;
  const { claim } = inventRecord(plan, planned).record;
  const insurer = world.insurers.find(({ number }) => number === claim.subject.insurerNumber)!;
  const plans = sendings.map((sending) => sending.plan);
  return {
    insurer,
    files: writeMasters(insurer, plans, claim.ticketNumber === null ? [] : [claim.ticketNumber]),
    rootName: plan.rootName,
    pairDigits: pairDigits(plan, planned.index),
    claimYen: claim.claimAmount,
  };
}

/** What the inspection of an archive must find beside what its generator knows. */
export function expectedByMasters(
  rootName: string,
  expected: ExpectedOutcome,
  masters: DemonstrationMasters,
): ExpectedOutcome {
  if (rootName !== masters.rootName) return expected;
  const cancelled = {
    defect: 'ticket-expired',
    rule: 'T012',
    verdict: 'returned',
    pairDigits: masters.pairDigits,
  } as const;
  return {
    ...expected,
    passed: expected.passed - 1,
    returned: expected.returned + 1,
    passedClaimYen: expected.passedClaimYen - masters.claimYen,
    defects: [...expected.defects, cancelled],
  };
}
