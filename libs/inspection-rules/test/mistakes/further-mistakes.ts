import { both, coded, type Edit, inBoth, inClaim, inResult, observation, quantity } from '../judge-record.js';
import { cd, entries, pq, resultText, section, st, value, without } from './edit-observation.js';
import { type Mistake, mistake } from './mistake.js';

const height = '9N001000000000001';
const weight = '9N006000000000001';
const waist = '9N016160100000001';
const systolic = '9A751000000000001';
const diastolic = '9A761000000000001';
const drawn = '9N141000000000011';
const hdl = '3F070000002327101';
const ldl = '3F077000002327101';
const fat = '3F015000002327101';
const ast = '3B035000002327201';
const glucose = '3D010000001926101';
const hba1c = '3D046000001906202';
const diagnosis = '9N511000000000049';
const smoking = '9N736000000000011';
const metabolic = '9N501000000000011';
const level = '9N506000000000011';
const history = '9N056000000000011';
const method = (code: string) => `<methodCode code="${code}" codeSystem="1.2.392.200119.6.1007"/>`;
const at = /entry(\[\d+\])?\/observation/;
const atValue = /observation(\/value(\[\d\])?)?$/;
const noGroups: Edit = inResult(
  /<entry><observation [^>]*><code nullFlavor="NA"\/>[^]*<\/section>/,
  '</section>',
);

