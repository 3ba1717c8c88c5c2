import { planned } from '../../guidance-edits.js';
import { inBoth, inClaim, inResult } from '../../judge-record.js';
import { summed } from '../archive-edits.js';
import { defect } from '../defect.js';
import { guidanceClaim } from '../spoil.js';
import type { Row } from '../defect.js';

/** What is claimed for guidance. */
export const guidanceMoneyDefects: readonly Row[] = [
  defect('実施のmoodがINT', planned('90030'), 'G048 return', 'claim encounter/guidanceTiming', '実施時点 1', {
    on: 'motivational, first',
  }),
  defect(
    '実績評価のmoodがINT',
    planned('90060'),
    'G048 return',
    'claim encounter/guidanceTiming',
    '実施時点 2',
    { on: 'motivational, evaluated' },
  ),
  defect(
    '決済のポイントが集計と違う',
    guidanceClaim(() => ({ pointCountCompleted: 999 })),
    'G046 return',
    'claim settlement/pointCountCompleted',
    '実施時点 2',
    { on: 'active, evaluated' },
  ),
  defect(
    '開始時に実施済みポイント',
    inClaim('<calculatedAmount', '<pointCountCompleted value="20"/><calculatedAmount'),
    'G046 return',
    'claim settlement/pointCountCompleted',
    '実施時点 1',
    { on: 'active, first' },
  ),
  defect(
    '実績評価時に実施済みポイントなし',
    inClaim(/<pointCountCompleted[^>]*>\n?/, ''),
    'G046 return',
    'claim healthGuidanceClaim/settlement',
    '実施時点 2',
    { on: 'active, evaluated' },
  ),
  defect(
    '徴収コード3',
    inClaim(/status code="\d"/, 'status code="3"'),
    'X007 return',
    'claim payment/status',
    '要素 status',
    { on: 'motivational, first' },
  ),
  defect(
    '徴収コードなし',
    inClaim(/<status code="\d"\/>\n?/, ''),
    'X007 return',
    'claim payment/amount',
    '要素 amount',
    { on: 'motivational, first' },
  ),
  defect(
    '支払割合120',
    guidanceClaim(() => ({ paymentRate: 120 })),
    'X007 return',
    'claim settlement/paymentRate',
    '要素 paymentRate（支払割合）',
    { on: 'motivational, first' },
  ),
  defect(
    '算定金額が小数',
    inClaim(/calculatedAmount value="\d+"/, 'calculatedAmount value="6600.5"'),
    'X007 return',
    'claim settlement/calculatedAmount',
    '要素 calculatedAmount（算定金額）',
    { on: 'motivational, first' },
  ),
  defect(
    '利用券番号12桁',
    inClaim('extension="26272316914"', 'extension="262723169140"'),
    'X007 return',
    'claim healthGuidanceCard/id',
    '要素 id',
    { on: 'motivational, evaluated' },
  ),
  defect(
    '利用券のない保健指導',
    inResult(/<participant typeCode="HLD"><functionCode code="2"[^]*?<\/participant>\n?/, ''),
    'I028 return',
    'claim healthGuidanceCard/id',
    '決済情報 26272316914',
    { on: 'motivational, evaluated' },
  ),
  defect(
    '70歳で積極的支援',
    inBoth('19740512', '19560512'),
    'G040 query',
    'claim encounter/guidanceLevel',
    '年度末年齢',
    { on: 'active, first' },
  ),
  defect(
    '決済の保健指導区分が空',
    inClaim(/guidanceLevel code="\d"/, 'guidanceLevel code=""'),
    'X007 return',
    'claim encounter/guidanceLevel',
    '要素 guidanceLevel（保健指導区分）',
    { on: 'motivational, first' },
  ),
  defect(
    '途中終了に実績評価の時点2',
    guidanceClaim(() => ({ guidanceTiming: '2' })),
    'G005 return',
    'claim encounter/guidanceTiming',
    '決済情報 2',
    { on: 'active, ended' },
  ),
  defect(
    '途中終了の計画ポイントなし',
    inClaim(/<pointCountIntended[^>]*>\n?/, ''),
    'G047 return',
    'claim healthGuidanceClaim/settlement',
    '実施時点 3',
    { on: 'active, ended' },
  ),
  defect(
    '途中終了の計画ポイント0',
    inClaim(/pointCountIntended value="\d+"/, 'pointCountIntended value="0"'),
    'G047 return',
    'claim settlement/pointCountIntended',
    '実施時点 3',
    { on: 'active, ended' },
  ),
  defect(
    '計画より実施が多い請求（100%超）',
    guidanceClaim(({ unitPrice, paymentAmount }) => {
      const v = Math.round(unitPrice * 0.5 * 1.5);
      return {
        pointCountCompleted: 300,
        pointCountIntended: 200,
        calculatedAmount: v,
        claimAmount: v - paymentAmount,
      };
    }),
    'G043 return',
    'claim settlement/calculatedAmount',
    '算定金額 20625',
    { on: 'active, ended', also: 'G046 G047' },
  ),
  defect(
    '保健指導の窓口負担総計が他健診に',
    summed(() => ({ totalPaymentByOtherProgram: 1000 })),
    'S005 refuse',
    'summary summary/totalPaymentByOtherProgram',
    '1000',
    { on: 'motivational, first' },
  ),
];
