import { describe, expect, it } from '@jest/globals';
import {
  both,
  type Case,
  coded,
  entry,
  inClaim,
  inResult,
  judgeRecord,
  observation,
  proveCases,
  quantity,
} from '../../../test/judge-record.js';
import { c011 } from './c011-claim-codes-are-in-their-tables.js';

const weight = '9N006000000000001';
const ggt = '3B090000002327101';
const smoking = '9N736000000000011';
const history = '9N056000000000011';
const local = observation('LOCAL000000000001', '<value xsi:type="ST">独自</value>').replace('.1005', '.1205');
const additional = '<component><section><code code="01990" codeSystem="1.2.392.200119.6.1010"/><text/>';
const end = '</structuredBody>';
const waist = '9N016160100000001';
const hba1c = '3D046000001906202';
const diagnosis = '9N511000000000049';
const metabolic = '9N501000000000011';
const time = '9N141000000000011';
const drinking = '9N786000000000011';
const fundus = '9E100166000000011';
const reason = '9N512000000000011';
const urineSugar = '1A020000000191111';
const interpretation = '2.16.840.1.113883.5.83';
const marked = (mark: string) => `<value xsi:type="CD" code="${mark}" codeSystem="${interpretation}"/>`;
const methodOf = (code: string) => `<methodCode code="${code}" codeSystem="1.2.392.200119.6.1007"/>`;
const said = (text: string) =>
  entry(diagnosis, observation(diagnosis, `<value xsi:type="ST">${text}</value>`));
const undone = (code: string, inner = '') => observation(code, inner, ' negationInd="true"');
const judged = (code: string) => `<interpretationCode code="${code}" codeSystem="${interpretation}"/>`;
const range = (low: string, high: string, unit = 'U/L') =>
  `<referenceRange><observationRange classCode="OBS" moodCode="EVN.CRT"><value xsi:type="IVL_PQ"><low value="${low}" unit="${unit}"/><high value="${high}" unit="${unit}"/></value></observationRange></referenceRange>`;
const bloodInStool = coded('1B030000001599811', '2', '2100');
const cancer = additional.replace('01990', '01060');
const named = (name: string) =>
  entry(
    '9N001000000000001',
    quantity('9N001000000000001', '174.7', 'cm').replace('6.1005"', `6.1005" displayName="${name}"`),
  );
/** One more entry behind the weight. */
const beside = (more: string) => entry(weight, quantity(weight, '82.5', 'kg') + more);
/** Puts another member into the group of the same place. */
const member = (code: string, to: string) =>
  inResult(
    new RegExp(
      `<observation[^>]*><code code="${code}"(?:(?!</entryRelationship>)[^])*(?=</entryRelationship>)`,
    ),
    to.replace(/<\/?entry>/g, ''),
  );

