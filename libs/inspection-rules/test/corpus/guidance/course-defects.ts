import { day, given, without, withoutSection } from '../../guidance-edits.js';
import { both, inClaim, inResult, type PairTexts } from '../../judge-record.js';
import { defect } from '../defect.js';
import type { Row } from '../defect.js';

const birth = (to: string) =>
  both(inResult(/(<birthTime value=")\d+/, `$1${to}`), inClaim(/(<birthTime value=")\d+/, `$1${to}`));
const service = (to: string) => inResult(/(<serviceEvent>[^]*?<effectiveTime value=")\d+/, `$1${to}`);
const item = (code: string, value: string) =>
  `<entryRelationship typeCode="COMP"><observation classCode="OBS" moodCode="EVN"><code code="${code}" codeSystem="1.2.392.200119.6.1006"/>${value}</observation></entryRelationship>`;
const before = (code: string, added: string) =>
  inResult(new RegExp(`<entryRelationship[^>]*><observation[^>]*><code code="${code}"`), `${added}$&`);
const millimetres = (value: number) => `<value xsi:type="PQ" value="${value}" unit="mm[Hg]"/>`;
const acts = (section: string) =>
  inResult(new RegExp(`(<code code="${section}"[^]*?)(<entry><act[^]*?</entry>)`), '$1$2\n$2');
const interim = (date: string) =>
  inResult(
    '<component><section><code code="90060"',
    `<component><section><code code="90050" codeSystem="1.2.392.200119.6.1010"/><text/><entry><act classCode="ACT" moodCode="EVN"><code code="1" codeSystem="1.2.392.200119.6.24010"/><effectiveTime value="${date}"/><performer><assignedEntity><id nullFlavor="NI"/><code code="2" codeSystem="1.2.392.200119.6.3020"/></assignedEntity></performer>${item('1032000013', '<value xsi:type="PQ" value="20" unit="min"/>')}</act></entry></section></component>$&`,
  );
/** ② is there as ① is, without the item that ① alone has. */
const withSecondHalf = ({ result, claim }: PairTexts): PairTexts => ({
  claim,
  result: result.replace(
    /<component><section><code code="90020"[^]*?<\/section>\s*<\/component>/,
    (section) => {
      const early =
        /<entryRelationship[^>]*><observation[^>]*><code code="1022000016"[^]*?<\/entryRelationship>/;
      return section + section.replace('90020', '90030').replace(early, '');
    },
  ),
});
const price = (to: number) => inClaim(/(<unitPrice><amount value=")\d+/, `$1${to}`);
const copayment = (to: string) => inClaim(/<copayment code="\d">[^]*?<\/copayment>/, to);
const active = { on: 'active, first' } as const;
const motivational = { on: 'motivational, first' } as const;
const evaluated = { on: 'active, evaluated' } as const;
const ended = { on: 'active, ended' } as const;

/** The course as a whole: who, when, in which order, what is missing or told twice, for how much. */
export const courseDefects: readonly Row[] = [
  defect(
    '受診券整理番号が対のファイルで異なる',
    inClaim(/(6\.209" extension=")\d{11}/, '$126100000001'),
    'I028 return',
    'claim healthGuidanceCard/checkupCardId',
    '受診券整理番号 26100000001',
    motivational,
  ),
  defect('対象者が35歳', birth('19910601'), 'G060 query', 'result birthTime', '35歳 40歳以上', motivational),
  defect('対象者が78歳', birth('19480601'), 'G060 query', 'result birthTime', '78歳 75歳未満', motivational),
  defect('対象者が0歳', birth('20260101'), 'G060 query', 'result birthTime', '1歳 40歳以上', motivational),
  defect(
    '実施日が初回面接日と違う',
    service('20261001'),
    'G059 warning',
    'result serviceEvent/effectiveTime',
    '実施日 20261001 初回面接',
    motivational,
  ),
  defect(
    '実施日が評価日と違う',
    service('20261001'),
    'G059 warning',
    'result serviceEvent/effectiveTime',
    '実施日 20261001 実績評価',
    evaluated,
  ),
  defect(
    '実施日がない',
    inResult(/(<serviceEvent><code [^>]*>\s*)<effectiveTime[^>]*>/, '$1'),
    'G059 return',
    'result documentationOf/serviceEvent',
    '実施日 記録されていません',
    motivational,
  ),
  defect(
    'コース名を集計に記録',
    both(
      without('1020000003'),
      before('1041010010', item('1020000003', '<value xsi:type="ST">架空コース</value>')),
    ),
    'G061 query',
    'result observation/code',
    'コース名 90070 90010',
    active,
  ),
  defect(
    '評価の実施記録が二つ',
    acts('90060'),
    'G056 return',
    'result entryRelationship/observation',
    '90060 2回',
    {
      on: 'motivational, evaluated',
    },
  ),
  defect(
    '初回面接の実施記録が二つ',
    acts('90030'),
    'G056 return',
    'result entryRelationship/observation',
    '90030 2回',
    motivational,
  ),
  defect(
    '体重の値が二つ',
    inResult(/(<code code="1042001032"[^>]*>\s*)(<value [^>]*>)/, '$1$2$2'),
    'G056 return',
    'result entryRelationship/observation',
    '体重 値 2回',
    { on: 'motivational, evaluated' },
  ),
  defect(
    '評価の血圧が上下逆',
    before('1042001044', item('1042001033', millimetres(80)) + item('1042001034', millimetres(130))),
    'G058 query',
    'result observation/value',
    '拡張期血圧 130 80 逆に',
    { on: 'motivational, evaluated' },
  ),
  defect(
    '禁煙指導の回数が-3',
    before('1042010080', item('1042800118', '<value xsi:type="INT" value="-3"/>')),
    'G058 query',
    'result observation/value',
    '禁煙指導 -3',
    evaluated,
  ),
  defect(
    '面接時間が20時間',
    given('1022000013', '1200'),
    'G058 warning',
    'result observation/value',
    '初回面接の実施時間 1200 480',
    motivational,
  ),
  defect(
    '保健指導の言語en-US',
    inResult(
      '<confidentialityCode code="N"/>',
      '<confidentialityCode code="N"/><languageCode code="en-US"/>',
    ),
    'X016 warning',
    'result ClinicalDocument/languageCode',
    '言語 en-US ja-JP',
    motivational,
  ),
  defect(
    '面接時間が-30分',
    given('1022000013', '-30'),
    'G058 query',
    'result observation/value',
    '初回面接の実施時間 -30',
    motivational,
  ),
  defect(
    '途中終了の支援日が未来',
    day('90040', '20261224'),
    'G020 query',
    'result act/effectiveTime',
    '継続的支援 20261224 未来',
    ended,
  ),
  defect(
    '終了日が最後の支援より前',
    service('20260501'),
    'G059 warning',
    'result serviceEvent/effectiveTime',
    '20260501 最後の継続的支援',
    ended,
  ),
  defect(
    '中間評価が実績評価の後',
    interim('20261122'),
    'G020 query',
    'result act/effectiveTime',
    '中間評価 20261122 実績評価より後',
    evaluated,
  ),
  defect(
    '継続的支援の終了日が評価の後',
    day('90070', '20261122'),
    'G020 warning',
    'result act/effectiveTime',
    '終了日 20261122',
    evaluated,
  ),
  defect(
    '支援の実施者がない',
    inResult(/(<code code="90040"[^]*?)<performer>[^]*?<\/performer>/, '$1'),
    'G062 warning',
    'result entry/act',
    '継続的支援 実施者',
    evaluated,
  ),
  defect(
    '支援のポイントがない',
    without('1032300014'),
    'G062 warning',
    'result entry/act',
    '継続的支援 ポイント',
    evaluated,
  ),
  defect(
    '支援の記録を送らず集計だけ',
    withoutSection('90040'),
    'G002 warning',
    'result component/structuredBody',
    '90040 継続支援',
    evaluated,
  ),
  defect(
    'アウトカム合計がない',
    without('1042001060'),
    'G027 return',
    'result entry/act',
    'アウトカム合計ポイント',
    evaluated,
  ),
  defect(
    '評価できないのに達成',
    before('1042001031', item('1042000116', '<value xsi:type="INT" value="3"/>')),
    'G028 warning',
    'result observation/value',
    '確認回数 3 達成',
    evaluated,
  ),
  defect(
    '途中終了なのに実績評価',
    inResult(
      '<component><section><code code="90070"',
      `<component><section><code code="90060" codeSystem="1.2.392.200119.6.1010"/><text/><entry><act classCode="ACT" moodCode="EVN"><code code="1" codeSystem="1.2.392.200119.6.24010"/><effectiveTime value="20261112"/></act></entry></section></component>$&`,
    ),
    'G048 query',
    'claim encounter/guidanceTiming',
    '実施時点 3 実績評価',
    ended,
  ),
  defect(
    '初回未完了なのに面接②もある',
    withSecondHalf,
    'G049 warning',
    'result entry/act',
    '初回未完了 初回面接②',
    { on: 'motivational, unfinished' },
  ),
  defect(
    '動機付け支援の計画がない',
    inResult(/<entry><act classCode="ACT" moodCode="INT">[^]*?<\/entry>/, ''),
    'G003 warning',
    'result component/section',
    '動機付け支援 目標 1021001031',
    motivational,
  ),
  defect(
    '一日の削減目標が合計と違う',
    given('1021001050', '999'),
    'G054 warning',
    'result observation/value',
    '削減エネルギー目標 999',
    motivational,
  ),
  defect(
    '動機付け支援に実施済みポイント',
    inClaim('<calculatedAmount', '<pointCountCompleted value="180"/><calculatedAmount'),
    'G046 warning',
    'claim settlement/pointCountCompleted',
    '実施済みポイント 180',
    { on: 'motivational, evaluated' },
  ),
  defect(
    '利用券の定額に金額なし',
    copayment('<copayment code="2"/>'),
    'G063 return',
    'claim healthGuidanceCard/copayment',
    '利用券 2 金額がありません',
    motivational,
  ),
  defect(
    '利用券の負担率が300%',
    copayment('<copayment code="3"><rate value="300000"/></copayment>'),
    'G063 return',
    'claim copayment/rate',
    '利用券 300000',
    motivational,
  ),
  defect(
    '利用券の定率に金額',
    copayment('<copayment code="3"><amount value="001400"/></copayment>'),
    'G063 return',
    'claim healthGuidanceCard/copayment',
    '利用券 3 率がありません',
    motivational,
  ),
  defect('単価が1円', price(1), 'G064 warning', 'claim unitPrice/amount', '委託料単価 1', {
    ...motivational,
    also: 'G043',
  }),
  defect('単価が0円', price(0), 'G064 return', 'claim unitPrice/amount', '委託料単価 0', motivational),
  defect(
    '区分4の支払割合は問わない',
    both(given('1020000001', '4'), inClaim('guidanceLevel code="1"', 'guidanceLevel code="4"')),
    'G006 query',
    'result entryRelationship/observation',
    '保健指導区分 4',
    active,
  ),
];
