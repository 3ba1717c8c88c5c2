/** Injection tokens of plain values. */
export const INSPECTION_SETTINGS = Symbol('settings of the judge');
export const INSPECTION_TUNING = Symbol('tuning of the service');

export interface InspectionTuning {
  /** Key of the person digest, 32 bytes. */
  personDigestKey: Uint8Array;
  chunkRecords: number;
  sweepSeconds: number;
}