const cases: readonly Case[] = [
  [
    'V001',
    entry(ggt, quantity('3B090000002327199', '40', 'U/L')),
    entry(ggt, quantity('3B090000002399901', '40', 'U/L')),
  ],
  ['V002', entry(ggt, local), inResult(end, `${additional}${local}</section></component>${end}`)],
  [
    'V003',
    entry(weight, quantity(weight, '82.5', 'kg') + observation(weight, '', ' negationInd="true"')),
    entry(weight, quantity(weight, '82.5', 'kg') + local + local),
  ],
  [
    'V004',
    entry(weight, observation(weight, '<value xsi:type="ST">82.5</value>')),
    entry(weight, quantity(weight, '82.6', 'kg')),
  ],
  ['V005', entry(weight, quantity(weight, '82.5', 'KG')), entry(weight, quantity(weight, '82.5', 'kg'))],
  ['V006', entry(weight, quantity(weight, '82,5', 'kg')), entry(weight, quantity(weight, '82.50', 'kg'))],
  ['V006', entry(weight, quantity(weight, '+82.5', 'kg')), entry(weight, quantity(weight, '082.5', 'kg'))],
  ['V006', entry(weight, quantity(weight, '８２.５', 'kg')), entry(weight, quantity(weight, '82', 'kg'))],
  [
    'V010',
    entry(weight, observation(weight, '')),
    entry(weight, observation(weight, '', ' negationInd="true"')),
  ],
  ['V015', entry(ggt, quantity(ggt, '5001', 'U/L')), entry(ggt, quantity(ggt, '5000', 'U/L'))],
  ['V007', entry(weight, quantity(weight, '82.55', 'kg')), entry(weight, quantity(weight, '082.5', 'kg'))],
  ['V007', entry(weight, quantity(weight, '1082.5', 'kg')), entry(weight, quantity(weight, '999.9', 'kg'))],
  ['V008', entry(ggt, undone(ggt, methodOf('3B09010000'))), entry(ggt, undone(ggt))],
  ['V008', entry(ggt, undone(ggt, '<value xsi:type="PQ" value="40" unit="U/L"/>')), entry(ggt, '')],
  [
    'V009',
    entry(ggt, observation(ggt, '<value xsi:type="PQ" nullFlavor="UNK"/>')),
    entry(ggt, observation(ggt, '<value xsi:type="PQ" nullFlavor="NI"/>')),
  ],
  [
    'V009',
    entry(ggt, observation(ggt, '<value xsi:type="PQ" nullFlavor="NI" value="4" unit="U/L"/>')),
    beside(''),
  ],
  [
    'V011',
    entry(ggt, quantity(ggt, '5000', 'U/L', marked('N'))),
    entry(ggt, quantity(ggt, '5000', 'U/L', marked('H'))),
  ],
  ['V011', entry(ggt, quantity(ggt, '5000', 'U/L', marked('H') + marked('H'))), beside('')],
  ['V012', entry(ggt, observation(ggt, marked('H'))), entry(ggt, quantity(ggt, '5000', 'U/L', marked('H')))],
  [
    'V013',
    entry(ggt, quantity(ggt, '4999', 'U/L', marked('H'))),
    entry(ggt, quantity(ggt, '99999', 'U/L', marked('H'))),
  ],
  [
    'V013',
    entry(ggt, quantity(ggt, '3', 'U/L', marked('L'))),
    entry(ggt, quantity(ggt, '1', 'U/L', marked('L'))),
  ],
  [
    'V014',
    member('2A030000001930101', quantity('2A030000001930101', '30.1', 'g/dL')),
    member('2A030000001930101', quantity('2A030000001930101', '30.0', 'g/dL')),
    'detailed',
  ],
  ['V016', entry(ggt, quantity(ggt, '0', 'U/L')), entry(ggt, quantity(ggt, '1', 'U/L'))],
  ['V016', entry(ggt, quantity(ggt, '-40', 'U/L')), entry(ggt, undone(ggt))],
  [
    'V017',
    entry(ggt, quantity(ggt, '40', 'U/L', methodOf('3B09020009'))),
    entry(ggt, quantity(ggt, '40', 'U/L', methodOf('3B09010000'))),
  ],
  ['V017', entry(waist, quantity(waist, '90.3', 'cm')), beside('')],
  [
    'V018',
    entry(ggt, quantity(ggt, '51', 'U/L', judged('N') + range('0', '50'))),
    entry(ggt, quantity(ggt, '50', 'U/L', judged('N') + range('0', '50'))),
  ],
  [
    'V018',
    entry(ggt, quantity(ggt, '51', 'U/L', judged('A'))),
    entry(ggt, quantity(ggt, '51', 'U/L', judged('H'))),
  ],
  [
    'V019',
    entry(ggt, quantity(ggt, '50', 'U/L', range('51', '50'))),
    entry(ggt, quantity(ggt, '50', 'U/L', range('50', '50'))),
  ],
  ['V019', entry(ggt, quantity(ggt, '50', 'U/L', range('0', '50', 'mg/dL'))), beside('')],
  ['V020', said('－'), said('－である')],
  ['V020', beside(observation('9N056160400000049', '<value xsi:type="ST">　</value>')), said('')],
  ['V021', said('ｲｼﾞｮｳ'), said('イジョウ')],
  [
    'V022',
    entry(hba1c, quantity('3D045000001906202', '5.5', '%')),
    entry(hba1c, quantity('3D045000001906202', '2.9', '%')),
  ],
  ['V023', beside(coded('9N702167200000049', '1', '24020')), beside(coded('9N716000000000011', '2', '2003'))],
  ['V026', named('体重'), named('身長')],
  ['V026', named('BMI'), named('身長(cm)')],
  ['V027', beside(bloodInStool), inResult(end, `${cancer}${bloodInStool}</section></component>${end}`)],
  ['V027', beside(bloodInStool), inResult(end, `${additional}${bloodInStool}</section></component>${end}`)],
  [
    'V025',
    inResult('<observation classCode="OBS" moodCode="EVN">', '<observation classCode="OBS" moodCode="INT">'),
    inResult('<observation classCode="OBS" moodCode="EVN">', '<observation moodCode="EVN" classCode="OBS">'),
  ],
  ['V024', beside(observation('9N516000000000049', '<value xsi:type="ST">架空医師</value>')), beside('')],
  ['C001', entry(history, coded(history, '3', '2001')), entry(history, coded(history, '1', '2001'))],
  ['C002', entry(history, coded(history, '1', '2003')), entry(history, coded(history, '1', '2001'))],
  ['C003', entry(smoking, coded(smoking, '2', '2003')), entry(smoking, coded(smoking, '2', '24060'))],
  ['C004', entry(drinking, coded(drinking, '9', '24040')), entry(drinking, coded(drinking, '8', '24040'))],
  ['C004', entry(drinking, coded(drinking, '1', '2005')), entry(drinking, coded(drinking, '1', '24040'))],
  ['C005', entry(time, coded(time, '1', '2202')), entry(time, coded(time, '4', '2202'))],
  ['C006', entry(metabolic, coded(metabolic, '5', '1008')), entry(metabolic, coded(metabolic, '4', '1008'))],
  ['C007', beside(coded('9N806000000000011', '1', '2003')), beside(coded('9N808000000000011', '1', '2003'))],
  ['C008', beside(coded(fundus, '1', '2111', 'CO')), beside(coded('9E100166100000011', '1', '2111', 'CO'))],
  [
    'C009',
    beside(coded('9N950000000000011', '4', '18050')),
    beside(coded('9N950000000000011', '3', '18050')),
  ],
  [
    'C010',
    inResult(/code="2"( codeSystem="1\.2\.392\.200119\.6\.24070")/, 'code="3"$1'),
    inResult(/code="2"( codeSystem="1\.2\.392\.200119\.6\.24070")/, 'code="1"$1'),
    'guidance',
  ],
  [
    'C010',
    inResult(/code="1"( codeSystem="1\.2\.392\.200119\.6\.3020")/, 'code="9"$1'),
    inResult(/code="1"( codeSystem="1\.2\.392\.200119\.6\.3020")/, 'code="2"$1'),
    'guidance',
  ],
  [
    'C012',
    beside(coded(reason, '1', '24080')),
    both(beside(coded(reason, '1', '24080')), entry(urineSugar, undone(urineSugar))),
  ],
];

