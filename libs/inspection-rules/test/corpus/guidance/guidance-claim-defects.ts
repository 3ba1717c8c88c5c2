import { inClaim } from '../../judge-record.js';
import { defect } from '../defect.js';
import { guidanceClaim } from '../spoil.js';
import type { Row } from '../defect.js';

/** The claim of guidance (gc08): level, timing, rate, amounts. */
export const guidanceClaimDefects: readonly Row[] = [
  // The claim: level, timing, rate, amounts.
  defect(
    '決済の保健指導区分が記録と違う',
    guidanceClaim(() => ({ guidanceLevel: '3' })),
    'G004 return',
    'claim encounter/guidanceLevel',
    '保健指導区分',
    { on: 'motivational, first' },
  ),
  defect(
    '決済の実施時点が記録と違う（開始時を実績評価時に）',
    guidanceClaim(() => ({ guidanceTiming: '2' })),
    'G005 return',
    'claim encounter/guidanceTiming',
    '実施時点',
    { on: 'motivational, first' },
  ),
  defect(
    '支払割合が8割なのに4割',
    guidanceClaim(({ unitPrice, paymentAmount }) => {
      const calculatedAmount = Math.floor((unitPrice * 40 + 50) / 100);
      return { paymentRate: 40, calculatedAmount, claimAmount: calculatedAmount - paymentAmount };
    }),
    'G042 return',
    'claim settlement/paymentRate',
    '支払割合',
    { on: 'motivational, first' },
  ),
  defect(
    '支払割合が100%（全額を初回に請求）',
    guidanceClaim(({ unitPrice, paymentAmount }) => ({
      paymentRate: 100,
      calculatedAmount: unitPrice,
      claimAmount: unitPrice - paymentAmount,
    })),
    'G042 return',
    'claim settlement/paymentRate',
    '支払割合',
    { on: 'motivational, first' },
  ),
  defect(
    '支払割合が8（割で書いた）',
    guidanceClaim(() => ({ paymentRate: 8 })),
    'G042 return',
    'claim settlement/paymentRate',
    '支払割合',
    { on: 'motivational, first' },
  ),
  defect(
    '支払割合が空',
    inClaim(/(<paymentRate[^>]*value=")\d+/, '$1'),
    'X007 return',
    'claim settlement/paymentRate',
    '支払割合',
    { on: 'motivational, first' },
  ),
  defect(
    '算定金額を切り捨てず切り上げた（1円多い）',
    guidanceClaim(({ calculatedAmount, claimAmount }) => ({
      calculatedAmount: calculatedAmount + 1,
      claimAmount: claimAmount + 1,
    })),
    'G043 return',
    'claim settlement/calculatedAmount',
    '算定金額',
    { on: 'active, first' },
  ),
  defect(
    '算定金額に割合を掛けていない（単価のまま）',
    guidanceClaim(({ unitPrice, paymentAmount }) => ({
      calculatedAmount: unitPrice,
      claimAmount: unitPrice - paymentAmount,
    })),
    'G043 return',
    'claim settlement/calculatedAmount',
    '算定金額',
    { on: 'active, first' },
  ),
  defect(
    '請求金額に窓口負担を引いていない',
    guidanceClaim(({ calculatedAmount }) => ({ claimAmount: calculatedAmount })),
    'G044 return',
    'claim settlement/claimAmount',
    '請求金額 窓口負担',
    { on: 'motivational, with copayment' },
  ),
  defect(
    '請求金額が1円多い',
    guidanceClaim(({ claimAmount }) => ({ claimAmount: claimAmount + 1 })),
    'G044 return',
    'claim settlement/claimAmount',
    '請求金額',
    { on: 'active, first' },
  ),
  defect(
    '集計を作った後に請求金額だけ直した',
    ({ result, claim }) => ({
      result,
      claim: claim.replace(
        /(<claimAmount[^>]*value=")(\d+)/,
        (_, a: string, n: string) => `${a}${Number(n) + 300}`,
      ),
    }),
    'G044 return',
    'claim settlement/claimAmount',
    '請求金額',
    { on: 'active, first' },
  ),
  defect(
    '請求金額が負',
    inClaim(/(<claimAmount[^>]*value=")/, '$1-'),
    'X007 return',
    'claim settlement/claimAmount',
    '請求金額 符号',
    { on: 'active, first' },
  ),
  defect(
    '単価が空欄',
    inClaim(/<unitPrice[^>]*(?:\/>|>[^]*?<\/unitPrice>)\s*/, ''),
    'X007 return',
    'claim settlement/paymentRate',
    '単価',
    { on: 'active, first' },
  ),
  defect(
    '窓口負担が利用券の条件より多い',
    guidanceClaim(({ paymentAmount, claimAmount }) => ({
      paymentAmount: paymentAmount + 500,
      claimAmount: claimAmount - 500,
    })),
    'G045 warning',
    'claim payment/amount',
    '窓口負担',
    { on: 'motivational, with copayment' },
  ),
  defect(
    '開始時なのに実施済みポイントを書いた',
    guidanceClaim(() => ({ pointCountCompleted: 20 })),
    'G046 return',
    'claim settlement/pointCountCompleted',
    'ポイント',
    { on: 'active, first' },
  ),
  defect(
    '実績評価時なのに実施済みポイントがない',
    guidanceClaim(() => ({ pointCountCompleted: null })),
    'G046 return',
    'claim healthGuidanceClaim/settlement',
    'ポイント',
    { on: 'active, evaluated' },
  ),
  defect(
    '実施済みポイントが記録と違う',
    guidanceClaim(({ pointCountCompleted }) => ({ pointCountCompleted: pointCountCompleted! + 10 })),
    'G046 return',
    'claim settlement/pointCountCompleted',
    'ポイント',
    { on: 'active, evaluated' },
  ),
  defect(
    '途中終了なのに計画ポイントがない',
    guidanceClaim(() => ({ pointCountIntended: null })),
    'G047 return',
    'claim healthGuidanceClaim/settlement',
    '計画 ポイント',
    { on: 'active, ended' },
  ),
  defect(
    '途中終了の算定にポイントの割合を掛けていない',
    guidanceClaim(({ unitPrice, paymentAmount }) => {
      const calculatedAmount = Math.floor((unitPrice * 50 + 50) / 100);
      return { calculatedAmount, claimAmount: calculatedAmount - paymentAmount };
    }),
    'G043 return',
    'claim settlement/calculatedAmount',
    '算定金額 ポイント',
    { on: 'active, ended' },
  ),
  defect(
    '動機付け支援の途中終了に2割を請求した',
    guidanceClaim(({ unitPrice, paymentAmount }) => {
      const calculatedAmount = Math.floor((unitPrice * 20 + 50) / 100);
      return { calculatedAmount, claimAmount: calculatedAmount - paymentAmount };
    }),
    'G050 query',
    'claim settlement/calculatedAmount',
    '途中終了',
    { on: 'motivational, ended' },
  ),
  defect(
    '決済の実施区分が1',
    inClaim(/(<serviceEventType code=")2/, '$11'),
    'C011 return',
    'claim encounter/serviceEventType',
    '実施区分',
    { on: 'motivational, first' },
  ),
  defect(
    '利用券でなく受診券の番号を書いた',
    ({ result, claim }) => {
      const [, ticket = ''] = /root="1\.2\.392\.200119\.6\.210[^"]*" extension="(\d{11})"/.exec(claim) ?? [];
      const swapped = `${ticket.slice(0, 2)}1${ticket.slice(3)}`;
      return { result: result.replaceAll(ticket, swapped), claim: claim.replaceAll(ticket, swapped) };
    },
    'T002 return',
    'result associatedEntity/id',
    '利用券',
    { on: 'motivational, first' },
  ),
  defect(
    '利用券の有効期限を過ぎて初回面接',
    ({ result, claim }) => {
      const [, expiry = ''] = /<high value="(\d{8})"/.exec(claim) ?? [];
      return { result: result.replaceAll(expiry, '20261001'), claim: claim.replaceAll(expiry, '20261001') };
    },
    'T008 return',
    'result act/effectiveTime',
    '有効期限',
    { on: 'motivational, first' },
  ),
];
