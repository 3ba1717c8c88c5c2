import { both, inResult, observation, quantity } from '../../judge-record.js';
import { defect } from '../defect.js';
import {
  alt,
  ast,
  bmi,
  diagnosis,
  diastolic,
  drawn,
  drinking,
  fat,
  ggt,
  glucose,
  hba1c,
  hdl,
  height,
  history,
  ldl,
  urineGlucose,
  urineProtein,
  waist,
  weight,
} from '../items.js';
import {
  answered,
  entries,
  item,
  itemCode,
  judged,
  method,
  numbered,
  pq,
  resultText,
  st,
  value,
  without,
} from '../observation-edits.js';
import type { Row } from '../defect.js';

/** What is missing, and what does not go together. */
export const completenessDefects: readonly Row[] = [
  defect(
    '体重のコードで身長を記録（表示名は身長）',
    both(
      without(height),
      entries(
        `<entry><observation classCode="OBS" moodCode="EVN"><code code="${weight}" codeSystem="1.2.392.200119.6.1005" displayName="身長"/>${pq('174.7', 'cm')}</observation></entry>`,
      ),
    ),
    'M001 return',
    'result component/section',
    '身長',
    { also: 'V003 V005' },
  ),
  defect('収縮期だけ', without(diastolic), 'M006 return', 'result component/section', '拡張期血圧'),
  defect(
    'TGに随時のコード、採血時間2',
    both(itemCode(fat, '3F015129902327101')),
    'K012 return',
    'result observation/value',
    '随時中性脂肪 2',
  ),
  defect(
    '空腹時血糖だが採血時間4',
    answered(drawn, '4'),
    'K011 return',
    'result observation/value',
    '空腹時中性脂肪・空腹時血糖 4',
  ),
  defect(
    '採血時間なし血糖なし',
    both(without(glucose), without(hba1c)),
    'M016 return',
    'result component/section',
    '血糖',
  ),
  defect(
    '脂質・肝機能の全欠',
    both(without(fat), without(hdl), without(ldl), without(ast), without(alt), without(ggt)),
    'M010 return',
    'result component/section',
    '中性脂肪',
    { also: 'M011 M012 M013 M014 M015' },
  ),
  defect(
    'Non-HDLだけ（空腹・TG210）',
    both(without(ldl), entries(quantity('3F069000002391901', '130', 'mg/dL', method('3F06910000')))),
    'K020 warning',
    'result observation/value',
    'Non-HDLコレステロール',
  ),
  defect(
    '尿蛋白と尿糖を同じコードで',
    itemCode(urineProtein, urineGlucose),
    'M019 return',
    'result component/section',
    '尿蛋白',
    { also: 'V003' },
  ),
  defect(
    '項目コードのnullFlavor',
    item(hdl, (t) => t.replace(/<code code="[^"]*" codeSystem="[^"]*"\/>/, '<code nullFlavor="UNK"/>')),
    'M011 return',
    'result component/section',
    'HDLコレステロール',
    { also: 'X014' },
  ),
  defect(
    '既往歴1で所見が「なし」',
    both(answered(history, '1'), entries(observation('9N056160400000049', st('なし')))),
    'K033 warning',
    'result observation/value',
    '既往歴 1',
  ),
  defect(
    '自覚症状2だが所見あり',
    entries(observation('9N061160800000049', st('頭痛'))),
    'K033 warning',
    'result observation/value',
    '自覚症状 2',
  ),
  defect(
    '服薬名だけ書いて服薬2',
    entries(observation('9N706167000000049', st('メトホルミン'))),
    'K032 query',
    'result observation/value',
    '血糖 2',
  ),
  defect(
    '飲酒7（やめた）で量あり',
    answered(drinking, '7'),
    'K030 warning',
    'result observation/value',
    '飲酒 7',
  ),
  defect(
    '質問票をすべて未記入',
    resultText((t) =>
      t.replace(
        /<entry><observation [^>]*><code code="9N(7(16|21|26|31|41|46|51|56|66|71|81|82|86|91|96)|872|801|808)000000000011"(?:(?!<\/entry>)[^])*<\/entry>\n?/g,
        '',
      ),
    ),
    'M029 warning',
    'result component/section',
    '質問票',
  ),
  defect(
    '医師の診断がない（氏名のみ）',
    value(diagnosis, '<value xsi:type="ST"/>'),
    'M022 return',
    'result entry/observation',
    '医師',
  ),
  defect(
    '医師名なし',
    item(diagnosis, (t) => t.replace(/<author>[^]*<\/author>/, '')),
    'M023 return',
    'result entry/observation',
    '医師',
  ),
  defect(
    '医師名が「医師」',
    inResult('<name>架空練習医師</name>', '<name>医師</name>'),
    'M023 return',
    'result assignedPerson/name',
    '医師',
  ),
  defect(
    '医師名が機関名',
    inResult('<name>架空練習医師</name>', '<name>架空練習Ａ保健センター</name>'),
    'M023 return',
    'result assignedPerson/name',
    '医師 架空練習Ａ保健センター',
  ),
  defect(
    '医師名を独立の項目で',
    both(
      item(diagnosis, (t) => t.replace(/<author>[^]*<\/author>/, '')),
      entries(observation('9N516000000000049', st('架空練習医師'))),
    ),
    'M023 return',
    'result entry/observation',
    '医師',
  ),
  defect(
    'eGFRだけ',
    entries(quantity('8A065000002391901', '78.0', 'mL/min/{1.73_m2}', method('8A06510000'))),
    'K025 return',
    'result entry/observation',
    'eGFRだけ',
    { also: 'V005' },
  ),
  defect(
    '腹囲なしBMI20.0',
    both(without(waist), numbered(weight, '61.0'), numbered(bmi, '20.0'), judged('4', '4')),
    'M004 return',
    'result component/section',
    '腹囲又',
  ),
  defect(
    '心電図の基準を満たさない血圧（確実に）',
    (p) => {
      let r = p.result;
      for (const c of ['9A755000000000001', '9A752000000000001', '9A751000000000001'])
        r = r.replace(new RegExp(`(<code code="${c}"[^>]*>\\s*<value xsi:type="PQ" value=")\\d+`), '$1118');
      for (const c of ['9A765000000000001', '9A762000000000001', '9A761000000000001'])
        r = r.replace(new RegExp(`(<code code="${c}"[^>]*>\\s*<value xsi:type="PQ" value=")\\d+`), '$170');
      return { result: r, claim: p.claim };
    },
    'E008 query',
    'result observation/value',
    '心電図検査 1',
    { on: 'detailed' },
  ),
  defect(
    '医師の氏名に受診者の氏名',
    inResult(/(<assignedPerson><name>)[^<]*/, '$1ムハタゴサネヒコ'),
    'M023 query',
    'result assignedPerson/name',
    '医師 受診者の氏名',
  ),
];
