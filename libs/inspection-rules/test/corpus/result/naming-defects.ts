import { quantity } from '../../judge-record.js';
import { defect } from '../defect.js';
import { ggt, height, urineGlucose } from '../items.js';
import { entries, item, itemCode, mark, pq, resultText, st, value } from '../observation-edits.js';
import type { Row } from '../defect.js';

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
];
