import { describe, expect, it } from '@jest/globals';
import {
  both,
  type Case,
  inBoth,
  inClaim,
  inResult,
  judgeRecord,
  proveCases,
} from '../../../test/judge-record.js';

const card = '<number root="1.2.392.200119.6.205" extension="７２３１６９１４"/>';

const symbol = (value: string) => `<symbol root="1.2.392.200119.6.204" extension="${value}"/>`;
const idOf = (arc: string, value: string) => `<id root="1.2.392.200119.6.${arc}" extension="${value}"/>`;
const inPatient = (text: string) => inResult(/(?=<addr>架空県練習市)/, text);
const withSymbols = (inResultFile: string, inClaimFile = inResultFile) =>
  both(inPatient(idOf('204', inResultFile)), inClaim(card, `${symbol(inClaimFile)}${card}`));
const named = (name: string) => inBoth('ムハタゴサネヒコ', name);
const branch = (value: string) =>
  both(inResult(idOf('211', '01'), idOf('211', value)), inClaim('extension="01"', `extension="${value}"`));
const gender = (value: string) =>
  both(
    inResult('<administrativeGenderCode code="1"', `<administrativeGenderCode code="${value}"`),
    inClaim('<administrativeGender code="1"', `<administrativeGender code="${value}"`),
  );
const qualified = (value: string) => inPatient(idOf('206', value));
const union = inBoth('00011007', '06139992');

const telephone = (value: string) => inResult(/<telecom value="[^"]*"/, `<telecom value="${value}"`);

