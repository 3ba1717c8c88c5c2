import { Controller, Get, Inject } from '@nestjs/common';
import { actorOf, Allow, type Caller, CurrentCaller } from '@daiko/access';
import { UnitOfWork } from '@daiko/messaging';
import { SERVICE_CONTEXT, type ServiceContext } from '@daiko/service';
import { CheckpointKeys } from '../checkpoint/checkpoint-keys.js';
import type { AuditKeys } from '../config.js';
import { type Verification, verifyTrail } from './verify-trail.js';

/** 証跡の検証: every mark, link, announced head and signed checkpoint. */
@Controller('v1/verification')
export class VerificationController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keys: CheckpointKeys,
    @Inject(SERVICE_CONTEXT) private readonly context: ServiceContext<AuditKeys>,
  ) {}

  @Get()
  @Allow('audit:verify')
  async verify(@CurrentCaller() caller: Caller): Promise<Verification> {
    const { database, now, config } = this.context;
    const result = await verifyTrail(database, this.keys, now(), config.DAIKO_AUDIT_GAP_WINDOW_SECONDS);
    await this.unitOfWork.run(async (tx) =>
      tx.recordAccess({
        ...actorOf(caller),
        action: 'audit:verify',
        objectKind: 'trail',
        objectId: 'all',
        recordCount: result.marks,
      }),
    );
    return result;
  }
}
