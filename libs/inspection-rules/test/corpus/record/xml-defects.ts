import { inClaim, inResult } from '../../judge-record.js';
import { defect } from '../defect.js';
import { height } from '../items.js';
import { resultText, value } from '../observation-edits.js';
import type { Row } from '../defect.js';

/** Files that are no XML of this standard. */
export const xmlDefects: readonly Row[] = [
  defect(
    'XML 1.1',
    inResult('version="1.0"', 'version="1.1"'),
    'X001 return',
    'result',
    'XMLとして読めません',
  ),
  defect(
    '宣言の前に空行',
    resultText((t) => '\n' + t),
    'X001 return',
    'result',
    'XMLとして読めません',
  ),
  defect(
    'ルートが2つ',
    resultText((t) => t + '<ClinicalDocument xmlns="urn:hl7-org:v3"/>'),
    'X001 return',
    'result',
    'XMLとして読めません',
  ),
  defect(
    '結果がHTMLのエラー画面',
    resultText(() => '<!DOCTYPE html><html><body>500</body></html>'),
    'X002 return',
    'result',
    'DOCTYPE宣言',
  ),
  defect(
    '結果がJSON',
    resultText(() => '{"resourceType":"Bundle"}'),
    'X001 return',
    'result',
    'XMLとして読めません',
  ),
  defect(
    '結果がCSV',
    resultText(() => '保険者番号,記号,番号\n06139992,1,2\n'),
    'X001 return',
    'result',
    'XMLとして読めません',
  ),
  defect(
    '&nbsp;',
    inResult('架空練習Ａ保健センター', '架空&nbsp;練習'),
    'X001 return',
    'result',
    'XMLとして読めません',
  ),
  defect(
    '要素名のつづり誤り',
    inResult(/<(\/?)custodian>/g, '<$1custodien>'),
    'X007 return',
    'result ClinicalDocument/custodien',
    '要素 custodien',
  ),
  defect(
    '結果の要素の大文字小文字',
    inResult(/<(\/?)birthTime/g, '<$1BirthTime'),
    'X007 return',
    'result patient/BirthTime',
    '要素 BirthTime',
  ),
  defect(
    '値に引用符なし',
    inResult('<birthTime value="19670222"/>', '<birthTime value=19670222/>'),
    'X001 return',
    'result',
    'XMLとして読めません',
  ),
  defect(
    '決済の名前空間がない',
    inClaim(/ xmlns="[^"]*"/, ''),
    'X005 return',
    'claim checkupClaim',
    '名前空間',
  ),
  defect(
    '決済の名前空間がCDA',
    inClaim(/xmlns="[^"]*"/, 'xmlns="urn:hl7-org:v3"'),
    'X005 return',
    'claim checkupClaim',
    '名前空間 urn:hl7-org:v3',
  ),
  defect(
    '決済の名前空間がhttp',
    inClaim('https://www.mhlw', 'http://www.mhlw'),
    'X005 return',
    'claim checkupClaim',
    '名前空間',
  ),
  defect(
    '決済ファイルの中身が結果',
    (p) => ({ result: p.result, claim: p.result }),
    'X004 return',
    'claim ClinicalDocument',
    'ルート要素 ClinicalDocument',
  ),
  defect(
    '結果ファイルの中身が決済',
    (p) => ({ result: p.claim, claim: p.claim }),
    'X004 return',
    'result checkupClaim',
    'ルート要素 checkupClaim',
  ),
  defect(
    '結果ファイルの中身が別人の結果',
    { files: (all, p) => void all.set(p.result, all.get(p.neighbour.result)!) },
    'I023 return',
    'claim insuranceCard/number',
    '決済情報',
  ),
  defect(
    '結果に独自名前空間の要素',
    inResult('<text/>', '<text/><v:memo xmlns:v="urn:vendor">x</v:memo>'),
    'X007 return',
    'result section/memo',
    '要素 {urn:vendor}memo',
  ),
  defect(
    'xsi:typeの接頭辞が未宣言',
    value(height, '<value xsi:type="hl7:PQ" value="174.7" unit="cm"/>'),
    'X007 return',
    'result observation/value',
    '身長 hl7:PQ',
  ),
  defect(
    'xmlns:xsiの宣言がない',
    inResult(/ xmlns:xsi="[^"]*"/, ''),
    'X001 return',
    'result',
    'XMLとして読めません',
  ),
  defect(
    'xsiの名前空間が違う',
    inResult('http://www.w3.org/2001/XMLSchema-instance', 'http://www.w3.org/1999/XMLSchema-instance'),
    'X007 return',
    'result observation/value',
    '身長',
  ),
];
