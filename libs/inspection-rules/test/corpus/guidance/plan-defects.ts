import { given, withoutSection } from '../../guidance-edits.js';
import { inResult } from '../../judge-record.js';
import { defect, legal } from '../defect.js';
import type { Row } from '../defect.js';

/** Plans of guidance. */
export const planDefects: readonly Row[] = [
  defect(
    '計画のmoodがEVN',
    inResult(/<act classCode="ACT" moodCode="INT">/, '<act classCode="ACT" moodCode="EVN">'),
    'X016 return',
    'result entry/act',
    '計画 EVN',
    { on: 'active, first' },
  ),
  defect(
    '支援期間の単位がd',
    inResult(/(<code code="1021000020"[^>]*>\s*<value [^>]*unit=")wk/, '$1d'),
    'G057 return',
    'result observation/value',
    '継続的支援予定期間 d',
    { on: 'active, first' },
  ),
  defect(
    '支援期間が2週',
    given('1021000020', '2'),
    'G017 warning',
    'result observation/value',
    '継続的支援予定期間 2',
    { on: 'active, first' },
  ),
  defect(
    '計画の実施時間が0分',
    inResult(/(<code code="10410200\d\d"[^>]*>\s*<value [^>]*value=")\d+/, '$10'),
    'G058 warning',
    'result observation/value',
    '計画 時間 0',
    { on: 'active, first' },
  ),
  defect('計画の改善コード3', given('1021001053', '3'), 'C010 return', 'result observation/value', '計画 3', {
    on: 'active, first',
  }),
  defect(
    '計画ポイント合計が合わない',
    given('1041010080', '180'),
    'G019 return',
    'result observation/value',
    '計画ポイント合計 180',
    { on: 'active, first' },
  ),
  defect(
    '計画ポイントがPQ型',
    inResult(
      /(<code code="1041010080"[^>]*>\s*)<value xsi:type="INT" value="(\d+)"\/>/,
      '$1<value xsi:type="PQ" value="$2" unit="1"/>',
    ),
    'G057 return',
    'result observation/value',
    '計画ポイント合計 PQ',
    { on: 'active, first' },
  ),
  defect(
    '計画上の集計がない',
    withoutSection('90070'),
    'G003 return',
    'result component/section',
    '積極的支援',
    { on: 'active, first' },
  ),
  legal('実績評価の記録に計画がない', withoutSection('90030'), { on: 'active, evaluated' }),
];
