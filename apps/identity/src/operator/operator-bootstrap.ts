import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { PartnerDirectory, type PartnerRecord, writePartner } from '@daiko/access';
import { UnitOfWork } from '@daiko/messaging';
import { SERVICE_CONTEXT, type ServiceContext } from '@daiko/service';
import { v7 as uuidv7 } from 'uuid';
import { lockPartner, wasLetIn } from '../partner/partner.store.js';
import { readVerifier } from './read-verifier.js';

/** Injection token: content of the operator's verifier file, or null. */
export const OPERATOR_VERIFIER = Symbol('operator verifier');

/** Number of the operator that the verifier file opens. */
const firstOperatorNumber = 'operator';

/**
 * Makes sure at start that the operator of the verifier file can come in; who may write that file owns the platform anyway.
 * A file with a credential that was never let in before replaces those that are kept: the way back after a lost key. One that was
 * rotated away, revoked or suspended stays out, however often the service starts.
 */
@Injectable()
export class OperatorBootstrap implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly directory: PartnerDirectory,
    @Inject(SERVICE_CONTEXT) private readonly context: ServiceContext,
    @Inject(OPERATOR_VERIFIER) private readonly verifierText: string | null,
  ) {}

  async onModuleInit(): Promise<void> {
    if (this.verifierText === null) return;
    const shown = readVerifier(this.verifierText);
    const validFrom = this.context.now().toISOString();
    const credential = { ...shown, validFrom, validUntil: null };
    await this.unitOfWork.run(async (tx) => {
      const before = await lockPartner(tx, firstOperatorNumber);
      if (before !== null && (await wasLetIn(tx, before.partnerId, shown.verifier))) return;
      const partner: PartnerRecord = {
        ...(before ?? newOperator()),
        version: (before?.version ?? 0) + 1,
        state: 'active',
        credentials: [credential],
      };
      await writePartner(tx, partner);
      tx.publish('identity.partner.changed.v1', partner.partnerId, partner);
      tx.recordAccess({
        actorId: 'verifier-file',
        credentialId: shown.credentialId,
        action: 'partner:change',
        objectKind: 'partner',
        objectId: firstOperatorNumber,
      });
    });
    this.directory.forget();
  }
}

function newOperator(): Omit<PartnerRecord, 'version' | 'state' | 'credentials'> {
  return {
    partnerId: uuidv7(),
    kind: 'operator',
    number: firstOperatorNumber,
    label: '代行機関の運用者 / operator of the agency',
    mayActFor: [],
    limits: { uploadBytesMax: 0, uploadsConcurrentMax: 0, requestsPerMinuteMax: 6000 },
    hasWatchFolder: false,
  };
}
