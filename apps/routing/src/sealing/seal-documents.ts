import type { SchemaSet } from '@daiko/exchange-format';
import { crashPoint, metrics } from '@daiko/observability';
import type { Database } from '@daiko/persistence';
import type { PayloadStore, SealingSession } from '@daiko/payload-store';
import type { UnitOfWork } from '@daiko/messaging';
import { bundleSealing } from '../bundle/seal-bundle.js';
import type { DocumentForm } from '../outgoing/document-tables.js';
import type { ArchiveBounds, OutgoingFolder, OutgoingLine } from '../outgoing/outgoing-archive.js';
import {
  endLease,
  leaseDocument,
  linePages,
  markSealed,
  type PlannedDocument,
  plannedDocuments,
  renewLease,
} from '../outgoing/planned-document.store.js';
import { EntryUnreadable, ReceivedArchives } from '../outgoing/received-archives.js';
import { releaseRecords, restSubmission } from '../outgoing/release.store.js';
import { keepUpload, noteUpload } from '../outgoing/upload.store.js';
import { insurerReturnSealing, returnArchiveSealing, returnListSealing } from '../return/seal-return.js';
import type { DocumentSealing } from './document-sealing.js';
import { planDocuments } from './plan-documents.js';

export type SealingKind = 'bundles' | 'returns' | 'all';

/** A document that a run has sealed. */
export interface SealedDocument {
  documentId: string;
  form: DocumentForm;
  receiverNumber: string;
  kind: 'checkup' | 'guidance';
  name: string;
  recordCount: number;
  claimYen: number;
}

/** What a run did; `unfinished` stays planned and is taken up by the next run. */
export interface SealingResult {
  sealed: SealedDocument[];
  unfinished: { documentId: string; form: DocumentForm; name: string }[];
}

export interface SealingSettings {
  agencyNumber: string;
  /** Schemas that outgoing archives carry: those that inspection judges by. */
  schemas: SchemaSet;
  /** For how long a process has a document to itself; renewed while it builds. */
  leaseSeconds: number;
  /** What one archive may hold; default `archiveBounds`. */
  bounds?: ArchiveBounds;
  onFault: (document: Pick<PlannedDocument, 'documentId' | 'form' | 'name'>, error: unknown) => void;
}

/** How long a submission rests whose payload could not be read, ms. */
const restMs = 60 * 60 * 1000;

const sealings: Record<SealingKind, DocumentSealing[]> = {
  bundles: [bundleSealing],
  returns: [returnArchiveSealing, insurerReturnSealing, returnListSealing],
  all: [bundleSealing, returnArchiveSealing, insurerReturnSealing, returnListSealing],
};

const recordsSealed = () =>
  metrics.counter('daiko_routing_records_sealed_total', 'Records sealed, by form of the document', ['form']);

class SealedElsewhere extends Error {}

/**
 * 締め of bundles and returns. First one transaction reserves records, number and name (the plan); then the archive is built and
 * uploaded under a fresh key; then one transaction records object, digest and message. A run takes up every plan that is there.
 */
