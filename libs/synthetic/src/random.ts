/**
 * Seeded pseudo-random numbers (xoshiro128**, seeded by splitmix32). The same seed gives the same
 * sequence on every machine; not for secrets.
 */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private d: number;

  /** Several seeds are mixed; each counts by its lowest 32 bits. */
  constructor(...seeds: number[]) {
    let state = 0x9e3779b9;
    const next = () => {
      state = (state + 0x9e3779b9) | 0;
      return mix(state);
    };
    for (const seed of seeds) state = mix((state ^ seed) | 0);
    this.a = next();
    this.b = next();
    this.c = next();
    this.d = next() | 1;
  }

  /** 32 random bits as a number from 0. */
  bits(): number {
    const result = Math.imul(rotate(Math.imul(this.b, 5), 7), 9);
    const shifted = this.b << 9;
    this.c ^= this.a;
    this.d ^= this.b;
    this.b ^= this.c;
    this.a ^= this.d;
    this.c ^= shifted;
    this.d = rotate(this.d, 11);
    return result >>> 0;
  }

  /** Whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + Math.floor((this.bits() / 0x1_0000_0000) * (high - low + 1));
  }

  /** True in `percent` of 100 calls. */
  chance(percent: number): boolean {
    return this.between(1, 100) <= percent;
  }

  /** One member of a list that is not empty. */
  pick<T>(list: readonly T[]): T {
    return list[this.between(0, list.length - 1)]!;
  }

  /** One member, as likely as its weight. */
  weighted<T>(list: readonly (readonly [weight: number, member: T])[]): T {
    let left = this.between(
      1,
      list.reduce((sum, [weight]) => sum + weight, 0),
    );
    for (const [weight, member] of list) {
      left -= weight;
      if (left <= 0) return member;
    }
    return list.at(-1)![1];
  }
}

function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x21f0aaad);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
  return (mixed ^ (mixed >>> 15)) | 0;
}

function rotate(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}
