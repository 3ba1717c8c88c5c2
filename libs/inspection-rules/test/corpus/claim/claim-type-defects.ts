import { inClaim } from '../../judge-record.js';
import { defect } from '../defect.js';
import { claim } from '../spoil.js';
import type { Row } from '../defect.js';

/** 請求区分, and what is claimed of details and additions. */
export const claimTypeDefects: readonly Row[] = [
  // 請求区分 and what stands beside it.
  defect(
    '請求区分1のまま詳細健診の単価を書いた',
    claim(() => ({ claimType: '1' })),
    'P001 return',
    'claim settlement/claimType',
    '請求区分',
    { on: 'detailed' },
  ),
  defect(
    '請求区分2なのに詳細健診の単価がない',
    claim(() => ({
      claimType: '2',
      chargeDetail: { code: '1' },
      paymentForDetail: 0,
    })),
    'P001 return',
    'claim checkupClaim/settlement',
    '詳細',
    { on: 'basic, free' },
  ),
  defect(
    '請求区分3（追加）を2（詳細）と取り違えた',
    claim(() => ({ claimType: '2' })),
    'P001 return',
    'claim settlement/claimType',
    '請求区分',
    { on: 'additional' },
  ),
  defect(
    '請求区分4を3と書いた（詳細の単価が残る）',
    claim(() => ({ claimType: '3' })),
    'P001 return',
    'claim settlement/claimType',
    '請求区分',
    { on: 'detailed and additional' },
  ),
  defect(
    '人間ドックなのに請求区分1',
    claim(() => ({ claimType: '1' })),
    'P001 return',
    'claim settlement/claimType',
    '請求区分',
    { on: 'dock' },
  ),
  defect(
    '基本健診なのに請求区分5（人間ドック）',
    claim(() => ({ claimType: '5' })),
    'P001 return',
    'claim settlement/claimType',
    '請求区分',
  ),
  defect(
    '請求区分が空',
    inClaim(/(<claimType code=")[^"]*/, '$1'),
    'X007 return',
    'claim settlement/claimType',
    '請求区分',
  ),
  defect(
    '請求区分が6',
    inClaim(/(<claimType code=")[^"]*/, '$16'),
    'X007 return',
    'claim settlement/claimType',
    '請求区分',
  ),
  defect(
    '基本の窓口負担の種類がない',
    claim(() => ({ chargeBasic: null })),
    'P001 return',
    'claim checkupClaim/settlement',
    '窓口負担',
    { on: 'basic, free' },
  ),
  defect(
    '基本の窓口負担額がない',
    claim(() => ({ paymentForBasic: null })),
    'P001 return',
    'claim checkupClaim/settlement',
    '窓口負担',
    { on: 'basic, free' },
  ),
  defect(
    '基本の単価がない',
    claim(() => ({ unitPriceBasic: null })),
    'P001 return',
    'claim checkupClaim/settlement',
    '単価',
    { on: 'basic, free' },
  ),
  defect(
    '基本の単価が0円（単価マスタの設定もれ）',
    claim(() => ({
      unitPriceBasic: 0,
      unitAmount: 0,
      claimAmount: 0,
    })),
    'P011 return',
    'claim unitPriceBasic/amount',
    '単価',
    { on: 'basic, free' },
  ),
  defect(
    '委託料単価区分がない',
    inClaim(/<commissionType[^>]*>\s*/, ''),
    'X007 return',
    'claim settlement/unitPriceBasic',
    '委託料単価区分',
  ),
  defect(
    '委託料単価区分が0',
    inClaim(/(<commissionType code=")[^"]*/, '$10'),
    'X007 return',
    'claim settlement/commissionType',
    '委託料単価区分',
  ),
  // 詳細 and 追加.
  defect(
    '心電図を実施したのに単価が別の詳細項目（眼底）',
    claim(({ unitPriceDetails }) => {
      const [first, ...others] = unitPriceDetails;
      const free = ['1', '2', '3', '4'].find((code) => !unitPriceDetails.some((one) => one.code === code));
      return { unitPriceDetails: [{ ...first!, code: free! }, ...others] };
    }),
    'E007 return',
    'claim unitPriceDetail/observation',
    '詳細',
    { on: 'detailed' },
  ),
  defect(
    '同じ詳細項目の単価を2回書いた',
    claim(({ unitPriceDetails }) => {
      const [first, second, ...others] = unitPriceDetails;
      return { unitPriceDetails: [first!, { ...second!, code: first!.code }, ...others] };
    }),
    'P013 return',
    'claim unitPriceDetail/observation',
    '詳細 重複',
    { on: 'two details' },
  ),
  defect(
    '詳細健診を実施し請求区分1で請求（詳細の請求もれ）',
    claim(({ unitPriceBasic, paymentForBasic }) => ({
      claimType: '1',
      chargeDetail: null,
      unitPriceDetails: [],
      paymentForDetail: null,
      unitAmount: unitPriceBasic!,
      paymentAmount: paymentForBasic!,
      claimAmount: unitPriceBasic! - paymentForBasic!,
    })),
    'E006 return',
    'claim settlement/claimType',
    '請求区分 詳細',
    { on: 'detailed' },
  ),
  defect(
    '詳細健診を実施していないのに請求した',
    claim(({ unitAmount, claimAmount }) => ({
      claimType: '2',
      chargeDetail: { code: '1' },
      unitPriceDetails: [{ code: '2', amount: 1300 }],
      paymentForDetail: 0,
      unitAmount: unitAmount + 1300,
      claimAmount: claimAmount + 1300,
    })),
    'E006 return',
    'claim settlement/claimType',
    '詳細',
    { on: 'basic, free' },
  ),
  defect(
    '追加項目のコードが17桁でない',
    inClaim(/(<unitPriceOther>[^]*?<observation code=")[^"]*/, '$13C020'),
    'P015 query',
    'claim unitPriceOther/observation',
    '追加',
    { on: 'additional' },
  ),
  defect(
    '追加項目の単価にコードがない',
    claim(({ unitPriceOthers: [first, ...others] }) => ({
      unitPriceOthers: [{ ...first!, code: null }, ...others],
    })),
    'P014 return',
    'claim settlement/unitPriceOther',
    '追加 コード',
    { on: 'additional' },
  ),
  defect(
    '追加項目を請求したが結果がない',
    claim(({ unitPriceOthers: [first, ...others] }) => ({
      unitPriceOthers: [{ ...first!, code: '3C010000002399901' }, ...others],
    })),
    'P015 query',
    'claim unitPriceOther/observation',
    '追加 結果',
    { on: 'additional' },
  ),
  defect(
    '同じ追加項目を2回請求した',
    claim(({ unitPriceOthers, unitAmount, claimAmount, chargeOther, paymentForOther }) => {
      const [first] = unitPriceOthers;
      const isByRate = chargeOther?.code === '3';
      const more = isByRate ? 0 : first!.amount;
      return {
        unitPriceOthers: [...unitPriceOthers, { ...first!, amount: more }],
        unitAmount: unitAmount + more,
        claimAmount: claimAmount + more,
        paymentForOther,
      };
    }),
    'P013 return',
    'claim unitPriceOther/observation',
    '追加 重複',
    { on: 'additional' },
  ),
  defect(
    'ドックの単価が2つに分かれている',
    claim(({ unitPriceOthers: [only] }) => ({
      unitPriceOthers: [
        { ...only!, amount: only!.amount - 5000 },
        { ...only!, amount: 5000 },
      ],
    })),
    'P014 return',
    'claim settlement/unitPriceOther',
    'ドック',
    { on: 'dock' },
  ),
  defect(
    'ドックの単価に項目コードを書いた',
    claim(({ unitPriceOthers: [only] }) => ({
      unitPriceOthers: [{ ...only!, code: '3C020000002327101' }],
    })),
    'P014 return',
    'claim unitPriceOther/observation',
    'ドック',
    { on: 'dock' },
  ),
  defect(
    'ドックの窓口負担の種類がない',
    claim(() => ({ dockCopayment: null, dockLimit: null })),
    'P001 return',
    'claim checkupClaim/settlement',
    'ドック',
    { on: 'dock' },
  ),
  defect(
    '基本の中性脂肪を追加項目としても請求した',
    claim(({ unitPriceOthers: [first, ...others] }) => ({
      unitPriceOthers: [{ ...first!, code: '3F015000002327101' }, ...others],
    })),
    'P025 query',
    'claim unitPriceOther/observation',
    '中性脂肪 基本的な健診 重複',
    { on: 'additional' },
  ),
  defect(
    '心電図を詳細と追加の両方で請求した',
    claim(({ unitPriceOthers: [first, ...others] }) => ({
      unitPriceOthers: [{ ...first!, code: '9A110160700000011' }, ...others],
    })),
    'P025 query',
    'claim unitPriceOther/observation',
    '心電図 詳細な健診 重複',
    { on: 'detailed and additional' },
  ),
  defect(
    '追加項目のコードが項目表にない',
    claim(({ unitPriceOthers: [first, ...others] }) => ({
      unitPriceOthers: [{ ...first!, code: '3C020000002327199' }, ...others],
    })),
    'P015 query',
    'claim unitPriceOther/observation',
    '3C020000002327199 項目表にない',
    { on: 'additional' },
  ),
  defect(
    '人間ドックの請求区分が4',
    inClaim('claimType code="5"', 'claimType code="4"'),
    'P001 return',
    'claim settlement/claimType',
    '請求区分 4 5 人間ドック',
    { on: 'dock with limit' },
  ),
  defect(
    '請求区分のコードの前に空白',
    inClaim('claimType code="1"', 'claimType code=" 1"'),
    'C011 return',
    'claim settlement/claimType',
    '請求区分',
  ),
  defect(
    '詳細な健診の項目コードが9',
    inClaim(/(<unitPriceDetail>[^]*?<observation code=")\d/, '$19'),
    'X007 return',
    'claim unitPriceDetail/observation',
    '詳細な健診の項目コード（別表8） 9',
    { on: 'two details' },
  ),
];
