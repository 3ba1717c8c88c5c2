import type { PlacedNumber } from '@daiko/exchange-format';
import type { IndexFacts } from '../../index-facts.js';
import { type Report, text } from '../../rule.js';

/** Reports a total of su08 that is not what the claims add up to; only warns when a claim could not be read. */
export function reportTotal(
  index: IndexFacts,
  total: PlacedNumber | null,
  expected: number,
  report: Report,
): void {
  if (total?.value === expected) return;
  const place = total?.at ?? index.summary?.at ?? null;
  const severity = index.areTotalsProved ? 'refuse' : 'warning';
  const unread = index.totals.unreadCount;
  report(place, {
    value: total?.raw ?? null,
    expected,
    severity,
    values: {
      proof: index.areTotalsProved
        ? ''
        : text(`（読めない決済情報が${unread}件あるため参考）`, ` (${unread} claims could not be read)`),
    },
  });
}