/** Mistakes of a second round, written down before any of them was tried. */
export const furtherMistakes: readonly Mistake[] = [
  mistake(
    'waist measured and told differ',
    entries(quantity('9N016160200000001', '80.0', 'cm', method('9N01610000'))),
    'K005',
    '腹囲',
    at,
  ),
  mistake(
    'random triglyceride of a fasting person',
    value(drawn, cd('2', '2202')),
    'K012',
    '随時中性脂肪',
    at,
    'dock',
  ),
  mistake(
    'both kinds of triglyceride',
    entries(quantity('3F015129902327101', '190', 'mg/dL', method('3F01510000'))),
    'K019',
    '中性脂肪',
    at,
  ),
  mistake(
    'both kinds of glucose',
    entries(quantity('3D010129901926101', '120', 'mg/dL', method('3D01010000'))),
    'K018',
    '血糖',
    at,
  ),
  mistake(
    'only Non-HDL of a fasting person',
    both(without(ldl), entries(quantity('3F069000002391901', '150', 'mg/dL', method('3F06910000')))),
    'K020',
    'Non-HDL',
    at,
  ),
  mistake(
    'reason for urine out of its list',
    both(
      value('1A020000000191111', '<value xsi:type="CO" nullFlavor="NI"/>'),
      entries(coded('9N512000000000011', '9', '24080')),
    ),
    'C001',
    '理由 9',
    at,
  ),
  mistake(
    'a question not measurable',
    value(smoking, '<value xsi:type="CD" nullFlavor="NI"/>'),
    'M025',
    '喫煙 測定不可能',
    at,
  ),
  mistake(
    'the diagnosis not measurable',
    value(diagnosis, '<value xsi:type="ST" nullFlavor="NI"/>'),
    'M022',
    '医師の診断 測定不可能',
    at,
  ),
  mistake(
    'the judgement not measurable',
    value(metabolic, '<value xsi:type="CD" nullFlavor="NI"/>'),
    'M020',
    'メタボ',
    at,
  ),
  mistake('guidance level missing', without(level), 'M021', '保健指導レベル', /section/),
  mistake('active support for a person of 66', inBoth('19670222', '19600222'), 'J005', '積極的支援', at),
  mistake('weight with its point moved', value(weight, pq('8.25', 'kg')), 'V015', '体重 8.25', atValue),
  mistake('HbA1c with its point moved', value(hba1c, pq('0.55', '%')), 'V015', 'HbA1c 0.55', atValue),
  mistake('HDL with its point moved', value(hdl, pq('4.6', 'mg/dL')), 'V015', 'HDL 4.6', atValue),
  mistake('AST a thousand times', value(ast, pq('44000', 'U/L')), 'V015', 'AST 44000', atValue),
  mistake(
    'diastolic pressure with a digit too many',
    value(diastolic, pq('660', 'mm[Hg]')),
    'V015',
    '拡張期 660',
    atValue,
  ),
  mistake('systolic pressure 0', value(systolic, pq('0', 'mm[Hg]')), 'V016', '収縮期', atValue),
  mistake('unit as one character: ㎝', value(height, pq('174.7', '㎝')), 'V005', '㎝', atValue),
  mistake('unit as one character: ㎏', value(weight, pq('82.5', '㎏')), 'V005', '㎏', atValue),
  mistake('full-width per cent', value(hba1c, pq('5.5', '％')), 'V005', '％', atValue),
  mistake('mmHg in capitals', value(systolic, pq('116', 'MMHG')), 'V005', 'MMHG', atValue),
  mistake('unit inside the number', value(height, pq('174.7cm', 'cm')), 'X007', '身長 174.7cm', atValue),
  mistake(
    'number as content of the element',
    value(height, '<value xsi:type="PQ">174.7</value>'),
    'X007',
    '174.7',
    atValue,
  ),
  mistake(
    'code as content of the element',
    value(history, '<value xsi:type="CD">2</value>'),
    'X007',
    '2',
    atValue,
  ),
  mistake(
    'number without its attribute',
    value(height, '<value xsi:type="PQ" unit="cm"/>'),
    'V006',
    '身長',
    atValue,
  ),
  mistake(
    'attribute of another name',
    value(height, '<value xsi:type="PQ" val="174.7" unit="cm"/>'),
    'X007',
    'val',
    atValue,
  ),
  mistake(
    'codeSystem as a URN',
    value(history, '<value xsi:type="CD" code="2" codeSystem="urn:oid:1.2.392.200119.6.2001"/>'),
    'X007',
    '既往歴 コード体系',
    atValue,
  ),
  mistake(
    'codeSystem by its name',
    value(history, '<value xsi:type="CD" code="2" codeSystem="有無コード"/>'),
    'X007',
    '既往歴 コード体系',
    atValue,
  ),
  mistake(
    'true for yes',
    value(smoking, '<value xsi:type="BL" value="true"/>'),
    'V004',
    'BL CD 喫煙',
    atValue,
  ),
  mistake('a fraction', value(glucose, pq('104/1', 'mg/dL')), 'X007', '血糖 104/1', atValue),
  mistake('two points in a number', value(hba1c, pq('5.5.', '%')), 'X007', 'HbA1c 5.5.', atValue),
  mistake('a sign in front of the number', value(hba1c, pq('+5.5', '%')), 'V006', 'HbA1c +5.5', atValue),
  mistake('infinity', value(hba1c, pq('INF', '%')), 'V006', 'HbA1c INF', atValue),
  mistake(
    'an ECG under additional items for a person of the details',
    both(
      noGroups,
      section(
        '01990',
        wrapped(
          member('COMP', '9A110160700000011', cd('2', '2002')),
          member('RSON', '9A110161600000011', cd('1', '18120')),
        ),
      ),
    ),
    'E005 E006 E007',
    '心電図',
    at,
    'detailed',
  ),
  mistake('details claimed, none recorded', noGroups, 'E006 E007', '請求区分', /claimType/, 'detailed'),
  mistake('fundus without saying for whom', fundus(), 'E003 E006 E007', '眼底 対象者', at, 'detailed'),
  mistake(
    'fundus by a word',
    value('9A110160700000011', cd('異常なし', '2002')),
    'C001',
    '心電図 異常なし',
    atValue,
    'detailed',
  ),
  mistake(
    'reason of the ECG as a code',
    value('9A110161000000049', cd('1', '18120')),
    'V004',
    '心電図 CD ST',
    atValue,
    'detailed',
  ),
  mistake('author without time', inResult(/<author><time [^>]*>\n/, '<author>'), 'X007', 'time', /author/),
  mistake(
    'performer missing',
    inResult(/<performer typeCode="PRF">[^]*?<\/performer>\n?/, ''),
    'I018',
    '機関番号',
    /./,
  ),
  mistake(
    'two tickets',
    inResult(/(<participant typeCode="HLD">[^]*?<\/participant>\n)/, '$1$1'),
    'I032',
    '券',
    /participant/,
  ),
  mistake(
    'two events',
    inResult(/(<documentationOf>[^]*<\/documentationOf>)/, '$1$1'),
    'I032',
    'documentationOf',
    /documentationOf/,
  ),
  mistake('a bare & in the address', inResult('架空県練習市', '架空県&練習市'), 'X001', '&', /^/),
  mistake('&nbsp; in the diagnosis', value(diagnosis, st('経過&nbsp;観察')), 'X001', '文字参照', /^/),
  mistake('a bare < in the diagnosis', value(diagnosis, st('ＨｂＡ１ｃ<5.6')), 'X001', '<', /^/),
  mistake(
    'cut off in the middle',
    resultText((text) => text.slice(0, 9000)),
    'X001',
    '切れて',
    /^/,
  ),
  mistake('an element not closed', inResult('</patient>', ''), 'X001', 'タグ', /^/),
  mistake(
    'a section inside a section',
    inResult(
      '</section>',
      '<component><section><code code="01990" codeSystem="1.2.392.200119.6.1010"/><text/></section></component></section>',
    ),
    'X007',
    'component',
    /section/,
  ),
  mistake(
    'an observation without its entry',
    inResult(
      '</section>',
      `${observation('9N021000000000001', pq('88', 'cm2')).replace(/<\/?entry>/g, '')}</section>`,
    ),
    'X007',
    'observation',
    /observation/,
  ),
  mistake(
    'the document twice',
    resultText((text) => text + text.replace(/<\?xml[^>]*>/, '')),
    'X001',
    'ルート要素',
    /^/,
  ),
  mistake(
    'an HL7 version 2 message',
    resultText(() => 'MSH|^~\\&|KENSHIN|CLINIC\rPID|1||0001\r'),
    'X001',
    '',
    /^/,
  ),
  mistake(
    'the claim in place of the result',
    ({ claim }) => ({ result: claim, claim }),
    'X004',
    'ルート要素 checkupClaim',
    /checkupClaim/,
  ),
  mistake(
    'sex swapped with the branch',
    inResult('code="1" codeSystem="1.2.392.200119.6.1104"', 'code="01" codeSystem="1.2.392.200119.6.1104"'),
    'I015',
    '性別 01',
    /administrativeGenderCode/,
  ),
  mistake(
    'symbol and number in one field',
    both(
      inResult(/<id root="1.2.392.200119.6.204"[^>]*>\n/, ''),
      inResult(/(205" extension=")/, '$1１２３・'),
    ),
    'I023',
    '記号',
    /insuranceCard|symbol/,
    'extended',
  ),
  mistake(
    'insured number with its branch',
    inResult('extension="７２３１６９１４"', 'extension="７２３１６９１４０１"'),
    'I023',
    '番号',
    /number/,
  ),
  mistake(
    'expiry of the ticket before the fiscal year',
    inBoth('20270331', '20260331'),
    'T007',
    '有効期限',
    /./,
  ),
  mistake(
    'the name with its title',
    inBoth('ムハタゴサネヒコ', 'ムハタゴサネヒコサマ様'),
    'I012',
    '氏名',
    /name/,
  ),
  mistake(
    'a title in place of the doctor’s name',
    inResult('<name>架空練習医師</name>', '<name>医師</name>'),
    'M023',
    '医師の氏名',
    /name/,
  ),
  mistake('waist of 300', value(waist, pq('300', 'cm')), 'V015', '腹囲 300', atValue),
  mistake('LDL below its possible', value(ldl, pq('1', 'mg/dL')), 'V015', 'LDL 1', atValue),
  mistake('triglyceride of zeros', value(fat, pq('000', 'mg/dL')), 'V016', '中性脂肪', atValue),
  mistake(
    'provider number under the root of insurers',
    inResult(/(performer typeCode[^]*?<id root="1.2.392.200119.6.)102/, '$1101'),
    'I018',
    '機関番号',
    /./,
  ),
  mistake(
    'claim of last year’s format',
    inClaim('0000161103', '0000099638'),
    'X005',
    '名前空間',
    /checkupClaim/,
  ),
];

function member(relation: string, code: string, inner: string): string {
  return `<entryRelationship typeCode="${relation}"><observation classCode="OBS" moodCode="EVN"><code code="${code}" codeSystem="1.2.392.200119.6.1005"/>${inner}</observation></entryRelationship>`;
}
function wrapped(...members: readonly string[]): string {
  return `<entry><observation classCode="OBS" moodCode="EVN"><code nullFlavor="NA"/>${members.join('')}</observation></entry>`;
}
function fundus(): Edit {
  return entries(
    wrapped(
      member('COMP', '9E100166000000011', cd('1', '2110', 'CO')),
      member('RSON', '9E100161000000049', st('血糖高値のため')),
    ),
  );
}
