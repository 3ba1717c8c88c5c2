import { actorOf, Allow, type Caller, CurrentCaller } from '@daiko/access';
import { Problem } from '@daiko/contracts';
import { UnitOfWork } from '@daiko/messaging';
import { crashPoint, metrics } from '@daiko/observability';
import { Database } from '@daiko/persistence';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { CLOCK } from '@daiko/service';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { routingProblems } from '../problems.js';
import { acknowledgeBundle, refuseBundle } from './acknowledge.js';
import { Acknowledgement, Refusal } from './acknowledgement.js';
import { findDocument, listDocuments } from './delivery.store.js';
import { ownerFor, pageEnd, readDeliveryQuery } from './document-query.js';
import { bundles, type DeliveredBundle } from './sealed-documents.js';
import { SendContent } from './send-content.js';

/** 送付: an insurer lists, downloads, acknowledges or refuses its bundles; an operator lists all of them. */
@Controller('v1/bundles')
export class BundlesController {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly sendContent: SendContent,
    @Inject(CLOCK) private readonly now: () => Date,
  ) {}

  @Get()
  @Allow('bundle:read', 'bundle:read-any')
  async list(@Query() query: Record<string, unknown>, @CurrentCaller() caller: Caller): Promise<object> {
    const wanted = readDeliveryQuery(query, ownerFor(caller, 'bundle:read-any'), bundles.states);
    const found = await listDocuments(this.database, bundles, wanted);
    return { bundles: found.map(viewOf), ...pageEnd(found, wanted) };
  }

  @Get(':id')
  @Allow('bundle:read', 'bundle:read-any')
  async get(@Param('id') id: string, @CurrentCaller() caller: Caller): Promise<object> {
    return viewOf(await this.find(id, ownerFor(caller, 'bundle:read-any')));
  }

  @Get(':id/content')
  @Allow('bundle:read')
  async content(
    @Param('id') id: string,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const bundle = await this.find(id, caller.number);
    const { name, sizeBytes, sha256, payload, recordCount } = bundle;
    if (bundle.state === 'voided') throw new Problem(routingProblems.contentWithdrawn, { name });
    const file = { fileName: `${name}.zip`, mediaType: 'application/zip', sizeBytes, sha256 };
    const download = { file, payload, caller, objectKind: 'bundle' as const, objectId: id, recordCount };
    await this.sendContent.send(download, request, reply);
  }

  @Post(':id/acknowledgement')
  @HttpCode(200)
  @Allow('bundle:acknowledge')
  async acknowledge(
    @Param('id') id: string,
    @Body() { sha256 }: Acknowledgement,
    @CurrentCaller() caller: Caller,
  ): Promise<object> {
    const request = { bundleId: id, insurerNumber: caller.number, sha256 };
    const acknowledged = await this.unitOfWork.run(async (tx) => {
      const bundle = await acknowledgeBundle(tx, request, this.now());
      tx.recordAccess({ ...markOf(caller, bundle), action: 'bundle:acknowledge' });
      await crashPoint('delivery.acknowledging');
      return bundle;
    });
    await crashPoint('delivery.acknowledged');
    bundlesAcknowledged().inc();
    return viewOf(acknowledged);
  }

  @Post(':id/refusal')
  @HttpCode(200)
  @Allow('bundle:refuse')
  async refuse(
    @Param('id') id: string,
    @Body() { reason }: Refusal,
    @CurrentCaller() caller: Caller,
  ): Promise<object> {
    const request = { bundleId: id, insurerNumber: caller.number, reason };
    return this.unitOfWork.run(async (tx) => {
      const bundle = await refuseBundle(tx, request, this.now());
      tx.recordAccess({ ...markOf(caller, bundle), action: 'bundle:refuse' });
      return viewOf(bundle);
    });
  }

  private async find(id: string, owner: string | null): Promise<DeliveredBundle> {
    const bundle = await findDocument(this.database, bundles, id, owner);
    if (bundle === null) throw new Problem(routingProblems.bundleUnknown);
    return bundle;
  }
}

const bundlesAcknowledged = () =>
  metrics.counter(
    'daiko_routing_bundles_acknowledged_total',
    'Acknowledgements of insurers, repetitions included',
  );

function markOf(caller: Caller, { bundleId, recordCount }: DeliveredBundle) {
  return { ...actorOf(caller), objectKind: 'bundle', objectId: bundleId, recordCount };
}

function viewOf(bundle: DeliveredBundle): object {
  const { payload: _sealed, deliveryNumber, name, ...facts } = bundle;
  return { ...facts, name: `${name}.zip`, cursor: String(deliveryNumber) };
}
