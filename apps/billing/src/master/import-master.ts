import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { actorOf, type Caller } from '@daiko/access';
import { Problem } from '@daiko/contracts';
import { type ServiceTransaction, UnitOfWork } from '@daiko/messaging';
import { v7 as uuidv7 } from 'uuid';
import { BILLING_TUNING, type BillingTuning } from '../billing.tokens.js';
import { insertImport, type MasterImport, nextVersion } from './master.store.js';
import { masterParts } from './master-parts.js';
import { masterProblems } from './problems.js';
import { type MasterEntries, type MasterKind, readMaster, type ReadMaster } from './read-master.js';

/** Takes a master file in: all of it, or nothing and the list of its errors. */
@Injectable()
export class ImportMaster {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(BILLING_TUNING) private readonly tuning: BillingTuning,
  ) {}

  async import(
    kind: MasterKind,
    insurerNumber: string,
    bytes: Buffer,
    caller: Caller,
  ): Promise<Omit<MasterImport, 'supersededAt'>> {
    const read = await readMaster(kind, bytes, insurerNumber, this.tuning.personDigestKey);
    const { errors } = read;
    if (errors.count > 0) {
      const values = { errorCount: errors.count };
      throw new Problem(masterProblems.refused, values, { errorCount: errors.count, errors: errors.shown });
    }
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return this.unitOfWork.run((tx) =>
      enter(tx, read, { insurerNumber, sha256, sizeBytes: bytes.length }, caller, this.tuning.now()),
    );
  }
}

async function enter(
  tx: ServiceTransaction,
  { kind, entries, rowCount }: ReadMaster,
  file: { insurerNumber: string; sha256: string; sizeBytes: number },
  caller: Caller,
  importedAt: Date,
): Promise<Omit<MasterImport, 'supersededAt'>> {
  const importId = uuidv7();
  const version = await nextVersion(tx, file.insurerNumber, kind, importId);
  const parts = masterParts(kind, entries);
  const made = {
    ...file,
    ...{ importId, kind, version, rowCount, importedAt },
    ...{ entryCount: entries.length, partCount: parts.length },
  };
  await insertImport(tx, made, caller.partnerId, entries);
  publish(tx, made, kind, parts);
  tx.recordAccess({
    ...actorOf(caller),
    action: 'master:import',
    objectKind: 'master',
    objectId: importId,
    recordCount: rowCount,
  });
  return made;
}

function publish(
  tx: ServiceTransaction,
  made: Omit<MasterImport, 'supersededAt'>,
  kind: MasterKind,
  parts: MasterEntries[MasterKind][],
): void {
  const { importId, insurerNumber, version, sha256 } = made;
  parts.forEach((part, partIndex) => {
    const head = {
      ...{ importId, insurerNumber, version, sha256, partIndex, partCount: parts.length },
      importedAt: made.importedAt.toISOString(),
    };
    switch (kind) {
      case 'tickets':
        return tx.publish('billing.tickets.published.v1', importId, {
          ...head,
          tickets: part as MasterEntries['tickets'],
        });
      case 'members':
        return tx.publish('billing.members.published.v1', importId, {
          ...head,
          members: part as MasterEntries['members'],
        });
      case 'contracts':
        return tx.publish('billing.contracts.published.v1', importId, {
          ...head,
          contracts: part as MasterEntries['contracts'],
        });
    }
  });
}
