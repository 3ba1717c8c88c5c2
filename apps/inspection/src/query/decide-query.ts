import type { InspectedRecord } from '@daiko/contracts';

export type QueryDecision =
  { decision: 'release' } | { decision: 'return'; returnReason: string; returnText: string };

/** The record after its query (確認依頼) was decided: released it is accepted, otherwise returned with the given reason. */
export function decideQuery(record: InspectedRecord, decision: QueryDecision): InspectedRecord {
  if (decision.decision === 'release')
    return { ...record, verdict: 'accepted', returnReason: null, returnText: null };
  return {
    ...record,
    verdict: 'returned',
    returnReason: decision.returnReason,
    returnText: decision.returnText,
  };
}