/** Codes of claims; judged by C011 alone, for a schema may stop them before. */
const claimCases: readonly Case[] = [
  [
    'C011',
    inClaim('<claimType code="2"/>', '<claimType code="6"/>'),
    inClaim('<claimType code="2"/>', '<claimType code="4"/>'),
    'detailed',
  ],
  [
    'C011',
    inClaim('<observation code="2"/>', '<observation code="5"/>'),
    inClaim('<observation code="2"/>', '<observation code="3"/>'),
    'detailed',
  ],
  [
    'C011',
    inClaim(/guidanceTiming code="."/, 'guidanceTiming code="6"'),
    inClaim(/guidanceTiming code="."/, 'guidanceTiming code="5"'),
    'guidance',
  ],
];

describe('rules on values and codes', () => {
  proveCases(cases);
  it.each(claimCases)(
    '%s fires where it must and spares the near miss',
    async (rule, fires, spares, base) => {
      const rules = [c011];
      expect((await judgeRecord(base!, fires, { rules })).findings.map((finding) => finding.rule)).toEqual([
        rule,
      ]);
      expect((await judgeRecord(base!, spares, { rules })).findings).toEqual([]);
    },
  );

  it.each([
    ['C004', entry(drinking, coded(drinking, '9', '2005'))],
    ['C005', entry(time, coded(time, '1', '2202'))],
    ['C006', entry(metabolic, coded(metabolic, '5', '1008'))],
    ['C007', beside(coded('9N806000000000011', '1', '2003'))],
    ['C009', beside(coded('9N807000000000011', '2', '18060'))],
    ['V022', beside(quantity('3D045000001906202', '5.5', '%'))],
  ])('reports %s alone where a general rule sees the same', async (rule, edit) => {
    const { findings } = await judgeRecord('checkup', edit);
    const loud = findings.filter(({ severity }) => severity === 'return');
    expect(loud.map((finding) => finding.rule)).toEqual([rule]);
  });

  it('only warns where CD stands for CO', async () => {
    const code = '1A020000000191111';
    const { findings } = await judgeRecord('checkup', entry(code, coded(code, '1', '2102')));
    expect(findings.find(({ rule }) => rule === 'V004')).toMatchObject({
      severity: 'warning',
      expected: 'CO',
    });
  });

  it('says of a code written as a quantity only that its type is wrong', async () => {
    const edit = entry(metabolic, observation(metabolic, '<value xsi:type="PQ" value="2"/>'));
    const { findings } = await judgeRecord('checkup', edit);
    const ids = findings.map(({ rule }) => rule);
    expect(ids).toContain('V004');
    expect(ids.filter((id) => id.startsWith('C'))).toEqual([]);
  });

  it('warns of a missing code system and of a unit that the settings take', async () => {
    const edit = both(
      entry(history, observation(history, '<value xsi:type="CD" code="2"/>')),
      entry(ggt, quantity(ggt, '40', 'IU/L')),
    );
    const settings = { unitAliases: { 'U/L': ['IU/L'] } };
    const report = await judgeRecord('checkup', edit, { settings });
    expect(report.verdict).toBe('accepted');
    const loud = report.findings.map(({ rule, severity }) => [rule, severity]);
    expect(loud).toEqual([
      ['C002', 'warning'],
      ['V005', 'warning'],
      ['V017', 'warning'],
    ]);
  });

  it('says only the special thing of an old smoking code', async () => {
    const { findings } = await judgeRecord('checkup', entry(smoking, coded(smoking, '2', '2003')));
    expect(findings.map(({ rule }) => rule)).toEqual(['C003']);
  });

  it('leaves a value at the end of its range with its mark in peace', async () => {
    const mark = '<value xsi:type="CD" code="H" codeSystem="2.16.840.1.113883.5.83"/>';
    const { findings } = await judgeRecord('checkup', entry(ggt, quantity(ggt, '99999', 'U/L', mark)));
    expect(findings.map(({ rule }) => rule)).not.toContain('V015');
  });

  it('does not fail on a class of the fundus or a drinking habit that the table of items does not know', async () => {
    for (const [code, system] of [
      [fundus, '2111'],
      [drinking, '2003'],
    ] as const) {
      const unknown = coded(code, '1', system).replace(
        'codeSystem="1.2.392.200119.6.1005"',
        'codeSystem="0.2"',
      );
      const { faults, findings } = await judgeRecord('checkup', beside(unknown));
      expect([faults, findings.map(({ rule }) => rule)]).toEqual([[], expect.arrayContaining(['V001'])]);
    }
  });
});
