import { describe, expect, it } from '@jest/globals';
import {
  both,
  type Case,
  coded,
  type Edit,
  entry,
  inClaim,
  inResult,
  judgeRecord,
  observation,
  proveCases,
  quantity,
} from '../../../test/judge-record.js';

const without = (...codes: string[]): Edit => both(...codes.map((code) => entry(code, '')));
const replaced = (code: string, to: string): Edit => entry(code, to);
const [height, weight, bmi, waist] = [
  '9N001000000000001',
  '9N006000000000001',
  '9N011000000000001',
  '9N016160100000001',
];
const diagnosis = '9N511000000000049';

const programme = (code: string): Edit =>
  inResult('<serviceEvent><code code="010"', `<serviceEvent><code code="${code}"`);
const dock = both(inClaim('<claimType code="1"/>', '<claimType code="5"/>'), programme('990'));
const [sugar, protein] = ['1A020000000191111', '1A010000000191111'];
const notDone = (code: string) => replaced(code, observation(code, '', ' negationInd="true"'));
const written = (code: string) => observation(code, '<value xsi:type="ST">架空の所見</value>');
const [history, historyText] = ['9N056000000000011', '9N056160400000049'];
const [subjective, subjectiveText] = ['9N061000000000011', '9N061160800000049'];
const [objective, objectiveText] = ['9N066000000000011', '9N066160800000049'];
const found = (code: string, explanation = '') => replaced(code, `${coded(code, '1', '2001')}${explanation}`);
const questions = ['716', '721', '726', '741', '746', '751', '756', '872', '766', '771', '782', '781', '731']
  .concat('786', '791')
  .map((question) => `9N${question}000000000011`);
const section = (code: string, entries: string): Edit =>
  inResult(
    '</structuredBody>',
    `<component><section><code code="${code}" codeSystem="1.2.392.200119.6.1010"/><text/>${entries}</section></component></structuredBody>`,
  );
const elderlyAnswer = replaced('9N736000000000011', coded('9N943000000000011', '1', '19120'));

const cases: readonly Case[] = [
  ['M018', without(sugar), notDone(sugar)],
  ['M018', without(sugar), replaced(sugar, coded('1A020000000190111', '1', '2102', 'CO'))],
  ['M019', without(protein), notDone(protein)],
  ['M026', found(history), found(history, written(historyText))],
  ['M027', found(subjective), found(subjective, written(subjectiveText))],
  ['M028', found(objective), found(objective, written(objectiveText))],
  ['M029', without(...questions), without(...questions.slice(1))],
  ['M031', both(programme('020'), without(height)), both(programme('020'), elderlyAnswer)],
  ['M031', programme('020'), both(programme('020'), elderlyAnswer, without(waist))],
  ['M032', both(dock, without(height)), dock],
  ['M033', inResult('<code code="01010"', '<code code="01990"'), section('01990', '')],
  [
    'M033',
    both(programme('020'), elderlyAnswer),
    both(programme('020'), elderlyAnswer, inResult('<code code="01010"', '<code code="01020"')),
  ],
  [
    'M034',
    both(without(height), section('01990', quantity(height, '174.7', 'cm'))),
    section('01990', quantity(height, '174.7', 'cm')),
  ],
  ['M001', without(height), replaced(height, quantity(height, '174.70', 'cm'))],
  ['M002', without(weight), replaced(weight, quantity(weight, '82.50', 'kg'))],
  ['M003', without(bmi), replaced(bmi, quantity(bmi, '27', 'kg/m2'))],
  ['M004', without(waist), replaced(waist, quantity('9N021000000000001', '80', 'cm2'))],
  ['M004', without(waist), both(without(waist), replaced(bmi, quantity(bmi, '19.9', 'kg/m2')))],
  [
    'M005',
    without('9A751000000000001'),
    replaced('9A751000000000001', quantity('9A755000000000001', '116', 'mm[Hg]')),
  ],
  [
    'M006',
    without('9A761000000000001'),
    replaced('9A761000000000001', quantity('9A765000000000001', '66', 'mm[Hg]')),
  ],
  [
    'M007',
    without('9N056000000000011'),
    replaced('9N056000000000011', coded('9N056000000000011', '1', '2001')),
  ],
  [
    'M008',
    without('9N061000000000011'),
    replaced('9N061000000000011', coded('9N061000000000011', '1', '2001')),
  ],
  [
    'M009',
    without('9N066000000000011'),
    replaced('9N066000000000011', coded('9N066000000000011', '1', '2001')),
  ],
  [
    'M010',
    without('3F015000002327101'),
    replaced('3F015000002327101', quantity('3F015129902327101', '210', 'mg/dL')),
  ],
  [
    'M011',
    without('3F070000002327101'),
    replaced('3F070000002327101', quantity('3F070000002327201', '46', 'mg/dL')),
  ],
  [
    'M012',
    without('3F077000002327101'),
    replaced('3F077000002327101', quantity('3F069000002391901', '120', 'mg/dL')),
  ],
  [
    'M013',
    without('3B035000002327201'),
    replaced('3B035000002327201', quantity('3B035000002399901', '44', 'U/L')),
  ],
  [
    'M014',
    without('3B045000002327201'),
    replaced('3B045000002327201', quantity('3B045000002399901', '44', 'U/L')),
  ],
  [
    'M015',
    without('3B090000002327101'),
    replaced('3B090000002327101', quantity('3B090000002399901', '44', 'U/L')),
  ],
  ['M016', without('3D010000001926101', '3D046000001906202'), without('3D046000001906202')],
  [
    'M017',
    without('9N141000000000011'),
    replaced('9N141000000000011', coded('9N141000000000011', '3', '2202')),
  ],
  [
    'M020',
    without('9N501000000000011'),
    replaced('9N501000000000011', coded('9N501000000000011', '4', '1008')),
  ],
  [
    'M021',
    without('9N506000000000011'),
    replaced('9N506000000000011', coded('9N506000000000011', '4', '3001')),
  ],
  [
    'M022',
    inResult('生活習慣の改善に努めてください', '　'),
    inResult('生活習慣の改善に努めてください', '異常なし'),
  ],
  [
    'M023',
    inResult('<name>架空練習医師</name>', '<name/>'),
    inResult('<name>架空練習医師</name>', '<name>架空</name>'),
  ],
  [
    'M024',
    without('9N706000000000011'),
    replaced('9N706000000000011', coded('9N706000000000011', '1', '2003')),
  ],
  [
    'M025',
    without('9N736000000000011'),
    replaced('9N736000000000011', coded('9N736000000000011', '2', '24060')),
  ],
];

