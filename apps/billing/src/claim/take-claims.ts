import { Injectable } from '@nestjs/common';
import { type Message, UnitOfWork } from '@daiko/messaging';
import { v7 as uuidv7 } from 'uuid';
import { settleBundles } from '../bundle/settle-bundles.js';
import { insertJournals } from '../ledger/ledger.store.js';
import { lockClaims } from '../returned/returned.store.js';
import { takeBack } from '../returned/take-back.js';
import { claimsOf, insurersOf } from './claim.js';
import { insertClaims, lockInsurers } from './claim.store.js';
import { postClaims } from './post-claims.js';

type JudgedMessage = Message<'inspection.chunk.inspected.v1'> | Message<'inspection.records.decided.v1'>;

/** Takes the accepted claims of a message, posts E1 for those that are new, and moves on the bundles that waited for them. */
@Injectable()
export class TakeClaims {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async take(message: JudgedMessage, acceptedAt: Date): Promise<void> {
    const claims = claimsOf(message.data, acceptedAt);
    await this.unitOfWork.handle(message, async (tx) => {
      if (claims.length === 0) return;
      const insurers = insurersOf(claims);
      await lockClaims(tx, message.data.submissionId, 'adder');
      await lockInsurers(tx, insurers);
      const journalIds = new Map(insurers.map((number) => [number, uuidv7()]));
      const fresh = await insertClaims(tx, claims, journalIds);
      await insertJournals(tx, postClaims(message.envelope.id, fresh, acceptedAt, journalIds));
      await takeBack(tx, message.data.submissionId);
      await settleBundles(tx, insurers);
    });
  }
}
