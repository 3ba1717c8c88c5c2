import type { CrashAct, CrashPointName } from '@daiko/observability';
import { type DefectName, namedDefects } from '@daiko/synthetic';
import { Chance } from './chance.js';

/** An archive of a run. */
export interface PlannedArchive {
  /** Place of its provider among those of the run. */
  provider: number;
  sequence: number;
  kind: 'checkup' | 'guidance';
  records: number;
  defects: DefectName[];
  seed: number;
  hasKey: boolean;
  /** Ways in by number, one after the other: the second is the same archive once more. */
  channels: number[];
}

/** A fault at a named point of a service. */
export interface PointFault {
  service: string;
  point: CrashPointName;
  at: number;
  act: CrashAct;
  waitMs: number;
}

/** What befalls a part of the platform when the partners have taken so many steps. */
export interface OutsideFault {
  afterSteps: number;
  what:
    | { do: 'kill'; process: string }
    | { do: 'cut' | 'slow'; link: 'postgres' | 'rabbitmq' | 'objectStore' }
    | { do: 'fail-store'; status: 500 | 507; requests: number }
    | { do: 'restart-all'; signal: 'SIGTERM' | 'SIGKILL' };
}

/** Everything that a seed decides. */
export interface Schedule {
  seed: number;
  archives: PlannedArchive[];
  points: PointFault[];
  outside: OutsideFault[];
  /** Hours by which the services' clocks go ahead in this run. */
  clockAheadHours: number;
  /** Whether an insurer refuses its first bundle. */
  refusesBundle: boolean;
  /** Whether a doubtful record is released; otherwise it is returned. */
  releases: boolean;
}

export const providersPerRun = 3;
export const insurersPerRun = 2;
export const channelCount = 2;

const points: readonly (readonly [service: string, CrashPointName])[] = [
  ['intake', 'intake.upload-sealed'],
  ['intake', 'intake.accepting'],
  ['intake', 'intake.accepted'],
  ['intake', 'intake.receipt-written'],
  ['intake', 'outbox.appended'],
  ['intake', 'relay.published'],
  ['intake', 'consumer.handled'],
  ['intake', 'consumer.committed'],
  ['inspection', 'inspection.report-sealed'],
  ['inspection', 'inspection.chunk-committed'],
  ['inspection', 'outbox.appended'],
  ['inspection', 'relay.published'],
  ['inspection', 'consumer.handled'],
  ['inspection', 'consumer.committed'],
  ['routing', 'routing.planned'],
  ['routing', 'routing.uploaded'],
  ['routing', 'routing.sealing'],
  ['routing', 'routing.sealed'],
  ['routing', 'delivery.acknowledging'],
  ['routing', 'delivery.acknowledged'],
  ['routing', 'outbox.appended'],
  ['routing', 'relay.published'],
  ['routing', 'consumer.handled'],
  ['routing', 'consumer.committed'],
  ['billing', 'billing.posted'],
  ['billing', 'consumer.handled'],
  ['billing', 'consumer.committed'],
  ['billing', 'relay.published'],
  ['audit', 'audit.appended'],
  ['audit', 'consumer.committed'],
  ['identity', 'outbox.appended'],
  ['identity', 'relay.published'],
];
const relays = ['intake', 'inspection', 'routing', 'billing'] as const;

/** Servers come back in seconds, services in less: the rarer the slower. */
const killed = [
  ...['intake', 'inspection', 'routing', 'billing', 'audit', 'identity', 'front-door'],
  ...['postgres', 'postgres', 'swift-object', 'swift-proxy', 'clamav', 'rabbitmq'],
];
const links = ['postgres', 'rabbitmq', 'objectStore'] as const;

/** Defects of single records that are told apart by their bytes; what repeats a record is not. */
function defectsOf(kind: 'checkup' | 'guidance'): DefectName[] {
  return (Object.keys(namedDefects) as DefectName[]).filter((name) => {
    const { kinds, verdict, repeats } = namedDefects[name];
    return kinds.includes(kind) && verdict !== 'refused' && repeats === undefined;
  });
}

/** Input and faults of one run. */
export function scheduleOf(seed: number): Schedule {
  const chance = new Chance(seed);
  const archives = Array.from({ length: chance.between(2, 4) }, (_, index) => planArchive(chance, index));
  return {
    seed,
    archives,
    points: Array.from({ length: chance.between(1, 3) }, () => pointFault(chance)),
    outside: Array.from({ length: chance.between(0, 1) }, () => outsideFault(chance)),
    clockAheadHours: chance.oneIn(5) ? chance.between(1, 20) : 0,
    refusesBundle: chance.oneIn(3),
    releases: chance.oneIn(2),
  };
}

function planArchive(chance: Chance, index: number): PlannedArchive {
  const kind = chance.oneIn(4) ? 'guidance' : 'checkup';
  const records = chance.between(3, 30);
  const defects = Array.from({ length: chance.between(0, 3) }, () => chance.pick(defectsOf(kind)));
  const isRefused = chance.oneIn(12);
  const first = chance.between(0, channelCount - 1);
  return {
    provider: index % providersPerRun,
    sequence: Math.floor(index / providersPerRun),
    kind,
    records,
    defects: isRefused ? ['index-count-wrong'] : defects,
    seed: chance.between(1, 2 ** 30),
    hasKey: chance.oneIn(4),
    channels: chance.oneIn(3) ? [first, chance.between(0, channelCount - 1)] : [first],
  };
}

function pointFault(chance: Chance): PointFault {
  const waitMs = chance.between(100, 800);
  if (chance.oneIn(6)) {
    const act = chance.pick(['repeat', 'reverse'] as const);
    const at = chance.between(1, 4);
    return { service: chance.pick(relays), point: 'relay.publishing', at, act, waitMs };
  }
  const [service, point] = chance.pick(points);
  const act = chance.pick(['kill', 'kill', 'kill', 'throw', 'wait'] as const);
  // A point of one step is passed once an archive or bundle, one of every message many times.
  const at = /^(outbox|relay|consumer)/.test(point) ? chance.between(1, 6) : chance.between(1, 2);
  return { service, point, at, act, waitMs };
}

function outsideFault(chance: Chance): OutsideFault {
  const afterSteps = chance.between(1, 12);
  const choice = chance.between(1, 20);
  if (choice === 1) {
    return { afterSteps, what: { do: 'restart-all', signal: chance.pick(['SIGTERM', 'SIGKILL'] as const) } };
  }
  if (choice <= 9) return { afterSteps, what: { do: 'kill', process: chance.pick(killed) } };
  if (choice <= 13) return { afterSteps, what: { do: 'cut', link: chance.pick(links) } };
  if (choice <= 16) return { afterSteps, what: { do: 'slow', link: chance.pick(links) } };
  const status = chance.pick([500, 507] as const);
  return { afterSteps, what: { do: 'fail-store', status, requests: chance.between(1, 6) } };
}
