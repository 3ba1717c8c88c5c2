import { describe, expect, it } from '@jest/globals';
import { day, form, given, noted, planned, without, withoutSection } from '../../../test/guidance-edits.js';
import { both, type Case, inBoth, inResult, judgeRecord, proveCases } from '../../../test/judge-record.js';

const checkupDate = (to: string) => noted('1020000004', to);
const planAct = /<entry><act classCode="ACT" moodCode="INT">[^]*?<\/entry>/;
const secondHalf =
  /(<code code="90030"[^]*?<text\/>\s*)<entry><act classCode="ACT" moodCode="EVN">[^]*?<\/entry>/;
const interviewer = (to: string) =>
  inResult(/(<code code="90030"[^]*?<code code=")\d(" codeSystem="1\.2\.392\.200119\.6\.3020")/, `$1${to}$2`);
const minutes =
  /(<entryRelationship typeCode="COMP"><observation [^>]*><code code="1022000013"[^]*?<\/entryRelationship>)/;
const service = (to: string) => inResult(/(<serviceEvent>[^]*?<effectiveTime value=")\d+/, `$1${to}`);
const pressure = (end: string, value: number) =>
  `<entryRelationship typeCode="COMP"><observation classCode="OBS" moodCode="EVN"><code code="10420010${end}" codeSystem="1.2.392.200119.6.1006"/><value xsi:type="PQ" value="${value}" unit="mm[Hg]"/></observation></entryRelationship>`;
const withoutDay = inResult(/(<code code="90030"[^]*?)<effectiveTime value="\d+"\/>/, '$1');

// 'active': checkup of 2026-09-25, group interview of 96 minutes on 2026-11-14; plan: 40 + 260 = 300 points.
// 'split': ① on 2026-10-23, ② on 2026-10-26.
const cases: readonly Case[] = [
  ['G002', withoutSection('90030'), withoutSection('90070'), 'active'],
  ['G002', withoutSection('90060'), day('90060', '20261025'), 'evaluated'],
  ['G002', both(withoutSection('90040'), withoutSection('90070')), given('1032300013', '14'), 'ended'],
  ['G002', withoutSection('90020'), form('90020', '2'), 'unfinished'],
  ['G003', withoutSection('90070'), given('1041020010', '39'), 'active'],
  ['G003', inResult(planAct, ''), given('1021000020', '13'), 'active'],
  ['G003', without('1021001057'), without('1022000090'), 'active'],
  ['G003', without('1041020010'), given('1041020010', '39'), 'active'],
  ['G003', without('1041010080'), given('1041010080', '341'), 'ended'],
  ['G003', without('1021001031'), without('1022000090'), 'guidance'],
  ['G007', checkupDate('20260931'), checkupDate('20260930'), 'active'],
  ['G007', checkupDate('20251113'), checkupDate('20251114'), 'active'],
  ['G007', without('1020000004'), without('1020000003'), 'active'],
  ['G009', withoutDay, day('90030', '20261113'), 'active'],
  ['D001', day('90030', '20261131'), day('90030', '20261101'), 'evaluated'],
  [
    'G055',
    inResult('code="1022000013"', 'code="1022000019"'),
    inResult(/(code="1022000013") codeSystem="[^"]*"/, '$1'),
    'active',
  ],
  [
    'G055',
    inResult(
      'code="1022000013" codeSystem="1.2.392.200119.6.1006"',
      'code="1022000013" codeSystem="1.2.392.200119.6.1005"',
    ),
    inResult(/(code="1022000013") codeSystem="[^"]*"/, '$1'),
    'active',
  ],
  ['G056', inResult(minutes, '$1$1'), given('1022000013', '81'), 'active'],
  ['G057', inResult(/(<value [^>]*unit=")min/, '$1h'), given('1022000013', '81'), 'active'],
  ['G057', inResult(/xsi:type="INT" value="(\d+)"/, 'xsi:type="ST"'), given('1022000013', '81'), 'active'],
  ['G058', given('1041010010', '-1'), given('1041010010', '0'), 'active'],
  [
    'G058',
    inResult(
      /(<entryRelationship[^>]*><observation[^>]*><code code="1042001044")/,
      `${pressure('33', 80)}${pressure('34', 130)}$1`,
    ),
    inResult(
      /(<entryRelationship[^>]*><observation[^>]*><code code="1042001044")/,
      `${pressure('33', 130)}${pressure('34', 80)}$1`,
    ),
    'evaluated',
  ],
  [
    'G059',
    inResult(/(<serviceEvent>[^]*?<effectiveTime) value="\d+"/, '$1'),
    given('1022000013', '81'),
    'active',
  ],
  ['G059', service('20261025'), given('1022000013', '81'), 'evaluated'],
  ['G059', service('20260801'), service('20261120'), 'ended'],
  [
    'G061',
    inResult(/<code code="1021001031"/, '<code code="1020000003"'),
    inResult(/<code code="1021001031"/, '<code code="1022000090"'),
    'active',
  ],
  [
    'G062',
    inResult(/(<code code="90040"[^]*?)<performer>[^]*?<\/performer>/, '$1'),
    given('1032300013', '20'),
    'evaluated',
  ],
  ['G062', without('1032300014'), given('1032300014', '0'), 'evaluated'],
  ['G056', inResult(planAct, '$&\n$&'), given('1021000020', '13'), 'active'],
  [
    'G056',
    inResult(/<value xsi:type="PQ" value="\d+" unit="kg"\/>/, '$&$&'),
    given('1021001032', '70'),
    'active',
  ],
  ['G054', given('1021001050', '999'), given('1021001031', '85'), 'active'],
  ['G058', given('1042001032', '5.6'), given('1042001032', '56'), 'evaluated'],
  ['G058', given('1042001031', '251'), given('1042001031', '150'), 'evaluated'],
  ['G010', day('90030', '20260924'), day('90030', '20260925'), 'active'],
  ['G010', day('90030', '20261125'), day('90030', '20261124'), 'active'],
  ['G011', given('1022000016', '1'), both(given('1022000016', '1'), checkupDate('20261114')), 'active'],
  [
    'G011',
    both(given('1022000016', '2'), checkupDate('20261106')),
    both(given('1022000016', '2'), checkupDate('20261107')),
    'active',
  ],
  ['G011', without('1022000016'), without('1022000090'), 'active'],
  [
    'G012',
    inResult(/(<code code="90030"[^]*?<act [^>]*>)<code code="\d"[^>]*>/, '$1<code nullFlavor="NA"/>'),
    form('90030', '4'),
    'active',
  ],
  ['G012', form('90030', '5'), form('90030', '4'), 'active'],
  ['G012', form('90020', '6'), form('90030', '6'), 'split'],
  ['G013', given('1022000013', '79'), given('1022000013', '80'), 'active'],
  ['G013', both(form('90030', '1'), given('1022000013', '19')), given('1022000013', '600'), 'active'],
  ['G014', noted('1022000090', '９人で実施'), noted('1022000090', '８名で実施'), 'active'],
  ['G015', interviewer('4'), interviewer('2'), 'active'],
  ['G016', day('90030', '20261022'), day('90030', '20261023'), 'split'],
  ['G016', day('90030', '20270124'), day('90030', '20270123'), 'split'],
  ['G016', inResult(secondHalf, '$1'), day('90030', '20261101'), 'split'],
  ['G048', planned('90030'), form('90030', '1'), 'active'],
  ['G048', planned('90060'), form('90060', '1'), 'evaluated'],
  ['G048', planned('90020'), form('90020', '2'), 'unfinished'],
  ['G049', without('1022000090'), without('1022000013'), 'unfinished'],
  ['T008', inBoth('20270331', '20261113'), inBoth('20270331', '20261114'), 'active'],
  ['T008', inBoth('20270331', '20261022'), inBoth('20270331', '20261023'), 'split'],
];

describe('rules on first interviews', () => {
  proveCases(cases);

  it('asks once for what is missing: the section, its interview, its date', async () => {
    for (const [edit, rule] of [
      [withoutSection('90030'), 'G002'],
      [planned('90030'), 'G048'],
      [withoutDay, 'G009'],
    ] as const) {
      const { findings, returnReason } = await judgeRecord('active', edit);
      const returned = findings.filter(({ severity }) => severity === 'return');
      expect(returned.map((finding) => finding.rule)).toContain(rule);
      const asking = ['G002', 'G009', 'G048'];
      expect(returned.filter((finding) => asking.includes(finding.rule))).toHaveLength(1);
      expect(returnReason).toBe('02');
    }
  });

  it('returns a checkup date that is missing as 記録もれ, and warns in later claims', async () => {
    const first = await judgeRecord('active', without('1020000004'));
    expect(first.findings.find(({ rule }) => rule === 'G007')).toMatchObject({ returnReason: '02' });
    const later = await judgeRecord('evaluated', without('1020000004'));
    expect(later.findings.filter(({ rule }) => rule === 'G007')).toMatchObject([{ severity: 'warning' }]);
  });

  it('points at the very element', async () => {
    const { findings } = await judgeRecord('active', given('1022000016', '2'));
    // The total of the plan is right by the right code: nothing beside it.
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      rule: 'G011',
      item: '1022000016',
      value: '2',
      expected: '0',
      xpath: expect.stringMatching(/section\/entry\[1\]\/act\/entryRelationship\[1\]\/observation\/value$/),
    });
  });
});
