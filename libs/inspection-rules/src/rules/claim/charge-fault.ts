import type { Charge } from '@daiko/exchange-format';
import type { Bilingual } from '@daiko/contracts';
import { text } from '../../rule.js';

/** What a condition of 窓口負担 lacks or has too many; null where nothing is wrong. */
export function chargeFaultOf(charge: Charge): Bilingual | null {
  const code = charge.code?.value ?? '';
  const hasAmount = charge.amount !== null;
  const hasRate = charge.rate !== null;
  if ((code === '2' || code === '4') && !hasAmount) return text('金額がありません', 'has no amount');
  if (code === '3' && !hasRate) return text('率がありません', 'has no rate');
  const isFree = code === '1' && (charge.amount !== null || charge.rate !== null);
  return isFree ? text('負担なしに金額・率があります', 'means no copayment but has an amount or rate') : null;
}
