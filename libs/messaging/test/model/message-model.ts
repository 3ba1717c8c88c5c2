import { changed, type Model, type Step } from './explore.js';

/** Parts of the protocol that can be taken out, to see that the check would notice. */
export type MessageMutation =
  | 'no inbox'
  | 'acknowledge before commit'
  | 'mark before publish'
  | 'publish after commit, without outbox'
  | 'no limit of attempts'
  | 'audit takes marks in any order';

/** A copy of a message on its way to a handler. */
interface Delivery {
  id: number;
  attempt: number;
}

interface Relaying {
  stream: number;
  /** Marks of the stream that the batch ends with. */
  upTo: number;
  published: boolean;
}

/** One service sends two messages, two relays publish its outbox, two workers and the audit take them. */
export interface MessageState {
  /** Faults that may still happen. */
  faults: number;
  /** Streams of the sender's processes; each mark is the number of its message. */
  streams: number[][];
  /** Marks of each stream that are noted as relayed. */
  relayed: number[];
  relays: (Relaying | null)[];
  /** Only without outbox: what has committed and is still to be sent from memory. */
  unsent: number[];
  /** The handler's queue: the broker may give its copies in any order. */
  queue: Delivery[];
  workers: ((Delivery & { hasCommitted: boolean }) | null)[];
  inbox: boolean[];
  effects: number[];
  dead: number[];
  /** Message 1 makes its handler throw, until somebody mends that. */
  isPoison: boolean;
  /** The audit's queue, its trail and what came too early, as [stream, place]. */
  auditQueue: [number, number][];
  trail: number[][];
  parked: [number, number][];
}

const messages = [0, 1];
const attemptsMax = 2;
/** Copies of one message in a queue; a bound of the model, not of the protocol. */
const copiesMax = 2;

export function messageModel(
  options: { faults?: number; poison?: boolean; without?: MessageMutation } = {},
): Model<MessageState> {
  const { faults = 2, poison = false, without } = options;
  const initial: MessageState = {
    faults,
    streams: [[]],
    relayed: [0],
    relays: [null, null],
    unsent: [],
    queue: [],
    workers: [null, null],
    inbox: messages.map(() => false),
    effects: messages.map(() => 0),
    dead: [],
    isPoison: poison,
    auditQueue: [],
    trail: [[]],
    parked: [],
  };
  return {
    initial,
    *steps(state) {
      yield* senderSteps(state, without);
      for (const number of state.relays.keys()) yield* relaySteps(state, number, without);
      for (const number of state.workers.keys()) yield* workerSteps(state, number, without);
      yield* auditSteps(state, without);
      yield* operatorSteps(state);
    },
    key: (state) =>
      JSON.stringify({ ...state, workers: state.workers.map((each) => JSON.stringify(each)).sort() }),
    isFault: (action) => /crashes|lost/.test(action),
    invariants: {
      'no message has its effect twice': ({ effects }) => effects.every((count) => count <= 1),
      'no message is lost': (state) =>
        committed(state).every((id) => whereabouts(state, id) || (state.effects[id] ?? 0) > 0),
      'a stream is relayed by one process at a time': ({ relays: [a, b] }) =>
        !a || !b || a.stream !== b.stream,
      'the trail has no gap': ({ trail }) =>
        trail.every((places) => places.every((place, index) => place === index + 1)),
    },
    isDone: (state) =>
      messages.every((id) => state.effects[id] === 1) &&
      state.dead.length + state.queue.length + state.auditQueue.length + state.parked.length === 0 &&
      state.workers.every((worker) => worker === null) &&
      state.streams.every((marks, stream) => state.trail[stream]?.length === marks.length),
  };
}

const committed = ({ streams }: MessageState): number[] => streams.flat();

function whereabouts(state: MessageState, id: number): boolean {
  const isWaiting = state.streams.some((marks, stream) =>
    marks.slice(state.relayed[stream] ?? 0).includes(id),
  );
  const isSent = state.queue.some((copy) => copy.id === id) || state.dead.includes(id);
  return (
    isWaiting || isSent || state.unsent.includes(id) || state.workers.some((worker) => worker?.id === id)
  );
}

function* senderSteps(state: MessageState, without?: MessageMutation): Iterable<Step<MessageState>> {
  const next = committed(state).length;
  const isDirect = without === 'publish after commit, without outbox';
  if (next < messages.length) {
    yield [
      `commit ${next}`,
      changed(state, (copy) => {
        copy.streams.at(-1)?.push(next);
        if (!isDirect) return;
        copy.unsent.push(next);
        copy.relayed[copy.relayed.length - 1] = copy.streams.at(-1)?.length ?? 0;
      }),
    ];
  }
  const [unsent] = state.unsent;
  if (unsent !== undefined) {
    const send = (copy: MessageState) => deliver(copy, copy.unsent.splice(0, 1));
    yield [`send ${unsent}`, changed(state, send)];
  }
  if (state.faults > 0 && state.streams.length < 2) {
    yield [
      'sender crashes',
      changed(state, (copy) => {
        copy.faults -= 1;
        copy.unsent = [];
        copy.streams.push([]);
        copy.relayed.push(0);
        copy.trail.push([]);
        // The relay of that process dies with it, and its lock with the connection.
        copy.relays[0] = null;
      }),
    ];
  }
}

