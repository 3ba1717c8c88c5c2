import { inResult } from '../../judge-record.js';
import { defect } from '../defect.js';
import type { Row } from '../defect.js';

/** What a converter writes wrongly in every item: said of each, and nothing else. */
export const converterDefects: readonly Row[] = [
  defect(
    'どの数値にも単位がない',
    inResult(/(xsi:type="PQ" value="[^"]*") unit="[^"]*"/g, '$1'),
    'V005 return',
    'result observation/value',
    '身長 単位',
  ),
  defect(
    'どの数値も文字列（ST）',
    inResult(/<value xsi:type="PQ" value="([^"]*)" unit="[^"]*"\/>/g, '<value xsi:type="ST">$1</value>'),
    'V004 return',
    'result observation/value',
    '身長 ST PQ',
  ),
  defect(
    'どの項目コードも後ろに空白',
    inResult(/(<code code="[0-9][0-9A-Z]{16})"/g, '$1 "'),
    'V001 return',
    'result entry/observation',
    '身長 空白',
    { on: 'detailed' },
  ),
  defect(
    'どの項目コードも小文字',
    inResult(/<code code="9N/g, '<code code="9n'),
    'V001 return',
    'result entry/observation',
    '身長 9n001',
  ),
  defect(
    'どの回答のコードも全角',
    inResult(/(xsi:type="C[DO]" code=")1"/g, '$1１"'),
    'C001 return',
    'result observation/value',
    '全角 半角では「1」',
    { also: 'C006' },
  ),
  defect(
    'どの数値も全角',
    inResult(/(xsi:type="PQ" value=")(\d)/g, '$1１$2'),
    'X007 return',
    'result observation/value',
    '身長 全角',
  ),
];
