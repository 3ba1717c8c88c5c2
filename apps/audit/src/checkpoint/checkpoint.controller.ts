import { Controller, Get } from '@nestjs/common';
import { Allow, type Caller, CurrentCaller } from '@daiko/access';
import { Problem } from '@daiko/contracts';
import { UnitOfWork } from '@daiko/messaging';
import { Database } from '@daiko/persistence';
import { noCheckpoint } from '../problems.js';
import { headsWithin, latestCheckpoint } from './checkpoint.store.js';
import { CheckpointKeys } from './checkpoint-keys.js';

/** The latest signed checkpoint, and the keys that it is verified with. */
@Controller('v1')
export class CheckpointController {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly keys: CheckpointKeys,
  ) {}

  @Get('checkpoint')
  @Allow('audit:read')
  async latest(@CurrentCaller() caller: Caller): Promise<object> {
    const checkpoint = await latestCheckpoint(this.database);
    if (checkpoint === null) throw new Problem(noCheckpoint);
    const heads = await headsWithin(this.database, checkpoint.treeSize);
    await this.unitOfWork.run(async (tx) =>
      tx.recordAccess({
        actorId: caller.partnerId,
        credentialId: caller.credentialId,
        action: 'audit:read',
        objectKind: 'checkpoint',
        objectId: String(checkpoint.treeSize),
      }),
    );
    return { ...checkpoint, heads };
  }

  @Get('checkpoint-keys')
  @Allow('audit:read')
  publicKeys(): object {
    return this.keys.publicKeys();
  }
}