const cases: readonly Case[] = [
  ['I004', inResult('209.100011007', '209.100011015'), inResult('209.100011007', '209.111007')],
  [
    'I004',
    inResult(/(<scopingOrganization><id root="[\d.]+" extension=")00011007/, '$100011015'),
    inBoth('00011007', '00011015'),
  ],
  ['I004', inResult(/<scopingOrganization>[^]*?<\/scopingOrganization>/, ''), inBoth('00011007', '00011015')],
  ['I006', withSymbols('なし'), withSymbols('無双')],
  ['I006', withSymbols('－'), withSymbols('１－２')],
  ['I007', withSymbols('12'), withSymbols('１２')],
  ['I009', branch('１'), branch('00')],
  ['I012', named('ﾑﾊﾀｺﾞ'), named('ムハタゴー')],
  ['I012', named('架空花子'), named('ヴァン・ゴッホ')],
  ['I013', named('ムハタゴ　サネヒコ'), named('ムハタゴサネヒコ　')],
  ['I015', gender('3'), gender('2')],
  ['I015', inResult('119.6.1104', '119.6.1103'), gender('2')],
  [
    'I016',
    inResult('<postalCode>000-1275</postalCode>', ''),
    inResult('<postalCode>000-1275</postalCode>', '<postalCode>000-1276</postalCode>'),
  ],
  ['I016', inResult('000-1275', '-'), inResult('000-1275', '0001275')],
  ['I016', inResult('000-1275', '０００－１２７５'), inResult('000-1275', '000-1276')],
  ['I017', inBoth('000-1275', '000-0000'), inBoth('000-1275', '000-0001')],
  [
    'I017',
    inBoth('架空県練習市模擬町３－１３－２', '－'),
    inBoth('架空県練習市模擬町３－１３－２', '－－市'),
  ],
  ['I019', inBoth('4511000004', '4511000005'), inBoth('4511000004', '1310000011')],
  ['I019', inBoth('4511000004', '4811000001'), inBoth('4511000004', '5521111111')],
  ['I021', inBoth('4511000004', '5521111111'), inBoth('4511000004', '1310000011')],
  [
    'I024',
    inClaim('extension="７２３１６９１４"', 'extension="7231-6914"'),
    inBoth('extension="７２３１６９１４"', 'extension="７２３１"'),
  ],
  ['I030', inClaim('000-1275', '000-1276'), inBoth('000-1275', '000-1276')],
  ['I031', qualified('8'), qualified('7')],
  ['I031', qualified('1'), both(qualified('1'), union)],
  ['I031', both(qualified('7'), union), both(qualified('6'), union)],
  ['I032', inPatient(idOf('205', '１２３')), inPatient(idOf('299', '１２３'))],
  [
    'I032',
    inResult('</recordTarget>', '</recordTarget><recordTarget><patientRole/></recordTarget>'),
    inPatient(idOf('299', '１２３')),
  ],
  [
    'I033',
    inResult('<telecom value="tel:00-0000-4494"/>', '<telecom value="tel:"/>'),
    inResult('<telecom value="tel:00-0000-4494"/>', '<telecom value="tel:0"/>'),
  ],
  [
    'I033',
    inResult(/<representedOrganization>[^]*?<\/representedOrganization>/, ''),
    telephone('tel:0'),
    'guidance',
  ],
  ['I034', telephone('http://example.jp/'), telephone('tel:0312345678')],
  ['I034', telephone('00-0000-4494'), telephone('tel:')],
  ['I034', telephone('tel:０３－００００'), telephone('tel:03-0000'), 'guidance'],

  ['I001', inBoth('00011007', '0011007'), inBoth('00011007', '00011015')],
  ['I002', inBoth('00011007', '00011008'), inBoth('00011007', '00011015')],
  [
    'I005',
    inClaim('extension="７２３１６９１４"', 'extension="　"'),
    both(
      inResult('extension="７２３１６９１４"', 'extension="１"'),
      inClaim('extension="７２３１６９１４"', 'extension="１"'),
    ),
  ],
  ['I011', inResult('<name>ムハタゴサネヒコ</name>', '<name> </name>'), inBoth('ムハタゴサネヒコ', 'ア')],
  ['I014', inBoth('value="19670222"', 'value="18991231"'), inBoth('value="19670222"', 'value="19670228"')],
  ['I018', inBoth('4511000004', '451100000'), inBoth('4511000004', '4511000005')],
  ['I022', inClaim('00011007', '00011015'), inBoth('00011007', '00011015')],
  [
    'I023',
    inClaim('extension="７２３１６９１４"', 'extension="７２３１６９１５"'),
    inClaim('extension="７２３１６９１４"', 'extension="7231-6914"'),
  ],
  [
    'I025',
    inClaim('ムハタゴサネヒコ', 'ムハタゴサネヒク'),
    inClaim('ムハタゴサネヒコ', 'ムハタゴ　サネヒコ'),
  ],
  [
    'I026',
    inClaim('<administrativeGender code="1"/>', '<administrativeGender code="2"/>'),
    inBoth('19670222', '19670223'),
  ],
  ['I027', inClaim('4511000004', '4511000005'), inBoth('4511000004', '4511000005')],
  ['I028', inClaim('26172316915', '26172316916'), inBoth('26172316915', '26172316916')],
  [
    'I028',
    inClaim('6.209" extension="26', '6.209" extension="25'),
    inBoth('20270331', '20270330'),
    'guidance',
  ],
  ['I029', inClaim('20270331', '20270330'), inBoth('20270331', '20270330')],
];

describe('rules on identity', () => {
  proveCases(cases);

  it.each([['I010', { isBranchRequired: true }, inBoth('ムハタゴサネヒコ', 'ア')]] as const)(
    '%s asks only where the insurer wants it',
    async (rule, terms, spares) => {
      const fires = both(inResult(idOf('211', '01'), ''), inClaim(/<branchCode[^>]*>/, ''));
      const fired = await judgeRecord('checkup', fires, { settings: { terms } });
      expect(fired.findings.map((finding) => finding.rule)).toEqual([rule, rule]);
      for (const [edit, settings] of [
        [spares, { terms }],
        [fires, {}],
      ] as const) {
        const { findings } = await judgeRecord('checkup', edit, { settings });
        expect(findings.map((finding) => finding.rule)).not.toContain(rule);
      }
    },
  );

  it('takes the width of symbol and number from the terms', async () => {
    for (const [insuredWidth, expected] of [
      ['half', ['I007', 'I007']],
      ['any', []],
    ] as const) {
      const settings = { terms: { insuredWidth } };
      const { findings } = await judgeRecord('checkup', (pair) => pair, { settings });
      expect(findings.map(({ rule }) => rule)).toEqual(expected);
    }
  });

  it('returns a name in another script and warns of a doubtful mark', async () => {
    for (const [name, severity] of [
      ['架空花子', 'return'],
      ['ムハタゴ＝サネヒコ', 'warning'],
    ] as const) {
      const { findings } = await judgeRecord('checkup', named(name));
      expect(findings.find(({ rule }) => rule === 'I012')).toMatchObject({ severity });
    }
  });

  it('does not look at items of a pair that disagrees', async () => {
    const report = await judgeRecord(
      'checkup',
      both(
        inClaim('00011007', '00011015'),
        inClaim('<claimAmount value="6580"/>', '<claimAmount value="1"/>'),
      ),
    );
    expect(report.findings.map(({ rule }) => rule)).toEqual(['I022']);
  });

  it('sees a symbol that stands in one file only, and a ticket too', async () => {
    const symbol = '<symbol root="1.2.392.200119.6.204" extension="１"/>';
    const withSymbol = await judgeRecord('checkup', inClaim(card, `${symbol}${card}`));
    expect(withSymbol.findings.map(({ rule }) => rule)).toEqual(['I023']);
    const withoutTicket = await judgeRecord(
      'checkup',
      inClaim('<id root="1.2.392.200119.6.209" extension="26172316915"/>', ''),
    );
    expect(withoutTicket.findings.map(({ rule }) => rule)).toEqual(['I028']);
  });
});
