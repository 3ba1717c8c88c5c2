import { both, coded, inResult, observation, quantity } from '../judge-record.js';
import { cd, entries, item, pq, st, value, valueAttribute, without } from './edit-observation.js';
import { type Mistake, mistake } from './mistake.js';

const height = '9N001000000000001';
const waist = '9N016160100000001';
const drawn = '9N141000000000011';
const fat = '3F015000002327101';
const ast = '3B035000002327201';
const alt = '3B045000002327201';
const ggt = '3B090000002327101';
const urineGlucose = '1A020000000191111';
const urineProtein = '1A010000000191111';
const history = '9N056000000000011';
const subjective = '9N061000000000011';
const metabolic = '9N501000000000011';
const level = '9N506000000000011';
const diagnosis = '9N511000000000049';
const bloodPressureMedicine = '9N701000000000011';
const smoking = '9N736000000000011';
const drinking = '9N786000000000011';
const amount = '9N791000000000011';
const itemCode = (code: string, written: string) =>
  inResult(`<code code="${code}"`, `<code code="${written}"`);
const at = /entry(\[\d+\])?\/observation/;
const atValue = /observation(\/value(\[\d\])?)?$/;

/** Codes, answers and relations. */
export const codeMistakes: readonly Mistake[] = [
  mistake('code 9', value(history, cd('9', '2001')), 'C001', '既往歴 9', atValue),
  mistake('code 0', value(history, cd('0', '2001')), 'C001', '既往歴 0', atValue),
  mistake('code blank', value(history, cd('', '2001')), 'X007', '既往歴', atValue),
  mistake('code with a leading zero', value(history, cd('02', '2001')), 'C001', '02', atValue),
  mistake('code in full width', value(history, cd('２', '2001')), 'C001', '２', atValue),
  mistake('code with a blank', value(history, cd('2 ', '2001')), 'C001', '既往歴', atValue),
  mistake('code in words', value(history, cd('なし', '2001')), 'C001', 'なし', atValue),
  mistake(
    'answer only as displayName',
    value(
      history,
      '<value xsi:type="CD" codeSystem="1.2.392.200119.6.2001" displayName="特記すべきことなし"/>',
    ),
    'C001',
    '既往歴',
    atValue,
  ),
  mistake(
    'displayName says the contrary',
    value(
      metabolic,
      '<value xsi:type="CD" code="2" codeSystem="1.2.392.200119.6.1008" displayName="非該当"/>',
    ),
    'C001',
    '非該当',
    atValue,
  ),
  mistake(
    'code system of another item',
    value(history, cd('2', '2003')),
    'C002',
    '1.2.392.200119.6.2003 1.2.392.200119.6.2001',
    atValue,
  ),
  mistake(
    'code system mistyped',
    value(history, cd('2', '20001')),
    'C002',
    '1.2.392.200119.6.20001',
    atValue,
  ),
  mistake('code system missing', valueAttribute(history, 'codeSystem', null), 'C002', 'コード体系', atValue),
  mistake('urine in signs', value(urineGlucose, cd('-', '2102', 'CO')), 'C001', '尿糖 -', atValue),
  mistake('urine in words', value(urineProtein, cd('（－）', '2102', 'CO')), 'C001', '尿蛋白', atValue),
  mistake('urine as text', value(urineProtein, st('（－）')), 'V004', 'ST CO', atValue),
  mistake('old smoking code', value(smoking, cd('2', '2003')), 'C003', '喫煙', atValue),
  mistake('smoking 4', value(smoking, cd('4', '24060')), 'C001', '喫煙 4', atValue),
  mistake('old drinking list', value(drinking, cd('1', '2005')), 'C004', '飲酒', atValue),
  mistake('old amounts of drink', value(amount, cd('1', '2006', 'CO')), 'C004', '飲酒', atValue),
  mistake('drinking 9', value(drinking, cd('9', '24040')), 'C004', '飲酒 9', atValue),
  mistake('does not drink but drinks much', value(drinking, cd('8', '24040')), 'K030', '飲酒', atValue),
  mistake(
    'drinks daily but no amount',
    both(value(drinking, cd('1', '24040')), without(amount)),
    'K030',
    '飲酒',
    /./,
  ),
  mistake('blood drawn 1 (old list)', value(drawn, cd('1', '2202')), 'C005', '採血時間', atValue),
  mistake(
    'fasting values although drawn after a meal',
    value(drawn, cd('3', '2202')),
    'K011 K014',
    '採血時間',
    atValue,
  ),
  mistake('blood drawn with an old code system', value(drawn, cd('2', '2201')), 'C002', '採血時間', atValue),
  mistake('metabolic syndrome 5', value(metabolic, cd('5', '1008')), 'C006', 'メタボ 5', atValue),
  mistake('guidance level 0', value(level, cd('0', '3001')), 'C006', '保健指導レベル 0', atValue),
  mistake(
    'code systems of METS and LVL exchanged',
    value(metabolic, cd('2', '3001')),
    'C002',
    '1.2.392.200119.6.3001',
    atValue,
  ),
  mistake(
    'metabolic syndrome against the values',
    value(metabolic, cd('3', '1008')),
    'J001',
    'メタボ',
    atValue,
  ),
  mistake(
    'guidance level against the values',
    value(level, cd('3', '3001')),
    'J006',
    '保健指導レベル',
    atValue,
  ),
  mistake(
    'guidance level for a person under medication',
    value(bloodPressureMedicine, cd('1', '2003')),
    'J004',
    '服薬',
    atValue,
  ),
  mistake('not judged although everything is there', value(level, cd('4', '3001')), 'J003', '判定', atValue),
  mistake('active support at 65', value(level, cd('1', '3001')), 'J004', '', atValue, 'detailed'),
  mistake(
    'questionnaire answer in words',
    value('9N716000000000011', st('いいえ')),
    'V004',
    'ST CD',
    atValue,
  ),
  mistake(
    'questionnaire answer out of its list',
    value('9N872000000000011', cd('4', '18030')),
    'C001',
    '4',
    atValue,
  ),
  mistake('questionnaire 0 and 1', value('9N716000000000011', cd('0', '2003')), 'C001', '0', atValue),
  mistake('illness recorded without saying which', value(history, cd('1', '2001')), 'M026', '既往歴', /./),
  mistake('symptoms without saying which', value(subjective, cd('1', '2001')), 'M027', '自覚症状', /./),
  mistake(
    'no illness but one is described',
    entries(observation('9N056160400000049', st('高血圧症'))),
    'K033',
    '既往歴',
    at,
  ),
  mistake(
    'medicine named although none is taken',
    entries(observation('9N701167000000049', st('アムロジピン'))),
    'K032',
    '服薬',
    at,
  ),
  mistake('LDL computed while TG is 400', value(fat, pq('450', 'mg/dL')), 'K021', '400', atValue, 'extended'),
  mistake(
    'LDL computed wrongly',
    value('3F077000002391901', pq('120', 'mg/dL')),
    'K022',
    'LDL',
    atValue,
    'extended',
  ),
  mistake(
    'total cholesterol below HDL',
    value('3F050000002327101', pq('40', 'mg/dL')),
    'K024',
    '総コレステロール',
    atValue,
    'extended',
  ),
  mistake(
    'Non-HDL below LDL',
    entries(quantity('3F069000002391901', '80', 'mg/dL', method('3F06910000'))),
    'K024',
    'Non-HDL',
    at,
  ),
  mistake('mandatory item missing: waist', without(waist), 'M004', '腹囲', /./),
  mistake('mandatory item missing: height', without(height), 'M001', '身長', /./),
  mistake('mandatory item missing: urine protein', without(urineProtein), 'M019', '尿蛋白', /./),
  mistake(
    'urine not done without a reason',
    item(urineGlucose, () => observationOf(urineGlucose, '', ' negationInd="true"')),
    'K028',
    '尿糖',
    /./,
  ),
  mistake(
    'urine not measurable without a reason',
    value(urineGlucose, '<value xsi:type="CO" nullFlavor="NI"/>'),
    'K028',
    '尿糖',
    /./,
  ),
  mistake(
    'reason for urine not done although it was done',
    entries(coded('9N512000000000011', '1', '24080')),
    'C012',
    '理由',
    at,
  ),
  mistake('smoking not answered', without(smoking), 'M025', '喫煙', /./),
  mistake(
    'medicines not answered',
    both(without('9N706000000000011'), without('9N711000000000011')),
    'M024',
    '服薬',
    /./,
  ),
  mistake('blood drawing time missing', without(drawn), 'M017', '採血時間', /./),
  mistake('metabolic syndrome not judged', without(metabolic), 'M020', 'メタボ', /./),
  mistake('doctor’s diagnosis missing', without(diagnosis), 'M022', '医師の診断', /./),
  mistake('AST and ALT under one code', itemCode(alt, ast), 'V003 M014', ast, at),
  mistake('dock without its mandatory items', without(ggt), 'M015', 'γ-GT', /./, 'dock'),
  mistake('dock without waist', without(waist), 'M004', '腹囲', /./, 'dock'),
];

function method(code: string): string {
  return `<methodCode code="${code}" codeSystem="1.2.392.200119.6.1007"/>`;
}

function observationOf(code: string, inner: string, attributes = ''): string {
  return `<observation classCode="OBS" moodCode="EVN"${attributes}><code code="${code}" codeSystem="1.2.392.200119.6.1005"/>${inner}</observation>`;
}
