import { Allow, type Caller, callerMay, CurrentCaller } from '@daiko/access';
import { Problem } from '@daiko/contracts';
import { UnitOfWork } from '@daiko/messaging';
import { SERVICE_CONTEXT, type ServiceContext } from '@daiko/service';
import { Controller, Get, Inject, type OnModuleInit, Param, Res } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { IntakeConfig } from '../config.js';
import { intakeProblems } from '../problems.js';
import { readByReceipt } from '../submission/submission.store.js';
import { readReceiptKeys } from './receipt-keys.js';

/** Where anyone finds the public keys of receipts. */
const receiptKeysPath = '/.well-known/daiko/receipt-keys.json';

/** Receipts (受領証): the bytes that were signed, never different ones. */
@Controller()
export class ReceiptsController implements OnModuleInit {
  constructor(
    @Inject(SERVICE_CONTEXT) private readonly context: ServiceContext<IntakeConfig>,
    private readonly unitOfWork: UnitOfWork,
    private readonly adapterHost: HttpAdapterHost,
  ) {}

  /** The keys are for everyone, so their door has no guard. */
  onModuleInit(): void {
    const fastify = this.adapterHost.httpAdapter.getInstance<FastifyInstance>();
    fastify.get(receiptKeysPath, async (_request, reply) =>
      reply
        .header('content-type', 'application/jwk-set+json')
        .header('cache-control', 'public, max-age=300')
        .send(JSON.stringify(await readReceiptKeys(this.context.config.DAIKO_INTAKE_RECEIPT_KEY_FOLDER))),
    );
  }

  /** The receipt as a compact JWS. */
  @Get('v1/receipts/:receiptNumber')
  @Allow('receipt:read', 'submission:read-any')
  async read(
    @CurrentCaller() caller: Caller,
    @Param('receiptNumber') receiptNumber: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const ownOnly = callerMay(caller, 'submission:read-any') ? null : caller.partnerId;
    const submission = await readByReceipt(this.context.database, receiptNumber, ownOnly);
    if (submission === null) throw new Problem(intakeProblems.submissionUnknown);
    const { partnerId: actorId, credentialId } = caller;
    const objectId = submission.submissionId;
    await this.unitOfWork.run(async (tx) =>
      tx.recordAccess({ actorId, credentialId, action: 'receipt:read', objectKind: 'submission', objectId }),
    );
    void reply.header('content-type', 'application/jose').header('etag', `"${submission.receiptNumber}"`);
    return submission.receipt;
  }
}
