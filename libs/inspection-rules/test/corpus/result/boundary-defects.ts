import { both, inBoth } from '../../judge-record.js';
import { defect } from '../defect.js';
import { level, waist } from '../items.js';
import { answered, judged, numbered } from '../observation-edits.js';
import type { Row } from '../defect.js';

/** Judgements just beyond their boundary. */
export const boundaryDefects: readonly Row[] = [
  defect(
    '腹囲84.9で基準該当',
    both(numbered(waist, '84.9'), judged('1', '1')),
    'J001 warning',
    'result observation/value',
    'メタボリックシンドローム判定',
  ),
  defect('積極的なのに3', answered(level, '3'), 'J006 warning', 'result observation/value', '保健指導レベル'),
  defect(
    'BMI25以上腹囲なし・リスク1で対象外',
    both(numbered(waist, '84.0'), judged('3', '3')),
    'J002 warning',
    'result observation/value',
    '保健指導レベル',
  ),
  defect(
    'メタボ非該当（腹囲90・TG210・血糖104）',
    judged('3', '1'),
    'J001 warning',
    'result observation/value',
    'メタボリックシンドローム判定',
  ),
  defect(
    '服薬中なのに積極的',
    both(answered('9N706000000000011', '1'), judged('1', '1')),
    'J004 warning',
    'result observation/value',
    '保健指導レベル',
  ),
  defect(
    '66歳で積極的',
    both(inBoth('19670222', '19600222'), judged('2', '1')),
    'J005 warning',
    'result observation/value',
    '保健指導レベル',
  ),
  defect(
    '判定不能（すべて値あり）',
    judged('4', '4'),
    'J003 warning',
    'result observation/value',
    'メタボリックシンドローム判定',
  ),
];
