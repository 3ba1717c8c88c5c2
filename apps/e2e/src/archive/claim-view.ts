import { parseXml, readCheckupClaim, readGuidanceClaim } from '@daiko/exchange-format';

/** What the tests need to know of one claim (決済情報). */
export interface ClaimView {
  insurerNumber: string | null;
  claimYen: number | null;
  /** 返戻理由 that the agency wrote into it. */
  agencyReason: string | null;
  agencyInteraction: string | null;
}

/** Reads a claim; null where it is not XML. */
function claimView(bytes: Uint8Array): ClaimView | null {
  const parsed = parseXml(bytes);
  if (!parsed.ok) return null;
  const claim =
    parsed.root.name === 'healthGuidanceClaim'
      ? readGuidanceClaim(parsed.root)
      : readCheckupClaim(parsed.root);
  return {
    insurerNumber: claim.subject?.insurance?.insurerNumber?.value ?? null,
    claimYen: claim.claimAmount?.value ?? null,
    agencyReason: claim.agencyResult?.reasonCode?.value ?? null,
    agencyInteraction: claim.agencyResult?.interactionType?.value ?? null,
  };
}

/** The claims of an opened archive by the 26 digits of their pair. */
export function claimsIn(files: ReadonlyMap<string, Buffer>): Map<string, ClaimView | null> {
  const claims = new Map<string, ClaimView | null>();
  for (const [path, bytes] of files) {
    const digits = /^CLAIMS\/[cp](\d{26})\.xml$/.exec(path)?.[1];
    if (digits !== undefined) claims.set(digits, claimView(bytes));
  }
  return claims;
}
