import { Inject, Injectable } from '@nestjs/common';
import {
  actorOf,
  type Caller,
  createCredential,
  type NewCredential,
  PartnerDirectory,
  type PartnerRecord,
  writePartner,
} from '@daiko/access';
import { Problem } from '@daiko/contracts';
import { type ServiceTransaction, UnitOfWork } from '@daiko/messaging';
import { SERVICE_CONTEXT, type ServiceContext } from '@daiko/service';
import { v7 as uuidv7 } from 'uuid';
import { identityProblems } from '../problems.js';
import { hasOperator, lockOperators, lockPartner } from './partner.store.js';
import { addCredential, removeCredential } from './plan-credentials.js';

/** What a partner is registered with. */
export type PartnerPlan = Pick<
  PartnerRecord,
  'kind' | 'number' | 'label' | 'mayActFor' | 'limits' | 'hasWatchFolder'
>;

/** A partner after a change, and the key that was made with it; the key is shown this once. */
export interface PartnerWithKey {
  partner: PartnerRecord;
  credential: NewCredential;
}

/** The one way in which the directory changes: row, message and mark commit together. */
@Injectable()
export class ChangePartner {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly directory: PartnerDirectory,
    @Inject(SERVICE_CONTEXT) private readonly context: ServiceContext,
  ) {}

  /** Registers a partner with its first key. */
  async add(plan: PartnerPlan, caller: Caller): Promise<PartnerWithKey> {
    const credential = createCredential();
    const { credentialId, verifier } = credential;
    const validFrom = this.context.now().toISOString();
    const partner: PartnerRecord = {
      ...plan,
      partnerId: uuidv7(),
      version: 1,
      state: 'active',
      credentials: [{ credentialId, verifier, validFrom, validUntil: null }],
    };
    try {
      await this.unitOfWork.run((tx) => this.write(tx, partner, caller));
    } catch (error) {
      if (isTaken(error)) throw new Problem(identityProblems.partnerExists, { number: plan.number });
      throw error;
    }
    return { partner, credential };
  }

  /** Changes a partner's label, limits or channels. */
  change(
    number: string,
    changes: Partial<Omit<PartnerPlan, 'kind' | 'number'>>,
    caller: Caller,
  ): Promise<PartnerRecord> {
    return this.update(number, caller, (partner) => ({ ...partner, ...changes }));
  }

  /** Gives a partner a second key; the one it has ends after the grace. */
  async rotate(number: string, graceMs: number, caller: Caller): Promise<PartnerWithKey> {
    const credential = createCredential();
    const { credentialId, verifier } = credential;
    const now = this.context.now();
    const partner = await this.update(number, caller, (before) => {
      const credentials = addCredential(before.credentials, { credentialId, verifier }, now, graceMs);
      if (credentials === null) {
        const ends = before.credentials.flatMap(({ validUntil }) => validUntil ?? []).sort();
        throw new Problem(identityProblems.twoCredentials, { number, validUntil: ends[0] ?? '-' });
      }
      return { ...before, credentials };
    });
    return { partner, credential };
  }

  /** Ends a key at once. */
  revoke(number: string, credentialId: string, caller: Caller): Promise<PartnerRecord> {
    return this.update(number, caller, (before) => {
      const credentials = removeCredential(before.credentials, credentialId, this.context.now());
      if (credentials === null) {
        throw new Problem(identityProblems.credentialUnknown, { number, credentialId });
      }
      return { ...before, credentials };
    });
  }

  /** Suspends a partner (取扱停止) or lets it work again. */
  setState(number: string, state: PartnerRecord['state'], caller: Caller): Promise<PartnerRecord> {
    return this.update(number, caller, (before) => ({ ...before, state }));
  }

  private async update(
    number: string,
    caller: Caller,
    change: (before: PartnerRecord) => PartnerRecord,
  ): Promise<PartnerRecord> {
    return this.unitOfWork
      .run(async (tx) => {
        await lockOperators(tx);
        const before = await lockPartner(tx, number);
        if (before === null) throw new Problem(identityProblems.partnerUnknown, { number });
        const partner = { ...change(before), version: before.version + 1 };
        await this.write(tx, partner, caller);
        if (partner.kind === 'operator' && !(await hasOperator(tx, this.context.now()))) {
          throw new Problem(identityProblems.lastOperator);
        }
        return partner;
      })
      .finally(() => this.directory.forget());
  }

  private async write(tx: ServiceTransaction, partner: PartnerRecord, caller: Caller): Promise<void> {
    const isNewer = await writePartner(tx, partner);
    if (!isNewer) throw new Error('a change must carry a newer version');
    tx.publish('identity.partner.changed.v1', partner.partnerId, partner);
    tx.recordAccess({
      ...actorOf(caller),
      action: 'partner:change',
      objectKind: 'partner',
      objectId: partner.number,
    });
  }
}

function isTaken(error: unknown): boolean {
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  return code === '23505' && constraint === 'partner_number_is_taken';
}
