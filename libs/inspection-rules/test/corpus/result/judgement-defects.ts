import { both, inBoth } from '../../judge-record.js';
import { defect } from '../defect.js';
import { bloodPressureMedicine, diagnosis, level, metabolic } from '../items.js';
import { cd, st, value } from '../observation-edits.js';
import type { Row } from '../defect.js';

/** Judgements against the values. */
export const judgementDefects: readonly Row[] = [
  defect(
    'metabolic syndrome against the values',
    value(metabolic, cd('3', '1008')),
    'J001 warning',
    'result observation/value',
    'メタボ',
  ),
  defect(
    'guidance level against the values',
    value(level, cd('3', '3001')),
    'J006 warning',
    'result observation/value',
    '保健指導レベル',
  ),
  defect(
    'guidance level for a person under medication',
    value(bloodPressureMedicine, cd('1', '2003')),
    'J004 warning',
    'result observation/value',
    '服薬',
  ),
  defect(
    'not judged although everything is there',
    value(level, cd('4', '3001')),
    'J003 warning',
    'result observation/value',
    '判定',
  ),
  defect(
    'active support at 65',
    value(level, cd('1', '3001')),
    'J004 warning',
    'result observation/value',
    '',
    { on: 'detailed' },
  ),
  defect(
    'diagnosis as a digit',
    value(diagnosis, st('３')),
    'J007 warning',
    'result observation/value',
    '３',
  ),
  defect(
    'diagnosis of 異常なし against the judgement',
    both(value(diagnosis, st('異常なし')), value(metabolic, cd('1', '1008'))),
    'J007 warning',
    'result observation/value',
    '異常なし',
  ),
  defect(
    'active support for a person of 66',
    inBoth('19670222', '19600222'),
    'J005 warning',
    'result observation/value',
    '積極的支援',
  ),
];
