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
import { findDocument, listDocuments } from './delivery.store.js';
import { ownerFor, pageEnd, readDeliveryQuery } from './document-query.js';
import { type DeliveredReturn, returns } from './sealed-documents.js';
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
    const wanted = readDeliveryQuery(query, ownerFor(caller, 'return:read-any'), returns.states);
    const found = await listDocuments(this.database, returns, wanted);
    return { returns: found.map(viewOf), ...pageEnd(found, wanted) };
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
    const found = await findDocument(this.database, returns, id, owner);
    if (found === null) throw new Problem(routingProblems.returnUnknown);
    return found;
  }
}

function viewOf(found: DeliveredReturn): object {
  const { payload: _sealed, deliveryNumber, name, ...facts } = found;
  return { ...facts, name: returnFileName(name, found.form), cursor: String(deliveryNumber) };
}
