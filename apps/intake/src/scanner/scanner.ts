/** What the receipt and `/v1/status` say of the malware scan; anything but `clamd` is a warning to the operator. */
export type ScannerState = 'clamd' | 'clamd-test-signatures-only' | 'no-scanner';

/** Answer of a scan; `name` is what the scanner calls what it found, a signature or a limit of its own. */
export type ScanVerdict = { isClean: true } | { isClean: false; name: string };

/** One archive being scanned while it streams by. */
export interface ScanSession {
  /** Hands the next bytes on; resolves when more may come. Rejects with {@link ScannerDown}. */
  write(chunk: Uint8Array): Promise<void>;
  /** Ends the stream and waits for the verdict. Rejects with {@link ScannerDown}. */
  finish(): Promise<ScanVerdict>;
  /** Gives up; safe at any time. */
  abort(): void;
}

/** A malware scanner (マルウェア検査). */
export interface Scanner {
  readonly state: ScannerState;
  isReachable(): Promise<boolean>;
  begin(): Promise<ScanSession>;
}

/** Injection token of the scanner. */
export const SCANNER = Symbol('scanner');

/** The scanner does not answer: a fault of ours, the sender is asked to come again. */
export class ScannerDown extends Error {
  constructor(reason: string) {
    super(`the scanner does not answer: ${reason}`);
    this.name = 'ScannerDown';
  }
}
