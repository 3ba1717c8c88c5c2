import { day, form, given, without, withoutSection } from '../../guidance-edits.js';
import { both, inClaim, inResult } from '../../judge-record.js';
import { defect } from '../defect.js';
import { plusDays } from '../point-edits.js';
import type { Row } from '../defect.js';

/** The record of guidance (hg08): dates, level, sections. */
export const guidanceRecordDefects: readonly Row[] = [
  // The record: dates.
  defect(
    '初回面接日がない',
    inResult(/(<code code="90030"[^]*?)<effectiveTime value="\d{8}"\/>/, '$1'),
    'G009 return',
    'result entry/act',
    '初回面接',
    { on: 'motivational, first' },
  ),
  defect(
    '初回面接日が健診日より前',
    day('90030', '20260401'),
    'G010 return',
    'result act/effectiveTime',
    '初回面接',
    { on: 'motivational, first' },
  ),
  defect(
    '初回面接日が先の日付',
    day('90030', '20261220'),
    'G010 return',
    'result act/effectiveTime',
    '初回面接',
    { on: 'motivational, first' },
  ),
  defect('健診実施日がない', without('1020000004'), 'G007 return', 'result component/section', '健診実施', {
    on: 'motivational, first',
  }),
  defect(
    '健診実施日が初回面接より後',
    inResult(/(<code code="1020000004"[^]*?<value xsi:type="ST">)\d{8}/, '$120261123'),
    'G010 return',
    'result act/effectiveTime',
    '健診実施日',
    { on: 'motivational, first' },
  ),
  defect(
    '健診実施日が2年前',
    inResult(/(<code code="1020000004"[^]*?<value xsi:type="ST">)\d{8}/, '$120241001'),
    'G007 return',
    'result observation/value',
    '健診実施',
    { on: 'motivational, first' },
  ),
  defect(
    '健診当日でないのに当日初回面接（早期のコード）',
    ({ result, claim }) => ({
      result: result.replace(
        /(<code code="1022000016"[^>]*\/>\s*<value xsi:type="CD" code=")(\d)/,
        (_, a: string, code: string) => `${a}${code === '1' ? '0' : '1'}`,
      ),
      claim,
    }),
    'G011 return',
    'result observation/value',
    '早期',
    { on: 'active, first' },
  ),
  defect('初回面接が電話', form('90030', '5'), 'G012 return', 'result act/code', '支援形態', {
    on: 'motivational, first',
  }),
  defect(
    '初回面接が15分',
    both(form('90030', '1'), given('1022000013', '15')),
    'G013 warning',
    'result observation/value',
    '時間',
    { on: 'motivational, first' },
  ),
  defect(
    '分割面接の②が①より前',
    day('90030', '20260601'),
    'G016 return',
    'result act/effectiveTime',
    '分割',
    { on: 'motivational, split' },
  ),
  defect(
    '実績評価が3か月たっていない',
    ({ result, claim }) => {
      const [, from = ''] = /<code code="90030"[^]*?<effectiveTime value="(\d{8})"/.exec(result) ?? [];
      const [, to = ''] = /<code code="90060"[^]*?<effectiveTime value="(\d{8})"/.exec(result) ?? [];
      const early = plusDays(from, 60);
      return { result: result.replaceAll(to, early), claim };
    },
    'G029 return',
    'result act/effectiveTime',
    '3か月',
    { on: 'motivational, evaluated' },
  ),
  defect(
    '実績評価日がない',
    inResult(/(<code code="90060"[^]*?)<effectiveTime value="\d{8}"\/>/, '$1'),
    'G027 return',
    'result entry/act',
    '評価',
    { on: 'motivational, evaluated' },
  ),
  // Level and sections.
  defect(
    '保健指導区分がない',
    without('1020000001'),
    'G006 return',
    'result ClinicalDocument',
    '保健指導区分',
    { on: 'motivational, first' },
  ),
  defect(
    '保健指導区分が4（モデル実施）',
    both(given('1020000001', '4'), inClaim(/(<guidanceLevel code=")\d/, '$14')),
    'G006 query',
    'result entryRelationship/observation',
    '保健指導区分',
    { on: 'motivational, first' },
  ),
  defect(
    '報告区分が健診（10）',
    inResult(/(<code code=")21(" codeSystem="1\.2\.392\.200119\.6\.1001")/, '$110$2'),
    'G001 return',
    'result ClinicalDocument/code',
    '報告区分',
    { on: 'motivational, first' },
  ),
  defect(
    '初回面接のセクションがない',
    withoutSection('90030'),
    'G002 return',
    'result component/structuredBody',
    '初回面接',
    { on: 'motivational, first' },
  ),
  defect(
    '積極的支援の計画上の集計がない',
    withoutSection('90070'),
    'G003 return',
    'result component/section',
    '計画',
    { on: 'active, first' },
  ),
  defect(
    '実績評価のセクションがない',
    withoutSection('90060'),
    'G002 return',
    'result component/structuredBody',
    '実績評価',
    { on: 'motivational, evaluated' },
  ),
];
