import { both } from '../../judge-record.js';
import { defect } from '../defect.js';
import { fat, ggt, hba1c, height, weight } from '../items.js';
import { afterInterpretation, afterValue, item, mark, pq, range, value } from '../observation-edits.js';
import type { Row } from '../defect.js';

/** Digits, marks, methods and reference ranges. */
export const valueDefects: readonly Row[] = [
  defect(
    'height without its point',
    value(height, pq('1747', 'cm')),
    'V007 return',
    'result observation/value',
    '身長 1747',
  ),
  defect(
    'weight in grams under kg',
    value(weight, pq('82500', 'kg')),
    'V007 return',
    'result observation/value',
    '体重 82500',
  ),
  defect('exponent', value(hba1c, pq('5.50E0', '%')), 'V006 return', 'result observation/value', '5.50E0'),
  defect(
    'blank in the number',
    value(hba1c, pq('5.5 ', '%')),
    'V006 return',
    'result observation/value',
    '5.5',
  ),
  defect(
    'two decimals where none belong',
    value(fat, pq('210.55', 'mg/dL')),
    'V007 warning',
    'result observation/value',
    '210.55',
  ),
  defect(
    'H mark at a value inside the limits',
    value(ggt, pq('109', 'U/L'), mark('H')),
    'V013 warning',
    'result observation/value',
    'H 109',
  ),
  defect(
    'value beyond the form without its mark',
    value(fat, pq('123456', 'mg/dL')),
    'V007 return',
    'result observation/value',
    '123456',
  ),
  defect(
    'interpretation of another list',
    afterInterpretation('HH'),
    'V018 warning',
    'result observation/interpretationCode',
    'HH',
  ),
  defect(
    'H inside the reference range',
    both(afterInterpretation('H'), afterValue(ggt, range('0', '200', 'U/L'))),
    'V018 warning',
    'result observation/interpretationCode',
    'H',
  ),
  defect(
    'reference range turned round',
    afterValue(ggt, range('80', '10', 'U/L')),
    'V019 warning',
    'result observationRange/value',
    '基準',
  ),
  defect(
    'reference range in another unit',
    afterValue(ggt, range('10', '80', 'IU/L')),
    'V019 warning',
    'result observationRange/value',
    'IU/L',
  ),
  defect(
    'method of another test',
    item(fat, (o) => o.replace('3F01510000', '3F07010000')),
    'V017 warning',
    'result observation/methodCode',
    '3F07010000',
  ),
  defect(
    'method missing',
    item(fat, (o) => o.replace(/<methodCode [^>]*>\n?/, '')),
    'V017 warning',
    'result entry/observation',
    '検査方法',
  ),
  defect(
    'haemoglobin in g/L',
    value('2A030000001930101', pq('132', 'g/dL')),
    'V007 return',
    'result observation/value',
    '血色素',
    { on: 'detailed' },
  ),
  defect(
    'number without its attribute',
    value(height, '<value xsi:type="PQ" unit="cm"/>'),
    'V006 return',
    'result observation/value',
    '身長',
  ),
  defect(
    'a sign in front of the number',
    value(hba1c, pq('+5.5', '%')),
    'V006 return',
    'result observation/value',
    'HbA1c +5.5',
  ),
  defect('infinity', value(hba1c, pq('INF', '%')), 'V006 return', 'result observation/value', 'HbA1c INF'),
];
