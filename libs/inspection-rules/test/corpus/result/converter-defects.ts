import { inResult } from '../../judge-record.js';
import { defect } from '../defect.js';
import { resultText } from '../observation-edits.js';
import type { Row } from '../defect.js';

/** What a converter writes wrongly in every item: said of each, and nothing else. */
export const converterDefects: readonly Row[] = [
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
  defect(
    'mg/dLをすべて全角で',
    resultText((t) => t.replaceAll('unit="mg/dL"', 'unit="ｍｇ／ｄＬ"')),
    'V005 return',
    'result observation/value',
    'ｍｇ／ｄＬ mg/dL 同じ誤りがほか3件 HDLコレステロール',
  ),
  defect(
    'すべての値に単位がない',
    resultText((t) => t.replace(/ unit="[^"]*"/g, '')),
    'V005 return',
    'result observation/value',
    '身長 cm 同じ誤りがほか13件 体重',
  ),
  defect(
    'すべてのコードに別のコード体系',
    resultText((t) =>
      t.replace(/(xsi:type="CD" code="[^"]+" codeSystem="1.2.392.200119.6)\.2003"/g, '$1.9"'),
    ),
    'C002 return',
    'result observation/value',
    '1.2.392.200119.6.9 同じ誤り',
  ),
  defect(
    'すべてのコードを文字列で',
    resultText((t) =>
      t.replace(
        /<value xsi:type="CD" code="([^"]+)" codeSystem="[^"]*"\/>/g,
        '<value xsi:type="ST">$1</value>',
      ),
    ),
    'V004 return',
    'result observation/value',
    'ST CD 同じ誤りがほか23件',
  ),
  defect(
    'すべての検査方法コードがない',
    resultText((t) => t.replace(/<methodCode [^>]*\/>/g, '')),
    'V017 warning',
    'result entry/observation',
    '腹囲 同じ誤りがほか12件',
  ),
  defect(
    'すべての値に小数点でなくコンマ',
    resultText((t) => t.replace(/(xsi:type="PQ" value="\d+)\.(\d)/g, '$1,$2')),
    'X007 return',
    'result observation/value',
    '身長 174,7 同じ誤りがほか4件',
  ),
  defect(
    'すべての測定値が0',
    resultText((t) => t.replace(/(xsi:type="PQ" value=")[\d.]+"/g, '$10"')),
    'V016 return',
    'result observation/value',
    '身長 同じ誤りがほか13件',
  ),
];
