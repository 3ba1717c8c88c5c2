import { both, coded, quantity } from '../../judge-record.js';
import { defect } from '../defect.js';
import { diagnosis, ggt, height, smoking, urineGlucose } from '../items.js';
import {
  cd,
  entries,
  item,
  itemCode,
  mark,
  numbered,
  pq,
  resultText,
  st,
  value,
  valueAttribute,
} from '../observation-edits.js';
import type { Row } from '../defect.js';

const interpretation = (code: string) =>
  `<interpretationCode code="${code}" codeSystem="2.16.840.1.113883.5.83"/>`;

/** What is wrong with an item is called by its own name. */
export const namingDefects: readonly Row[] = [
  defect(
    'クレアチニンを別の方法の項目で',
    entries(quantity('3C015000002327201', '0.8', 'mg/dL')),
    'V001 return',
    'result entry/observation',
    '3C015000002327201 血清クレアチニン 3C015000002327101',
  ),
  defect(
    '中性脂肪を項目表にない方法で',
    itemCode('3F015000002327101', '3F015000002319401'),
    'V001 return',
    'result entry/observation',
    '空腹時中性脂肪 3F015000002327101',
  ),
  defect(
    'classCodeの誤り',
    item(height, (o) => o.replace('classCode="OBS"', 'classCode="OBSX"')),
    'X007 return',
    'result entry/observation',
    '身長 のclassCodeが「OBSX」',
  ),
  defect(
    'negationIndの誤り',
    item(height, (o) => o.replace('classCode="OBS"', 'classCode="OBS" negationInd="no"')),
    'X007 return',
    'result entry/observation',
    '身長 のnegationIndが「no」',
  ),
  defect(
    'typeCodeの誤り',
    resultText((t) => t.replace(/<entryRelationship typeCode="[A-Z]+"/, '<entryRelationship typeCode="FOO"')),
    'X007 return',
    'result observation/entryRelationship',
    '一連検査グループ typeCodeが「FOO」',
    { on: 'detailed' },
  ),
  defect(
    '印がHH',
    value(ggt, pq('9999', 'U/L'), mark('HH')),
    'V011 return',
    'result observation/value',
    '印が「HH」',
  ),
  defect(
    '印にコード体系なし',
    value(ggt, pq('9999', 'U/L'), '<value xsi:type="CD" code="H"/>'),
    'V011 return',
    'result observation/value',
    '印「H」にコード体系がありません',
  ),
  defect(
    '尿糖を文字列の－で',
    value(urineGlucose, st('－')),
    'V004 return',
    'result observation/value',
    '尿糖 ST CO',
  ),
  defect(
    '身長のxsi:typeがINT',
    valueAttribute(height, 'xsi:type', 'INT'),
    'X007 return',
    'result observation/value',
    '身長 INT PQ',
  ),
  defect(
    '診断をvalue属性に',
    value(diagnosis, '<value xsi:type="ST" value="異常なし"/>'),
    'X007 return',
    'result observation/value',
    '医師の診断 value',
  ),
  defect(
    '身長の値を文字として',
    value(height, '<value xsi:type="PQ" unit="cm">174.7</value>'),
    'X007 return',
    'result observation/value',
    '身長 174.7',
  ),
  defect(
    '回答が2つ',
    value(smoking, cd('1', '24060'), cd('2', '24060')),
    'V011 return',
    'result observation/value',
    '喫煙 値が2個',
  ),
  defect(
    '判定が2つ',
    item(ggt, (o) => o.replace('<methodCode', `${interpretation('H')}${interpretation('L')}<methodCode`)),
    'V018 warning',
    'result observation/interpretationCode',
    'H, L',
  ),
  defect(
    '判定のコード体系なし',
    item(ggt, (o) => o.replace('<methodCode', '<interpretationCode code="H"/><methodCode')),
    'V018 warning',
    'result observation/interpretationCode',
    '判定のコード体系',
  ),
  defect(
    'classCodeがCOND',
    item(ggt, (o) => o.replace('classCode="OBS"', 'classCode="COND"')),
    'V025 warning',
    'result entry/observation',
    'γ-GT classCode COND OBS',
  ),
  defect(
    '値があるのに項目のnullFlavor',
    item(ggt, (o) => o.replace('classCode="OBS"', 'classCode="OBS" nullFlavor="NI"')),
    'V009 warning',
    'result entry/observation',
    'γ-GT nullFlavor',
  ),
  defect(
    '項目コードがJLAC11、displayNameは正しい',
    item(ggt, (o) =>
      o.replace(`<code code="${ggt}"`, '<code code="30011000000070712" displayName="γ-GT(γ-GTP)"'),
    ),
    'V001 return',
    'result entry/observation',
    '30011000000070712 3B090000002327101',
  ),
  defect(
    '第三期の食べ方3（夜食）',
    entries(coded('9N776000000000011', '1', '2003')),
    'V001 return',
    'result entry/observation',
    '9N776000000000011 廃止',
  ),
  defect(
    '一連検査グループの外枠に項目コード',
    resultText((t) =>
      t.replace(
        /<code nullFlavor="NA"\/>(?=\s*<entryRelationship typeCode="COMP"><observation [^>]*><code code="9A110160700000011")/,
        '<code code="9A110160700000011" codeSystem="1.2.392.200119.6.1005"/>',
      ),
    ),
    'V010 return',
    'result entry/observation',
    '心電図 外枠',
    { on: 'detailed' },
  ),
  defect(
    'ヘモグロビンとヘマトクリットの取り違え',
    both(numbered('2A030000001930101', '39.6'), numbered('2A040000001930102', '13.2')),
    'V015 query',
    'result observation/value',
    '血色素量 39.6',
    { on: 'detailed' },
  ),
  defect(
    '心電図の所見の有無を文字で',
    value('9A110160700000011', st('異常なし')),
    'V004 return',
    'result observation/value',
    '心電図 ST CD',
    { on: 'detailed' },
  ),
];
