import { actorOf, Allow, type Caller, CurrentCaller } from '@daiko/access';
import { UnitOfWork } from '@daiko/messaging';
import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { CLOCK } from '@daiko/service';
import { IsIn, IsOptional } from 'class-validator';
import { returnFileName } from '../return/seal-return.js';
import { SealDocuments, type SealedDocument, type SealingKind } from './seal-documents.js';

/** Body of `POST /v1/sealings`; without a kind, all. */
export class SealingOrder {
  @IsOptional()
  @IsIn(['bundles', 'returns', 'all'])
  kind?: SealingKind;
}

/** 締め on command (`daiko seal`). */
@Controller('v1/sealings')
export class SealingsController {
  constructor(
    private readonly sealDocuments: SealDocuments,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly now: () => Date,
  ) {}

  @Post()
  @HttpCode(200)
  @Allow('bundle:seal')
  async seal(@Body() order: SealingOrder, @CurrentCaller() caller: Caller): Promise<object> {
    const kind = order.kind ?? 'all';
    await this.unitOfWork.run(async (tx) =>
      tx.recordAccess({
        ...actorOf(caller),
        action: 'bundle:seal',
        objectKind: 'sealing',
        objectId: kind,
      }),
    );
    const { sealed, unfinished } = await this.sealDocuments.run(kind, this.now);
    return {
      bundles: sealed.filter(({ form }) => form === 'bundle').map(bundleView),
      returns: sealed.filter(({ form }) => form !== 'bundle').map(returnView),
      unfinished,
    };
  }
}

function bundleView({
  documentId,
  receiverNumber,
  kind,
  name,
  recordCount,
  claimYen,
}: SealedDocument): object {
  return {
    bundleId: documentId,
    insurerNumber: receiverNumber,
    kind,
    name: `${name}.zip`,
    recordCount,
    claimYen,
  };
}

function returnView({ documentId, receiverNumber, kind, form, name, recordCount }: SealedDocument): object {
  const written = form === 'return-list' ? 'list' : 'archive';
  const providerNumber = receiverNumber;
  return {
    returnId: documentId,
    providerNumber,
    kind,
    form: written,
    name: returnFileName(name, written),
    recordCount,
  };
}
