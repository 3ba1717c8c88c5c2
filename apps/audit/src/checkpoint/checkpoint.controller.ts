import { Controller, Get, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { actorOf, Allow, type Caller, CurrentCaller } from '@daiko/access';
import { Problem } from '@daiko/contracts';
import { UnitOfWork } from '@daiko/messaging';
import { Database } from '@daiko/persistence';
import { noCheckpoint } from '../problems.js';
import { headsWithin, latestCheckpoint } from './checkpoint.store.js';
import { CheckpointKeys } from './checkpoint-keys.js';

/** Where anyone finds the public keys of checkpoints: who holds a receipt can verify the checkpoint in it. */
const checkpointKeysPath = '/.well-known/daiko/checkpoint-keys.json';

/** The latest signed checkpoint, and the keys that it is verified with. */
@Controller('v1')
export class CheckpointController implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly keys: CheckpointKeys,
    private readonly adapterHost: HttpAdapterHost,
  ) {}

  /** The keys are for everyone, so their door has no guard. */
  onModuleInit(): void {
    const fastify = this.adapterHost.httpAdapter.getInstance<FastifyInstance>();
    fastify.get(checkpointKeysPath, (_request, reply) =>
      reply
        .header('content-type', 'application/jwk-set+json')
        .header('cache-control', 'public, max-age=300')
        .send(JSON.stringify(this.keys.publicKeys())),
    );
  }

  @Get('checkpoint')
  @Allow('audit:read')
  async latest(@CurrentCaller() caller: Caller): Promise<object> {
    const checkpoint = await latestCheckpoint(this.database);
    if (checkpoint === null) throw new Problem(noCheckpoint);
    const heads = await headsWithin(this.database, checkpoint.treeSize);
    await this.unitOfWork.run(async (tx) =>
      tx.recordAccess({
        ...actorOf(caller),
        action: 'audit:read',
        objectKind: 'checkpoint',
        objectId: String(checkpoint.treeSize),
      }),
    );
    return { ...checkpoint, heads };
  }
}
