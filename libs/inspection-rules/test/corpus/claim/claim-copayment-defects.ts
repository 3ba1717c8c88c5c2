import { inClaim } from '../../judge-record.js';
import { defect } from '../defect.js';
import { claim } from '../spoil.js';
import type { Row } from '../defect.js';

/** 窓口負担 that does not follow from the ticket. */
export const claimCopaymentDefects: readonly Row[] = [
  // 窓口負担 by the ticket's terms.
  defect(
    '負担なしの券なのに窓口で500円を徴収',
    claim(({ claimAmount }) => ({
      paymentForBasic: 500,
      paymentAmount: 500,
      claimAmount: claimAmount - 500,
    })),
    'P007 return',
    'claim paymentForBasic/amount',
    '窓口負担',
    { on: 'basic, free' },
  ),
  defect(
    '定額の券なのに定額と違う額を徴収',
    claim(({ claimAmount, paymentForBasic }) => ({
      paymentForBasic: paymentForBasic! + 100,
      paymentAmount: paymentForBasic! + 100,
      claimAmount: claimAmount - 100,
    })),
    'P007 return',
    'claim paymentForBasic/amount',
    '窓口負担',
    { on: 'basic, fixed copayment' },
  ),
  defect(
    '定率の端数を切り上げた（1円多い）',
    claim(({ claimAmount, paymentForBasic }) => ({
      paymentForBasic: paymentForBasic! + 1,
      paymentAmount: paymentForBasic! + 1,
      claimAmount: claimAmount - 1,
    })),
    'P007 return',
    'claim paymentForBasic/amount',
    '四捨五入',
    { on: 'basic, copayment by rate' },
  ),
  defect(
    '定率30%を30と書いた（030000でない）',
    claim(({ chargeBasic }) => ({ chargeBasic: { ...chargeBasic!, rate: 30 } })),
    'P003 return',
    'claim chargeTypeBasic/rate',
    '負担率',
    { on: 'basic, copayment by rate' },
  ),
  defect(
    '負担率が100%を超える',
    claim(({ chargeBasic }) => ({ chargeBasic: { ...chargeBasic!, rate: 300_000 } })),
    'P003 return',
    'claim chargeTypeBasic/rate',
    '負担率',
    { on: 'basic, copayment by rate' },
  ),
  defect(
    '定額なのに額がない',
    claim(() => ({ chargeBasic: { code: '2' } })),
    'P002 return',
    'claim checkupCard/chargeTypeBasic',
    '金額',
    { on: 'basic, fixed copayment' },
  ),
  defect(
    '定率なのに率でなく額を書いた',
    claim(() => ({ chargeBasic: { code: '3', amount: 1000 } })),
    'P002 return',
    'claim checkupCard/chargeTypeBasic',
    '率',
    { on: 'basic, copayment by rate' },
  ),
  defect(
    '負担なしなのに額を書いた',
    claim(() => ({ chargeBasic: { code: '1', amount: 1000 } })),
    'P002 return',
    'claim checkupCard/chargeTypeBasic',
    '負担なし',
    { on: 'basic, free' },
  ),
  defect(
    '上限額の券で上限を超えた分を徴収していない',
    claim(({ unitPriceBasic }) => ({ chargeBasic: { code: '4', amount: unitPriceBasic! - 1500 } })),
    'P007 warning',
    'claim paymentForBasic/amount',
    '窓口負担 上限',
    { on: 'basic, free' },
  ),
  defect(
    '窓口負担コードが別表6にない（0）',
    inClaim(/(<chargeTypeBasic code=")1/, '$10'),
    'X007 return',
    'claim checkupCard/chargeTypeBasic',
    '窓口負担',
    { on: 'basic, free' },
  ),
  defect(
    '詳細の窓口負担を基本の券面で計算した',
    claim(({ paymentForDetail, paymentAmount, claimAmount }) => ({
      paymentForDetail: paymentForDetail! + 30,
      paymentAmount: paymentAmount + 30,
      claimAmount: claimAmount - 30,
    })),
    'P008 return',
    'claim paymentForDetail/amount',
    '詳細 窓口負担',
    { on: 'detailed' },
  ),
  defect(
    '追加健診の窓口負担を取り過ぎた',
    claim(({ paymentForOther, paymentAmount, claimAmount }) => ({
      paymentForOther: paymentForOther! + 50,
      paymentAmount: paymentAmount + 50,
      claimAmount: claimAmount - 50,
    })),
    'P009 return',
    'claim paymentForOther/amount',
    '追加 窓口負担',
    { on: 'additional' },
  ),
  defect(
    'ドックの上限額を見落とした',
    claim(({ unitAmount, dockCopayment }) => {
      const own = Math.floor((unitAmount * dockCopayment!.rate! + 50_000) / 100_000);
      const lowered = own - 1000;
      return { paymentForOther: lowered, paymentAmount: lowered, claimAmount: unitAmount - lowered };
    }),
    'P009 return',
    'claim paymentForOther/amount',
    'ドック 窓口負担',
    { on: 'dock with limit' },
  ),
  defect(
    '窓口負担が基本単価を超える',
    claim(({ unitPriceBasic }) => ({
      paymentForBasic: unitPriceBasic! + 1000,
      paymentAmount: unitPriceBasic! + 1000,
      claimAmount: 0,
    })),
    'P007 return',
    'claim paymentForBasic/amount',
    '窓口負担',
    { on: 'basic, fixed copayment' },
  ),
];
