import type { CorpusDefect } from './prove-corpus.js';
import { claim } from './spoil.js';

const inClaimFile = { file: 'claim' } as const;

/** Mistakes in the 決済情報 of checkups (cc08). */
export const checkupClaimDefects: readonly CorpusDefect[] = [
  // Sums and how they are reckoned.
  {
    defect: '請求金額が1円多い',
    edit: claim(({ claimAmount }) => ({ claimAmount: claimAmount + 1 })),
    rule: 'P006',
    at: /claimAmount$/,
    words: /請求金額/,
    ...inClaimFile,
  },
  {
    defect: '請求金額に窓口負担を引いていない（単価合計のまま）',
    on: 'basic, fixed copayment',
    edit: claim(({ unitAmount }) => ({ claimAmount: unitAmount })),
    rule: 'P006',
    at: /claimAmount$/,
    words: /請求金額.*窓口/,
    ...inClaimFile,
  },
  {
    defect: '請求金額から他健診負担額を引き忘れた',
    on: 'basic, other programme pays too',
    edit: claim(({ claimAmount, paymentByOtherProgram }) => ({
      claimAmount: claimAmount + paymentByOtherProgram!,
    })),
    rule: 'P006',
    at: /claimAmount$/,
    words: /他.*負担/,
    ...inClaimFile,
  },
  {
    defect: '請求金額に消費税を足した',
    edit: claim(({ claimAmount }) => ({ claimAmount: Math.floor(claimAmount * 1.1) })),
    rule: 'P006',
    at: /claimAmount$/,
    words: /請求金額/,
    ...inClaimFile,
  },
  {
    defect: '請求金額0円、単価はある',
    edit: claim(() => ({ claimAmount: 0 })),
    rule: 'P006',
    at: /claimAmount$/,
    words: /請求金額/,
    ...inClaimFile,
  },
  {
    defect: '単価合計に詳細健診の単価が入っていない',
    on: 'detailed',
    edit: claim(({ unitAmount, claimAmount, unitPriceDetails }) => {
      const details = unitPriceDetails.reduce((sum, { amount }) => sum + amount, 0);
      return { unitAmount: unitAmount - details, claimAmount: claimAmount - details };
    }),
    rule: 'P004',
    at: /unitAmount$/,
    words: /単価.*合計|単価合計/,
    ...inClaimFile,
  },
  {
    defect: '単価合計に追加健診の単価が2回入った',
    on: 'additional',
    edit: claim(({ unitAmount, claimAmount, unitPriceOthers }) => ({
      unitAmount: unitAmount + unitPriceOthers[0]!.amount,
      claimAmount: claimAmount + unitPriceOthers[0]!.amount,
    })),
    rule: 'P004',
    at: /unitAmount$/,
    words: /単価/,
    ...inClaimFile,
  },
];
