import type { DocumentKind } from '@daiko/exchange-format';

/**
 * Another validator's word on whether a document follows its schema (第二の判定). It never decides: where it differs from
 * ours the record is held.
 */
export interface SecondOpinion {
  /** True for valid. Throws where it cannot say: a fault of ours, never a pass. */
  isValid(kind: DocumentKind, bytes: Uint8Array): boolean;
}
