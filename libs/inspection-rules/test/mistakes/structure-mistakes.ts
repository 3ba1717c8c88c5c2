import { coded, inResult, observation, quantity } from '../judge-record.js';
import { cd, entries, item, section, st, valueAttribute } from './edit-observation.js';
import { type Mistake, mistake } from './mistake.js';

const height = '9N001000000000001';
const waist = '9N016160100000001';
const hdl = '3F070000002327101';
const ldl = '3F077000002327101';
const ast = '3B035000002327201';
const glucose = '3D010000001926101';
const hba1c = '3D046000001906202';
const diagnosis = '9N511000000000049';
const sectionCode = '<code code="01010" codeSystem="1.2.392.200119.6.1010"/>';
const itemCode = (code: string, written: string) =>
  inResult(`<code code="${code}"`, `<code code="${written}"`);
const at = /entry(\[\d+\])?\/observation/;
const atValue = /observation(\/value(\[\d\])?)?$/;
const atCode = /observation(\/code)?$/;

/** Sections, item codes and how an item is written. */
export const structureMistakes: readonly Mistake[] = [
  mistake(
    'section code without its leading zero',
    inResult(sectionCode, sectionCode.replace('01010', '1010')),
    'X013',
    'セクション 1010',
    /section/,
  ),
  mistake('section code missing', inResult(`${sectionCode}\n`, ''), 'X013', 'セクション', /section/),
  mistake(
    'section code of a made-up code system',
    inResult(sectionCode, sectionCode.replace('6.1010', '6.1011')),
    'X013',
    '1.2.392.200119.6.1011',
    /section/,
  ),
  mistake(
    'section of the elderly in a 特定健診',
    inResult(sectionCode, sectionCode.replace('01010', '01020')),
    'M033',
    '01010',
    /./,
  ),
  mistake(
    'everything under 任意追加',
    inResult(sectionCode, sectionCode.replace('01010', '01990')),
    'M033',
    '01010',
    /./,
  ),
  mistake(
    'the same section twice',
    section('01010', quantity('9N021000000000001', '88.0', 'cm2')),
    'X013',
    'セクション 01010',
    /section/,
  ),
  mistake('local item among the items of the programme', entries(localItem('1205')), 'V002', '独自', at),
  mistake(
    'local item without its code system',
    section('01990', localItem('1005')),
    'V001',
    'LOCAL00000000001',
    /observation/,
  ),
  mistake(
    'local item with the code system of the vendor',
    section('01990', localItem('1205').replace('1.2.392.200119.6.1205', '1.2.392.999.1')),
    'V001',
    '1.2.392.999.1',
    /observation/,
  ),
  mistake(
    'item code of sixteen digits',
    itemCode(height, '9N00100000000001'),
    'V001 M001',
    '9N00100000000001',
    atCode,
  ),
  mistake(
    'item code of eighteen digits',
    itemCode(height, '9N0010000000000001'),
    'V001 M001',
    '9N0010000000000001',
    atCode,
  ),
  mistake(
    'item code in small letters',
    itemCode(height, '9n001000000000001'),
    'V001 M001',
    '9n001000000000001',
    atCode,
  ),
  mistake(
    'item code with blanks',
    itemCode(height, ' 9N001000000000001'),
    'V001',
    '9N001000000000001',
    atCode,
  ),
  mistake(
    'item code in full width',
    itemCode(height, '９Ｎ００１０００００００００００１'),
    'V001',
    '９Ｎ００１',
    atCode,
  ),
  mistake(
    'item code with hyphens',
    itemCode(glucose, '3D010-0000-019-261-01'),
    'V001',
    '3D010-0000-019-261-01',
    atCode,
  ),
  mistake('item code of five digits (分析物)', itemCode(ast, '3B035'), 'V001 M013', '3B035', atCode),
  mistake('item code empty', itemCode(ast, ''), 'X007', '項目コード', atCode),
  mistake('item code of JLAC11', itemCode(ast, 'CA035SE00000001'), 'V001 M013', 'CA035SE00000001', atCode),
  mistake(
    'item with the code system of JLAC10',
    item(hdl, (o) => o.replace('1.2.392.200119.6.1005', '1.2.392.200119.4.504')),
    'V001',
    '1.2.392.200119.4.504',
    atCode,
  ),
  mistake(
    'item code with a zero for the letter O… and N',
    itemCode(waist, '90016160100000001'),
    'V001 M004',
    '90016160100000001',
    atCode,
  ),
  mistake(
    'old item of the wish for guidance',
    entries(coded('9N806000000000011', '1', '2003')),
    'C007',
    '9N806',
    at,
  ),
  mistake(
    'HbA1c under its JDS item',
    item(hba1c, (o) => o.replace(hba1c, '3D045000001906202')),
    'V022',
    'JDS',
    at,
  ),
  mistake('the same item twice', entries(quantity(height, '174.7', 'cm')), 'V003', height, at),
  mistake('the same item twice with other values', entries(quantity(ldl, '140', 'mg/dL')), 'V003', ldl, at),
  mistake(
    'one test by two methods',
    entries(quantity('3D046000001920402', '6.5', '%', method('3D04620000'))),
    'V003',
    'HbA1c',
    at,
  ),
  mistake(
    'an item done and not done',
    entries(observation(height, '', ' negationInd="true"')),
    'V003',
    height,
    at,
  ),
  mistake(
    'observation without a code',
    entries(
      '<entry><observation classCode="OBS" moodCode="EVN"><code nullFlavor="NI"/><value xsi:type="PQ" value="1" unit="cm"/></observation></entry>',
    ),
    'X014',
    '項目コード',
    at,
  ),
  mistake(
    'item of the insurer',
    entries(observation('9N702167200000049', cd('1', '24020'))),
    'V023',
    '保険者',
    at,
  ),
  mistake(
    'doctor as an item of his own',
    entries(observation('9N516000000000049', st('架空練習医師'))),
    'V024',
    '医師 独立',
    at,
  ),
  mistake(
    'doctor’s name missing',
    inResult('<assignedPerson><name>架空練習医師</name>\n</assignedPerson>\n', ''),
    'M023',
    '医師 氏名',
    at,
  ),
  mistake(
    'doctor’s name blank',
    inResult('<name>架空練習医師</name>', '<name>　</name>'),
    'M023',
    '医師 氏名',
    /observation/,
  ),
  mistake(
    'doctor’s author element missing',
    item(diagnosis, (o) => o.replace(/<author>[^]*<\/author>\n?/, '')),
    'M023',
    '医師 氏名',
    at,
  ),
  mistake(
    'value after the method',
    item(waist, (o) => o.replace(/(<value [^>]*>\n)(<methodCode [^>]*>\n)/, '$2$1')),
    'X007',
    'methodCode value',
    at,
  ),
  mistake('value without xsi:type', valueAttribute(height, 'xsi:type', null), 'X007', '', atValue),
  mistake(
    'undeclared prefix of the type',
    inResult(' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"', ''),
    'X001',
    'xsi',
    /^/,
  ),
  mistake(
    'classCode missing',
    item(height, (o) => o.replace(' classCode="OBS"', '')),
    'X007',
    'classCode',
    at,
  ),
  mistake(
    'effectiveTime of an item weeks later',
    item(height, (o) => o.replace('<value', '<effectiveTime value="20261220"/><value')),
    'D013',
    '20261220',
    at,
  ),
];

function localItem(system: string): string {
  return `<entry><observation classCode="OBS" moodCode="EVN"><code code="LOCAL00000000001" codeSystem="1.2.392.200119.6.${system}"/><value xsi:type="ST">架空の独自項目</value></observation></entry>`;
}

function method(code: string): string {
  return `<methodCode code="${code}" codeSystem="1.2.392.200119.6.1007"/>`;
}
