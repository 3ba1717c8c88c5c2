/** How far the money of a bundle has been posted; `differs`: its records or yen are not those of the claims, nothing is posted. */
export type BundlePosting = 'none' | 'sealed' | 'reversed' | 'differs';

/** The records a bundle names, compared with the claims. */
export interface BundleMatch {
  /** Records it names. */
  named: number;
  /** Of these, claims that have arrived. */
  present: number;
  /** Of these, claims that no live bundle holds. */
  accepted: number;
  /** Claims with other yen, insurer or kind than the bundle says. */
  differing: number;
}

export type BundleStep = 'wait' | 'post' | 'post-and-reverse' | 'reverse' | 'refuse';

/**
 * What to do with a bundle now, in whatever order its messages and those of its claims have come.
 *
 * A live bundle is posted when all its claims are there and free: an earlier bundle that holds one of them must first be
 * voided. One that was voided before it could be posted is posted and mirrored at once and leaves its claims alone, so that
 * the ledger ends the same in every order.
 */
export function nextStep(
  bundle: { isSealed: boolean; isVoided: boolean; posting: BundlePosting },
  match: BundleMatch,
): BundleStep {
  if (bundle.posting === 'sealed') return bundle.isVoided ? 'reverse' : 'wait';
  if (bundle.posting !== 'none' || !bundle.isSealed) return 'wait';
  if (match.differing > 0) return 'refuse';
  if (match.present < match.named) return 'wait';
  if (bundle.isVoided) return 'post-and-reverse';
  return match.accepted === match.named ? 'post' : 'wait';
}
