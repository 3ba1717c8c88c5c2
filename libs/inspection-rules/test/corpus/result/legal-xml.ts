import { both, inResult } from '../../judge-record.js';
import { legal } from '../defect.js';
import { diagnosis, height } from '../items.js';
import { item, resultText, st, value, prefixed } from '../observation-edits.js';
import type { Row } from '../defect.js';

/** Ways to write the XML of a result that are unusual but right. */
export const legalXml: readonly Row[] = [
  legal('elements under a prefix', prefixed),
  legal(
    'the displayName of the gender',
    inResult('codeSystem="1.2.392.200119.6.1104"', 'codeSystem="1.2.392.200119.6.1104" displayName="男性"'),
  ),
  legal(
    'another prefix for xsi',
    resultText((text) => text.replaceAll('xsi:', 'i:').replace('xmlns:xsi', 'xmlns:i')),
  ),
  legal(
    'the namespace declared again in the middle',
    inResult('<structuredBody>', '<structuredBody xmlns="urn:hl7-org:v3">'),
  ),
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
    'displayName of the institution’s own',
    item(height, (o) => o.replace(`<code code="${height}"`, `<code code="${height}" displayName="身長(cm)"`)),
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
];
