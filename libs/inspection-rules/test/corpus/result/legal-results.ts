import { both, coded, inBoth, inClaim, inResult, observation, quantity } from '../../judge-record.js';
import { legal } from '../defect.js';
import { flattened } from '../detail-edits.js';
import { bmi, diagnosis, ggt, glucose, hba1c, height, waist, weight } from '../items.js';
import {
  afterValue,
  cd,
  entries,
  item,
  localItem,
  pq,
  range,
  resultText,
  section,
  st,
  value,
  valueAttribute,
  without,
} from '../observation-edits.js';
import type { Row } from '../defect.js';

/** Contents of a result that are unusual but right. */
export const legalResults: readonly Row[] = [
  legal(
    'a whole number where decimals may stand',
    both(value(height, pq('175', 'cm')), value(weight, pq('82.7', 'kg'))),
  ),
  legal('no medicine, and said to be none', entries(observation('9N701167000000049', st('服用なし')))),
  legal('no illness, and said to be none', entries(observation('9N056160400000049', st('特記事項なし')))),
  legal('leading zeros', value(ggt, pq('0109', 'U/L'))),
  legal(
    'reference range and interpretation',
    item(ggt, (o) =>
      o
        .replace(
          '<methodCode',
          '<interpretationCode code="H" codeSystem="2.16.840.1.113883.5.83"/><methodCode',
        )
        .replace('</observation>', `${range('10', '80', 'U/L')}</observation>`),
    ),
  ),
  legal('a reference range with its upper end alone', afterValue(ggt, range(null, '200', 'U/L'))),
  legal(
    'an item that is not mandatory, not done',
    entries(observation('3C020000002327101', '', ' negationInd="true"')),
  ),
  legal(
    'an item that is not mandatory, not measurable',
    section('01990', observation('3C020000002327101', '<value xsi:type="PQ" nullFlavor="NI"/>')),
  ),
  legal(
    'local items in their section',
    section('01990', localItem('1205', 'LOCAL00000000001'), localItem('1205', 'LOCAL00000000002')),
  ),
  legal(
    'urine not measured, with the reason',
    both(
      value('1A020000000191111', '<value xsi:type="CO" nullFlavor="NI"/>'),
      value('1A010000000191111', '<value xsi:type="CO" nullFlavor="NI"/>'),
      entries(coded('9N512000000000011', '2', '24080')),
    ),
  ),
  legal('HbA1c alone', without(glucose)),
  legal('fasting glucose alone', without(hba1c)),
  legal(
    'visceral fat instead of the waist',
    both(without(waist), entries(quantity('9N021000000000001', '120', 'cm2'))),
  ),
  legal(
    'waist left out below a BMI of 20',
    both(
      without(waist),
      value(weight, pq('58.0', 'kg')),
      value(bmi, pq('19.0', 'kg/m2')),
      value('9N501000000000011', cd('3', '1008')),
      value('9N506000000000011', cd('3', '3001')),
    ),
  ),
  legal(
    'drinks nothing and leaves the amount out',
    both(value('9N786000000000011', cd('8', '24040')), without('9N791000000000011')),
  ),
  legal('CD written as CO', valueAttribute('9N056000000000011', 'xsi:type', 'CO')),
  legal('a name with a long vowel and small letters', inBoth('ムハタゴサネヒコ', 'ヴァンデルヴォートゥー')),
  legal('a postal code without hyphen', inResult('000-1275', '0001275')),
  legal('full-width and half-width digits of the insured number', inClaim('７２３１６９１４', '72316914')),
  legal('the doctor with a space between the names', inResult('架空練習医師', '架空　練習')),
  legal('the doctor by one name', inResult('架空練習医師', '架空')),
  legal(
    'another institution has made the file',
    inResult(/(<author>[^]*?extension=")4511000004/, '$11310000011'),
  ),
  legal(
    'a name of the custodian',
    inResult(
      '<representedCustodianOrganization><id nullFlavor="NI"/>',
      '<representedCustodianOrganization><id nullFlavor="NI"/><name>架空練習Ａ保健センター</name>',
    ),
  ),
  legal(
    'the qualification of 国保',
    inResult(
      '<id root="1.2.392.200119.6.205"',
      '<id root="1.2.392.200119.6.206" extension="7"/><id root="1.2.392.200119.6.205"',
    ),
  ),
  legal(
    'a long diagnosis',
    value(diagnosis, st('血圧が高めです。減塩と運動を続け、三か月後に再検査を受けてください。'.repeat(3))),
  ),
  legal('a short diagnosis', value(diagnosis, st('異常なし'))),
  legal('a diagnosis with signs', value(diagnosis, st('ＨｂＡ１ｃ≧５．６％、要再検①'))),
  legal(
    '75 years old later in the fiscal year',
    both(inBoth('19670222', '19520115'), value('9N506000000000011', cd('2', '3001'))),
  ),
  legal('a checkup on the last day of the ticket', inBoth('20270331', '20261026')),
  legal('members of a group as plain entries', resultText(flattened), { on: 'detailed' }),
];
