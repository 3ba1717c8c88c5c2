import type { Scanner, ScanSession } from './scanner.js';

const passing: ScanSession = {
  write: async () => undefined,
  finish: async () => ({ isClean: true }),
  abort: () => undefined,
};

/** No scan at all, chosen by the operator; receipts and `/v1/status` say so. */
export const noScanner: Scanner = {
  state: 'no-scanner',
  isReachable: async () => true,
  begin: async () => passing,
};
