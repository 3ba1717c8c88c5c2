import { changed, type Model, type Step } from './explore.js';

/** Parts of the protocol that can be taken out, to see that the check would notice. */
export type SealingMutation =
  | 'no reservation'
  | 'no state at commit'
  | 'no claim of the sweeper'
  | 'refusal after acknowledgement'
  | 'posting without waiting'
  | 'closing that forgets';

type RecordState = 'inspected' | 'accepted' | 'sealed' | 'delivered';
type BundleState = 'planned' | 'sealed' | 'voided' | 'acknowledged';

interface Bundle {
  records: number[];
  state: BundleState;
  /** An insurer has acknowledged it, whatever came after. */
  isInHand: boolean;
  /** Number of the object that its row names. */
  object: number | null;
  /** What billing has posted for it. */
  posting: 'none' | 'sealed' | 'reversed';
  /** Messages that billing has taken. */
  heard: string[];
}

interface StoredObject {
  bundle: number;
  isThere: boolean;
  isKept: boolean;
  isClaimed: boolean;
}

/** Records wait, two processes seal, an insurer fetches, a sweeper cleans, billing posts and closes: each step one transaction. */
export interface SealingState {
  faults: number;
  refusals: number;
  records: RecordState[];
  bundles: Bundle[];
  objects: StoredObject[];
  /** Object that each process is about to commit, or bundle that it has begun to build. */
  sealers: ({ bundle: number; object: number | null } | null)[];
  /** Claims that billing has heard of. */
  claims: boolean[];
  /** Messages under way to billing, in no order: [kind, bundle or record]. */
  messages: string[];
  /** Journals, +1 and -1 a record, of the open month and of the closed one. */
  open: number[];
  closed: number[] | null;
}

const bundlesMax = 3;
const objectsMax = 3;

export function sealingModel(
  options: { records?: number; faults?: number; refusals?: number; without?: SealingMutation } = {},
): Model<SealingState> {
  const { records = 1, faults = 1, refusals = 1, without } = options;
  const every = Array.from({ length: records }, (_, record) => record);
  const initial: SealingState = {
    faults,
    refusals,
    records: every.map(() => 'inspected'),
    bundles: [],
    objects: [],
    sealers: [null, null],
    claims: every.map(() => false),
    messages: [],
    open: every.map(() => 0),
    closed: null,
  };
  return {
    initial,
    *steps(state) {
      yield* inspectionSteps(state);
      yield* planSteps(state, without);
      for (const number of state.sealers.keys()) yield* sealerSteps(state, number, without);
      yield* insurerSteps(state, without);
      yield* sweeperSteps(state);
      yield* billingSteps(state, without);
    },
    key: (state) =>
      JSON.stringify({ ...state, sealers: state.sealers.map((each) => JSON.stringify(each)).sort() }),
    isFault: (action) => /crashes|refuses/.test(action),
    invariants: {
      'a record is in at most one live bundle': (state) =>
        every.every((record) => liveBundles(state, record).length <= 1),
      'a record is never delivered twice': ({ bundles }) =>
        every.every(
          (record) => bundles.filter((each) => each.isInHand && each.records.includes(record)).length <= 1,
        ),
      'no record is lost': (state) =>
        every.every((record) => {
          const isIn = liveBundles(state, record).length === 1;
          return state.records[record] === 'sealed' || state.records[record] === 'delivered' ? isIn : true;
        }),
      'a sealed bundle has its object': ({ bundles, objects }) =>
        bundles.every(
          ({ state, object }) =>
            (state !== 'sealed' && state !== 'acknowledged') ||
            (object !== null && objects[object]?.isThere === true),
        ),
      'no yen is posted twice': ({ open, closed }) =>
        every.every((record) => Math.abs((open[record] ?? 0) + (closed?.[record] ?? 0)) <= 1),
    },
    isDone: (state) =>
      state.records.every((record) => record === 'delivered') &&
      every.every((record) => (state.open[record] ?? 0) + (state.closed?.[record] ?? 0) === 1) &&
      state.messages.length === 0 &&
      state.sealers.every((sealer) => sealer === null) &&
      state.objects.every(({ isThere, isKept }) => isThere === isKept),
  };
}

