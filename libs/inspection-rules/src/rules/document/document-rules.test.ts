import { describe, expect, it } from '@jest/globals';
import { v3Namespace, v4Namespace } from '@daiko/exchange-format';
import {
  both,
  type Case,
  inBoth,
  inClaim,
  inResult,
  judgeRecord,
  proveCases,
} from '../../../test/judge-record.js';
import type { DocumentFacts } from '../../document-facts.js';
import type { Facts } from '../../frame.js';
import { x007 } from './x007-schema-is-kept.js';

const examOn = (date: string) => inResult('value="20261026"', `value="${date}"`);
/** Smoking and drinking by the codes of before, so that no item is of the fourth period. */
const thirdPeriodAnswers = inResult(/6\.240[456]0"/g, '6.2003"');
const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

const address = '架空県練習市模擬町３－１３－２';
const diagnosis = '生活習慣の改善に努めてください';
const schemaAt = (location: string) =>
  inResult('<ClinicalDocument ', `<ClinicalDocument xsi:schemaLocation="urn:hl7-org:v3 ${location}" `);
const section = (code: string) =>
  inResult('</structuredBody>', `<component><section>${code}<text/></section></component></structuredBody>`);
const additional = '<code code="01990" codeSystem="1.2.392.200119.6.1010"/>';

const cases: readonly Case[] = [
  ['X008', inBoth(address, 'あ'.repeat(41)), inBoth(address, 'あ'.repeat(40))],
  ['X008', inResult(diagnosis, 'あ'.repeat(129)), inResult(diagnosis, `${'あ'.repeat(127)}a1`)],
  [
    'X008',
    inResult('>架空動機付けコース<', `>${'あ'.repeat(129)}<`),
    inResult('>架空動機付けコース<', '>あ<'),
    'guidance',
  ],
  ['X009', inResult(diagnosis, '𠮷野'), inResult(diagnosis, '髙﨑①Ⅲ㈱〜－ｶﾅ')],
  ['X009', inBoth(address, '架空県😀'), inBoth(address, '架空県纊')],
  [
    'X011',
    inClaim(declaration, `${declaration}<?style none?>`),
    inClaim(declaration, `${declaration}<!-- ? -->`),
  ],
  ['X011', schemaAt('http://example.com/hc08_V08.xsd'), schemaAt('../XSD/hc08_V08.xsd')],
  ['X012', both(examOn('20240331'), thirdPeriodAnswers), both(examOn('20240401'), thirdPeriodAnswers)],
  ['X012', inResult('>20261103<', '>20240331<'), inResult('>20261103<', '>20240401<'), 'guidance'],
  ['X013', section(''), section(additional)],
  ['X013', section('<code code="01010" codeSystem="1.2.392.200119.6.1010"/>'), section(additional)],
  [
    'X013',
    inResult('<code code="90010"', '<code code="01010"'),
    inResult('<code code="90010"', '<code code="90020"'),
    'guidance',
  ],
  [
    'X014',
    inResult('<code code="9N001000000000001"', '<code nullFlavor="NI"'),
    inResult('<code code="9N001000000000001"', '<code displayName="身長" code="9N001000000000001"'),
  ],
  [
    'X014',
    inResult('<code code="9N001000000000001"', '<code nullFlavor="NA"'),
    inResult('<code code="9N001000000000001"', '<code displayName="身長" code="9N001000000000001"'),
  ],
  [
    'X016',
    inResult('typeCode="HLD"', 'typeCode="IND"'),
    inResult('typeCode="HLD"', 'typeCode="HLD" contextControlCode="OP"'),
  ],
  [
    'X015',
    inResult('typeCode="COMP"', 'typeCode="REFR"'),
    inResult('typeCode="COMP"', 'typeCode="RSON"'),
    'detailed',
  ],

  [
    'X001',
    inClaim('</settlement>', '</setlement>'),
    inClaim('</settlement>', '<!-- a comment --></settlement>'),
  ],
  [
    'X002',
    inClaim(declaration, `${declaration}<!DOCTYPE a>`),
    inClaim(declaration, `${declaration}<!-- DOCTYPE -->`),
  ],
  [
    'X003',
    inResult('encoding="UTF-8"', 'encoding="Shift_JIS"'),
    inResult('encoding="UTF-8"', 'encoding="utf-8"'),
  ],
  ['X004', inClaim(/checkupClaim/g, 'otherClaim'), inClaim(declaration, '')],
  ['X005', inResult('urn:hl7-org:v3', 'urn:hl7-org:v2'), inResult(declaration, '')],
  ['X006', inClaim(v4Namespace, v3Namespace), inClaim(declaration, '')],
  [
    'X007',
    inClaim('<claimType code="1"/>', '<claimType code="9"/>'),
    inClaim('<claimType code="1"/>', '<!-- --><claimType code="1"></claimType>'),
  ],
  ['X010', inResult('架空', '\ue000'), inResult('架空', '髙﨑')],
];

describe('rules on XML', () => {
  proveCases(cases);

  it('names the length, the limit and the character, never the text', async () => {
    const edit = both(inBoth(address, 'あ'.repeat(41)), inResult(diagnosis, '𠮷野'));
    const { findings } = await judgeRecord('checkup', edit);
    expect(findings.find(({ rule }) => rule === 'X008')).toMatchObject({ value: '82', expected: '80' });
    expect(findings.find(({ rule }) => rule === 'X009')!.message.en).toContain('U+20BB7');
  });

  it.each([
    ['\ue001', 'U+E001', '外字'],
    ['\udb80\udc00', 'U+F0000', '外字'],
    ['\u0007', 'U+0007', '制御文字'],
    ['\ufdd0', 'U+FDD0', '文字でない'],
  ])('says which character may not be used: %j', async (character, code, kind) => {
    const { findings } = await judgeRecord('checkup', inResult('架空', character));
    expect(findings).toEqual([expect.objectContaining({ rule: 'X010', value: code })]);
    expect(findings[0]!.message.ja).toContain(kind);
  });

  it('only mentions a byte order mark', async () => {
    const report = await judgeRecord('checkup', inClaim(declaration, `\ufeff${declaration}`));
    expect(report.verdict).toBe('accepted');
    expect(report.findings.map(({ rule, severity }) => [rule, severity])).toContainEqual(['X003', 'info']);
  });

  it('stops at a file that cannot be read and says that no return can be written into it', async () => {
    const report = await judgeRecord('checkup', inClaim('</settlement>', ''));
    expect(report).toMatchObject({
      verdict: 'returned',
      returnReason: '01',
      returnText: '[X001]XMLの構文誤りです。',
      isReadable: false,
      claimFacts: null,
    });
    expect(report.findings.map(({ rule }) => rule)).toEqual(['X001']);
  });

  it('says what breaks the schema, where, and what is expected, and goes no deeper', async () => {
    const report = await judgeRecord('checkup', inClaim('<claimType code="1"/>', '<claimType code="9"/>'));
    expect(report).toMatchObject({
      verdict: 'returned',
      returnReason: '01',
      returnText: '[X007]様式（XSD）に合っていません。',
      isReadable: false,
    });
    expect(report.findings).toHaveLength(1);
    expect(report.findings[0]).toMatchObject({
      xpath: '/checkupClaim/settlement/claimType',
      value: '9',
      expected: '1, 2, 3, 4, 5',
      message: {
        ja: '請求区分のコードが「9」で、様式に合いません（要素「claimType」の属性「code」、正: 1, 2, 3, 4, 5）。',
        en: 'Kind of claim: the attribute "code" of "claimType" is "9", which is not as the schema demands (expected: 1, 2, 3, 4, 5).',
      },
    });
  });

  it('leaves a claim readable whose result alone breaks the schema', async () => {
    const report = await judgeRecord('checkup', inResult(' moodCode="EVN"', ''));
    expect(report).toMatchObject({ verdict: 'returned', isReadable: true });
    expect(report.findings.map(({ rule }) => rule)).toEqual(['X007']);
  });

  it('is a fault of ours, never a pass, where the schema cannot be asked', () => {
    const document = { schemaErrors: null } as DocumentFacts;
    expect(() => x007.check(document, {} as Facts, () => undefined)).toThrow();
  });

  it('takes the third period as a query where the settings say so', async () => {
    const settings = { severities: { X006: 'query' } } as const;
    const report = await judgeRecord('checkup', inClaim(v4Namespace, v3Namespace), { settings });
    expect(report).toMatchObject({ verdict: 'query', isReadable: false });
    expect(report.claimFacts).not.toBeNull();
  });
});
