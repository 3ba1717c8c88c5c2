import { inClaim } from '../../judge-record.js';
import { legal } from '../defect.js';
import { claim } from '../spoil.js';
import type { Row } from '../defect.js';

/** Writings of claims that are unusual but right. */
export const legalClaims: readonly Row[] = [
  legal(
    '単価が10倍で、合計・請求金額・集計も合う（契約が分からなければ誤りとは言えない）',
    claim(({ unitPriceBasic, unitAmount, claimAmount }) => ({
      unitPriceBasic: 10 * unitPriceBasic!,
      unitAmount: 10 * unitAmount,
      claimAmount: 10 * claimAmount,
    })),
    { on: 'basic, free' },
  ),
  legal(
    '他健診負担額を0円と明記',
    claim(() => ({ paymentByOtherProgram: 0 })),
  ),
  legal(
    '定額の券の額が0円',
    claim(() => ({ chargeBasic: { code: '2', amount: 0 } })),
    { on: 'basic, free' },
  ),
  legal(
    '金額に前後の空白と＋（XMLスキーマでは同じ整数）',
    inClaim(/(<unitAmount [^>]*value=")(\d+)"/, '$1 +$2 "'),
  ),
];
