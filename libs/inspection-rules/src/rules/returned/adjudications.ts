import type { AdjudicationResult, Adjudicator } from '@daiko/exchange-format';
import { text } from '../../rule.js';
import type { PairFacts } from '../../facts.js';

const names = {
  agency: text('代行機関', 'the agency'),
  insurer: text('保険者', 'the insurer'),
} as const;

/** A 処理結果 that stands in a claim, and whose it is. */
export interface StandingResult {
  readonly by: Adjudicator;
  readonly name: { readonly ja: string; readonly en: string };
  readonly result: AdjudicationResult;
}

/** Every 処理結果 of a claim, the agency's first. */
export function resultsOf({ claim }: PairFacts): StandingResult[] {
  const standing: StandingResult[] = [];
  if (claim !== null && claim.agencyResult !== null) {
    standing.push({ by: 'agency', name: names.agency, result: claim.agencyResult });
  }
  if (claim !== null && claim.insurerResult !== null) {
    standing.push({ by: 'insurer', name: names.insurer, result: claim.insurerResult });
  }
  return standing;
}

/** True where the claim comes from an insurer: a return (4, 5) or the answer to a 確認依頼 (11). */
export function isFromInsurer({ exchange }: PairFacts): boolean {
  return exchange?.sender === 'insurer';
}
