import { both, inResult } from '../judge-record.js';
import { cd, st, value } from './edit-observation.js';
import { type Mistake, mistake } from './mistake.js';

const metabolic = '9N501000000000011';
const diagnosis = '9N511000000000049';
const atValue = /observation(\/value(\[\d\])?)?$/;

/** What people write in words. */
export const textMistakes: readonly Mistake[] = [
  mistake(
    'diagnosis empty',
    value(diagnosis, '<value xsi:type="ST"></value>'),
    'M022',
    '医師の診断',
    atValue,
  ),
  mistake('diagnosis of blanks', value(diagnosis, st('　　')), 'M022', '医師の診断', atValue),
  mistake('diagnosis of a dot', value(diagnosis, st('．')), 'V020', '．', atValue),
  mistake('diagnosis of a dash', value(diagnosis, st('－')), 'V020', '－', atValue),
  mistake('diagnosis null', value(diagnosis, st('null')), 'V020', 'null', atValue),
  mistake('diagnosis N/A', value(diagnosis, st('N/A')), 'V020', 'N/A', atValue),
  mistake('diagnosis test', value(diagnosis, st('test')), 'V020', 'test', atValue),
  mistake('diagnosis テスト', value(diagnosis, st('テスト')), 'V020', 'テスト', atValue),
  mistake('diagnosis undefined', value(diagnosis, st('undefined')), 'V020', 'undefined', atValue),
  mistake('diagnosis as a digit', value(diagnosis, st('３')), 'J007', '３', atValue),
  mistake(
    'diagnosis of 異常なし against the judgement',
    both(value(diagnosis, st('異常なし')), value(metabolic, cd('1', '1008'))),
    'J007 J001',
    '異常なし',
    atValue,
  ),
  mistake(
    'diagnosis too long',
    value(diagnosis, st('生活習慣の改善に努めてください。'.repeat(9))),
    'X008',
    '256',
    atValue,
  ),
  mistake('diagnosis in half-width kana', value(diagnosis, st('ｾｲｶﾂｼｭｳｶﾝ')), 'V021', '半角', atValue),
  mistake('entities escaped twice', value(diagnosis, st('肝機能 &amp;amp; 脂質')), 'V021', '&amp;', atValue),
  mistake(
    'markup of a web page',
    value(diagnosis, st('経過観察&lt;br&gt;してください')),
    'V021',
    '<br>',
    atValue,
  ),
  mistake(
    'markup as elements',
    value(diagnosis, '<value xsi:type="ST">経過<br/>観察</value>'),
    'X007',
    'br',
    /observation/,
  ),
  mistake('characters of the maker (外字)', value(diagnosis, st('\uE001')), 'X010', '外字', /^/),
  mistake('broken characters', value(diagnosis, st('生活\uFFFD\uFFFD改善')), 'X009', '文字化け', atValue),
  mistake('emoji', value(diagnosis, st('経過観察😀')), 'X009', '😀', atValue),
  mistake('mojibake of UTF-8 read as Latin', value(diagnosis, st('ç”Ÿæ´»')), 'X009', '文字', atValue),
  mistake(
    'doctor’s name as a number',
    inResult('<name>架空練習医師</name>', '<name>001</name>'),
    'M023',
    '医師 氏名',
    /name/,
  ),
  mistake(
    'doctor’s name N/A',
    inResult('<name>架空練習医師</name>', '<name>N/A</name>'),
    'M023',
    '医師 氏名',
    /name/,
  ),
];
