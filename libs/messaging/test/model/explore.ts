/** A step that a model can take: its name and the state it leads to. */
export type Step<S> = readonly [action: string, state: S];

/** A protocol as states and steps, small enough that every state can be visited. */
export interface Model<S> {
  initial: S;
  /** Every step that is possible. */
  steps(state: S): Iterable<Step<S>>;
  /** What tells two states apart; alike processes may be told in any order. */
  key(state: S): string;
  /** Whether a step is the fault of somebody (a crash, a lost answer): the end must be reached without more of them. */
  isFault(action: string): boolean;
  /** What must hold in every state, by name. */
  invariants: Readonly<Record<string, (state: S) => boolean>>;
  /** All work is done and done rightly. */
  isDone(state: S): boolean;
}

/** What is wrong with a model: the law that breaks, and the shortest way there. */
export interface Violation {
  law: string;
  trace: string[];
}

export interface Exploration {
  states: number;
  violation: Violation | null;
}

/**
 * Visits every state of a model, breadth first, and checks each invariant in each. Then walks back from the states that are done:
 * a state from which no way without further faults leads to one of them breaks the law "everything ends".
 */
export function explore<S>(model: Model<S>, statesMax = 500_000): Exploration {
  const numbers = new Map<string, number>([[model.key(model.initial), 0]]);
  const states: S[] = [model.initial];
  const origins: { from: number; action: string }[] = [{ from: -1, action: '' }];
  const waysBack: number[][] = [[]];
  const done: number[] = [];
  const traceTo = (number: number): string[] => {
    const trace: string[] = [];
    for (let at = number; at > 0; at = origins[at]?.from ?? 0) trace.unshift(origins[at]?.action ?? '');
    return trace;
  };
  for (let number = 0; number < states.length; number += 1) {
    const state = states[number] as S;
    const broken = Object.entries(model.invariants).find(([, holds]) => !holds(state));
    if (broken) return { states: states.length, violation: { law: broken[0], trace: traceTo(number) } };
    if (model.isDone(state)) done.push(number);
    for (const [action, next] of model.steps(state)) {
      const key = model.key(next);
      let target = numbers.get(key);
      if (target === undefined) {
        target = states.push(next) - 1;
        if (target >= statesMax) throw new RangeError(`the model has more than ${statesMax} states`);
        numbers.set(key, target);
        origins.push({ from: number, action });
        waysBack.push([]);
      }
      if (!model.isFault(action)) waysBack[target]?.push(number);
    }
  }
  const lost = firstLost(states.length, done, waysBack);
  const violation = lost === null ? null : { law: 'everything ends', trace: traceTo(lost) };
  return { states: states.length, violation };
}

/** The first state from which none of the `done` is reached, walking the ways back from these; null where there is none. */
function firstLost(count: number, done: readonly number[], waysBack: readonly number[][]): number | null {
  const reaches = new Uint8Array(count);
  const open = [...done];
  for (const number of open) reaches[number] = 1;
  for (let number = open.pop(); number !== undefined; number = open.pop()) {
    for (const from of waysBack[number] ?? []) {
      if (reaches[from] === 1) continue;
      reaches[from] = 1;
      open.push(from);
    }
  }
  const first = reaches.indexOf(0);
  return first === -1 ? null : first;
}

/** Takes the named steps one after the other; throws, with what would be possible, where one is not. */
export function follow<S>(model: Model<S>, actions: readonly string[]): S {
  return actions.reduce((state, action) => {
    const steps = [...model.steps(state)];
    const step = steps.find(([name]) => name === action);
    if (step === undefined) throw new Error(`${action}: not among ${steps.map(([name]) => name).join(', ')}`);
    return step[1];
  }, model.initial);
}

/** A copy of a state with a change. */
export function changed<S>(state: S, change: (copy: S) => void): S {
  const copy = JSON.parse(JSON.stringify(state)) as S;
  change(copy);
  return copy;
}
