import type { ClaimFacts } from '@daiko/contracts';
import type { CheckupClaim, GuidanceClaim } from '@daiko/exchange-format';
import type { ReckonedTotals } from './index-facts.js';
import { sumOf, sumOfPrices } from './rules/claim/sum-of.js';

/**
 * The money of a claim as its own parts give it. A claim that does not add up was perhaps spoilt after su08 was made; the record
 * is returned for it (P004–P006, G044) and must not sink the archive.
 */
export function reckonedFrom(claim: CheckupClaim | GuidanceClaim, facts: ClaimFacts): ReckonedTotals {
  return 'unitAmount' in claim ? checkupSums(claim, facts) : guidanceSums(facts);
}

function checkupSums(claim: CheckupClaim, facts: ClaimFacts): ReckonedTotals {
  const unitYen = sumOfPrices(claim);
  const parts = sumOf([claim.paymentForBasic, claim.paymentForDetail, claim.paymentForOther]);
  const { otherProgramYen } = facts;
  const left = unitYen - parts - otherProgramYen;
  // Where others bear the whole price the person pays no more than what they leave.
  const copaymentYen = left < 0 ? Math.max(0, unitYen - otherProgramYen) : parts;
  const isSum = unitYen === facts.unitYen && copaymentYen === facts.copaymentYen;
  const isSpoilt = isSum && facts.claimYen !== Math.max(0, left);
  return {
    unitYen,
    copaymentYen,
    otherProgramYen: isSpoilt ? Math.max(0, unitYen - copaymentYen - facts.claimYen) : otherProgramYen,
    claimYen: Math.max(0, left),
  };
}

function guidanceSums({ unitYen, copaymentYen, claimYen }: ClaimFacts): ReckonedTotals {
  return {
    unitYen: claimYen + copaymentYen,
    copaymentYen: Math.max(0, unitYen - claimYen),
    otherProgramYen: 0,
    claimYen: Math.max(0, unitYen - copaymentYen),
  };
}
