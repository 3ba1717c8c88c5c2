/** Injection tokens of plain values. */
export const INSPECTION_SETTINGS = Symbol('settings of the judge');
/** Text of the settings file as read at the start; null where the defaults hold. */
export const SETTINGS_TEXT = Symbol('text of the settings file');
export const INSPECTION_TUNING = Symbol('tuning of the service');

export interface InspectionTuning {
  /** Key of the person digest, 32 bytes. */
  personDigestKey: Uint8Array;
  chunkRecords: number;
  sweepSeconds: number;
  /** One in so many valid documents is shown to the second opinion. */
  opinionShare: number;
}
