import { both, coded, type Edit, inBoth, inClaim, inResult, observation, quantity } from '../judge-record.js';
import {
  afterValue,
  cd,
  entries,
  item,
  pq,
  resultText,
  section,
  st,
  value,
  valueAttribute,
  without,
} from './edit-observation.js';
import { legal, type Mistake } from './mistake.js';

const height = '9N001000000000001';
const weight = '9N006000000000001';
const bmi = '9N011000000000001';
const waist = '9N016160100000001';
const ggt = '3B090000002327101';
const hba1c = '3D046000001906202';
const glucose = '3D010000001926101';
const diagnosis = '9N511000000000049';

/** Every element of the result under a prefix instead of the default namespace. */
const prefixed: Edit = resultText((text) =>
  text
    .replace('xmlns="urn:hl7-org:v3"', 'xmlns:cda="urn:hl7-org:v3"')
    .replace(/<(\/?)([A-Za-z])/g, '<$1cda:$2')
    .replace(/xsi:type="/g, 'xsi:type="cda:'),
);

/** The members of every group as entries of their own, as some exporters write them. */
function flattened(text: string): string {
  return text
    .replace(/<entry><observation [^>]*><code nullFlavor="NA"\/>\n/g, '')
    .replace(/<entryRelationship typeCode="[A-Z]+">/g, '<entry>')
    .replace(/<\/entryRelationship>/g, '</entry>')
    .replace(/<\/entry>\n<\/observation>\n<\/entry>/g, '</entry>');
}

/** Writings of a result that are unusual but right. */
export const legalResults: readonly Mistake[] = [
  legal('elements under a prefix', prefixed),
  legal(
    'another prefix for xsi',
    resultText((text) => text.replaceAll('xsi:', 'i:').replace('xmlns:xsi', 'xmlns:i')),
  ),
  legal(
    'the namespace declared again in the middle',
    inResult('<structuredBody>', '<structuredBody xmlns="urn:hl7-org:v3">'),
  ),
  legal('a telephone without tel:', inResult(/value="tel:/g, 'value="')),
  legal('comments between elements', inResult(/\n<entry>/g, '\n<!-- 検査結果 -->\n<entry>')),
  legal(
    'single quotes',
    resultText((text) => text.replace(/="([^"]*)"/g, "='$1'")),
  ),
  legal(
    'CRLF',
    resultText((text) => text.replace(/\n/g, '\r\n')),
  ),
  legal(
    'no line breaks',
    resultText((text) => text.replace(/>\n</g, '><')),
  ),
  legal(
    'indented',
    resultText((text) => text.replace(/\n</g, '\n        <')),
  ),
  legal('no declaration', inResult('<?xml version="1.0" encoding="UTF-8"?>\n', '')),
  legal('standalone', inResult('encoding="UTF-8"?>', 'encoding="utf-8" standalone="yes"?>')),
  legal(
    'a byte order mark',
    resultText((text) => `\uFEFF${text}`),
  ),
  legal(
    'a stylesheet',
    inResult('<ClinicalDocument', '<?xml-stylesheet type="text/xsl" href="hc08.xsl"?>\n<ClinicalDocument'),
  ),
  legal(
    'schemaLocation',
    inResult(
      '<ClinicalDocument ',
      '<ClinicalDocument xsi:schemaLocation="urn:hl7-org:v3 ../XSD/hc08_V08.xsd" ',
    ),
  ),
  legal(
    'attributes in another order',
    inResult(/xsi:type="PQ" value="([^"]*)" unit="([^"]*)"/g, 'unit="$2" value="$1" xsi:type="PQ"'),
  ),
  legal('elements closed by an end tag', inResult(/<birthTime ([^>]*)\/>/, '<birthTime $1></birthTime>')),
  legal('characters by number', value(diagnosis, st('&#x7D4C;&#36942;観察'))),
  legal('CDATA', value(diagnosis, st('<![CDATA[経過観察]]>'))),
  legal(
    'a title',
    inResult(
      '<effectiveTime value="20261124"/>',
      '<title>特定健診結果報告書</title><effectiveTime value="20261124"/>',
    ),
  ),
  legal(
    'the language',
    inResult(
      '<confidentialityCode code="N"/>',
      '<confidentialityCode code="N"/><languageCode code="ja-JP"/>',
    ),
  ),
  legal(
    'a title and a narrative of the section',
    inResult('<text/>', '<title>特定健診</title><text><list><item>身長 174.7cm</item></list></text>'),
  ),
  legal(
    'displayName of item and code',
    both(
      item('9N056000000000011', (o) =>
        o.replace('<code code="9N056000000000011"', '<code code="9N056000000000011" displayName="既往歴"'),
      ),
      item('9N501000000000011', (o) =>
        o.replace('code="2" codeSystem', 'code="2" displayName="予備群該当" codeSystem'),
      ),
    ),
  ),
  legal(
    'codeSystem of the item left to its default',
    item(height, (o) => o.replace(' codeSystem="1.2.392.200119.6.1005"', '')),
  ),
  legal(
    'negationInd false',
    item(height, (o) => o.replace('moodCode="EVN"', 'moodCode="EVN" negationInd="false"')),
  ),
  legal(
    'effectiveTime of an item on the day',
    item(height, (o) => o.replace('<value', '<effectiveTime value="20261026"/><value')),
  ),
  legal(
    'a status',
    item(height, (o) => o.replace('<value', '<statusCode code="completed"/><value')),
  ),
  legal(
    'a whole number where decimals may stand',
    both(value(height, pq('175', 'cm')), value(weight, pq('82.7', 'kg'))),
  ),
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
    section('01990', localItem('LOCAL00000000001'), localItem('LOCAL00000000002')),
  ),
  legal(
    'urine not measured, with the reason',
    both(
      value('1A020000000191111', '<value xsi:type="CO" nullFlavor="NI"/>'),
      value('1A010000000191111', '<value xsi:type="CO" nullFlavor="NI"/>'),
      entries(coded('9N512000000000011', '1', '24080')),
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
  legal('members of a group as plain entries', resultText(flattened), 'detailed'),
];

function range(low: string | null, high: string, unit: string): string {
  const from = low === null ? '' : `<low value="${low}" unit="${unit}"/>`;
  return `<referenceRange><observationRange classCode="OBS" moodCode="EVN.CRT"><value xsi:type="IVL_PQ">${from}<high value="${high}" unit="${unit}"/></value></observationRange></referenceRange>`;
}

function localItem(code: string): string {
  return `<entry><observation classCode="OBS" moodCode="EVN"><code code="${code}" codeSystem="1.2.392.200119.6.1205" displayName="架空の検査"/><value xsi:type="ST">所見なし</value></observation></entry>`;
}
