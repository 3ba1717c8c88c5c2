import { given, without } from '../../guidance-edits.js';
import { inResult } from '../../judge-record.js';
import { defect } from '../defect.js';
import type { Row } from '../defect.js';

const first = { on: 'active, first' } as const;
const evaluated = { on: 'active, evaluated' } as const;
const ended = { on: 'active, ended' } as const;
const value = 'result observation/value';
const code = 'result observation/code';
/** The value element of an item is not there. */
const valueless = (item: string) =>
  inResult(new RegExp(`(<code code="${item}"[^>]*/>\\s*)<value [^>]*/>`), '$1');
const cut = (item: string) => inResult(`<code code="${item}"`, `<code code="${item.slice(0, 9)}"`);
const asInteger = (item: string) =>
  inResult(
    new RegExp(`(<code code="${item}"[^>]*/>\\s*)<value [^>]*/>`),
    '$1<value xsi:type="INT" value="1"/>',
  );
const withoutSystem = (item: string) =>
  inResult(new RegExp(`(<code code="${item}"[^>]*/>\\s*<value [^>]*?) codeSystem="[^"]*"`), '$1');

/** One item of guidance is written wrongly: said of it, and of nothing that is reckoned from it. */
export const guidanceItemDefects: readonly Row[] = [
  defect('計画の個別支援が-5回', given('1041010010', '-5'), 'G058 query', value, '実施回数 -5', first),
  defect(
    '計画の個別支援が99999回',
    given('1041010010', '99999'),
    'G058 query',
    value,
    '実施回数 99999',
    ended,
  ),
  defect(
    '計画ポイント合計が-5',
    given('1041010080', '-5'),
    'G058 query',
    value,
    '計画ポイント合計 -5',
    first,
  ),
  defect(
    '実施ポイント合計が99999',
    given('1042010080', '99999'),
    'G058 query',
    value,
    '実施ポイント合計 99999',
    evaluated,
  ),
  defect(
    '支援の時間が-5分',
    given('1032300013', '-5'),
    'G058 query',
    value,
    '継続的支援の実施時間 -5',
    evaluated,
  ),
  defect(
    '支援の時間が1000000分',
    given('1032300013', '1000000'),
    'G058 query',
    value,
    '継続的支援の実施時間 1000000',
    ended,
  ),
  defect('実施時間の集計が-5分', given('1042020010', '-5'), 'G058 query', value, '1042020010 -5', evaluated),
  defect(
    '支援のポイントが-5',
    given('1032300014', '-5'),
    'G058 query',
    value,
    '継続的支援のポイント -5',
    ended,
  ),
  defect(
    '計画のアウトカム合計が99999',
    given('1021001059', '99999'),
    'G058 query',
    value,
    '計画ポイント 99999',
    evaluated,
  ),
  defect(
    '計画の個別支援の回数に値がない',
    valueless('1041010010'),
    'G057 return',
    'result entryRelationship/observation',
    '1041010010 値 記録されていません INT',
    first,
  ),
  defect(
    '計画ポイント合計に値がない',
    valueless('1041010080'),
    'G057 return',
    'result entryRelationship/observation',
    '計画ポイント合計 値',
    ended,
  ),
  defect(
    '支援のポイントに値がない',
    valueless('1032300014'),
    'G057 return',
    'result entryRelationship/observation',
    '継続的支援のポイント 値',
    evaluated,
  ),
  defect(
    'アウトカム合計に値がない',
    valueless('1042001060'),
    'G057 return',
    'result entryRelationship/observation',
    'アウトカム合計ポイント 値',
    evaluated,
  ),
  defect(
    '目標体重に値がない',
    valueless('1021001032'),
    'G057 return',
    'result entryRelationship/observation',
    '目標体重 値 PQ',
    first,
  ),
  defect('保健指導区分の項目コードが9桁', cut('1020000001'), 'G055 return', code, '102000000', first),
  defect('早期初回面接の項目コードが9桁', cut('1022000016'), 'G055 return', code, '102200001', first),
  defect('計画の改善の項目コードが9桁', cut('1021001053'), 'G055 return', code, '102100105', evaluated),
  defect('実施時間の集計の項目コードが9桁', cut('1042020010'), 'G055 return', code, '104202001', ended),
  defect('早期初回面接がINT型', asInteger('1022000016'), 'G057 return', value, '健診後早期 INT CD', first),
  defect('計画の改善がINT型', asInteger('1021001053'), 'G057 return', value, '計画 腹囲・体重 INT CD', ended),
  defect(
    '評価のコードに体系がない',
    withoutSystem('1042001044'),
    'C010 warning',
    value,
    '腹囲・体重の改善 コード体系 1.2.392.200119.6.24090',
    evaluated,
  ),
  defect(
    '実績評価時の計画の喫煙習慣がない（合計は含む）',
    without('1021001056'),
    'G019 return',
    'result entry/act',
    '計画 喫煙習慣の改善 計画ポイント',
    evaluated,
  ),
];