export class SealDocuments {
  private running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly payloads: PayloadStore,
    private readonly settings: SealingSettings,
  ) {}

  /** One run after the other in this process; runs in other processes share the plans by their leases. */
  run(kind: SealingKind, now: () => Date): Promise<SealingResult> {
    const next = this.running.then(() => this.runAlone(kind, now));
    this.running = next.catch(() => undefined);
    return next;
  }

  private async runAlone(kind: SealingKind, now: () => Date): Promise<SealingResult> {
    const result: SealingResult = { sealed: [], unfinished: [] };
    for (const sealing of sealings[kind]) {
      await planDocuments(this.database, this.unitOfWork, sealing, this.settings, now);
      await crashPoint('routing.planned');
      const archives = new ReceivedArchives(this.database, this.payloads, `${sealing.purpose}-sealing`);
      for (const document of await plannedDocuments(this.database, sealing.of)) {
        const { documentId, form, name } = document;
        const sealed = await this.buildLeased(sealing, document, archives, now);
        if (sealed === 'unfinished') result.unfinished.push({ documentId, form, name });
        else if (sealed !== 'given-up') {
          result.sealed.push(sealed);
          recordsSealed().inc({ form }, sealed.recordCount);
        }
      }
    }
    return result;
  }

  private async buildLeased(
    sealing: DocumentSealing,
    document: PlannedDocument,
    archives: ReceivedArchives,
    now: () => Date,
  ): Promise<SealedDocument | 'unfinished' | 'given-up'> {
    const { documentId, receiverNumber, kind, name, recordCount, claimYen } = document;
    const { form } = sealing.of;
    if (!(await leaseDocument(this.database, sealing.of, documentId, this.settings.leaseSeconds))) {
      return 'unfinished';
    }
    try {
      await this.build(sealing, document, archives, now);
      return { documentId, form, receiverNumber, kind, name, recordCount, claimYen };
    } catch (error) {
      if (error instanceof SealedElsewhere) return 'unfinished';
      const isMended = await this.mend(sealing, document, error);
      await endLease(this.database, sealing.of, documentId);
      if (!isMended) return 'unfinished';
      const plans = await plannedDocuments(this.database, sealing.of);
      const changed = plans.find((plan) => plan.documentId === documentId);
      return changed === undefined ? 'given-up' : this.buildLeased(sealing, changed, archives, now);
    }
  }

  /** True where the plan was changed so that it may be tried again without what failed. */
  private async mend(sealing: DocumentSealing, document: PlannedDocument, error: unknown): Promise<boolean> {
    const { documentId } = document;
    if (await sealing.onFailure?.(this.unitOfWork, document, error)) return true;
    this.settings.onFault(document, error);
    if (!(error instanceof EntryUnreadable)) return false;
    const { submissionId } = error;
    await this.unitOfWork.run(async (tx) => {
      await restSubmission(tx, submissionId, restMs);
      await releaseRecords(tx, sealing.of, documentId, submissionId, null);
    });
    return true;
  }

  private async build(
    sealing: DocumentSealing,
    document: PlannedDocument,
    archives: ReceivedArchives,
    now: () => Date,
  ): Promise<void> {
    const session = await this.payloads.seal({
      service: 'routing',
      owner: sealing.ownerOf(document),
      retention: sealing.retention,
      purpose: sealing.purpose,
      now: now(),
    });
    const { objectKey } = session;
    await noteUpload(this.database, objectKey, document.documentId, now());
    await this.write(sealing, document, archives, session);
    const payload = await session.finish();
    await crashPoint('routing.uploaded');
    try {
      await this.unitOfWork.run(async (tx) => {
        if (!(await keepUpload(tx, objectKey))) throw new SealedElsewhere();
        const sealed = { payload, sealedAt: now() };
        if (!(await markSealed(tx, sealing.of, document.documentId, sealed))) throw new SealedElsewhere();
        await sealing.commit(tx, document, sealed);
        await crashPoint('routing.sealing');
      });
      await crashPoint('routing.sealed');
    } catch (error) {
      if (error instanceof SealedElsewhere) await this.payloads.remove(objectKey);
      throw error;
    }
  }

  private async write(
    sealing: DocumentSealing,
    document: PlannedDocument,
    archives: ReceivedArchives,
    session: SealingSession,
  ): Promise<void> {
    try {
      await sealing.write(document, {
        agencyNumber: this.settings.agencyNumber,
        schemas: this.settings.schemas,
        archives,
        lines: (folder) => this.leasedPages(sealing, document.documentId, folder),
        database: this.database,
        sink: (chunk) => session.write(chunk),
      });
    } catch (error) {
      await session.abort();
      throw error;
    }
  }

  private async *leasedPages(
    sealing: DocumentSealing,
    documentId: string,
    folder: OutgoingFolder,
  ): AsyncGenerator<readonly OutgoingLine[]> {
    const { leaseSeconds } = this.settings;
    let renewedAt = performance.now();
    for await (const page of linePages(this.database, sealing.of, documentId, folder)) {
      if (performance.now() - renewedAt > (leaseSeconds * 1000) / 3) {
        await renewLease(this.database, sealing.of, documentId, leaseSeconds);
        renewedAt = performance.now();
      }
      yield page;
    }
  }
}
