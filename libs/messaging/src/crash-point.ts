/** Places where a test lets a process die on purpose. */
export type CrashPointName = 'after-commit-before-ack' | 'after-publish-before-mark';

/** Asked at each place; true: the process dies here (its connection ends, nothing after this place happens). */
export type CrashPoint = (point: CrashPointName) => boolean | Promise<boolean>;
