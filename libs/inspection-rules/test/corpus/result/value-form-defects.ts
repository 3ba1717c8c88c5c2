import { defect } from '../defect.js';
import { fat, ggt, glucose, hba1c, hdl, height, systolic } from '../items.js';
import { item, mark, pq, value, valueAttribute } from '../observation-edits.js';
import type { Row } from '../defect.js';

/** Numbers that are none. */
export const valueFormDefects: readonly Row[] = [
  defect(
    'blood pressures in one value',
    value(systolic, pq('116/66', 'mm[Hg]')),
    'X007 return',
    'result observation/value',
    '116/66',
  ),
  defect(
    'HbA1c with the unit inside the value',
    value(hba1c, pq('5.5%', '%')),
    'X007 return',
    'result observation/value',
    '5.5%',
  ),
  defect('decimal comma', value(hba1c, pq('5,5', '%')), 'X007 return', 'result observation/value', '5,5'),
  defect(
    'full-width number',
    value(hba1c, pq('５．５', '%')),
    'X007 return',
    'result observation/value',
    '５．５',
  ),
  defect('less than', value(ggt, pq('&lt;10', 'U/L')), 'X007 return', 'result observation/value', '<10'),
  defect(
    'less than in words',
    value(ggt, pq('10以下', 'U/L')),
    'X007 return',
    'result observation/value',
    '10以下',
  ),
  defect(
    'null as a number',
    value(ggt, pq('null', 'U/L')),
    'X007 return',
    'result observation/value',
    'null',
  ),
  defect('N/A as a number', value(ggt, pq('N/A', 'U/L')), 'X007 return', 'result observation/value', 'N/A'),
  defect('stars as a number', value(ggt, pq('***', 'U/L')), 'X007 return', 'result observation/value', '***'),
  defect(
    '測定不能 as a number',
    value(ggt, pq('測定不能', 'U/L')),
    'X007 return',
    'result observation/value',
    '測定不能',
  ),
  defect('number empty', value(ggt, pq('', 'U/L')), 'X007 return', 'result observation/value', ''),
  defect(
    'thousands separator',
    value(glucose, pq('1,040', 'mg/dL')),
    'X007 return',
    'result observation/value',
    '1,040',
  ),
  defect('unit empty', value(fat, pq('210', '')), 'X007 return', 'result observation/value', '単位 空'),
  defect(
    'negationInd in capitals',
    item(hdl, (o) => o.replace('moodCode="EVN"', 'moodCode="EVN" negationInd="TRUE"')),
    'X007 return',
    'result entry/observation',
    'negationInd',
  ),
  defect(
    'type with a mistyped name',
    valueAttribute(height, 'xsi:type', 'Pq'),
    'X007 return',
    'result observation/value',
    'Pq',
  ),
  defect(
    '以上の印を値より前に',
    value(fat, mark('H'), pq('5000', 'mg/dL')),
    'V011 return',
    'result observation/value',
    '中性脂肪 印が値より前',
  ),
];
