import { rootNameOf } from '../outgoing/archive-number.js';
import { documentTables } from '../outgoing/document-tables.js';
import { moveNamedRecords } from '../outgoing/planned-document.store.js';
import { takeArchiveNumber } from '../outgoing/reservation.store.js';
import { writeOutgoing } from '../outgoing/write-outgoing.js';
import { type DocumentSealing, stateAfter } from '../sealing/document-sealing.js';
import { insertBundle } from './bundle.store.js';

const of = documentTables.bundle;

/** 送付単位: one archive of 種別 3 per insurer and kind, its records' bytes copied as received, sealed to the insurer's key. */
export const bundleSealing: DocumentSealing = {
  of,
  retention: 'transit',
  purpose: 'bundle',
  ownerOf: ({ receiverNumber }) => receiverNumber,

  async insert(tx, { documentId, agencyNumber, group, today, now }) {
    const number = await takeArchiveNumber(tx, group.receiverNumber, today);
    const name = rootNameOf(agencyNumber, group.receiverNumber, group.kind, number);
    await insertBundle(tx, {
      bundleId: documentId,
      insurerNumber: group.receiverNumber,
      kind: group.kind,
      name,
      today,
      now,
    });
  },

  async write(document, { sink, agencyNumber, schemas, lines, archives }) {
    const plan = { ...document, rootName: document.name, interactionType: '3' as const };
    await writeOutgoing(sink, { agencyNumber, schemas }, plan, lines, archives);
  },

  async commit(tx, document, { payload, sealedAt }) {
    const { documentId, recordCount } = document;
    const records = await moveNamedRecords(tx, of, documentId, {
      from: 'accepted',
      to: stateAfter('accepted', 'seal'),
      recordCount,
    });
    tx.publish('routing.bundle.sealed.v1', documentId, {
      bundleId: documentId,
      insurerNumber: document.receiverNumber,
      kind: document.kind,
      rootName: document.name,
      sha256: payload.sha256,
      sizeBytes: payload.sizeBytes,
      sealedAt: sealedAt.toISOString(),
      recordCount,
      claimYen: document.claimYen,
      recordHashSum: document.recordHashSum,
      records,
    });
  },
};
