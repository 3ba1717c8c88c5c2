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
    | { do: 'restart-all'; how: RestartHow; workers: string | null }
    | { do: 'clock'; to: ClockJump; minutes: number };
}

/** In order; every process at once by kill -9; or only whoever looks after them, whose end the others must notice. */
export type RestartHow = 'in order' | 'kill -9' | 'supervisor';

/** Where a jump takes the clocks of all services, from the true time: `minutes` back or ahead, or just beyond the end of the month. */
export type ClockJump = 'back' | 'ahead' | 'month end' | 'true time';

/** An archive by which an insurer sends back records that it has acknowledged. */
export interface PlannedReply {
  /** Place of the insurer among those of the run. */
  insurer: number;
  exchange: '4' | '5';
  records: number;
  seed: number;
  channels: number[];
}

/** Everything that a seed decides. */
export interface Schedule {
  seed: number;
  archives: PlannedArchive[];
  points: PointFault[];
  outside: OutsideFault[];
  /** Minutes by which the services' clocks are wrong when the run begins, negative: back. */
  clockAheadMinutes: number;
  replies: PlannedReply[];
  /** Whether an insurer refuses its first bundle. */
  refusesBundle: boolean;
  /** Whether a doubtful record is released; otherwise it is returned. */
  releases: boolean;
  /** Whether its insurer is asked and decides; otherwise the operator does. */
  insurersDecide: boolean;
}

export const providersPerRun = 3;
export const insurersPerRun = 2;
const channelCount = 2;
/** Clocks go back by no more: the keys of the partners are valid from a moment before. */
export const jumpBackMinutesMax = 15;
/** What `daiko up --workers` is told on every other platform. */
export const twoWorkers = 'inspection=2,routing=2';

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

const killed = [
  ...['intake', 'inspection', 'routing', 'billing', 'audit', 'identity', 'front-door'],
  ...['inspection-2', 'routing-2', 'swift-object', 'swift-proxy', 'clamav'],
];
const servers = ['postgres', 'postgres', 'rabbitmq'];
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
    outside: Array.from({ length: chance.between(0, 2) }, () => outsideFault(chance)),
    clockAheadMinutes: chance.oneIn(5) ? chance.between(-jumpBackMinutesMax, 20 * 60) : 0,
    replies: chance.oneIn(2) ? [planReply(chance)] : [],
    refusesBundle: chance.oneIn(3),
    releases: chance.oneIn(2),
    insurersDecide: chance.oneIn(2),
  };
}

function planArchive(chance: Chance, index: number): PlannedArchive {
  const kind = chance.oneIn(4) ? 'guidance' : 'checkup';
  const records = chance.between(3, 20);
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

function planReply(chance: Chance): PlannedReply {
  const first = chance.between(0, channelCount - 1);
  return {
    insurer: chance.between(0, insurersPerRun - 1),
    exchange: chance.pick(['4', '5'] as const),
    records: chance.between(1, 2),
    seed: chance.between(1, 2 ** 30),
    channels: chance.oneIn(3) ? [first, chance.between(0, channelCount - 1)] : [first],
  };
}

/** Out of 40: what is slow to come back is rarer, and none is rare. */
function outsideFault(chance: Chance): OutsideFault {
  return { afterSteps: chance.between(1, 14), what: harmOf(chance) };
}

function harmOf(chance: Chance): OutsideFault['what'] {
  const choice = chance.between(1, 40);
  if (choice <= 2) {
    const how = chance.pick(['in order', 'kill -9', 'kill -9', 'supervisor'] as const);
    return { do: 'restart-all', how, workers: chance.oneIn(2) ? twoWorkers : null };
  }
  if (choice <= 7) return { do: 'kill', process: chance.pick(servers) };
  if (choice <= 17) return { do: 'kill', process: chance.pick(killed) };
  if (choice <= 22) return { do: 'cut', link: chance.pick(links) };
  if (choice <= 27) return { do: 'slow', link: chance.pick(links) };
  if (choice <= 33) return clockJump(chance);
  const status = chance.pick([500, 507] as const);
  return { do: 'fail-store', status, requests: chance.between(1, 6) };
}

function clockJump(chance: Chance): OutsideFault['what'] {
  const to = chance.pick(['back', 'back', 'ahead', 'month end', 'true time'] as const);
  const minutes = chance.between(1, to === 'ahead' ? 20 * 60 : jumpBackMinutesMax);
  return { do: 'clock', to, minutes };
}