describe('rules on mandatory items', () => {
  proveCases(cases);

  it.each([
    ['absent', without(height), '02'],
    ['not done', replaced(height, observation(height, '', ' negationInd="true"')), '03'],
    ['not measurable', replaced(height, observation(height, '<value xsi:type="PQ" nullFlavor="NI"/>')), '03'],
  ] as const)('returns an item that is %s with its own reason', async (_state, edit, reason) => {
    const { findings } = await judgeRecord('checkup', edit);
    expect(findings.find(({ rule }) => rule === 'M001')).toMatchObject({
      returnReason: reason,
      item: height,
    });
  });

  it('keeps the reason of a judgement that is not done', async () => {
    const code = '9N501000000000011';
    const { findings } = await judgeRecord(
      'checkup',
      replaced(code, observation(code, '', ' negationInd="true"')),
    );
    expect(findings.find(({ rule }) => rule === 'M020')).toMatchObject({ returnReason: '02' });
  });

  it('reports each medication answer that is missing', async () => {
    const { findings } = await judgeRecord('checkup', without('9N701000000000011', '9N711000000000011'));
    const items = findings.filter(({ rule }) => rule === 'M024').map(({ item }) => item);
    expect(items).toEqual(['9N701000000000011', '9N711000000000011']);
  });

  it.each([
    [
      'M030',
      without(questions[0]!),
      both(
        without('9N791000000000011'),
        replaced('9N786000000000011', coded('9N786000000000011', '8', '24040')),
      ),
    ],
  ] as const)(
    '%s counts the questions left open where the insurer wants all',
    async (rule, fires, spares) => {
      const settings = { terms: { isQuestionnaireRequired: true } };
      const rest = ['796', '801', '808']
        .map((question) => coded(`9N${question}000000000011`, '1', '2003'))
        .join('');
      const whole = inResult('</section>', `${rest}</section>`);
      const { findings } = await judgeRecord('checkup', both(whole, fires), { settings });
      expect(findings.find((finding) => finding.rule === rule)).toMatchObject({
        value: '1',
        severity: 'warning',
      });
      for (const [edit, own] of [
        [both(whole, spares), settings],
        [fires, {}],
      ] as const) {
        const spared = await judgeRecord('checkup', edit, { settings: own });
        expect(spared.findings.map((finding) => finding.rule)).not.toContain(rule);
      }
    },
  );

  it('says once what a text of mere marks lacks', async () => {
    const blank = observation(historyText, '<value xsi:type="ST">．</value>');
    const { findings } = await judgeRecord('checkup', found(history, blank));
    expect(findings.map(({ rule }) => rule)).toEqual(['V020']);
  });

  it('names the item that a dock or a checkup of the elderly lacks', async () => {
    for (const [rule, edit] of [
      ['M031', both(programme('020'), elderlyAnswer, without(height))],
      ['M032', both(dock, without(height))],
    ] as const) {
      const { findings } = await judgeRecord('checkup', edit);
      const own = findings.filter((finding) => finding.rule === rule);
      expect(own.map(({ item, returnReason }) => [item, returnReason])).toEqual([[height, '02']]);
      expect(own[0]!.message.ja).toContain('身長');
    }
  });

  it('tells a section that is missing from a section with a wrong code', async () => {
    const { findings } = await judgeRecord('checkup', inResult('<code code="01010"', '<code code="01011"'));
    expect(findings.map(({ rule }) => rule)).toEqual(['X013']);
  });

  it('asks nothing of another programme', async () => {
    const { findings } = await judgeRecord('checkup', both(without(height, diagnosis), programme('990')));
    expect(findings.filter(({ rule }) => rule.startsWith('M'))).toEqual([]);
  });
});