function liveBundles({ bundles }: SealingState, record: number): Bundle[] {
  return bundles.filter(({ state, records }) => state !== 'voided' && records.includes(record));
}

function* inspectionSteps(state: SealingState): Iterable<Step<SealingState>> {
  const record = state.records.indexOf('inspected');
  if (record === -1) return;
  yield [
    `record ${record} is accepted`,
    changed(state, (copy) => {
      copy.records[record] = 'accepted';
      send(copy, `claim ${record}`);
    }),
  ];
}

/** First transaction: reserves every record that waits, under a lock. */
function* planSteps(state: SealingState, without?: SealingMutation): Iterable<Step<SealingState>> {
  const waiting = [...state.records.keys()].filter((record) => {
    const isFree = without === 'no reservation' || liveBundles(state, record).length === 0;
    return state.records[record] === 'accepted' && isFree;
  });
  if (waiting.length === 0 || state.bundles.length >= bundlesMax) return;
  yield [
    'plan',
    changed(state, (copy) => {
      copy.bundles.push({
        records: waiting,
        state: 'planned',
        isInHand: false,
        object: null,
        posting: 'none',
        heard: [],
      });
    }),
  ];
}

/** Build and upload under a fresh key, then the last transaction. A lease may lapse, so both processes may build the same plan. */
function* sealerSteps(
  state: SealingState,
  number: number,
  without?: SealingMutation,
): Iterable<Step<SealingState>> {
  const sealer = state.sealers[number] ?? null;
  const named = `sealer ${number}`;
  if (sealer === null) {
    for (const [bundle, each] of state.bundles.entries()) {
      if (each.state !== 'planned') continue;
      const begin = (copy: SealingState) => (copy.sealers[number] = { bundle, object: null });
      yield [`${named} takes bundle ${bundle}`, changed(state, begin)];
    }
    return;
  }
  const { bundle, object } = sealer;
  if (object === null) {
    const place = freePlace(state);
    if (place < objectsMax) {
      yield [
        `${named} uploads`,
        changed(state, (copy) => {
          copy.objects[place] = { bundle, isThere: true, isKept: false, isClaimed: false };
          copy.sealers[number] = { bundle, object: place };
        }),
      ];
    } else yield [`${named} gives up`, changed(state, (copy) => (copy.sealers[number] = null))];
  } else yield [`${named} commits`, changed(state, (copy) => commit(copy, number, without))];
  if (state.faults === 0) return;
  yield [
    `${named} crashes`,
    changed(state, (copy) => {
      copy.faults -= 1;
      copy.sealers[number] = null;
    }),
  ];
}

/** Numbers of objects that are gone and forgotten are used again, so that there are few states. */
function freePlace({ objects, sealers }: SealingState): number {
  const place = objects.findIndex(
    ({ isThere, isKept }, number) =>
      !isThere && !isKept && !sealers.some((sealer) => sealer?.object === number),
  );
  return place === -1 ? objects.length : place;
}

function commit(state: SealingState, number: number, without?: SealingMutation): void {
  const sealer = state.sealers[number];
  const bundle = state.bundles[sealer?.bundle ?? -1];
  const object = state.objects[sealer?.object ?? -1];
  if (!sealer || !bundle || !object) throw new Error('nothing to commit');
  state.sealers[number] = null;
  const isPlanned = bundle.state === 'planned' || without === 'no state at commit';
  if ((object.isClaimed && without !== 'no claim of the sweeper') || !isPlanned) {
    object.isThere = false;
    return;
  }
  object.isKept = true;
  bundle.state = 'sealed';
  bundle.object = sealer.object;
  for (const record of bundle.records) state.records[record] = 'sealed';
  send(state, `sealed ${sealer.bundle}`);
}

