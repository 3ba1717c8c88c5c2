import { form, given, without, withoutSection, day } from '../guidance-edits.js';
import { both, inClaim, inResult } from '../judge-record.js';
import type { CorpusDefect } from './prove-corpus.js';
import { guidanceClaim, texts } from './spoil.js';

const inClaimFile = { file: 'claim' } as const;
const inResultFile = { file: 'result' } as const;
const queried = { severity: 'query' } as const;
const warned = { severity: 'warning' } as const;

/** Mistakes in records and claims of guidance (hg08, gc08). */
export const guidanceDefects: readonly CorpusDefect[] = [
  // The claim: level, timing, rate, amounts.
  {
    defect: '決済の保健指導区分が記録と違う',
    on: 'motivational, first',
    edit: guidanceClaim(() => ({ guidanceLevel: '3' })),
    rule: 'G004',
    words: /保健指導区分/,
    ...inClaimFile,
  },
  {
    defect: '決済の実施時点が記録と違う（開始時を実績評価時に）',
    on: 'motivational, first',
    edit: guidanceClaim(() => ({ guidanceTiming: '2' })),
    rule: 'G005',
    words: /実施時点/,
    ...inClaimFile,
  },
  {
    defect: '支払割合が8割なのに4割',
    on: 'motivational, first',
    edit: guidanceClaim(({ unitPrice, paymentAmount }) => {
      const calculatedAmount = Math.floor((unitPrice * 40 + 50) / 100);
      return { paymentRate: 40, calculatedAmount, claimAmount: calculatedAmount - paymentAmount };
    }),
    rule: 'G042',
    at: /paymentRate$/,
    words: /支払割合/,
    ...inClaimFile,
  },
  {
    defect: '支払割合が100%（全額を初回に請求）',
    on: 'motivational, first',
    edit: guidanceClaim(({ unitPrice, paymentAmount }) => ({
      paymentRate: 100,
      calculatedAmount: unitPrice,
      claimAmount: unitPrice - paymentAmount,
    })),
    rule: 'G042',
    at: /paymentRate$/,
    words: /支払割合/,
    ...inClaimFile,
  },
  {
    defect: '支払割合が8（割で書いた）',
    on: 'motivational, first',
    edit: guidanceClaim(() => ({ paymentRate: 8 })),
    rule: 'G042',
    at: /paymentRate$/,
    words: /支払割合/,
    ...inClaimFile,
  },
  {
    defect: '支払割合が空',
    on: 'motivational, first',
    edit: texts(inClaim(/(<paymentRate[^>]*value=")\d+/, '$1')),
    rule: 'X007',
    at: /paymentRate$/,
    words: /支払割合/,
    ...inClaimFile,
  },
  {
    defect: '算定金額を切り捨てず切り上げた（1円多い）',
    on: 'active, first',
    edit: guidanceClaim(({ calculatedAmount, claimAmount }) => ({
      calculatedAmount: calculatedAmount + 1,
      claimAmount: claimAmount + 1,
    })),
    rule: 'G043',
    at: /calculatedAmount$/,
    words: /算定金額/,
    ...inClaimFile,
  },
  {
    defect: '算定金額に割合を掛けていない（単価のまま）',
    on: 'active, first',
    edit: guidanceClaim(({ unitPrice, paymentAmount }) => ({
      calculatedAmount: unitPrice,
      claimAmount: unitPrice - paymentAmount,
    })),
    rule: 'G043',
    at: /calculatedAmount$/,
    words: /算定金額/,
    ...inClaimFile,
  },
  {
    defect: '請求金額に窓口負担を引いていない',
    on: 'motivational, with copayment',
    edit: guidanceClaim(({ calculatedAmount }) => ({ claimAmount: calculatedAmount })),
    rule: 'G044',
    at: /claimAmount$/,
    words: /請求金額.*窓口負担|窓口負担.*請求金額/,
    ...inClaimFile,
  },
  {
    defect: '請求金額が1円多い',
    on: 'active, first',
    edit: guidanceClaim(({ claimAmount }) => ({ claimAmount: claimAmount + 1 })),
    rule: 'G044',
    at: /claimAmount$/,
    words: /請求金額/,
    ...inClaimFile,
  },
  {
    defect: '集計を作った後に請求金額だけ直した',
    on: 'active, first',
    edit: texts(({ result, claim }) => ({
      result,
      claim: claim.replace(
        /(<claimAmount[^>]*value=")(\d+)/,
        (_, a: string, n: string) => `${a}${Number(n) + 300}`,
      ),
    })),
    rule: 'G044',
    at: /claimAmount$/,
    words: /請求金額/,
    ...inClaimFile,
  },
  {
    defect: '請求金額が負',
    on: 'active, first',
    edit: texts(inClaim(/(<claimAmount[^>]*value=")/, '$1-')),
    rule: 'X007',
    at: /claimAmount$/,
    words: /請求金額.*符号/,
    ...inClaimFile,
  },
  {
    defect: '単価が空欄',
    on: 'active, first',
    edit: texts(inClaim(/<unitPrice[^>]*(?:\/>|>[^]*?<\/unitPrice>)\s*/, '')),
    rule: 'X007',
    words: /単価/,
    ...inClaimFile,
  },
  {
    defect: '窓口負担が利用券の条件より多い',
    on: 'motivational, with copayment',
    edit: guidanceClaim(({ paymentAmount, claimAmount }) => ({
      paymentAmount: paymentAmount + 500,
      claimAmount: claimAmount - 500,
    })),
    rule: 'G045',
    words: /窓口負担/,
    ...warned,
    ...inClaimFile,
  },
  {
    defect: '開始時なのに実施済みポイントを書いた',
    on: 'active, first',
    edit: guidanceClaim(() => ({ pointCountCompleted: 20 })),
    rule: 'G046',
    words: /ポイント/,
    ...inClaimFile,
  },
  {
    defect: '実績評価時なのに実施済みポイントがない',
    on: 'active, evaluated',
    edit: guidanceClaim(() => ({ pointCountCompleted: null })),
    rule: 'G046',
    words: /ポイント/,
    ...inClaimFile,
  },
  {
    defect: '実施済みポイントが記録と違う',
    on: 'active, evaluated',
    edit: guidanceClaim(({ pointCountCompleted }) => ({ pointCountCompleted: pointCountCompleted! + 10 })),
    rule: 'G046',
    words: /ポイント/,
    ...inClaimFile,
  },
  {
    defect: '途中終了なのに計画ポイントがない',
    on: 'active, ended',
    edit: guidanceClaim(() => ({ pointCountIntended: null })),
    rule: 'G047',
    words: /計画.*ポイント/,
    ...inClaimFile,
  },
  {
    defect: '途中終了の算定にポイントの割合を掛けていない',
    on: 'active, ended',
    edit: guidanceClaim(({ unitPrice, paymentAmount }) => {
      const calculatedAmount = Math.floor((unitPrice * 50 + 50) / 100);
      return { calculatedAmount, claimAmount: calculatedAmount - paymentAmount };
    }),
    rule: 'G043',
    words: /算定金額.*ポイント/,
    ...inClaimFile,
  },
  {
    defect: '動機付け支援の途中終了に2割を請求した',
    on: 'motivational, ended',
    edit: guidanceClaim(({ unitPrice, paymentAmount }) => {
      const calculatedAmount = Math.floor((unitPrice * 20 + 50) / 100);
      return { calculatedAmount, claimAmount: calculatedAmount - paymentAmount };
    }),
    rule: 'G050',
    words: /途中終了/,
    ...queried,
    ...inClaimFile,
  },
  {
    defect: '決済の実施区分が1',
    on: 'motivational, first',
    edit: texts(inClaim(/(<serviceEventType code=")2/, '$11')),
    rule: ['C011', 'X007'],
    at: /serviceEventType$/,
    words: /実施区分/,
    ...inClaimFile,
  },
  {
    defect: '利用券でなく受診券の番号を書いた',
    on: 'motivational, first',
    edit: texts(({ result, claim }) => {
      const [, ticket = ''] = /root="1\.2\.392\.200119\.6\.210[^"]*" extension="(\d{11})"/.exec(claim) ?? [];
      const swapped = `${ticket.slice(0, 2)}1${ticket.slice(3)}`;
      return { result: result.replaceAll(ticket, swapped), claim: claim.replaceAll(ticket, swapped) };
    }),
    rule: 'T002',
    words: /利用券|種別/,
    ...inResultFile,
  },
  {
    defect: '利用券の有効期限を過ぎて初回面接',
    on: 'motivational, first',
    edit: texts(({ result, claim }) => {
      const [, expiry = ''] = /<high value="(\d{8})"/.exec(claim) ?? [];
      return { result: result.replaceAll(expiry, '20261001'), claim: claim.replaceAll(expiry, '20261001') };
    }),
    rule: 'T008',
    words: /有効期限/,
    ...inResultFile,
  },
  // The record: dates.
  {
    defect: '初回面接日がない',
    on: 'motivational, first',
    edit: texts(inResult(/(<code code="90030"[^]*?)<effectiveTime value="\d{8}"\/>/, '$1')),
    rule: ['G009', 'G048', 'X007'],
    words: /初回面接/,
    ...inResultFile,
  },
  {
    defect: '初回面接日が健診日より前',
    on: 'motivational, first',
    edit: texts(day('90030', '20260401')),
    rule: 'G010',
    words: /初回面接/,
    ...inResultFile,
  },
  {
    defect: '初回面接日が先の日付',
    on: 'motivational, first',
    edit: texts(day('90030', '20261220')),
    rule: 'G010',
    words: /初回面接/,
    ...inResultFile,
  },
  {
    defect: '健診実施日がない',
    on: 'motivational, first',
    edit: texts(without('1020000004')),
    rule: 'G007',
    words: /健診実施/,
    ...inResultFile,
  },
  {
    defect: '健診実施日が初回面接より後',
    on: 'motivational, first',
    edit: texts(inResult(/(<code code="1020000004"[^]*?<value xsi:type="ST">)\d{8}/, '$120261123')),
    rule: ['G007', 'G010'],
    words: /健診実施日|初回面接/,
    ...inResultFile,
  },
  {
    defect: '健診実施日が2年前',
    on: 'motivational, first',
    edit: texts(inResult(/(<code code="1020000004"[^]*?<value xsi:type="ST">)\d{8}/, '$120241001')),
    rule: 'G007',
    words: /健診実施/,
    ...inResultFile,
  },
  {
    defect: '健診当日でないのに当日初回面接（早期のコード）',
    on: 'active, first',
    edit: texts(({ result, claim }) => ({
      result: result.replace(
        /(<code code="1022000016"[^>]*\/>\s*<value xsi:type="CD" code=")(\d)/,
        (_, a: string, code: string) => `${a}${code === '1' ? '0' : '1'}`,
      ),
      claim,
    })),
    rule: 'G011',
    words: /早期/,
    ...inResultFile,
  },
  {
    defect: '初回面接が電話',
    on: 'motivational, first',
    edit: texts(form('90030', '5')),
    rule: 'G012',
    words: /電話|支援形態/,
    ...inResultFile,
  },
  {
    defect: '初回面接が15分',
    on: 'motivational, first',
    edit: texts(both(form('90030', '1'), given('1022000013', '15'))),
    rule: 'G013',
    words: /時間/,
    ...warned,
    ...inResultFile,
  },
  {
    defect: '分割面接の②が①より前',
    on: 'motivational, split',
    edit: texts(day('90030', '20260601')),
    rule: 'G016',
    words: /分割|②/,
    ...inResultFile,
  },
  {
    defect: '実績評価が3か月たっていない',
    on: 'motivational, evaluated',
    edit: texts(({ result, claim }) => {
      const [, from = ''] = /<code code="90030"[^]*?<effectiveTime value="(\d{8})"/.exec(result) ?? [];
      const [, to = ''] = /<code code="90060"[^]*?<effectiveTime value="(\d{8})"/.exec(result) ?? [];
      const early = plusDays(from, 60);
      return { result: result.replaceAll(to, early), claim };
    }),
    rule: 'G029',
    words: /3か月/,
    ...inResultFile,
  },
  {
    defect: '実績評価日がない',
    on: 'motivational, evaluated',
    edit: texts(inResult(/(<code code="90060"[^]*?)<effectiveTime value="\d{8}"\/>/, '$1')),
    rule: ['G027', 'X007', 'G048'],
    words: /評価/,
    ...inResultFile,
  },
  // Level and sections.
  {
    defect: '保健指導区分がない',
    on: 'motivational, first',
    edit: texts(without('1020000001')),
    rule: 'G006',
    words: /保健指導区分/,
    ...inResultFile,
  },
  {
    defect: '保健指導区分が4（モデル実施）',
    on: 'motivational, first',
    edit: texts(both(given('1020000001', '4'), inClaim(/(<guidanceLevel code=")\d/, '$14'))),
    rule: 'G006',
    words: /保健指導区分/,
    ...queried,
    ...inResultFile,
  },
  {
    defect: '報告区分が健診（10）',
    on: 'motivational, first',
    edit: texts(inResult(/(<code code=")21(" codeSystem="1\.2\.392\.200119\.6\.1001")/, '$110$2')),
    rule: 'G001',
    words: /報告区分/,
    ...inResultFile,
  },
  {
    defect: '初回面接のセクションがない',
    on: 'motivational, first',
    edit: texts(withoutSection('90030')),
    rule: 'G002',
    words: /初回面接|90030/,
    ...inResultFile,
  },
  {
    defect: '積極的支援の計画上の集計がない',
    on: 'active, first',
    edit: texts(withoutSection('90070')),
    rule: 'G003',
    words: /計画/,
    ...inResultFile,
  },
  {
    defect: '実績評価のセクションがない',
    on: 'motivational, evaluated',
    edit: texts(withoutSection('90060')),
    rule: 'G002',
    words: /実績評価|90060/,
    ...inResultFile,
  },
  // Points.
  {
    defect: '計画ポイント合計の計算が違う',
    on: 'active, first',
    edit: texts(raised('1041010080', 10)),
    rule: 'G019',
    words: /計画.*ポイント/,
    ...inResultFile,
  },
  {
    defect: '計画の継続支援ポイントが第3期の点数（個別20分=80点）',
    on: 'active, first',
    edit: texts(raised('1041010070', 20)),
    rule: 'G019',
    words: /ポイント/,
    ...inResultFile,
  },
  {
    defect: '計画ポイントが180に足りない',
    on: 'active, first',
    edit: texts(({ result, claim }) => ({ result: lowPlan(result), claim })),
    rule: 'G018',
    words: /180/,
    ...queried,
    ...inResultFile,
  },
  {
    defect: '支援1回のポイントが形態と合わない',
    on: 'active, evaluated',
    edit: texts(raised('1032300014', 10)),
    rule: 'G022',
    words: /ポイント/,
    ...inResultFile,
  },
  {
    defect: '実施上の支援回数が記録より1回多い',
    on: 'active, evaluated',
    edit: texts(raised('1042010010', 1)),
    rule: 'G024',
    words: /回数/,
    ...inResultFile,
  },
  {
    defect: '実施ポイント合計の計算が違う',
    on: 'active, evaluated',
    edit: texts((pair) => {
      const { result } = raised('1042010080', 20)(pair);
      return { result, claim: pair.claim };
    }),
    rule: ['G025', 'G046'],
    words: /ポイント/,
    ...inResultFile,
  },
  {
    defect: 'アウトカムのポイントが合わない',
    on: 'active, evaluated',
    edit: texts(raised('1042001060', 20)),
    rule: 'G025',
    words: /アウトカム|評価/,
    ...inResultFile,
  },
  {
    defect: '実績評価で体重がない',
    on: 'motivational, evaluated',
    edit: texts(without('1042001032')),
    rule: 'G027',
    words: /体重/,
    ...inResultFile,
  },
  {
    defect: '実績評価で腹囲がない',
    on: 'motivational, evaluated',
    edit: texts(without('1042001031')),
    rule: 'G027',
    words: /腹囲/,
    ...inResultFile,
  },
  {
    defect: '実績評価で食習慣の改善がない',
    on: 'motivational, evaluated',
    edit: texts(without('1042001042')),
    rule: 'G027',
    words: /食習慣/,
    ...inResultFile,
  },
  {
    defect: '腹囲・体重の改善のコードが3',
    on: 'motivational, evaluated',
    edit: texts(given('1042001044', '3')),
    rule: 'C010',
    words: /腹囲・体重/,
    ...inResultFile,
  },
  {
    defect: '目標がないのに達成した（その他の習慣）',
    on: 'active, evaluated',
    edit: texts((pair) => {
      const done = given('1042001046', '1')(pair);
      return raised(
        '1042001060',
        20,
      )(
        raised(
          '1042010080',
          20,
        )({
          result: done.result,
          claim: done.claim.replace(
            /(<pointCountCompleted value=")(\d+)/,
            (_, a: string, n: string) => `${a}${Number(n) + 20}`,
          ),
        }),
      );
    }),
    rule: 'G034',
    words: /目標/,
    ...inResultFile,
  },
  {
    defect: '支援形態のコードが7（第3期の電子メールB）',
    on: 'active, evaluated',
    edit: texts(form('90040', '7')),
    rule: 'C010',
    words: /支援形態/,
    ...inResultFile,
  },
  {
    defect: '電話支援が3分',
    on: 'active, evaluated',
    edit: texts(({ result, claim }) => {
      const [, minutes = '0'] = /<code code="1032300013"[^]*?value="(\d+)"/.exec(result) ?? [];
      const less = (text: string) =>
        text.replace(/(<code code="1032300013"[^>]*\/>\s*<value xsi:type="PQ" value=")\d+/, '$13');
      return {
        result: less(result).replace(
          /(<code code="1042020010"[^>]*\/>\s*<value xsi:type="PQ" value=")(\d+)/,
          (_, a: string, n: string) => `${a}${Number(n) - Number(minutes) + 3}`,
        ),
        claim,
      };
    }),
    rule: 'G021',
    words: /時間/,
    ...warned,
    ...inResultFile,
  },
];

function raised(code: string, by: number) {
  return ({ result, claim }: { result: string; claim: string }) => ({
    result: result.replace(
      new RegExp(`(<code code="${code}"[^>]*/>\\s*<value xsi:type="INT" value=")(\\d+)`),
      (_, start: string, number: string) => `${start}${Number(number) + by}`,
    ),
    claim,
  });
}

function plusDays(day: string, days: number): string {
  const date = new Date(`${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10).replaceAll('-', '');
}

/** One telephone support, nothing else planned beside 1cm・1kg. */
function lowPlan(result: string): string {
  const set = (text: string, code: string, value: number) =>
    text.replace(
      new RegExp(`(<code code="${code}"[^>]*/>\\s*<value xsi:type="(?:INT|PQ|CD)" (?:value|code)=")\\d+`),
      `$1${value}`,
    );
  const [, early = '0'] =
    /<code code="1022000016"[^>]*\/>\s*<value xsi:type="CD" code="(\d)"/.exec(result) ?? [];
  const earlyPoints = early === '1' ? 20 : early === '2' ? 10 : 0;
  const changes: [string, number][] = [
    ['1021001053', 1],
    ['1021001054', 0],
    ['1021001055', 0],
    ['1021001056', 0],
    ['1021001057', 0],
    ['1021001059', 20],
    ...['010', '020', '030', '040', '060'].map((form): [string, number] => [`1041010${form}`, 0]),
    ...['010', '020', '030', '040'].map((form): [string, number] => [`1041020${form}`, 0]),
    ['1041010050', 1],
    ['1041020050', 10],
    ['1041010070', 30],
    ['1041010080', 50 + earlyPoints],
  ];
  return changes.reduce((text, [code, value]) => set(text, code, value), result);
}
