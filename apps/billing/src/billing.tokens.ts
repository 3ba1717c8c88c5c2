/** Injection tokens of plain values. */
export const BILLING_TUNING = Symbol('tuning of the service');

export interface BillingTuning {
  /** Key of the person digest, 32 bytes; the same as inspection's. */
  personDigestKey: Uint8Array;
  now: () => Date;
}
