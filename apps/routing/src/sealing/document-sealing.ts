import { nextRecordState, type RecordEvent, type RecordState } from '@daiko/contracts';
import type { SchemaSet } from '@daiko/exchange-format';
import type { ServiceTransaction } from '@daiko/messaging';
import type { Retention } from '@daiko/payload-store';
import type { Transaction } from '@daiko/persistence';
import type { DocumentTable } from '../outgoing/document-tables.js';
import type { PlannedDocument, SealedObject } from '../outgoing/planned-document.store.js';
import type { ReceivedArchives } from '../outgoing/received-archives.js';
import type { LinePages } from '../outgoing/write-outgoing.js';
import type { WaitingGroup } from '../outgoing/reservation.store.js';

/** What the building of one document works with. */
export interface BuildTools {
  agencyNumber: string;
  schemas: SchemaSet;
  archives: ReceivedArchives;
  lines: LinePages;
  database: Transaction;
  sink: (chunk: Uint8Array) => Promise<void>;
}

/** How one form of document is planned, built and committed; the frame around it is the same for all. */
export interface DocumentSealing {
  of: DocumentTable;
  retention: Retention;
  /** Words bound into the wrapped key. */
  purpose: string;
  /** Whose key it is sealed to. */
  ownerOf(document: PlannedDocument): string;
  /** Inserts the row of the document under its name; records are reserved by the frame. */
  insert(
    tx: Transaction,
    plan: { documentId: string; agencyNumber: string; group: WaitingGroup; today: string; now: Date },
  ): Promise<void>;
  write(document: PlannedDocument, tools: BuildTools): Promise<void>;
  /** Moves the records and publishes, in the transaction that makes the document sealed. */
  commit(tx: ServiceTransaction, document: PlannedDocument, sealed: SealedObject): Promise<void>;
  /** Called where writing failed for good for one record; true where the plan was changed and may be tried again. */
  onFailure?(database: ServiceTransactions, document: PlannedDocument, error: unknown): Promise<boolean>;
}

/** What runs transactions. */
export interface ServiceTransactions {
  run<T>(work: (tx: ServiceTransaction) => Promise<T>): Promise<T>;
}

/** The state after an event that must be allowed. */
export function stateAfter(state: RecordState, event: RecordEvent): RecordState {
  const next = nextRecordState(state, event);
  if (next === null) throw new Error(`a record that is ${state} cannot ${event}`);
  return next;
}
