import { Controller, Get } from '@nestjs/common';
import { actorOf, Allow, type Caller, CurrentCaller } from '@daiko/access';
import { UnitOfWork } from '@daiko/messaging';
import { Database } from '@daiko/persistence';
import { freezeView } from './frozen-view.store.js';
import { type TrialBalance, trialBalance } from './trial-balance.js';
import { accountSums, bundleCounts, accountDifferences, journalFaults } from './trial-balance.store.js';

/** 試算表. */
@Controller('v1/trial-balance')
export class TrialBalanceController {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Get()
  @Allow('ledger:read')
  async read(@CurrentCaller() caller: Caller): Promise<TrialBalance> {
    const balance = await this.database.transaction(async (tx) => {
      await freezeView(tx);
      return trialBalance(
        await accountSums(tx),
        await accountDifferences(tx),
        await journalFaults(tx),
        await bundleCounts(tx),
      );
    });
    await this.unitOfWork.run(async (tx) =>
      tx.recordAccess({
        ...actorOf(caller),
        action: 'ledger:read',
        objectKind: 'trial-balance',
        objectId: 'all',
      }),
    );
    return balance;
  }
}