/** The insurer acknowledges what it has, or cannot read it; asking again after a lost answer changes nothing and is no step. */
function* insurerSteps(state: SealingState, without?: SealingMutation): Iterable<Step<SealingState>> {
  for (const [number, bundle] of state.bundles.entries()) {
    if (bundle.state === 'sealed') {
      yield [
        `bundle ${number} is acknowledged`,
        changed(state, (copy) => {
          const acknowledged = copy.bundles[number];
          if (acknowledged) Object.assign(acknowledged, { state: 'acknowledged', isInHand: true });
          for (const record of bundle.records) copy.records[record] = 'delivered';
        }),
      ];
    }
    const isInHand = bundle.state === 'acknowledged' && without === 'refusal after acknowledgement';
    if (state.refusals === 0 || (bundle.state !== 'sealed' && !isInHand)) continue;
    yield [
      `the insurer refuses bundle ${number}`,
      changed(state, (copy) => {
        const refused = copy.bundles[number];
        copy.refusals -= 1;
        if (refused) refused.state = 'voided';
        for (const record of bundle.records) copy.records[record] = 'accepted';
        send(copy, `voided ${number}`);
      }),
    ];
  }
}

/** Claims an object that no row keeps, at any moment (however wrong its patience), then removes it. */
function* sweeperSteps(state: SealingState): Iterable<Step<SealingState>> {
  for (const [number, object] of state.objects.entries()) {
    if (object.isKept || !object.isThere) continue;
    yield [
      object.isClaimed ? `sweeper removes object ${number}` : `sweeper claims object ${number}`,
      changed(state, (copy) => {
        const swept = copy.objects[number];
        if (swept?.isClaimed) swept.isThere = false;
        else if (swept) swept.isClaimed = true;
      }),
    ];
  }
}

function* billingSteps(state: SealingState, without?: SealingMutation): Iterable<Step<SealingState>> {
  for (const [index, message] of state.messages.entries()) {
    yield [
      `billing takes ${message}`,
      changed(state, (copy) => {
        copy.messages.splice(index, 1);
        const [kind, number] = message.split(' ') as [string, string];
        if (kind === 'claim') copy.claims[Number(number)] = true;
        else copy.bundles[Number(number)]?.heard.push(kind);
        copy.bundles.forEach(({ heard }) => heard.sort());
        settle(copy, without);
      }),
    ];
  }
  if (state.closed !== null) return;
  yield [
    'the month is closed',
    changed(state, (copy) => {
      copy.closed = without === 'closing that forgets' ? copy.open.map(() => 0) : [...copy.open];
      copy.open = copy.open.map(() => 0);
    }),
  ];
}

/** Posts what can be posted: first the mirrors, for they free claims. */
function settle(state: SealingState, without?: SealingMutation): void {
  const post = ({ records }: Bundle, sign: number) => {
    for (const record of records) state.open[record] = (state.open[record] ?? 0) + sign;
  };
  for (const bundle of state.bundles) {
    if (bundle.posting !== 'sealed' || !bundle.heard.includes('voided')) continue;
    post(bundle, -1);
    bundle.posting = 'reversed';
  }
  for (const bundle of state.bundles) {
    if (bundle.posting !== 'none' || !bundle.heard.includes('sealed')) continue;
    if (bundle.records.some((record) => state.claims[record] !== true)) continue;
    const isHeld = (record: number) =>
      state.bundles.some((other) => other.posting === 'sealed' && other.records.includes(record));
    if (bundle.heard.includes('voided')) bundle.posting = 'reversed';
    else if (without === 'posting without waiting' || !bundle.records.some(isHeld)) {
      post(bundle, 1);
      bundle.posting = 'sealed';
    }
  }
}

/** The outbox and the inbox make of every message one effect (the other model); here each arrives once, in any order. */
function send(state: SealingState, message: string): void {
  state.messages.push(message);
  state.messages.sort();
}
