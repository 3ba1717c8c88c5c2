import { given } from '../../guidance-edits.js';
import { both, inBoth, inClaim, inResult } from '../../judge-record.js';
import { withoutElement } from '../claim-edits.js';
import { defect } from '../defect.js';
import { guidanceClaim } from '../spoil.js';
import type { Row } from '../defect.js';

const due = 'claim settlement/calculatedAmount';

/** Amounts of guidance: which of them is wrong is said, and no other. */
export const guidanceAmountDefects: readonly Row[] = [
  defect(
    '算定金額だけ違う（請求金額は正しい）',
    guidanceClaim(({ calculatedAmount }) => ({ calculatedAmount: calculatedAmount + 100 })),
    'G043 return',
    due,
    '算定金額 6980 6880',
    { on: 'motivational, first' },
  ),
  defect(
    '途中終了の算定金額だけ違う',
    guidanceClaim(({ calculatedAmount }) => ({ calculatedAmount: calculatedAmount + 100 })),
    'G043 return',
    due,
    '算定金額 実施済みポイント',
    { on: 'active, ended' },
  ),
  defect(
    '算定金額と請求金額が逆',
    guidanceClaim(({ calculatedAmount, claimAmount }) => ({
      calculatedAmount: claimAmount,
      claimAmount: calculatedAmount,
    })),
    'G043 return',
    due,
    '算定金額 請求金額と入れ替わって',
    { on: 'motivational, with copayment' },
  ),
  defect(
    '動機付け支援の途中終了に端数の算定金額',
    guidanceClaim(() => ({ calculatedAmount: 100, claimAmount: 100 })),
    'G050 query',
    due,
    '途中終了 100',
    { on: 'motivational, ended' },
  ),
  defect(
    'その他の時点の支払割合12%',
    both(
      inResult(/(<code code=")21(" codeSystem="1\.2\.392\.200119\.6\.1001")/, '$124$2'),
      inClaim('guidanceTiming code="1"', 'guidanceTiming code="4"'),
      inClaim(/paymentRate value="\d+"/, 'paymentRate value="12"'),
    ),
    'G042 return',
    'claim settlement/paymentRate',
    '支払割合 12',
    { on: 'active, first' },
  ),
  defect(
    '初回に全額徴収なのに負担は一部だけ',
    guidanceClaim(({ calculatedAmount }) => ({
      paymentAmount: 1120,
      claimAmount: calculatedAmount - 1120,
    })),
    'G045 warning',
    'claim payment/status',
    '窓口負担徴収 初回時に全額 1120 1400',
    { on: 'motivational, with copayment' },
  ),
  defect(
    '初回に全額徴収なのに途中終了でも徴収',
    guidanceClaim(({ claimAmount }) => ({ paymentAmount: 100, claimAmount: claimAmount - 100 })),
    'G045 warning',
    'claim payment/status',
    '窓口負担徴収 初回時に全額 100 0',
    { on: 'active, ended' },
  ),
  defect(
    '76歳で積極的支援',
    inBoth('19740512', '19500512'),
    'G060 query',
    'result patient/birthTime',
    '76歳 75歳未満',
    { on: 'active, first' },
  ),
  defect(
    '評価の体重174',
    given('1042001032', '174'),
    'G058 warning',
    'result observation/value',
    '実績評価 体重 174',
    { on: 'active, evaluated' },
  ),
  defect(
    '評価の体重が知らない項目コードR、単位hg',
    inResult(
      /<code code="1042001032" codeSystem="1.2.392.200119.6.1006"([^>]*>\s*<value [^>]*unit=")kg/,
      '<code code="R" codeSystem="1.2.392.200119.6.1005"$1hg',
    ),
    'G055 return',
    'result observation/code',
    '項目コード R hg 1.2.392.200119.6.1005',
    { on: 'active, evaluated' },
  ),
  defect(
    '途中終了の計画ポイントの記録なし',
    inClaim(/<pointCountIntended[^>]*>\n?/, ''),
    'G047 return',
    'claim healthGuidanceClaim/settlement',
    '計画上のポイント 記録されていません 340',
    { on: 'active, ended' },
  ),
  defect(
    '途中終了の実施済みポイントだけ違う',
    inClaim(/pointCountCompleted value="\d+"/, 'pointCountCompleted value="77"'),
    'G046 return',
    'claim settlement/pointCountCompleted',
    '実施済みポイント 77 80',
    { on: 'active, ended' },
  ),
  defect(
    '途中終了の計画ポイントだけ違う',
    inClaim(/pointCountIntended value="\d+"/, 'pointCountIntended value="77"'),
    'G047 return',
    'claim settlement/pointCountIntended',
    '計画上のポイント 77 340',
    { on: 'active, ended' },
  ),
  defect(
    '途中終了の実施済みと計画のポイントが逆',
    inClaim(
      /pointCountCompleted value="(\d+)"\/>\s*<pointCountIntended value="(\d+)"/,
      'pointCountCompleted value="$2"/><pointCountIntended value="$1"',
    ),
    'G046 return',
    'claim settlement/pointCountCompleted',
    '実施済みポイント 340 80 計画上のポイントと逆',
    { on: 'active, ended' },
  ),
  defect(
    '利用券に窓口負担がないのに徴収',
    withoutElement('copayment'),
    'G045 warning',
    'claim payment/amount',
    '窓口負担金額 1400 利用券に窓口負担の記録がない',
    { on: 'motivational, with copayment' },
  ),
];
