import { inBoth, inClaim } from '../../judge-record.js';
import { withoutElement, writtenAmount } from '../claim-edits.js';
import { defect } from '../defect.js';
import { height } from '../items.js';
import { claim } from '../spoil.js';
import type { Row } from '../defect.js';

/** 窓口負担, prices and sums of a claim. */
export const chargeDefects: readonly Row[] = [
  defect(
    '請求区分6',
    inClaim(/claimType code="1"/, 'claimType code="6"'),
    'X007 return',
    'claim settlement/claimType',
    '請求区分 6',
  ),
  defect(
    '請求区分5だがドック単価なし',
    claim(() => ({ claimType: '5' })),
    'P001 return',
    'claim settlement/claimType',
    '請求区分 5',
  ),
  defect(
    '窓口負担コード5',
    inClaim(/chargeTypeBasic code="\d"/, 'chargeTypeBasic code="5"'),
    'X007 return',
    'claim checkupCard/chargeTypeBasic',
    '要素 chargeTypeBasic（窓口負担（基本））',
  ),
  defect(
    '定率だが金額で',
    inClaim('<rate value="030000"/>', '<amount value="003000"/>'),
    'P002 return',
    'claim checkupCard/chargeTypeBasic',
    '窓口負担コード 3',
  ),
  defect(
    '率が000030（30%のつもり）',
    inClaim('<rate value="030000"/>', '<rate value="000030"/>'),
    'P003 return',
    'claim chargeTypeBasic/rate',
    '窓口負担 000030',
  ),
  defect(
    '率が300000',
    inClaim('<rate value="030000"/>', '<rate value="300000"/>'),
    'P003 return',
    'claim chargeTypeBasic/rate',
    '窓口負担 300000',
  ),
  defect(
    '率が30%',
    inClaim('<rate value="030000"/>', '<rate value="30%"/>'),
    'X007 return',
    'claim chargeTypeBasic/rate',
    '要素 rate',
  ),
  defect(
    '率の単位が円',
    inClaim('<rate value="030000"/>', '<rate value="030000" unit="円"/>'),
    'X007 return',
    'claim chargeTypeBasic/rate',
    '要素 rate',
  ),
  defect(
    '率3割を切り捨て',
    claim(() => {
      const p = 9405;
      const f = Math.floor(p * 0.3);
      return { unitPriceBasic: p, unitAmount: p, paymentForBasic: f, paymentAmount: f, claimAmount: p - f };
    }),
    'P007 return',
    'claim paymentForBasic/amount',
    '窓口負担金額 002821',
  ),
  defect(
    '定額の額と窓口負担額が違う',
    claim(({ paymentForBasic, paymentAmount, claimAmount }) => ({
      paymentForBasic: paymentForBasic! + 500,
      paymentAmount: paymentAmount + 500,
      claimAmount: claimAmount - 500,
    })),
    'P007 return',
    'claim paymentForBasic/amount',
    '窓口負担金額 001900',
    { on: 'basic, fixed copayment' },
  ),
  defect(
    '負担なしの券で1000円徴収',
    claim(({ claimAmount }) => ({
      paymentForBasic: 1000,
      paymentAmount: 1000,
      claimAmount: claimAmount - 1000,
    })),
    'P007 return',
    'claim paymentForBasic/amount',
    '窓口負担金額 001000',
    { on: 'basic, free' },
  ),
  defect(
    '窓口負担コード1に金額あり',
    inClaim(
      /<chargeTypeBasic code="1"(?:\/>|><\/chargeTypeBasic>)/,
      '<chargeTypeBasic code="1"><amount value="001000"/></chargeTypeBasic>',
    ),
    'P002 return',
    'claim checkupCard/chargeTypeBasic',
    '窓口負担コード 1',
    { on: 'basic, free' },
  ),
  defect(
    '単価が小数',
    writtenAmount('unitAmount', '9400.5'),
    'X007 return',
    'claim settlement/unitAmount',
    '単価 9400.5',
  ),
  defect(
    '基本単価が0円',
    claim(() => ({ unitPriceBasic: 0, unitAmount: 0, claimAmount: 0 })),
    'P011 return',
    'claim unitPriceBasic/amount',
    '請求金額',
    { on: 'basic, free' },
  ),
  defect(
    '委託料単価区分3',
    inClaim(/commissionType code="\d"/, 'commissionType code="3"'),
    'X007 return',
    'claim settlement/commissionType',
    '委託料単価区分 3',
  ),
  defect(
    '委託料単価区分なし',
    inClaim(/<commissionType[^>]*>\n?/, ''),
    'X007 return',
    'claim settlement/unitPriceBasic',
    '要素 unitPriceBasic（単価（基本））',
  ),
  defect(
    '他健診負担が負',
    inClaim('<claimAmount', '<paymentByOtherProgram value="-100"/><claimAmount'),
    'X007 return',
    'claim settlement/paymentByOtherProgram',
    '要素 value',
  ),
  defect(
    '他健診負担を書いたが引いていない',
    inClaim('<claimAmount', '<paymentByOtherProgram value="2000"/><claimAmount'),
    'P006 return',
    'claim settlement/claimAmount',
    '請求金額 6580',
  ),
  defect(
    '有効期限が99999999',
    inBoth('20270331', '99999999'),
    'X007 return',
    'claim effectiveTime/high',
    '99999999',
  ),
  defect(
    '決済の郵便番号がハイフンなし',
    inClaim('000-1275', '0001275'),
    'X007 return',
    'claim addr/postalCode',
    '要素 postalCode（郵便番号）',
  ),
  defect(
    '窓口負担合計が0円',
    claim(({ unitAmount }) => ({ paymentAmount: 0, claimAmount: unitAmount })),
    'P005 return',
    'claim settlement/paymentAmount',
    '窓口負担金額 0',
  ),
  defect(
    '詳細の窓口負担がない',
    withoutElement('paymentForDetail'),
    'P001 return',
    'claim checkupClaim/settlement',
    '請求区分 2',
    { on: 'detailed' },
  ),
  defect(
    '詳細の窓口負担の種類がない',
    withoutElement('chargeTypeDetail'),
    'P001 return',
    'claim checkupClaim/settlement',
    '請求区分 2',
    { on: 'detailed' },
  ),
  defect(
    '追加の項目コード体系',
    inClaim(
      /(<unitPriceOther>[^]*?<observation code="[^"]*")( codeSystem="[^"]*")?/,
      '$1 codeSystem="1.2.392.200119.6.1205"',
    ),
    'X007 return',
    'claim unitPriceOther/observation',
    '項目コード 1.2.392.200119.6.1205',
    { on: 'additional' },
  ),
  defect(
    '追加の項目コードに基本項目（身長）',
    claim(({ unitPriceOthers: [f, ...r] }) => ({ unitPriceOthers: [{ ...f!, code: height }, ...r] })),
    'P014 return',
    'claim unitPriceOther/observation',
    '請求区分 3',
    { on: 'additional' },
  ),
  defect(
    '追加の項目に詳細の心電図コード',
    claim(({ unitPriceOthers: [f, ...r] }) => ({
      unitPriceOthers: [{ ...f!, code: '9A110160700000011' }, ...r],
    })),
    'P015 query',
    'claim unitPriceOther/observation',
    '追加健診として請求した心電図',
    { on: 'additional' },
  ),
  defect(
    'ドックの上限額を超えて請求',
    claim(({ claimAmount, paymentForOther, paymentAmount }) => ({
      claimAmount: claimAmount + 1000,
      paymentForOther: paymentForOther! - 1000,
      paymentAmount: paymentAmount - 1000,
    })),
    'P009 return',
    'claim paymentForOther/amount',
    '窓口負担金額 012400',
    { on: 'dock with limit' },
  ),
  defect(
    '保険者負担上限額の額がない',
    inClaim(/(<maxInsuranceLimit[^>]*>)\s*<amount[^>]*>(<\/amount>)?/, '$1'),
    'X007 return',
    'claim chargeTypeHumanDryDock/maxInsuranceLimit',
    '要素 maxInsuranceLimit（保険者負担上限額）',
    { on: 'dock with limit' },
  ),
  defect(
    '請求額が文字列「なし」',
    writtenAmount('claimAmount', 'なし'),
    'X007 return',
    'claim settlement/claimAmount',
    '請求金額 なし',
  ),
];
