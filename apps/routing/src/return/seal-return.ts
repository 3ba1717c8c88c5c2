import { kindCodeOf } from '@daiko/exchange-format';
import type { ServiceTransaction } from '@daiko/messaging';
import { rootNameOf } from '../outgoing/archive-number.js';
import { type DocumentTable, documentTables } from '../outgoing/document-tables.js';
import {
  moveNamedRecords,
  type PlannedDocument,
  type SealedObject,
} from '../outgoing/planned-document.store.js';
import { takeArchiveNumber } from '../outgoing/reservation.store.js';
import { ClaimNotAdjudicable, writeOutgoing } from '../outgoing/write-outgoing.js';
import { type DocumentSealing, stateAfter } from '../sealing/document-sealing.js';
import { listHeading, listRows } from './return-list.js';
import { ruleTexts } from './rule-texts.js';
import { countLists, insertReturn, listedRecords, moveToLists } from './return.store.js';

const frame = { retention: 'transit', purpose: 'return', ownerOf: () => 'platform' } as const;

/** 返戻: one archive of 種別 2 per provider, kind and origin; results byte for byte as received, each claim with its reason. */
export const returnArchiveSealing = archiveSealingOf(documentTables['return-archive'], 'agency');

/** The same for what insurers returned, with their 処理結果 (別表10). */
export const insurerReturnSealing = archiveSealingOf(documentTables['insurer-return'], 'insurer');

function archiveSealingOf(of: DocumentTable, origin: 'agency' | 'insurer'): DocumentSealing {
  return {
    ...frame,
    of,

    async insert(tx, { documentId, agencyNumber, group, today, now }) {
      const { receiverNumber: providerNumber, kind } = group;
      const number = await takeArchiveNumber(tx, providerNumber, today);
      const name = rootNameOf(agencyNumber, providerNumber, kind, number);
      const planned = {
        returnId: documentId,
        providerNumber,
        kind,
        form: 'archive',
        origin,
        name,
        today,
        now,
      } as const;
      await insertReturn(tx, planned);
    },

    async write(document, { sink, agencyNumber, schemas, lines, archives }) {
      const plan = { ...document, rootName: document.name, interactionType: '2' as const };
      await writeOutgoing(sink, { agencyNumber, schemas }, plan, lines, archives);
    },

    commit: (tx, document, sealed) => commitReturn(tx, of, document, sealed),

    async onFailure(transactions, document, error) {
      if (!(error instanceof ClaimNotAdjudicable)) return false;
      await transactions.run((tx) => moveToLists(tx, of, document.documentId, error.line));
      return true;
    },
  };
}

/** 返戻一覧: what cannot travel as an archive of 種別 2, named by file, rule and reason in a table (CSV, UTF-8 with mark). */
export const returnListSealing: DocumentSealing = {
  ...frame,
  of: documentTables['return-list'],

  async insert(tx, { documentId, agencyNumber, group, today, now }) {
    const { receiverNumber: providerNumber, kind } = group;
    const prefix = `${agencyNumber}_${providerNumber}_${today}_${kindCodeOf(kind)}_list-`;
    const name = prefix + String((await countLists(tx, prefix)) + 1).padStart(2, '0');
    await insertReturn(tx, {
      returnId: documentId,
      providerNumber,
      kind,
      form: 'list',
      origin: 'agency',
      name,
      today,
      now,
    });
  },

  async write(document, { sink, database }) {
    const text = new TextEncoder();
    await sink(text.encode(listHeading()));
    for await (const page of listedRecords(database, document.documentId)) {
      await sink(text.encode(page.map((record) => listRows(record, ruleTexts)).join('')));
    }
  },

  commit: (tx, document, sealed) => commitReturn(tx, documentTables['return-list'], document, sealed),
};

/** The file name under which a provider gets a return. */
export function returnFileName(name: string, form: 'archive' | 'list'): string {
  return form === 'archive' ? `${name}.zip` : `${name}.csv`;
}

async function commitReturn(
  tx: ServiceTransaction,
  of: DocumentTable,
  document: PlannedDocument,
  { payload, sealedAt }: SealedObject,
): Promise<void> {
  const { documentId, recordCount } = document;
  const form = of.form === 'return-list' ? 'list' : 'archive';
  const records = await moveNamedRecords(tx, of, documentId, {
    from: of.form === 'insurer-return' ? ['returned', 'sent-back'] : 'returned',
    to: stateAfter('returned', 'seal-return'),
    recordCount,
  });
  tx.publish('routing.return.sealed.v1', documentId, {
    returnId: documentId,
    providerNumber: document.receiverNumber,
    kind: document.kind,
    form,
    name: returnFileName(document.name, form),
    sha256: payload.sha256,
    sizeBytes: payload.sizeBytes,
    sealedAt: sealedAt.toISOString(),
    recordCount,
    records,
  });
}
