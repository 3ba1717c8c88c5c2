import { defect, legal } from '../defect.js';
import { both, observation } from '../../judge-record.js';
import { diagnosis, history } from '../items.js';
import { answered, entries, st, value } from '../observation-edits.js';
import type { Row } from '../defect.js';

/** What people write in words. */
export const textDefects: readonly Row[] = [
  defect('diagnosis of a dot', value(diagnosis, st('．')), 'V020 return', 'result observation/value', '．'),
  defect('diagnosis of a dash', value(diagnosis, st('－')), 'V020 return', 'result observation/value', '－'),
  defect('diagnosis null', value(diagnosis, st('null')), 'V020 return', 'result observation/value', 'null'),
  defect('diagnosis N/A', value(diagnosis, st('N/A')), 'V020 return', 'result observation/value', 'N/A'),
  defect('diagnosis test', value(diagnosis, st('test')), 'V020 return', 'result observation/value', 'test'),
  defect(
    'diagnosis テスト',
    value(diagnosis, st('テスト')),
    'V020 return',
    'result observation/value',
    'テスト',
  ),
  defect(
    'diagnosis undefined',
    value(diagnosis, st('undefined')),
    'V020 return',
    'result observation/value',
    'undefined',
  ),
  defect(
    'diagnosis too long',
    value(diagnosis, st('生活習慣の改善に努めてください。'.repeat(9))),
    'X008 return',
    'result observation/value',
    '256',
  ),
  defect(
    'diagnosis in half-width kana',
    value(diagnosis, st('ｾｲｶﾂｼｭｳｶﾝ')),
    'V021 warning',
    'result observation/value',
    '半角',
  ),
  defect(
    'entities escaped twice',
    value(diagnosis, st('肝機能 &amp;amp; 脂質')),
    'V021 warning',
    'result observation/value',
    '&amp;',
  ),
  defect(
    'markup of a web page',
    value(diagnosis, st('経過観察&lt;br&gt;してください')),
    'V021 warning',
    'result observation/value',
    '<br>',
  ),
  defect(
    'markup as elements',
    value(diagnosis, '<value xsi:type="ST">経過<br/>観察</value>'),
    'X007 return',
    'result value/br',
    'br',
  ),
  defect('characters of the maker (外字)', value(diagnosis, st('\uE001')), 'X010 return', 'result', '外字'),
  defect(
    'broken characters',
    value(diagnosis, st('生活\uFFFD\uFFFD改善')),
    'X009 warning',
    'result observation/value',
    '文字化け',
  ),
  defect('emoji', value(diagnosis, st('経過観察😀')), 'X009 warning', 'result observation/value', '😀'),
  defect(
    'mojibake of UTF-8 read as Latin',
    value(diagnosis, st('ç”Ÿæ´»')),
    'X009 warning',
    'result observation/value',
    '文字',
  ),
  defect(
    'UTF-8をShift_JISとして読んだ診断',
    value(diagnosis, st('逕滓ｴｻ鄙呈｣縺ｮ謾ｹ蝟')),
    'V021 warning',
    'result observation/value',
    '文字化け 縺ｮ',
  ),
  ...[
    '#N/A',
    '＃ＮＡＭＥ？',
    '#VALUE!',
    '#REF!',
    '■■',
    '〓',
    '〓〓〓',
    '□',
    '＝',
    '〃',
    '未記入',
    'あああ',
    'エラー',
  ].map((written) =>
    defect(
      `診断が「${written}」`,
      value(diagnosis, st(written)),
      'V020 return',
      'result observation/value',
      written,
    ),
  ),
  ...['未判定', '別紙参照', '不明', '結果待ち', '判定保留', '別紙のとおり。', '同上'].map((written) =>
    defect(
      `診断が「${written}」`,
      value(diagnosis, st(written)),
      'J007 warning',
      'result observation/value',
      `${written} 判定の内容がありません`,
    ),
  ),
  defect('診断が「○」', value(diagnosis, st('○')), 'J007 warning', 'result observation/value', '○'),
  defect(
    '心電図の所見が「別紙参照」',
    entries(observation('9A110160800000049', st('別紙参照'))),
    'V020 warning',
    'result observation/value',
    '別紙参照',
  ),
  ...(
    [
      ['#N/A', 'return'],
      ['別紙参照', 'warning'],
      ['不明', 'warning'],
    ] as const
  ).map(([written, severity]) =>
    defect(
      `既往歴の記載が「${written}」`,
      both(answered(history, '1'), entries(observation('9N056160400000049', st(written)))),
      `V020 ${severity}`,
      'result observation/value',
      `既往歴 ${written}`,
    ),
  ),
  legal('不明熱', value(diagnosis, st('不明熱、要精密検査'))),
  legal('不明熱、文の中で', value(diagnosis, st('不明熱のため精査を要します'))),
  legal('別紙を指す文', value(diagnosis, st('脂質異常症。詳細は別紙参照'))),
  legal('別紙を指す短い文', value(diagnosis, st('肥満。詳細は別紙参照'))),
  legal('「舌の縺れ」', value(diagnosis, st('舌の縺れあり、要精査'))),
];
