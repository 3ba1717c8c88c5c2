import { Injectable } from '@nestjs/common';
import { type Action, actorOf, type Caller, callerMay } from '@daiko/access';
import { UnitOfWork } from '@daiko/messaging';
import { Database } from '@daiko/persistence';
import { buildPapers, type PaperKind, type PaperList } from './paper.js';
import { freezeView } from '../ledger/frozen-view.store.js';
import { sealedBalances, sealedClaims } from './paper.store.js';

/** Reads the papers that a caller may see: an operator all, a partner its own. The mark commits before the answer leaves. */
@Injectable()
export class ReadPapers {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async read(kind: PaperKind, month: string, caller: Caller): Promise<PaperList> {
    const any: Action = `${kind}:read-any`;
    const own: Action = `${kind}:read`;
    const mayReadAny = callerMay(caller, any);
    const partnerNumber = mayReadAny ? null : caller.number;
    const list = await this.database.transaction(async (tx) => {
      await freezeView(tx);
      const claims = await sealedClaims(tx, kind, month, partnerNumber);
      return buildPapers(kind, month, claims, await sealedBalances(tx, kind, month, partnerNumber));
    });
    await this.unitOfWork.run(async (tx) =>
      tx.recordAccess({
        ...actorOf(caller),
        action: mayReadAny ? any : own,
        objectKind: kind,
        objectId: partnerNumber === null ? month : `${month}/${partnerNumber}`,
        recordCount: list.totals.recordCount,
      }),
    );
    return list;
  }
}
