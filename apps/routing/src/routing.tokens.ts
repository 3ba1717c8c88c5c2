/** Injection token of the clock, `() => Date`: the one place where routing learns what time it is. */
export const CLOCK = Symbol('routing clock');
