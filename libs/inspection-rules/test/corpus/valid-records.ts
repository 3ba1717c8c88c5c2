import { calendarDate } from '@daiko/exchange-format';
import {
  type ArchivePlan,
  type CheckupRecord,
  type GuidanceRecord,
  type InventedRecord,
  inventRecord,
  inventWorld,
  pairDigits,
  planArchive,
} from '@daiko/synthetic';
import { invented } from '../build-archive.js';
import { type Base, inventedRecord } from '../judge-record.js';

/** A valid record and the 26 digits of its two files. */
export interface ValidRecord {
  readonly digits: string;
  readonly record: InventedRecord;
}

const world = inventWorld({
  seed: 7,
  providers: 2,
  insurers: 8,
  agencyNumber: invented.agency,
  date: calendarDate(invented.date),
});

/** The invented institution that sends every archive of the corpus. */
export const provider = world.providers[0]!;

const ofCheckup = (fits: (record: CheckupRecord) => boolean) => (record: InventedRecord) =>
  record.kind === 'checkup' && fits(record);
const ofClaimType = (claimType: string) =>
  ofCheckup(({ claim }) => claim.claimType === claimType && claim.paymentByOtherProgram === null);
const ofCharge = (code: string) =>
  ofCheckup(
    ({ claim }) =>
      claim.claimType === '1' && claim.chargeBasic?.code === code && claim.paymentByOtherProgram === null,
  );
const ofGuidance =
  (level: string, reportCode: string, isSplit = false) =>
  (record: InventedRecord) =>
    record.kind === 'guidance' &&
    record.claim.guidanceLevel === level &&
    record.report.header.reportCode === reportCode &&
    record.report.sections.some(({ code }) => code === '90020') === isSplit;

/** What other records are like on which a defect falls. */
const bases = {
  'basic, free': ofCharge('1'),
  'basic, fixed copayment': ofCharge('2'),
  'basic, copayment by rate': ofCharge('3'),
  'basic, other programme pays too': ofCheckup(({ claim }) => claim.paymentByOtherProgram !== null),
  'two details': ofCheckup(({ claim }) => claim.claimType === '2' && claim.unitPriceDetails.length > 1),
  'detailed and additional': ofClaimType('4'),
  'dock with limit': ofCheckup(({ claim }) => claim.dockLimit !== null),
  'active, first': ofGuidance('1', '21'),
  'motivational, first': ofGuidance('2', '21'),
  'eased, first': ofGuidance('3', '21'),
  'motivational, with copayment': (record: InventedRecord) =>
    ofGuidance('2', '21')(record) && record.claim.paymentAmount > 0,
  'active, split': ofGuidance('1', '21', true),
  'motivational, split': ofGuidance('2', '21', true),
  'active, unfinished': ofGuidance('1', '25', true),
  'motivational, unfinished': ofGuidance('2', '25', true),
  'active, evaluated': ofGuidance('1', '22'),
  'motivational, evaluated': ofGuidance('2', '22'),
  'active, ended': ofGuidance('1', '23'),
  'motivational, ended': ofGuidance('2', '23'),
} satisfies Record<string, (record: InventedRecord) => boolean>;

/** Checkups whose every character the edits may speak of: the bases of `judge-record.ts`. */
const examples = {
  basic: 'checkup',
  detailed: 'detailed',
  additional: 'extended',
  dock: 'dock',
} satisfies Record<string, Base>;

export type CorpusBase = keyof typeof bases | keyof typeof examples;

/** The valid record of a base; always the same. */
export function validRecordOf(base: CorpusBase): ValidRecord {
  if (isExample(base)) {
    return { digits: `${provider.number}${invented.date}01000900`, record: inventedRecord(examples[base]) };
  }
  const found = poolOf(kindOf(base)).find(({ record }) => bases[base](record));
  if (found === undefined) throw new Error(`no valid record is ${base}`);
  return found;
}

/** Four other valid records of the kind. */
export function neighboursOf(base: CorpusBase): readonly ValidRecord[] {
  const { digits } = validRecordOf(base);
  return poolOf(kindOf(base))
    .filter((other) => other.digits !== digits)
    .slice(0, 4);
}

export function isExample(base: CorpusBase): base is keyof typeof examples {
  return base in examples;
}

export function kindOf(base: CorpusBase): 'checkup' | 'guidance' {
  return /^(active|motivational|eased)/.test(base) ? 'guidance' : 'checkup';
}

export function isCheckup(record: InventedRecord): record is CheckupRecord {
  return record.kind === 'checkup';
}

export function isGuidance(record: InventedRecord): record is GuidanceRecord {
  return record.kind === 'guidance';
}

const pools = new Map<string, readonly ValidRecord[]>();

function poolOf(kind: 'checkup' | 'guidance'): readonly ValidRecord[] {
  const known = pools.get(kind);
  if (known !== undefined) return known;
  const plan: ArchivePlan = planArchive(world, {
    provider,
    kind,
    recordCount: 250,
    sequence: 0,
    seed: 5,
    ...(kind === 'guidance' && {
      stages: ['first', 'first-split', 'unfinished', 'evaluated', 'ended'] as const,
    }),
  });
  const pool = plan.records.map((record) => ({
    digits: pairDigits(plan, record.index),
    record: inventRecord(plan, record).record,
  }));
  pools.set(kind, pool);
  return pool;
}