function* relaySteps(
  state: MessageState,
  number: number,
  without?: MessageMutation,
): Iterable<Step<MessageState>> {
  const relay = state.relays[number] ?? null;
  const named = `relay ${number}`;
  if (relay === null) {
    for (const [stream, marks] of state.streams.entries()) {
      const isLocked = state.relays.some((other) => other?.stream === stream);
      if (isLocked || (state.relayed[stream] ?? 0) >= marks.length) continue;
      yield [
        `${named} takes stream ${stream}`,
        changed(state, (copy) => {
          copy.relays[number] = { stream, upTo: marks.length, published: false };
          if (without === 'mark before publish') copy.relayed[stream] = marks.length;
        }),
      ];
    }
    return;
  }
  const { stream, upTo, published } = relay;
  if (!published) {
    yield [
      `${named} publishes`,
      changed(state, (copy) => {
        const isMarked = without === 'mark before publish';
        const from = isMarked ? 0 : (copy.relayed[stream] ?? 0);
        deliver(copy, copy.streams[stream]?.slice(from, upTo) ?? []);
        for (let place = from + 1; place <= upTo; place += 1) announce(copy, [stream, place]);
        copy.relays[number] = { stream, upTo, published: true };
      }),
    ];
  } else {
    yield [
      `${named} marks`,
      changed(state, (copy) => {
        copy.relayed[stream] = Math.max(copy.relayed[stream] ?? 0, upTo);
        copy.relays[number] = null;
      }),
    ];
  }
  if (state.faults > 0) {
    const broken = (copy: MessageState) => {
      copy.faults -= 1;
      copy.relays[number] = null;
    };
    yield [`${named} crashes`, changed(state, broken)];
  }
}

function* workerSteps(
  state: MessageState,
  number: number,
  without?: MessageMutation,
): Iterable<Step<MessageState>> {
  const worker = state.workers[number] ?? null;
  const named = `worker ${number}`;
  if (worker === null) {
    for (const [index, { id, attempt }] of state.queue.entries()) {
      if (state.queue.findIndex((other) => other.id === id && other.attempt === attempt) !== index) continue;
      yield [
        `${named} takes ${id}`,
        changed(state, (copy) => {
          copy.queue.splice(index, 1);
          copy.workers[number] = { id, attempt, hasCommitted: false };
        }),
      ];
    }
    return;
  }
  const { id, attempt, hasCommitted } = worker;
  const again = { id, attempt };
  const free = (copy: MessageState) => (copy.workers[number] = null);
  if (hasCommitted) yield [`${named} acknowledges`, changed(state, free)];
  else if (state.isPoison && id === 1) {
    yield [
      `${named} throws`,
      changed(state, (copy) => {
        free(copy);
        if (attempt < attemptsMax) enqueue(copy, { id, attempt: attempt + 1 });
        else if (without === 'no limit of attempts') enqueue(copy, again);
        else if (!copy.dead.includes(id)) copy.dead.push(id);
      }),
    ];
  } else {
    yield [
      `${named} commits`,
      changed(state, (copy) => {
        copy.workers[number] = { ...again, hasCommitted: true };
        if (copy.inbox[id] === true && without !== 'no inbox') return;
        copy.inbox[id] = true;
        copy.effects[id] = (copy.effects[id] ?? 0) + 1;
      }),
    ];
  }
  if (state.faults === 0) return;
  yield [
    `${named} crashes`,
    changed(state, (copy) => {
      copy.faults -= 1;
      free(copy);
      if (without !== 'acknowledge before commit') enqueue(copy, again);
    }),
  ];
}

function* auditSteps(state: MessageState, without?: MessageMutation): Iterable<Step<MessageState>> {
  for (const [index, [stream, place]] of state.auditQueue.entries()) {
    const take = (copy: MessageState) => {
      const trail = copy.trail[stream] ?? [];
      if (without === 'audit takes marks in any order') trail.push(place);
      else if (place > trail.length) {
        const isParked = copy.parked.some(([s, p]) => s === stream && p === place);
        if (!isParked) copy.parked.push([stream, place]);
        copy.parked.sort();
        for (;;) {
          const next = copy.parked.findIndex(([s, p]) => s === stream && p === trail.length + 1);
          if (next === -1) break;
          trail.push(copy.parked.splice(next, 1)[0]?.[1] ?? 0);
        }
      }
    };
    yield [
      `audit takes ${stream}/${place}`,
      changed(state, (copy) => {
        copy.auditQueue.splice(index, 1);
        take(copy);
      }),
    ];
  }
}

function* operatorSteps(state: MessageState): Iterable<Step<MessageState>> {
  if (state.isPoison && state.dead.length > 0) {
    yield ['the handler is mended', changed(state, (copy) => void (copy.isPoison = false))];
  }
  if (!state.isPoison && state.dead.length > 0) {
    yield [
      'dead letters are replayed',
      changed(state, (copy) => copy.dead.splice(0).forEach((id) => enqueue(copy, { id, attempt: 1 }))),
    ];
  }
}

function deliver(state: MessageState, ids: readonly number[]): void {
  for (const id of ids) enqueue(state, { id, attempt: 1 });
}

function enqueue(state: MessageState, delivery: Delivery): void {
  if (state.queue.filter(({ id }) => id === delivery.id).length >= copiesMax) return;
  state.queue.push(delivery);
  state.queue.sort((a, b) => a.id - b.id || a.attempt - b.attempt);
}

function announce(state: MessageState, mark: [number, number]): void {
  const same = state.auditQueue.filter(([stream, place]) => stream === mark[0] && place === mark[1]);
  if (same.length < copiesMax) state.auditQueue.push(mark);
  state.auditQueue.sort();
}
