import { CompactSign } from 'jose';
import type { ReceiptKey } from './receipt-keys.js';

/** Latest checkpoint of audit, as it travels in a receipt: who keeps the receipt can prove a rewrite of the log. */
export interface ReceiptCheckpoint {
  treeSize: number;
  rootHash: string;
  signedAt: string;
  jws: string;
}

/** What a receipt (受領証) says. Bytes and counts as received; no personal data. */
export interface ReceiptClaims {
  receiptNumber: string;
  agencyNumber: string;
  partnerNumber: string;
  providerNumber: string;
  rootName: string;
  kind: string;
  sha256: string;
  sizeBytes: number;
  recordCount: number;
  receivedAt: string;
  channel: string;
  /** State of the malware scan: `clamd`, `clamd-test-signatures-only` or `no-scanner`. */
  scanner: string;
  checkpoint: ReceiptCheckpoint | null;
}

/** The receipt as a compact JWS (EdDSA, Ed25519); these bytes are stored and served unchanged. */
export function signReceipt(claims: ReceiptClaims, key: ReceiptKey): Promise<string> {
  return new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader({ alg: 'EdDSA', kid: key.kid, typ: 'daiko-receipt+jws' })
    .sign(key.privateKey);
}
