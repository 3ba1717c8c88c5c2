import { form, given, without } from '../../guidance-edits.js';
import { defect } from '../defect.js';
import { lowPlan, raised } from '../point-edits.js';
import type { Row } from '../defect.js';

/** The points of guidance. */
export const guidancePointDefects: readonly Row[] = [
  // Points.
  defect(
    '計画ポイント合計の計算が違う',
    raised('1041010080', 10),
    'G019 return',
    'result observation/value',
    '計画 ポイント',
    { on: 'active, first' },
  ),
  defect(
    '計画の継続支援ポイントが第3期の点数（個別20分=80点）',
    raised('1041010070', 20),
    'G019 return',
    'result observation/value',
    'ポイント',
    { on: 'active, first' },
  ),
  defect(
    '計画ポイントが180に足りない',
    ({ result, claim }) => ({ result: lowPlan(result), claim }),
    'G018 query',
    'result observation/value',
    '180',
    { on: 'active, first' },
  ),
  defect(
    '支援1回のポイントが形態と合わない',
    raised('1032300014', 10),
    'G022 return',
    'result observation/value',
    'ポイント',
    { on: 'active, evaluated' },
  ),
  defect(
    '実施上の支援回数が記録より1回多い',
    raised('1042010010', 1),
    'G024 return',
    'result observation/value',
    '回数',
    { on: 'active, evaluated' },
  ),
  defect(
    '実施ポイント合計の計算が違う',
    (pair) => {
      const { result } = raised('1042010080', 20)(pair);
      return { result, claim: pair.claim };
    },
    'G025 return',
    'result observation/value',
    'ポイント',
    { on: 'active, evaluated' },
  ),
  defect(
    'アウトカムのポイントが合わない',
    raised('1042001060', 20),
    'G025 return',
    'result observation/value',
    'アウトカム',
    { on: 'active, evaluated' },
  ),
  defect('実績評価で体重がない', without('1042001032'), 'G027 return', 'result entry/act', '体重', {
    on: 'motivational, evaluated',
  }),
  defect('実績評価で腹囲がない', without('1042001031'), 'G027 return', 'result entry/act', '腹囲', {
    on: 'motivational, evaluated',
  }),
  defect('実績評価で食習慣の改善がない', without('1042001042'), 'G027 return', 'result entry/act', '食習慣', {
    on: 'motivational, evaluated',
  }),
  defect(
    '腹囲・体重の改善のコードが3',
    given('1042001044', '3'),
    'C010 return',
    'result observation/value',
    '腹囲・体重',
    { on: 'motivational, evaluated' },
  ),
  defect(
    '目標がないのに達成した（その他の習慣）',
    (pair) => {
      const done = given('1042001046', '1')(pair);
      return raised(
        '1042001060',
        20,
      )(
        raised(
          '1042010080',
          20,
        )({
          result: done.result,
          claim: done.claim.replace(
            /(<pointCountCompleted value=")(\d+)/,
            (_, a: string, n: string) => `${a}${Number(n) + 20}`,
          ),
        }),
      );
    },
    'G034 return',
    'result observation/value',
    '目標',
    { on: 'active, evaluated' },
  ),
  defect(
    '支援形態のコードが7（第3期の電子メールB）',
    form('90040', '7'),
    'C010 return',
    'result act/code',
    '支援形態',
    { on: 'active, evaluated' },
  ),
  defect(
    '電話支援が3分',
    ({ result, claim }) => {
      const [, minutes = '0'] = /<code code="1032300013"[^]*?value="(\d+)"/.exec(result) ?? [];
      const less = (text: string) =>
        text.replace(/(<code code="1032300013"[^>]*\/>\s*<value xsi:type="PQ" value=")\d+/, '$13');
      return {
        result: less(result).replace(
          /(<code code="1042020010"[^>]*\/>\s*<value xsi:type="PQ" value=")(\d+)/,
          (_, a: string, n: string) => `${a}${Number(n) - Number(minutes) + 3}`,
        ),
        claim,
      };
    },
    'G021 warning',
    'result observation/value',
    '時間',
    { on: 'active, evaluated' },
  ),
];
