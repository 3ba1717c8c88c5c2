import { both } from '../judge-record.js';
import { afterValue, cd, item, pq, st, value, valueAttribute, without } from './edit-observation.js';
import { type Mistake, mistake } from './mistake.js';

const height = '9N001000000000001';
const weight = '9N006000000000001';
const bmi = '9N011000000000001';
const waist = '9N016160100000001';
const systolic = '9A751000000000001';
const diastolic = '9A761000000000001';
const fat = '3F015000002327101';
const hdl = '3F070000002327101';
const ast = '3B035000002327201';
const ggt = '3B090000002327101';
const glucose = '3D010000001926101';
const hba1c = '3D046000001906202';
const urineGlucose = '1A020000000191111';
const history = '9N056000000000011';
const diagnosis = '9N511000000000049';
const at = /entry(\[\d+\])?\/observation/;
const atValue = /observation(\/value(\[\d\])?)?$/;

/** Numbers, units, types and marks. */
export const valueMistakes: readonly Mistake[] = [
  mistake('height in metres', value(height, pq('1.747', 'm')), 'V005', 'm cm 身長', atValue),
  mistake('height in metres under cm', value(height, pq('1.7', 'cm')), 'V015', '身長 1.7', atValue),
  mistake('height without its point', value(height, pq('1747', 'cm')), 'V007', '身長 1747', atValue),
  mistake('height in millimetres', value(height, pq('1747', 'mm')), 'V005', 'mm cm', atValue),
  mistake('weight in grams', value(weight, pq('82500', 'g')), 'V005', 'g kg 体重', atValue),
  mistake('weight in grams under kg', value(weight, pq('82500', 'kg')), 'V007', '体重 82500', atValue),
  mistake(
    'height and weight exchanged',
    both(value(height, pq('82.5', 'cm')), value(weight, pq('174.7', 'kg'))),
    'V015',
    '身長',
    atValue,
  ),
  mistake('BMI mistyped', value(bmi, pq('37.0', 'kg/m2')), 'K002', 'BMI', atValue),
  mistake('BMI rounded down', value(bmi, pq('26.8', 'kg/m2')), 'K001', 'BMI', atValue),
  mistake('BMI with the unit kg/m²', value(bmi, pq('27.0', 'kg/m²')), 'V005', 'kg/m2', atValue),
  mistake('waist 0', value(waist, pq('0', 'cm')), 'V016', '腹囲', atValue),
  mistake('waist without its point', value(waist, pq('903', 'cm')), 'V015', '腹囲 903', atValue),
  mistake('waist in inches', value(waist, pq('35.5', 'cm')), 'V015', '腹囲', atValue),
  mistake(
    'blood pressures exchanged',
    both(value(systolic, pq('66', 'mm[Hg]')), value(diastolic, pq('116', 'mm[Hg]'))),
    'K006',
    '血圧',
    atValue,
  ),
  mistake('blood pressures in one value', value(systolic, pq('116/66', 'mm[Hg]')), 'X007', '116/66', atValue),
  mistake('blood pressure in mmHg', value(systolic, pq('116', 'mmHg')), 'V005', 'mmHg mm[Hg]', atValue),
  mistake('diastolic pressure missing', without(diastolic), 'M006', '拡張期血圧', /./),
  mistake('blood pressure cut short', value(systolic, pq('11', 'mm[Hg]')), 'V015', '11', atValue),
  mistake('HbA1c in mmol/mol', value(hba1c, pq('37', 'mmol/mol')), 'V005', 'mmol/mol %', atValue),
  mistake('HbA1c in mmol/mol under %', value(hba1c, pq('37', '%')), 'V015', 'HbA1c 37', atValue),
  mistake('HbA1c without its point', value(hba1c, pq('55', '%')), 'V015', 'HbA1c 55', atValue),
  mistake('HbA1c with the unit inside the value', value(hba1c, pq('5.5%', '%')), 'X007', '5.5%', atValue),
  mistake('decimal comma', value(hba1c, pq('5,5', '%')), 'X007', '5,5', atValue),
  mistake('exponent', value(hba1c, pq('5.50E0', '%')), 'V006', '5.50E0', atValue),
  mistake('full-width number', value(hba1c, pq('５．５', '%')), 'X007', '５．５', atValue),
  mistake('blank in the number', value(hba1c, pq('5.5 ', '%')), 'V006', '5.5', atValue),
  mistake('less than', value(ggt, pq('&lt;10', 'U/L')), 'X007', '<10', atValue),
  mistake('less than in words', value(ggt, pq('10以下', 'U/L')), 'X007', '10以下', atValue),
  mistake('null as a number', value(ggt, pq('null', 'U/L')), 'X007', 'null', atValue),
  mistake('N/A as a number', value(ggt, pq('N/A', 'U/L')), 'X007', 'N/A', atValue),
  mistake('stars as a number', value(ggt, pq('***', 'U/L')), 'X007', '***', atValue),
  mistake('測定不能 as a number', value(ggt, pq('測定不能', 'U/L')), 'X007', '測定不能', atValue),
  mistake('number empty', value(ggt, pq('', 'U/L')), 'X007', '', atValue),
  mistake('negative number', value(ggt, pq('-109', 'U/L')), 'V016', '-109', atValue),
  mistake('-1 for not done', value(ggt, pq('-1', 'U/L')), 'V016', '-1', atValue),
  mistake('9999 for not done', value(ggt, pq('9999', 'U/L')), 'V015', '9999', atValue),
  mistake('0 for not done', value(ggt, pq('0', 'U/L')), 'V016', '0', atValue),
  mistake('thousands separator', value(glucose, pq('1,040', 'mg/dL')), 'X007', '1,040', atValue),
  mistake('glucose in mmol/L', value(glucose, pq('5.8', 'mmol/L')), 'V005', 'mmol/L mg/dL', atValue),
  mistake('glucose in mmol/L under mg/dL', value(glucose, pq('5.8', 'mg/dL')), 'V015', '5.8', atValue),
  mistake('unit with a blank', value(fat, pq('210', 'mg/dL ')), 'V005', 'mg/dL', atValue),
  mistake('unit in small letters', value(fat, pq('210', 'mg/dl')), 'V005', 'mg/dl mg/dL', atValue),
  mistake('unit in full width', value(fat, pq('210', 'ｍｇ／ｄＬ')), 'V005', 'ｍｇ／ｄＬ', atValue),
  mistake('unit missing', valueAttribute(fat, 'unit', null), 'V005', '単位', atValue),
  mistake('unit 1', value(fat, pq('210', '1')), 'V005', '単位 mg/dL', atValue),
  mistake('unit empty', value(fat, pq('210', '')), 'X007', '単位 空', atValue),
  mistake('enzyme in IU/L', value(ast, pq('44', 'IU/L')), 'V005', 'IU/L U/L', atValue),
  mistake('two decimals where none belong', value(fat, pq('210.55', 'mg/dL')), 'V007', '210.55', atValue),
  mistake('value missing', value(hdl), 'V010', '結果値', at),
  mistake(
    'value and nullFlavor',
    value(hdl, '<value xsi:type="PQ" value="46" unit="mg/dL" nullFlavor="NI"/>'),
    'V009',
    'nullFlavor',
    atValue,
  ),
  mistake('nullFlavor UNK', value(hdl, '<value xsi:type="PQ" nullFlavor="UNK"/>'), 'V009', 'UNK NI', atValue),
  mistake(
    'not measurable, mandatory',
    value(hdl, '<value xsi:type="PQ" nullFlavor="NI"/>'),
    'M011',
    'HDL',
    at,
  ),
  mistake(
    'not done, mandatory',
    item(
      hdl,
      () =>
        '<observation classCode="OBS" moodCode="EVN" negationInd="true"><code code="3F070000002327101" codeSystem="1.2.392.200119.6.1005"/></observation>',
    ),
    'M011',
    'HDL',
    at,
  ),
  mistake(
    'not done with its value',
    item(hdl, (o) => o.replace('moodCode="EVN"', 'moodCode="EVN" negationInd="true"')),
    'V008',
    '未実施',
    at,
  ),
  mistake(
    'negationInd in capitals',
    item(hdl, (o) => o.replace('moodCode="EVN"', 'moodCode="EVN" negationInd="TRUE"')),
    'X007',
    'negationInd',
    at,
  ),
  mistake('number as text', value(height, st('174.7')), 'V004', 'ST PQ', atValue),
  mistake('number as INT', value(height, '<value xsi:type="INT" value="175"/>'), 'V004', 'INT PQ', atValue),
  mistake(
    'number as REAL',
    value(height, '<value xsi:type="REAL" value="174.7"/>'),
    'V004',
    'REAL PQ',
    atValue,
  ),
  mistake('code as text', value(history, st('なし')), 'V004', 'ST CD', atValue),
  mistake('code as number', value(urineGlucose, pq('1', '1')), 'V004', 'PQ CO', atValue),
  mistake('text as code', value(diagnosis, cd('1', '2001')), 'V004', 'CD ST', atValue),
  mistake('type with a mistyped name', valueAttribute(height, 'xsi:type', 'Pq'), 'X007', 'Pq', atValue),
  mistake('two numbers', value(height, pq('174.7', 'cm'), pq('174.8', 'cm')), 'V011', '値', atValue),
  mistake(
    'H mark at a value inside the limits',
    value(ggt, pq('109', 'U/L'), mark('H')),
    'V013',
    'H 109',
    atValue,
  ),
  mistake(
    'mark without its code system',
    value(ggt, pq('9999', 'U/L'), '<value xsi:type="CD" code="H"/>'),
    'V011',
    'H',
    atValue,
  ),
  mistake('mark without a value', value(ggt, mark('L')), 'V012', '実測値', atValue),
  mistake(
    'value beyond the form without its mark',
    value(fat, pq('123456', 'mg/dL')),
    'V007',
    '123456',
    atValue,
  ),
  mistake('interpretation of another list', afterInterpretation('HH'), 'V018', 'HH', /interpretationCode/),
  mistake(
    'H inside the reference range',
    both(afterInterpretation('H'), afterValue(ggt, range('0', '200', 'U/L'))),
    'V018',
    'H',
    /interpretationCode/,
  ),
  mistake(
    'reference range turned round',
    afterValue(ggt, range('80', '10', 'U/L')),
    'V019',
    '基準',
    /referenceRange|observation/,
  ),
  mistake(
    'reference range in another unit',
    afterValue(ggt, range('10', '80', 'IU/L')),
    'V019',
    'IU/L',
    /referenceRange|observation/,
  ),
  mistake(
    'method of another test',
    item(fat, (o) => o.replace('3F01510000', '3F07010000')),
    'V017',
    '3F07010000',
    /methodCode/,
  ),
  mistake(
    'method missing',
    item(fat, (o) => o.replace(/<methodCode [^>]*>\n?/, '')),
    'V017',
    '検査方法',
    at,
  ),
  mistake(
    'red cells in 10*6',
    group('2A020000001930101', '4.40', '10*4/mm3'),
    'V015',
    '赤血球',
    atValue,
    'detailed',
  ),
  mistake(
    'haemoglobin in g/L',
    group('2A030000001930101', '132', 'g/dL'),
    'V007',
    '血色素',
    atValue,
    'detailed',
  ),
  mistake(
    'red cells in 万/μL',
    group('2A020000001930101', '440', '万/μL'),
    'V005',
    '10*4/mm3',
    atValue,
    'detailed',
  ),
];

function mark(code: string): string {
  return `<value xsi:type="CD" code="${code}" codeSystem="2.16.840.1.113883.5.83"/>`;
}

function range(low: string, high: string, unit: string): string {
  return `<referenceRange><observationRange classCode="OBS" moodCode="EVN.CRT"><value xsi:type="IVL_PQ"><low value="${low}" unit="${unit}"/><high value="${high}" unit="${unit}"/></value></observationRange></referenceRange>`;
}

function afterInterpretation(code: string) {
  return item(ggt, (o) =>
    o.replace(
      '<methodCode',
      `<interpretationCode code="${code}" codeSystem="2.16.840.1.113883.5.83"/><methodCode`,
    ),
  );
}

function group(code: string, written: string, unit: string) {
  return value(code, pq(written, unit));
}
