import { crashPoint, metrics } from '@daiko/observability';
import type { Transaction } from '@daiko/persistence';
import { v7 as uuidv7 } from 'uuid';
import { insertJournals, sealingJournals } from '../ledger/ledger.store.js';
import { reverseJournal } from '../ledger/reverse-journal.js';
import { settleSentBack } from '../sent-back/settle-sent-back.js';
import {
  freeClaims,
  matchOf,
  notePosting,
  type OpenBundle,
  openBundles,
  sealClaims,
  sumsOf,
} from './bundle.store.js';
import { nextStep } from './next-step.js';
import { postSealing } from './post-sealing.js';

/** Posts what can now be posted for the bundles of these insurers, whose lock the transaction holds. */
export async function settleBundles(tx: Transaction, insurerNumbers: readonly string[]): Promise<void> {
  for (const bundle of await openBundles(tx, insurerNumbers)) {
    const { bundleId, posting } = bundle;
    const state = { isSealed: true, isVoided: bundle.voidedAt !== null, posting };
    switch (nextStep(state, await matchOf(tx, bundleId))) {
      case 'post':
        await post(tx, bundle);
        await sealClaims(tx, bundleId);
        await notePosting(tx, bundleId, 'sealed');
        await crashPoint('billing.posted');
        break;
      case 'post-and-reverse':
        await post(tx, bundle);
        await reverse(tx, bundle);
        break;
      case 'reverse':
        await reverse(tx, bundle);
        await freeClaims(tx, bundleId);
        break;
      case 'refuse':
        differing().inc();
        await notePosting(tx, bundleId, 'differs');
        break;
      case 'wait':
        break;
    }
  }
  // What was sent back may have come before the news of its bundle.
  await settleSentBack(tx, insurerNumbers);
}

async function post(tx: Transaction, bundle: OpenBundle): Promise<void> {
  await insertJournals(tx, postSealing(bundle, await sumsOf(tx, bundle.bundleId), uuidv7));
}

async function reverse(tx: Transaction, bundle: OpenBundle): Promise<void> {
  const { bundleId, voidedMessageId, voidedAt } = bundle;
  if (voidedMessageId === null || voidedAt === null) throw new Error(`bundle ${bundleId} was not voided`);
  const originals = await sealingJournals(tx, bundleId);
  const mirrors = originals.map((original) =>
    reverseJournal(original, {
      id: uuidv7(),
      causeMessageId: voidedMessageId,
      rule: 'E2v',
      occurredAt: voidedAt,
    }),
  );
  await insertJournals(tx, mirrors);
  await notePosting(tx, bundleId, 'reversed');
}

const differing = () =>
  metrics.counter(
    'daiko_billing_bundles_differing_total',
    'Bundles whose records or yen are not those of the claims',
  );
