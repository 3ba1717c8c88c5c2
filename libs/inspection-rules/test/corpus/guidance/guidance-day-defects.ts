import { day, given, noted, planned, without, withoutSection } from '../../guidance-edits.js';
import { inResult } from '../../judge-record.js';
import { defect } from '../defect.js';
import type { Row } from '../defect.js';

const first = { on: 'active, first' } as const;
const evaluated = { on: 'active, evaluated' } as const;
const ended = { on: 'active, ended' } as const;
const split = { on: 'active, split' } as const;
const unfinished = { on: 'active, unfinished' } as const;
const body = 'result component/structuredBody';
const renamed = (section: string, to: string) =>
  inResult(new RegExp(`(<component><section><code code=")${section}`), `$1${to}`);
const twice = (section: string) =>
  inResult(new RegExp(`<component><section><code code="${section}"[^]*?</section>\\s*</component>`), '$&$&');

/** Days and sections of guidance on which others depend: the wrong one alone is said. */
export const guidanceDayDefects: readonly Row[] = [
  defect(
    '初回面接が未来、支援と評価は過去',
    day('90030', '20261224'),
    'G010 return',
    'result act/effectiveTime',
    '初回面接日 20261224 未来',
    evaluated,
  ),
  defect(
    '途中終了の初回面接が未来',
    day('90030', '20261224'),
    'G010 return',
    'result act/effectiveTime',
    '初回面接日 20261224 未来',
    ended,
  ),
  defect(
    '初回面接が6年前',
    day('90030', '20200101'),
    'G010 return',
    'result act/effectiveTime',
    '初回面接日 20200101 健診実施日より前',
    evaluated,
  ),
  defect(
    '分割面接①が未来',
    day('90020', '20261224'),
    'G010 return',
    'result act/effectiveTime',
    '初回面接日 20261224 未来',
    split,
  ),
  defect(
    '評価日が支援より前',
    day('90060', '20200101'),
    'G029 return',
    'result act/effectiveTime',
    '実績評価の日 20200101',
    evaluated,
  ),
  defect(
    '積極的支援の実績評価がない',
    withoutSection('90060'),
    'G002 return',
    body,
    '90060 実績評価',
    evaluated,
  ),
  defect('途中終了に集計がない', withoutSection('90070'), 'G002 warning', body, '90070 集計', ended),
  defect(
    '途中終了に数えた支援の記録がない',
    withoutSection('90040'),
    'G002 warning',
    body,
    '90040 継続支援',
    ended,
  ),
  defect('途中終了に初回面接がない', withoutSection('90030'), 'G002 warning', body, '90030 初回面接', ended),
  defect('分割面接①がなく②だけ', withoutSection('90020'), 'G002 return', body, '90020 初回面接①', split),
  defect(
    '初回面接のセクションコードが90099',
    renamed('90030', '90099'),
    'X013 return',
    'result section/code',
    '90099',
    first,
  ),
  defect(
    '指導共通情報のセクションコードが健診のもの',
    renamed('90010', '01010'),
    'X013 return',
    'result section/code',
    '01010',
    evaluated,
  ),
  defect(
    '継続支援のセクションコードが90099',
    renamed('90040', '90099'),
    'X013 return',
    'result section/code',
    '90099',
    evaluated,
  ),
  defect(
    '分割面接①のセクションコードが90099',
    renamed('90020', '90099'),
    'X013 return',
    'result section/code',
    '90099',
    split,
  ),
  defect(
    '継続支援のセクションが二つ',
    twice('90040'),
    'X013 return',
    'result section/code',
    '90040 二度',
    evaluated,
  ),
  defect('集計のセクションが二つ', twice('90070'), 'X013 return', 'result section/code', '90070 二度', ended),
  defect(
    '分割面接①が予定として記録',
    planned('90020'),
    'G048 return',
    'claim encounter/guidanceTiming',
    '実施時点 1 初回面接①',
    split,
  ),
  defect(
    '分割面接の①と②が逆',
    inResult(/code="90020"([^]*?)code="90030"/, 'code="90030"$1code="90020"'),
    'G016 return',
    'result act/effectiveTime',
    '初回面接② ①より前',
    split,
  ),
  defect(
    '健診実施日が1年以上前',
    noted('1020000004', '20250601'),
    'G007 return',
    'result observation/value',
    '健診実施年月日 20250601',
    split,
  ),
  defect(
    '初回未完了の実施者なし',
    inResult(/(<code code="90020"[^]*?)<performer>[^]*?<\/performer>/, '$1'),
    'G015 warning',
    'result entry/act',
    '初回面接の実施者',
    unfinished,
  ),
  defect(
    '初回未完了の早期コードなし',
    without('1022000016'),
    'G011 warning',
    'result entry/act',
    '健診後早期',
    unfinished,
  ),
  defect(
    '初回未完了の面接時間が0分',
    given('1022000013', '0'),
    'G013 warning',
    'result observation/value',
    '初回面接の時間 0',
    unfinished,
  ),
  defect(
    '初回面接日が暦にない',
    day('90030', '20260931'),
    'D001 return',
    'result act/effectiveTime',
    '初回面接の実施日付 20260931',
    evaluated,
  ),
  defect(
    '分割面接②の日が暦にない',
    day('90030', '20260931'),
    'D001 return',
    'result act/effectiveTime',
    '初回面接の実施日付 20260931',
    split,
  ),
  defect(
    '初回未完了の面接日が暦にない',
    day('90020', '20260931'),
    'D001 return',
    'result act/effectiveTime',
    '初回面接①の実施日付 20260931',
    unfinished,
  ),
  defect(
    '支援日が暦にない',
    day('90040', '20260931'),
    'D001 return',
    'result act/effectiveTime',
    '継続的支援の実施日 20260931',
    ended,
  ),
  defect(
    '支援日に時刻',
    day('90040', '202607251030'),
    'D001 return',
    'result act/effectiveTime',
    '継続的支援の実施日 202607251030',
    evaluated,
  ),
  defect(
    '評価日が暦にない',
    day('90060', '20260931'),
    'D001 return',
    'result act/effectiveTime',
    '実績評価の実施日付 20260931',
    evaluated,
  ),
];
