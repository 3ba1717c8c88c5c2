import { coded } from '../../judge-record.js';
import { defect } from '../defect.js';
import { amount, bloodPressureMedicine, hba1c, smoking, urineGlucose, urineProtein } from '../items.js';
import { answered, cd, entries, itemCode, value } from '../observation-edits.js';
import type { Row } from '../defect.js';

/** Answers, texts and names. */
export const answerDefects: readonly Row[] = [
  defect(
    'HbA1cがJDSコード',
    itemCode(hba1c, '3D045000001906202'),
    'V022 return',
    'result entry/observation',
    'HbA1c 3D045000001906202',
  ),
  defect('尿糖が6', answered(urineGlucose, '6'), 'C001 return', 'result observation/value', '尿糖 6'),
  defect(
    '尿蛋白に定性.2100',
    value(urineProtein, cd('2', '2100', 'CO')),
    'C002 return',
    'result observation/value',
    '尿蛋白 1.2.392.200119.6.2100',
  ),
  defect(
    '服薬1が3',
    answered(bloodPressureMedicine, '3'),
    'C001 return',
    'result observation/value',
    '服薬1(血圧) 3',
  ),
  defect(
    '喫煙コードが旧.2003の1',
    value(smoking, cd('1', '2003')),
    'C003 return',
    'result observation/value',
    '喫煙 1',
  ),
  defect('飲酒量6', answered(amount, '6'), 'C004 return', 'result observation/value', '飲酒量 6'),
  defect(
    '質問票を0/1で',
    value('9N746000000000011', cd('0', '2003')),
    'C001 return',
    'result observation/value',
    '30分以上',
  ),
  defect(
    '咀嚼を.2003で',
    value('9N872000000000011', cd('1', '2003')),
    'C002 return',
    'result observation/value',
    '咀嚼 1.2.392.200119.6.2003',
  ),
  defect(
    '保険者再確認を機関が書いた',
    entries(coded('9N702167200000049', '1', '24020')),
    'V023 warning',
    'result entry/observation',
    '保険者再確認',
  ),
  defect(
    '情報提供の方法4',
    entries(coded('9N950000000000011', '4', '18050')),
    'C009 return',
    'result observation/value',
    '情報提供 4',
  ),
  defect(
    '初回面接実施が2',
    entries(coded('9N807000000000011', '2', '18060')),
    'C009 return',
    'result observation/value',
    '初回面接実施 2',
  ),
  defect(
    '旧項目（保健指導の希望）',
    entries(coded('9N806000000000011', '1', '2003')),
    'C007 return',
    'result entry/observation',
    '第3期',
  ),
];
