import { isDetailed } from '../../detail-groups.js';
import type { PairFacts } from '../../facts.js';

/** Whether a detail that was done has no price, which E007 says; then sums and copayments lack it too. */
export function hasUnpricedDetail({ checkupClaim: claim, checkup, detailGroups }: PairFacts): boolean {
  if (claim === null || checkup === null || !/^[24]$/.test(claim.claimType?.value ?? '')) return false;
  const codes = claim.unitPriceDetails.map(({ observation }) => observation?.value ?? '');
  const priced = new Set(codes);
  if (priced.size < codes.length) return false;
  return detailGroups.some((group) => isDetailed(group) && !priced.has(group.code));
}
