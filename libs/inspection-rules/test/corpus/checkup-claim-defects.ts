import { inBoth, inClaim } from '../judge-record.js';
import type { CorpusDefect } from './prove-corpus.js';
import { claim, type Step, texts } from './spoil.js';

/** Amount written into an element of the claim as text, sums as they were. */
const written = (element: string, value: string): Step =>
  texts(inClaim(new RegExp(`(<${element}(?: [^>]*)? value=")[^"]*`), `$1${value}`));

/** Takes an element (empty or not) out of the claim. */
const without = (element: string): Step =>
  texts(inClaim(new RegExp(`<${element}(?: [^>]*)?(?:/>|>[^]*?</${element}>)\\s*`), ''));

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
  {
    defect: '単価合計だけが古い単価',
    edit: claim(({ unitAmount }) => ({ unitAmount: unitAmount - 500 })),
    rule: 'P004',
    at: /unitAmount$/,
    words: /単価/,
    ...inClaimFile,
  },
  {
    defect: '窓口負担合計に詳細分が入っていない',
    on: 'detailed',
    edit: claim(({ paymentAmount, paymentForDetail, claimAmount }) =>
      paymentForDetail! > 0
        ? { paymentAmount: paymentAmount - paymentForDetail!, claimAmount: claimAmount + paymentForDetail! }
        : { paymentAmount: paymentAmount + 100, claimAmount: claimAmount - 100 },
    ),
    rule: 'P005',
    at: /paymentAmount$/,
    words: /窓口負担/,
    ...inClaimFile,
  },
  {
    defect: '窓口負担合計だけが0円',
    on: 'basic, fixed copayment',
    edit: claim(({ claimAmount, paymentAmount }) => ({
      paymentAmount: 0,
      claimAmount: claimAmount + paymentAmount,
    })),
    rule: 'P005',
    at: /paymentAmount$/,
    words: /窓口負担/,
    ...inClaimFile,
  },
  {
    defect: '集計情報を作った後に請求金額だけ直した（集計は元のまま）',
    edit: texts(({ result, claim: text }) => ({
      result,
      claim: text.replace(
        /(<claimAmount[^>]*value=")(\d+)/,
        (_, start: string, yen: string) => `${start}${Number(yen) + 500}`,
      ),
    })),
    rule: 'P006',
    at: /claimAmount$/,
    words: /請求金額/,
    ...inClaimFile,
  },
  {
    defect: '集計情報を作った後に単価合計だけ直した（集計は元のまま）',
    edit: texts(({ result, claim: text }) => ({
      result,
      claim: text.replace(
        /(<unitAmount[^>]*value=")(\d+)/,
        (_, start: string, yen: string) => `${start}${Number(yen) + 500}`,
      ),
    })),
    rule: 'P004',
    at: /unitAmount$/,
    words: /単価/,
    ...inClaimFile,
  },
  {
    defect: '集計情報を作った後に他健診負担額だけ直した（集計は元のまま）',
    on: 'basic, other programme pays too',
    edit: written('paymentByOtherProgram', '1000'),
    rule: 'P006',
    at: /claimAmount$/,
    words: /他健診負担/,
    ...inClaimFile,
  },
  // 窓口負担 by the ticket's terms.
  {
    defect: '負担なしの券なのに窓口で500円を徴収',
    on: 'basic, free',
    edit: claim(({ claimAmount }) => ({
      paymentForBasic: 500,
      paymentAmount: 500,
      claimAmount: claimAmount - 500,
    })),
    rule: 'P007',
    at: /paymentForBasic\/amount$/,
    words: /窓口負担/,
    ...inClaimFile,
  },
  {
    defect: '定額の券なのに定額と違う額を徴収',
    on: 'basic, fixed copayment',
    edit: claim(({ claimAmount, paymentForBasic }) => ({
      paymentForBasic: paymentForBasic! + 100,
      paymentAmount: paymentForBasic! + 100,
      claimAmount: claimAmount - 100,
    })),
    rule: 'P007',
    at: /paymentForBasic\/amount$/,
    words: /窓口負担/,
    ...inClaimFile,
  },
  {
    defect: '定率の端数を切り上げた（1円多い）',
    on: 'basic, copayment by rate',
    edit: claim(({ claimAmount, paymentForBasic }) => ({
      paymentForBasic: paymentForBasic! + 1,
      paymentAmount: paymentForBasic! + 1,
      claimAmount: claimAmount - 1,
    })),
    rule: 'P007',
    at: /paymentForBasic\/amount$/,
    words: /四捨五入|窓口負担/,
    ...inClaimFile,
  },
  {
    defect: '定率30%を30と書いた（030000でない）',
    on: 'basic, copayment by rate',
    edit: claim(({ chargeBasic }) => ({ chargeBasic: { ...chargeBasic!, rate: 30 } })),
    rule: ['P003', 'P007'],
    words: /負担率|割合|率/,
    ...inClaimFile,
  },
  {
    defect: '負担率が100%を超える',
    on: 'basic, copayment by rate',
    edit: claim(({ chargeBasic }) => ({ chargeBasic: { ...chargeBasic!, rate: 300_000 } })),
    rule: 'P003',
    at: /rate$/,
    words: /負担率|100/,
    ...inClaimFile,
  },
  {
    defect: '定額なのに額がない',
    on: 'basic, fixed copayment',
    edit: claim(() => ({ chargeBasic: { code: '2' } })),
    rule: ['P002', 'X007'],
    words: /金額|amount/,
    ...inClaimFile,
  },
  {
    defect: '定率なのに率でなく額を書いた',
    on: 'basic, copayment by rate',
    edit: claim(() => ({ chargeBasic: { code: '3', amount: 1000 } })),
    rule: 'P002',
    words: /率/,
    ...inClaimFile,
  },
  {
    defect: '負担なしなのに額を書いた',
    on: 'basic, free',
    edit: claim(() => ({ chargeBasic: { code: '1', amount: 1000 } })),
    rule: 'P002',
    words: /負担なし|金額/,
    ...inClaimFile,
  },
  {
    defect: '上限額の券で上限を超えた分を徴収していない',
    on: 'basic, free',
    edit: claim(({ unitPriceBasic }) => ({ chargeBasic: { code: '4', amount: unitPriceBasic! - 1500 } })),
    rule: 'P007',
    at: /paymentForBasic\/amount$/,
    severity: 'warning',
    words: /窓口負担.*上限|上限.*窓口負担/,
    ...inClaimFile,
  },
  {
    defect: '窓口負担コードが別表6にない（0）',
    on: 'basic, free',
    edit: texts(inClaim(/(<chargeTypeBasic code=")1/, '$10')),
    rule: ['C011', 'X007', 'P002'],
    at: /chargeTypeBasic/,
    words: /窓口負担|コード/,
    ...inClaimFile,
  },
  {
    defect: '詳細の窓口負担を基本の券面で計算した',
    on: 'detailed',
    edit: claim(({ paymentForDetail, paymentAmount, claimAmount }) => ({
      paymentForDetail: paymentForDetail! + 30,
      paymentAmount: paymentAmount + 30,
      claimAmount: claimAmount - 30,
    })),
    rule: 'P008',
    at: /paymentForDetail\/amount$/,
    words: /詳細.*窓口負担/,
    ...inClaimFile,
  },
  {
    defect: '追加健診の窓口負担を取り過ぎた',
    on: 'additional',
    edit: claim(({ paymentForOther, paymentAmount, claimAmount }) => ({
      paymentForOther: paymentForOther! + 50,
      paymentAmount: paymentAmount + 50,
      claimAmount: claimAmount - 50,
    })),
    rule: 'P009',
    at: /paymentForOther\/amount$/,
    words: /追加.*窓口負担/,
    ...inClaimFile,
  },
  {
    defect: 'ドックの上限額を見落とした',
    on: 'dock with limit',
    edit: claim(({ unitAmount, dockCopayment }) => {
      const own = Math.floor((unitAmount * dockCopayment!.rate! + 50_000) / 100_000);
      const lowered = own - 1000;
      return { paymentForOther: lowered, paymentAmount: lowered, claimAmount: unitAmount - lowered };
    }),
    rule: 'P009',
    at: /paymentForOther\/amount$/,
    words: /ドック.*窓口負担|窓口負担.*ドック/,
    ...inClaimFile,
  },
  {
    defect: '窓口負担が基本単価を超える',
    on: 'basic, fixed copayment',
    edit: claim(({ unitPriceBasic }) => ({
      paymentForBasic: unitPriceBasic! + 1000,
      paymentAmount: unitPriceBasic! + 1000,
      claimAmount: 0,
    })),
    rule: 'P007',
    words: /窓口負担/,
    ...inClaimFile,
  },
  // 請求区分 and what stands beside it.
  {
    defect: '請求区分1のまま詳細健診の単価を書いた',
    on: 'detailed',
    edit: claim(() => ({ claimType: '1' })),
    rule: 'P001',
    words: /請求区分/,
    ...inClaimFile,
  },
  {
    defect: '請求区分2なのに詳細健診の単価がない',
    on: 'basic, free',
    edit: claim(() => ({
      claimType: '2',
      chargeDetail: { code: '1' },
      paymentForDetail: 0,
    })),
    rule: ['P001', 'E006'],
    words: /詳細/,
    ...inClaimFile,
  },
  {
    defect: '請求区分3（追加）を2（詳細）と取り違えた',
    on: 'additional',
    edit: claim(() => ({ claimType: '2' })),
    rule: 'P001',
    words: /請求区分/,
    ...inClaimFile,
  },
  {
    defect: '請求区分4を3と書いた（詳細の単価が残る）',
    on: 'detailed and additional',
    edit: claim(() => ({ claimType: '3' })),
    rule: 'P001',
    words: /請求区分/,
    ...inClaimFile,
  },
  {
    defect: '人間ドックなのに請求区分1',
    on: 'dock',
    edit: claim(() => ({ claimType: '1' })),
    rule: 'P001',
    words: /請求区分/,
    ...inClaimFile,
  },
  {
    defect: '基本健診なのに請求区分5（人間ドック）',
    edit: claim(() => ({ claimType: '5' })),
    rule: 'P001',
    words: /請求区分/,
    ...inClaimFile,
  },
  {
    defect: '請求区分が空',
    edit: texts(inClaim(/(<claimType code=")[^"]*/, '$1')),
    rule: ['X007', 'P001'],
    at: /claimType/,
    words: /請求区分/,
    ...inClaimFile,
  },
  {
    defect: '請求区分が6',
    edit: texts(inClaim(/(<claimType code=")[^"]*/, '$16')),
    rule: ['X007', 'P001', 'C011'],
    at: /claimType/,
    words: /請求区分/,
    ...inClaimFile,
  },
  {
    defect: '基本の窓口負担の種類がない',
    on: 'basic, free',
    edit: claim(() => ({ chargeBasic: null })),
    rule: 'P001',
    words: /窓口負担/,
    ...inClaimFile,
  },
  {
    defect: '基本の窓口負担額がない',
    on: 'basic, free',
    edit: claim(() => ({ paymentForBasic: null })),
    rule: 'P001',
    words: /窓口負担|窓口支払/,
    ...inClaimFile,
  },
  {
    defect: '基本の単価がない',
    on: 'basic, free',
    edit: claim(() => ({ unitPriceBasic: null })),
    rule: 'P001',
    words: /単価/,
    ...inClaimFile,
  },
  {
    defect: '基本の単価が0円（単価マスタの設定もれ）',
    on: 'basic, free',
    edit: claim(() => ({
      unitPriceBasic: 0,
      unitAmount: 0,
      claimAmount: 0,
    })),
    rule: 'P011',
    words: /単価/,
    ...inClaimFile,
  },
  {
    defect: '委託料単価区分がない',
    edit: texts(inClaim(/<commissionType[^>]*>\s*/, '')),
    rule: ['X007', 'C011'],
    words: /委託料単価区分|commissionType/,
    ...inClaimFile,
  },
  {
    defect: '委託料単価区分が0',
    edit: texts(inClaim(/(<commissionType code=")[^"]*/, '$10')),
    rule: ['X007', 'C011'],
    words: /委託料単価区分/,
    ...inClaimFile,
  },
  // 詳細 and 追加.
  {
    defect: '心電図を実施したのに単価が別の詳細項目（眼底）',
    on: 'detailed',
    edit: claim(({ unitPriceDetails }) => {
      const [first, ...others] = unitPriceDetails;
      const free = ['1', '2', '3', '4'].find((code) => !unitPriceDetails.some((one) => one.code === code));
      return { unitPriceDetails: [{ ...first!, code: free! }, ...others] };
    }),
    rule: 'E007',
    words: /詳細/,
    file: 'claim',
  },
  {
    defect: '同じ詳細項目の単価を2回書いた',
    on: 'two details',
    edit: claim(({ unitPriceDetails }) => {
      const [first, second, ...others] = unitPriceDetails;
      return { unitPriceDetails: [first!, { ...second!, code: first!.code }, ...others] };
    }),
    rule: 'P013',
    words: /詳細.*重複|重複.*詳細/,
    ...inClaimFile,
  },
  {
    defect: '詳細健診を実施し請求区分1で請求（詳細の請求もれ）',
    on: 'detailed',
    edit: claim(({ unitPriceBasic, paymentForBasic }) => ({
      claimType: '1',
      chargeDetail: null,
      unitPriceDetails: [],
      paymentForDetail: null,
      unitAmount: unitPriceBasic!,
      paymentAmount: paymentForBasic!,
      claimAmount: unitPriceBasic! - paymentForBasic!,
    })),
    rule: 'E006',
    words: /請求区分.*詳細|詳細.*請求区分/,
    ...inClaimFile,
  },
  {
    defect: '詳細健診を実施していないのに請求した',
    on: 'basic, free',
    edit: claim(({ unitAmount, claimAmount }) => ({
      claimType: '2',
      chargeDetail: { code: '1' },
      unitPriceDetails: [{ code: '2', amount: 1300 }],
      paymentForDetail: 0,
      unitAmount: unitAmount + 1300,
      claimAmount: claimAmount + 1300,
    })),
    rule: ['E006', 'E007'],
    words: /詳細/,
    ...inClaimFile,
  },
  {
    defect: '追加項目のコードが17桁でない',
    on: 'additional',
    edit: texts(inClaim(/(<unitPriceOther>[^]*?<observation code=")[^"]*/, '$13C020')),
    rule: ['P014', 'X007', 'V001', 'P015'],
    words: /追加/,
    ...inClaimFile,
  },
  {
    defect: '追加項目の単価にコードがない',
    on: 'additional',
    edit: claim(({ unitPriceOthers: [first, ...others] }) => ({
      unitPriceOthers: [{ ...first!, code: null }, ...others],
    })),
    rule: 'P014',
    words: /追加.*コード|コード.*追加/,
    ...inClaimFile,
  },
  {
    defect: '追加項目を請求したが結果がない',
    on: 'additional',
    edit: claim(({ unitPriceOthers: [first, ...others] }) => ({
      unitPriceOthers: [{ ...first!, code: '3C010000002399901' }, ...others],
    })),
    rule: 'P015',
    severity: 'query',
    words: /追加.*結果/,
    ...inClaimFile,
  },
  {
    defect: '同じ追加項目を2回請求した',
    on: 'additional',
    edit: claim(({ unitPriceOthers, unitAmount, claimAmount, chargeOther, paymentForOther }) => {
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
    rule: ['P013', 'P014'],
    words: /追加.*重複|重複.*追加|同じ/,
    ...inClaimFile,
  },
  {
    defect: 'ドックの単価が2つに分かれている',
    on: 'dock',
    edit: claim(({ unitPriceOthers: [only] }) => ({
      unitPriceOthers: [
        { ...only!, amount: only!.amount - 5000 },
        { ...only!, amount: 5000 },
      ],
    })),
    rule: ['P014', 'P001'],
    words: /ドック/,
    ...inClaimFile,
  },
  {
    defect: 'ドックの単価に項目コードを書いた',
    on: 'dock',
    edit: claim(({ unitPriceOthers: [only] }) => ({
      unitPriceOthers: [{ ...only!, code: '3C020000002327101' }],
    })),
    rule: 'P014',
    words: /ドック/,
    ...inClaimFile,
  },
  {
    defect: 'ドックの窓口負担の種類がない',
    on: 'dock',
    edit: claim(() => ({ dockCopayment: null, dockLimit: null })),
    rule: ['P001', 'P002'],
    words: /ドック/,
    ...inClaimFile,
  },
  // 他健診.
  {
    defect: '他健診負担額が単価合計を超える',
    on: 'basic, free',
    edit: claim(({ unitAmount }) => ({ paymentByOtherProgram: unitAmount + 1000, claimAmount: 0 })),
    rule: 'P018',
    severity: 'query',
    words: /他.*負担/,
    ...inClaimFile,
  },
  {
    defect: '他健診負担額を窓口負担にも足した',
    on: 'basic, other programme pays too',
    edit: claim(({ paymentForBasic, paymentAmount, claimAmount, paymentByOtherProgram }) => ({
      paymentForBasic: paymentForBasic! + paymentByOtherProgram!,
      paymentAmount: paymentAmount + paymentByOtherProgram!,
      claimAmount: claimAmount - paymentByOtherProgram!,
    })),
    rule: 'P007',
    words: /窓口負担/,
    ...inClaimFile,
  },
  {
    defect: '全額を他健診が負担し請求0円',
    on: 'basic, free',
    edit: claim(({ unitAmount }) => ({ paymentByOtherProgram: unitAmount, claimAmount: 0 })),
    rule: 'P012',
    severity: 'query',
    words: /請求.*0円|0円/,
    ...inClaimFile,
  },
  // Writing of amounts.
  {
    defect: '請求金額が負',
    edit: written('claimAmount', '-1000'),
    rule: 'X007',
    at: /claimAmount/,
    words: /請求金額|負/,
    ...inClaimFile,
  },
  {
    defect: '請求金額に桁区切りのカンマ',
    edit: written('claimAmount', '8,050'),
    rule: 'X007',
    at: /claimAmount/,
    words: /数字|整数|カンマ/,
    ...inClaimFile,
  },
  {
    defect: '請求金額に小数',
    edit: written('claimAmount', '8050.0'),
    rule: 'X007',
    at: /claimAmount/,
    words: /整数|数字/,
    ...inClaimFile,
  },
  {
    defect: '請求金額に円記号',
    edit: written('claimAmount', '¥8050'),
    rule: 'X007',
    at: /claimAmount/,
    words: /数字|整数/,
    ...inClaimFile,
  },
  {
    defect: '請求金額が全角数字',
    edit: written('claimAmount', '８０５０'),
    rule: 'X007',
    at: /claimAmount/,
    words: /数字|整数/,
    ...inClaimFile,
  },
  {
    defect: '請求金額が空',
    edit: written('claimAmount', ''),
    rule: 'X007',
    at: /claimAmount/,
    words: /請求金額|空|数/,
    ...inClaimFile,
  },
  {
    defect: '請求金額の要素がない',
    edit: without('claimAmount'),
    rule: 'X007',
    words: /請求金額|claimAmount/,
    ...inClaimFile,
  },
  {
    defect: '単価合計の要素がない',
    edit: without('unitAmount'),
    rule: 'X007',
    words: /単価|unitAmount/,
    ...inClaimFile,
  },
  {
    defect: '決済情報の要素の順が違う',
    edit: texts(inClaim(/(<unitAmount[^>]*>(?:[^]*?<\/unitAmount>)?\s*)(<paymentAmount[^>]*\/>)/, '$2$1')),
    rule: 'X007',
    words: /順|位置|期待/,
    ...inClaimFile,
  },
  {
    defect: '定額の額が6桁でない（1000）',
    on: 'basic, fixed copayment',
    edit: texts(inClaim(/(<chargeTypeBasic[^>]*>\s*<amount value=")00/, '$1')),
    rule: 'X007',
    at: /amount/,
    words: /6桁/,
    ...inClaimFile,
  },
  {
    defect: '通貨がJPYでない',
    edit: texts(inClaim(/<claimAmount value/, '<claimAmount currency="YEN" value')),
    rule: 'X007',
    at: /claimAmount/,
    words: /JPY/,
    ...inClaimFile,
  },
  {
    defect: '基本単価が100万円（桁を間違えた）',
    on: 'basic, free',
    edit: claim(({ unitPriceBasic }) => {
      const amount = unitPriceBasic! * 1000;
      return { unitPriceBasic: amount, unitAmount: amount, claimAmount: amount };
    }),
    rule: ['P017', 'X007'],
    severity: 'query',
    words: /金額|桁/,
    ...inClaimFile,
  },
  // Who and which ticket.
  {
    defect: '決済情報の保険者番号だけが違う',
    edit: texts(inClaim(/(<insurerNumber [^>]*extension=")\d{8}/, '$106139992')),
    rule: 'I022',
    words: /保険者番号/,
    ...inClaimFile,
  },
  {
    defect: '決済情報の実施区分が2',
    edit: texts(inClaim(/(<serviceEventType code=")1/, '$12')),
    rule: ['S009', 'C011', 'P001', 'X007'],
    at: /serviceEventType/,
    words: /実施区分/,
    ...inClaimFile,
  },
  {
    defect: '決済情報の受診券整理番号が1桁違う',
    edit: claim(({ ticketNumber }) => ({
      ticketNumber: `${ticketNumber!.slice(0, 10)}${(Number(ticketNumber!.slice(10)) + 1) % 10}`,
    })),
    rule: 'I028',
    words: /整理番号/,
    ...inClaimFile,
  },
  {
    defect: '決済情報の有効期限だけが違う',
    edit: claim(() => ({ ticketExpiry: '20271231' })),
    rule: 'I029',
    words: /有効期限/,
    ...inClaimFile,
  },
  {
    defect: '決済情報に受診券がない（結果にはある）',
    edit: claim(() => ({ ticketNumber: null, ticketExpiry: null })),
    rule: ['I028', 'I029'],
    words: /整理番号/,
    ...inClaimFile,
  },
  {
    defect: '受診券整理番号が10桁',
    edit: texts(inBoth('extension="26', 'extension="6')),
    rule: ['T001', 'X007'],
    words: /整理番号|11桁/,
    file: 'claim',
  },
  {
    defect: '決済情報の機関番号が別の機関',
    edit: claim(({ subject }) => ({ subject: { ...subject, providerNumber: '1310000011' } })),
    rule: 'I027',
    words: /機関番号/,
    ...inClaimFile,
  },
  {
    defect: '提出時に古い処理結果（返戻理由）を消していない',
    edit: texts(
      inClaim(
        /<\/checkupClaim>/,
        '<agencyAdjudicationResult><interactionType code="2"/><recordDate value="20261020"/><reason code="02"/></agencyAdjudicationResult></checkupClaim>',
      ),
    ),
    rule: 'R009',
    severity: 'warning',
    words: /処理結果/,
    ...inClaimFile,
  },
  {
    defect: '決済情報が特定保健指導の様式',
    edit: texts(({ result, claim: text }) => ({
      result,
      claim: text.replaceAll('checkupClaim', 'healthGuidanceClaim'),
    })),
    rule: ['X004', 'X007'],
    words: /種類|様式|健診/,
    ...inClaimFile,
  },
  {
    defect: '決済情報が第3期の名前空間',
    edit: texts(
      inClaim(
        'https://www.mhlw.go.jp/stf/seisakunitsuite/bunya/0000161103.html',
        'http://tokuteikenshin.jp/checkup/2007',
      ),
    ),
    rule: 'X006',
    words: /第3期/,
    ...inClaimFile,
  },
  {
    defect: '決済情報の閉じタグがない',
    edit: texts(inClaim('</settlement>', '')),
    rule: 'X001',
    words: /構文|タグ/,
    ...inClaimFile,
  },
];
