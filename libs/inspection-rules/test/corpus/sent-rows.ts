import type { Buffer } from 'node:buffer';
import { sendArchive } from './spoil.js';
import { corpusTables } from './tables.js';
import { kindOf, provider } from './valid-records.js';

/** One row of the corpus as a provider sends it. */
export interface SentRow {
  readonly name: string;
  readonly kind: 'checkup' | 'guidance';
  /** Of the provider who sends it, whatever the file is called. */
  readonly providerNumber: string;
  readonly fileName: string;
  readonly zip: Buffer;
}

/** Rows that a provider sends to the agency (種別 1), made one after the other; what others send takes another way. */
export function* sentRows(): Generator<SentRow> {
  for (const tables of Object.values(corpusTables)) {
    for (const rows of Object.values(tables)) {
      for (const { name, on, spoiling, exchange } of rows) {
        if (exchange !== undefined) continue;
        const { fileName, zip } = sendArchive(on, spoiling);
        yield { name, kind: kindOf(on), providerNumber: provider.number, fileName, zip };
      }
    }
  }
}
