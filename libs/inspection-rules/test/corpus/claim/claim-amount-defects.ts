import { inClaim } from '../../judge-record.js';
import { withoutElement, writtenAmount } from '../claim-edits.js';
import { defect } from '../defect.js';
import { claim } from '../spoil.js';
import type { Row } from '../defect.js';

/** Amounts of the claim of a checkup (cc08): how they are reckoned and how they are written. */
export const claimAmountDefects: readonly Row[] = [
  // Sums and how they are reckoned.
  defect(
    '請求金額が1円多い',
    claim(({ claimAmount }) => ({ claimAmount: claimAmount + 1 })),
    'P006 return',
    'claim settlement/claimAmount',
    '請求金額',
  ),
  defect(
    '請求金額に窓口負担を引いていない（単価合計のまま）',
    claim(({ unitAmount }) => ({ claimAmount: unitAmount })),
    'P006 return',
    'claim settlement/claimAmount',
    '請求金額 窓口',
    { on: 'basic, fixed copayment' },
  ),
  defect(
    '請求金額から他健診負担額を引き忘れた',
    claim(({ claimAmount, paymentByOtherProgram }) => ({
      claimAmount: claimAmount + paymentByOtherProgram!,
    })),
    'P006 return',
    'claim settlement/claimAmount',
    '他 負担',
    { on: 'basic, other programme pays too' },
  ),
  defect(
    '請求金額に消費税を足した',
    claim(({ claimAmount }) => ({ claimAmount: Math.floor(claimAmount * 1.1) })),
    'P006 return',
    'claim settlement/claimAmount',
    '請求金額',
  ),
  defect(
    '請求金額0円、単価はある',
    claim(() => ({ claimAmount: 0 })),
    'P006 return',
    'claim settlement/claimAmount',
    '請求金額',
  ),
  defect(
    '単価合計に詳細健診の単価が入っていない',
    claim(({ unitAmount, claimAmount, unitPriceDetails }) => {
      const details = unitPriceDetails.reduce((sum, { amount }) => sum + amount, 0);
      return { unitAmount: unitAmount - details, claimAmount: claimAmount - details };
    }),
    'P004 return',
    'claim settlement/unitAmount',
    '単価 合計',
    { on: 'detailed' },
  ),
  defect(
    '単価合計に追加健診の単価が2回入った',
    claim(({ unitAmount, claimAmount, unitPriceOthers }) => ({
      unitAmount: unitAmount + unitPriceOthers[0]!.amount,
      claimAmount: claimAmount + unitPriceOthers[0]!.amount,
    })),
    'P004 return',
    'claim settlement/unitAmount',
    '単価',
    { on: 'additional' },
  ),
  defect(
    '単価合計だけが古い単価',
    claim(({ unitAmount }) => ({ unitAmount: unitAmount - 500 })),
    'P004 return',
    'claim settlement/unitAmount',
    '単価',
  ),
  defect(
    '窓口負担合計に詳細分が入っていない',
    claim(({ paymentAmount, paymentForDetail, claimAmount }) =>
      paymentForDetail! > 0
        ? { paymentAmount: paymentAmount - paymentForDetail!, claimAmount: claimAmount + paymentForDetail! }
        : { paymentAmount: paymentAmount + 100, claimAmount: claimAmount - 100 },
    ),
    'P005 return',
    'claim settlement/paymentAmount',
    '窓口負担',
    { on: 'detailed' },
  ),
  defect(
    '窓口負担合計だけが0円',
    claim(({ claimAmount, paymentAmount }) => ({
      paymentAmount: 0,
      claimAmount: claimAmount + paymentAmount,
    })),
    'P005 return',
    'claim settlement/paymentAmount',
    '窓口負担',
    { on: 'basic, fixed copayment' },
  ),
  defect(
    '集計情報を作った後に請求金額だけ直した（集計は元のまま）',
    ({ result, claim: text }) => ({
      result,
      claim: text.replace(
        /(<claimAmount[^>]*value=")(\d+)/,
        (_, start: string, yen: string) => `${start}${Number(yen) + 500}`,
      ),
    }),
    'P006 return',
    'claim settlement/claimAmount',
    '請求金額',
  ),
  defect(
    '集計情報を作った後に単価合計だけ直した（集計は元のまま）',
    ({ result, claim: text }) => ({
      result,
      claim: text.replace(
        /(<unitAmount[^>]*value=")(\d+)/,
        (_, start: string, yen: string) => `${start}${Number(yen) + 500}`,
      ),
    }),
    'P004 return',
    'claim settlement/unitAmount',
    '単価',
  ),
  defect(
    '集計情報を作った後に他健診負担額だけ直した（集計は元のまま）',
    writtenAmount('paymentByOtherProgram', '1000'),
    'P006 return',
    'claim settlement/claimAmount',
    '他健診負担',
    { on: 'basic, other programme pays too' },
  ),
  // 他健診.
  defect(
    '他健診負担額が単価合計を超える',
    claim(({ unitAmount }) => ({ paymentByOtherProgram: unitAmount + 1000, claimAmount: 0 })),
    'P018 query',
    'claim settlement/paymentByOtherProgram',
    '他 負担',
    { on: 'basic, free' },
  ),
  defect(
    '他健診負担額を窓口負担にも足した',
    claim(({ paymentForBasic, paymentAmount, claimAmount, paymentByOtherProgram }) => ({
      paymentForBasic: paymentForBasic! + paymentByOtherProgram!,
      paymentAmount: paymentAmount + paymentByOtherProgram!,
      claimAmount: claimAmount - paymentByOtherProgram!,
    })),
    'P007 return',
    'claim paymentForBasic/amount',
    '窓口負担',
    { on: 'basic, other programme pays too' },
  ),
  defect(
    '全額を他健診が負担し請求0円',
    claim(({ unitAmount }) => ({ paymentByOtherProgram: unitAmount, claimAmount: 0 })),
    'P012 query',
    'claim settlement/claimAmount',
    '請求 0円',
    { on: 'basic, free' },
  ),
  // Writing of amounts.
  defect(
    '請求金額が負',
    writtenAmount('claimAmount', '-1000'),
    'X007 return',
    'claim settlement/claimAmount',
    '請求金額',
  ),
  defect(
    '請求金額に桁区切りのカンマ',
    writtenAmount('claimAmount', '8,050'),
    'X007 return',
    'claim settlement/claimAmount',
    '数字',
  ),
  defect(
    '請求金額に小数',
    writtenAmount('claimAmount', '8050.0'),
    'X007 return',
    'claim settlement/claimAmount',
    '整数',
  ),
  defect(
    '請求金額に円記号',
    writtenAmount('claimAmount', '¥8050'),
    'X007 return',
    'claim settlement/claimAmount',
    '数字',
  ),
  defect(
    '請求金額が全角数字',
    writtenAmount('claimAmount', '８０５０'),
    'X007 return',
    'claim settlement/claimAmount',
    '数字',
  ),
  defect(
    '請求金額が空',
    writtenAmount('claimAmount', ''),
    'X007 return',
    'claim settlement/claimAmount',
    '請求金額',
  ),
  defect(
    '請求金額の要素がない',
    withoutElement('claimAmount'),
    'X007 return',
    'claim checkupClaim/settlement',
    '請求金額',
  ),
  defect(
    '単価合計の要素がない',
    withoutElement('unitAmount'),
    'X007 return',
    'claim settlement/paymentAmount',
    '単価',
  ),
  defect(
    '決済情報の要素の順が違う',
    inClaim(/(<unitAmount[^>]*>(?:[^]*?<\/unitAmount>)?\s*)(<paymentAmount[^>]*\/>)/, '$2$1'),
    'X007 return',
    'claim settlement/paymentAmount',
    '位置',
  ),
  defect(
    '定額の額が6桁でない（1000）',
    inClaim(/(<chargeTypeBasic[^>]*>\s*<amount value=")00/, '$1'),
    'X007 return',
    'claim chargeTypeBasic/amount',
    '6桁',
    { on: 'basic, fixed copayment' },
  ),
  defect(
    '通貨がJPYでない',
    inClaim(/<claimAmount value/, '<claimAmount currency="YEN" value'),
    'X007 return',
    'claim settlement/claimAmount',
    'JPY',
  ),
  defect(
    '基本単価が100万円（桁を間違えた）',
    claim(({ unitPriceBasic }) => {
      const amount = unitPriceBasic! * 1000;
      return { unitPriceBasic: amount, unitAmount: amount, claimAmount: amount };
    }),
    'P017 query',
    'claim unitPriceBasic/amount',
    '金額',
    { on: 'basic, free' },
  ),
  defect(
    '基本的な健診の単価が1円',
    claim(() => ({ unitPriceBasic: 1, unitAmount: 1, claimAmount: 1 })),
    'P017 warning',
    'claim unitPriceBasic/amount',
    '1 通常の範囲 1000–100000',
    { on: 'basic, free' },
  ),
  defect(
    '基本的な健診の単価が14万円',
    claim(() => ({ unitPriceBasic: 140_000, unitAmount: 140_000, claimAmount: 140_000 })),
    'P017 warning',
    'claim unitPriceBasic/amount',
    '140000 通常の範囲',
    { on: 'basic, free' },
  ),
];
