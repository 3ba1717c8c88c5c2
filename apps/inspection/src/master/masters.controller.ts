import { Controller, Get } from '@nestjs/common';
import { actorOf, Allow, type Caller, CurrentCaller } from '@daiko/access';
import { UnitOfWork } from '@daiko/messaging';
import { Database } from '@daiko/persistence';
import { mastersThatHold } from './master-lookup.store.js';

const listMax = 1000;

/** Which masters submissions are judged by from now on: what billing has published and is here whole. */
@Controller('v1/masters')
export class MastersController {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Get()
  @Allow('master:read-any')
  async list(@CurrentCaller() caller: Caller): Promise<object> {
    const masters = await mastersThatHold(this.database, listMax);
    await this.unitOfWork.run(async (tx) =>
      tx.recordAccess({
        ...actorOf(caller),
        action: 'master:read',
        objectKind: 'master-list',
        objectId: 'all',
        recordCount: masters.length,
      }),
    );
    return { masters };
  }
}
