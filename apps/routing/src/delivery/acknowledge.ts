import { Problem } from '@daiko/contracts';
import type { ServiceTransaction } from '@daiko/messaging';
import { documentTables } from '../outgoing/document-tables.js';
import { moveRecords } from '../outgoing/planned-document.store.js';
import { routingProblems } from '../problems.js';
import { stateAfter } from '../sealing/document-sealing.js';
import { findDocument, markAcknowledged, markBundleVoided } from './delivery.store.js';
import { bundles, type DeliveredBundle, type DeliveredReturn, returns } from './sealed-documents.js';

/**
 * 受領確認 of a bundle: its records are delivered. The same digest again has no further effect.
 * @throws {Problem} unknown to this insurer, another digest, or taken back
 */
export async function acknowledgeBundle(
  tx: ServiceTransaction,
  request: { bundleId: string; insurerNumber: string; sha256: string },
  now: Date,
): Promise<DeliveredBundle> {
  const bundle = await findDocument(tx, bundles, request.bundleId, request.insurerNumber, true);
  if (bundle === null) throw new Problem(routingProblems.bundleUnknown);
  const { bundleId, insurerNumber, name, sha256, recordCount } = bundle;
  if (sha256 !== request.sha256) throw new Problem(routingProblems.digestDiffers, { name: `${name}.zip` });
  if (bundle.state === 'voided') throw new Problem(routingProblems.bundleVoided, { name });
  if (bundle.state === 'acknowledged') return bundle;
  await markAcknowledged(tx, bundles, bundleId, now);
  const move = { from: 'sealed', to: stateAfter('sealed', 'acknowledge'), recordCount };
  await moveRecords(tx, documentTables.bundle, bundleId, move);
  tx.publish('routing.bundle.acknowledged.v1', bundleId, {
    bundleId,
    insurerNumber,
    sha256,
    acknowledgedAt: now.toISOString(),
  });
  return { ...bundle, state: 'acknowledged', acknowledgedAt: now };
}

/**
 * An insurer refuses a bundle before any acknowledgement: it is voided, its records are accepted again and go into a later bundle.
 * The same again has no further effect.
 * @throws {Problem} unknown to this insurer, or acknowledged
 */
export async function refuseBundle(
  tx: ServiceTransaction,
  request: { bundleId: string; insurerNumber: string; reason: 'unreadable' | 'withdrawn' },
  now: Date,
): Promise<DeliveredBundle> {
  const bundle = await findDocument(tx, bundles, request.bundleId, request.insurerNumber, true);
  if (bundle === null) throw new Problem(routingProblems.bundleUnknown);
  const { bundleId, insurerNumber, name, recordCount, claimYen } = bundle;
  if (bundle.state === 'acknowledged') throw new Problem(routingProblems.bundleAcknowledged, { name });
  if (bundle.state === 'voided') return bundle;
  const move = { from: 'sealed', to: stateAfter('sealed', 'void'), recordCount };
  await moveRecords(tx, documentTables.bundle, bundleId, move);
  await markBundleVoided(tx, bundleId, request.reason, now);
  tx.publish('routing.bundle.voided.v1', bundleId, {
    bundleId,
    insurerNumber,
    voidedAt: now.toISOString(),
    reason: request.reason,
    recordCount,
    claimYen,
  });
  return { ...bundle, state: 'voided', voidedAt: now, voidReason: request.reason };
}

/**
 * 受領確認 of a return by its provider. The same digest again has no further effect.
 * @throws {Problem} unknown to this provider, or another digest
 */
export async function acknowledgeReturn(
  tx: ServiceTransaction,
  request: { returnId: string; providerNumber: string; sha256: string },
  now: Date,
): Promise<DeliveredReturn> {
  const found = await findDocument(tx, returns, request.returnId, request.providerNumber, true);
  if (found === null) throw new Problem(routingProblems.returnUnknown);
  const { returnId, name, sha256, state } = found;
  if (sha256 !== request.sha256) throw new Problem(routingProblems.digestDiffers, { name });
  if (state === 'acknowledged') return found;
  await markAcknowledged(tx, returns, returnId, now);
  tx.publish('routing.return.acknowledged.v1', returnId, { returnId, acknowledgedAt: now.toISOString() });
  return { ...found, state: 'acknowledged', acknowledgedAt: now };
}
