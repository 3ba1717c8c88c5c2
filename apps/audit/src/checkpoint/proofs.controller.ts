import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { actorOf, Allow, type Caller, CurrentCaller } from '@daiko/access';
import { Problem } from '@daiko/contracts';
import { UnitOfWork } from '@daiko/messaging';
import { Database } from '@daiko/persistence';
import { markNotSigned, markUnknown } from '../problems.js';
import { checkpointHolding, leafOf } from './checkpoint.store.js';
import { proveMark } from './prove-mark.js';

const retrySeconds = 30;

/** Proves to anybody who holds the keys that a mark is in a signed checkpoint (RFC 6962). */
@Controller('v1/proofs')
export class ProofsController {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Get(':markId')
  @Allow('audit:verify')
  async prove(
    @Param('markId', ParseUUIDPipe) markId: string,
    @CurrentCaller() caller: Caller,
  ): Promise<object> {
    const leaf = await leafOf(this.database, markId);
    if (leaf === null) throw new Problem(markUnknown, { markId });
    const checkpoint = await checkpointHolding(this.database, leaf.leafIndex);
    if (checkpoint === null) throw new Problem(markNotSigned, { markId }, {}, retrySeconds);
    const { treeSize, rootHash, jws } = checkpoint;
    const proof = await proveMark(this.database, leaf.leafIndex, treeSize);
    await this.unitOfWork.run(async (tx) =>
      tx.recordAccess({
        ...actorOf(caller),
        action: 'audit:verify',
        objectKind: 'mark',
        objectId: markId,
      }),
    );
    return { markId, ...leaf, treeSize, rootHash, jws, proof };
  }
}
