import { actorOf, Allow, type Caller, CurrentCaller } from '@daiko/access';
import { Problem } from '@daiko/contracts';
import { UnitOfWork } from '@daiko/messaging';
import { Database } from '@daiko/persistence';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { CLOCK } from '@daiko/service';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { routingProblems } from '../problems.js';
import { returnFileName } from '../return/seal-return.js';
import { acknowledgeReturn } from './acknowledge.js';
import { Acknowledgement } from './acknowledgement.js';
import { type DeliveredReturn, findReturn, listReturns } from './delivery.store.js';
import { isDocumentId, ownerFor, pageEnd, readDeliveryQuery } from './document-query.js';
import { SendContent } from './send-content.js';

/** 返戻: a provider lists, downloads and acknowledges its returns; an operator lists all of them. */
@Controller('v1/returns')
export class ReturnsController {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly sendContent: SendContent,
    @Inject(CLOCK) private readonly now: () => Date,
  ) {}

  @Get()
  @Allow('return:read', 'return:read-any')
  async list(@Query() query: Record<string, unknown>, @CurrentCaller() caller: Caller): Promise<object> {
    const owner = ownerFor(caller, 'return:read-any');
    const wanted = readDeliveryQuery(query, owner, ['sealed', 'acknowledged']);
    const returns = await listReturns(this.database, wanted);
    return { returns: returns.map(viewOf), ...pageEnd(returns, wanted) };
  }

  @Get(':id')
  @Allow('return:read', 'return:read-any')
  async get(@Param('id') id: string, @CurrentCaller() caller: Caller): Promise<object> {
    return viewOf(await this.find(id, ownerFor(caller, 'return:read-any')));
  }

  @Get(':id/content')
  @Allow('return:read')
  async content(
    @Param('id') id: string,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { name, form, sizeBytes, sha256, payload, recordCount } = await this.find(id, caller.number);
    const mediaType = form === 'archive' ? 'application/zip' : 'text/csv; charset=utf-8; header=present';
    const file = { fileName: returnFileName(name, form), mediaType, sizeBytes, sha256 };
    const download = { file, payload, caller, objectKind: 'return' as const, objectId: id, recordCount };
    await this.sendContent.send(download, request, reply);
  }

  @Post(':id/acknowledgement')
  @HttpCode(200)
  @Allow('return:acknowledge')
  async acknowledge(
    @Param('id') id: string,
    @Body() { sha256 }: Acknowledgement,
    @CurrentCaller() caller: Caller,
  ): Promise<object> {
    if (!isDocumentId(id)) throw new Problem(routingProblems.returnUnknown);
    const request = { returnId: id, providerNumber: caller.number, sha256 };
    return this.unitOfWork.run(async (tx) => {
      const found = await acknowledgeReturn(tx, request, this.now());
      tx.recordAccess({
        ...actorOf(caller),
        action: 'return:acknowledge',
        objectKind: 'return',
        objectId: found.returnId,
        recordCount: found.recordCount,
      });
      return viewOf(found);
    });
  }

  private async find(id: string, owner: string | null): Promise<DeliveredReturn> {
    const found = isDocumentId(id) ? await findReturn(this.database, id, owner) : null;
    if (found === null) throw new Problem(routingProblems.returnUnknown);
    return found;
  }
}

function viewOf(found: DeliveredReturn): object {
  const { payload: _sealed, deliveryNumber, name, ...facts } = found;
  return { ...facts, name: returnFileName(name, found.form), cursor: String(deliveryNumber) };
}
