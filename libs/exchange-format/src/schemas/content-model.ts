import type { ContentState } from './schema-tables.js';

/** What a content model is made of. */
export type Particle =
  | { readonly kind: 'element'; readonly name: string; readonly type: number }
  | { readonly kind: 'sequence' | 'choice'; readonly parts: readonly Particle[] }
  | { readonly kind: 'repeat'; readonly part: Particle; readonly min: number; readonly max: number };

/** Repeats are unrolled, so their bounds must be small. */
const REPEAT_MAX = 32;

interface Fragment {
  readonly isOptional: boolean;
  readonly first: readonly number[];
  readonly last: readonly number[];
}

/**
 * Compiles a content model into a deterministic automaton: Glushkov positions, then the subset construction,
 * which is exact also where the model is ambiguous. State 0 is the start.
 */
export function compileContentModel(model: Particle): ContentState[] {
  const positions = new Positions();
  const whole = positions.visit(model);
  const states: ContentState[] = [];
  const numbers = new Map<string, number>();
  const waiting: number[][] = [];
  const numberOf = (set: readonly number[]): number => {
    const sorted = [...new Set(set)].sort((a, b) => a - b);
    const key = sorted.join();
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, numbers.size);
    waiting.push(sorted);
    return numbers.size - 1;
  };
  const last = new Set(whole.last);
  numberOf([-1]);
  for (let set = waiting.shift(); set !== undefined; set = waiting.shift()) {
    const reached = new Map<string, { type: number; positions: number[] }>();
    for (const at of set) {
      for (const next of at === -1 ? whole.first : positions.follow[at]!) {
        const { name, type } = positions.elements[next]!;
        const group = reached.get(name) ?? { type, positions: [] };
        if (group.type !== type) throw new Error(`element ${name} has two types in one content model`);
        group.positions.push(next);
        reached.set(name, group);
      }
    }
    const next: Record<string, readonly [number, number]> = {};
    for (const [name, group] of reached) next[name] = [numberOf(group.positions), group.type];
    states.push({ next, accepts: set.some((at) => (at === -1 ? whole.isOptional : last.has(at))) });
  }
  return states;
}

class Positions {
  readonly elements: { name: string; type: number }[] = [];
  readonly follow: number[][] = [];

  visit(part: Particle): Fragment {
    switch (part.kind) {
      case 'element': {
        const at = this.elements.push({ name: part.name, type: part.type }) - 1;
        this.follow.push([]);
        return { isOptional: false, first: [at], last: [at] };
      }
      case 'choice': {
        const parts = part.parts.map((each) => this.visit(each));
        return {
          isOptional: parts.length === 0 || parts.some(({ isOptional }) => isOptional),
          first: parts.flatMap(({ first }) => first),
          last: parts.flatMap(({ last }) => last),
        };
      }
      case 'sequence':
        return part.parts.map((each) => this.visit(each)).reduce((a, b) => this.join(a, b), empty);
      case 'repeat':
        return this.repeat(part.part, part.min, part.max);
    }
  }

  private repeat(part: Particle, min: number, max: number): Fragment {
    const isBounded = Number.isFinite(max);
    if (min > REPEAT_MAX || (isBounded && max > REPEAT_MAX)) {
      throw new Error('a repeat with bounds that large is not known');
    }
    const copies = isBounded ? max : Math.max(min, 1);
    let whole = empty;
    for (let copy = 1; copy <= copies; copy++) {
      const fragment = this.visit(part);
      if (!isBounded && copy === copies) this.connect(fragment.last, fragment.first);
      whole = this.join(whole, { ...fragment, isOptional: fragment.isOptional || copy > min });
    }
    return whole;
  }

  private join(a: Fragment, b: Fragment): Fragment {
    this.connect(a.last, b.first);
    return {
      isOptional: a.isOptional && b.isOptional,
      first: a.isOptional ? [...a.first, ...b.first] : a.first,
      last: b.isOptional ? [...a.last, ...b.last] : b.last,
    };
  }

  private connect(from: readonly number[], to: readonly number[]): void {
    for (const at of from) this.follow[at]!.push(...to);
  }
}

const empty: Fragment = { isOptional: true, first: [], last: [] };
