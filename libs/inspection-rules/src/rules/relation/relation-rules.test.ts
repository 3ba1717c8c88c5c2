import { describe, expect, it } from '@jest/globals';
import { ageAt, calendarDate } from '@daiko/exchange-format';
import {
  both,
  type Case,
  type Edit,
  coded,
  entry,
  inResult,
  judgeRecord,
  observation,
  proveCases,
  quantity,
} from '../../../test/judge-record.js';

const bmi = '9N011000000000001';
const time = '9N141000000000011';
const pressure = (rank: '5' | '2' | '1', systolic: string, diastolic: string) =>
  quantity(`9A75${rank}000000000001`, systolic, 'mm[Hg]') +
  quantity(`9A76${rank}000000000001`, diastolic, 'mm[Hg]');
const withPressure = (entries: string) =>
  both(entry('9A761000000000001', ''), entry('9A751000000000001', entries));
const drawnAt = (code: string) => entry(time, coded(time, code, '2202'));
const waist = '9N016160100000001';
const ldl = '3F077000002327101';
const smoking = '9N736000000000011';
const drinking = '9N786000000000011';
const reason = '9N512000000000011';
const mg = 'mg/dL';
const tgFasting = '3F015000002327101';
const tgRandom = '3F015129902327101';
const fpg = '3D010000001926101';
const rpg = '3D010129901926101';
const hba1c = '3D046000001906202';
const urineSugar = '1A020000000191111';
const total = (value: string) => quantity('3F050000002327101', value, mg);
/** More entries behind the BMI of 27.0. */
const beside = (more: string) => entry(bmi, quantity(bmi, '27.0', 'kg/m2') + more);
const withBmi = (value: string, more = '') => entry(bmi, quantity(bmi, value, 'kg/m2') + more);
const readings = (...values: readonly ('5' | '2' | '1')[]) =>
  withPressure(values.map((rank) => pressure(rank, '120', '70')).join(''));
const random = (drawn: string, ...edits: readonly Edit[]) =>
  both(drawnAt(drawn), entry(tgFasting, quantity(tgRandom, '210', mg)), entry(fpg, ''), ...edits);
const randomGlucose = (drawn: string, more = '') =>
  random(drawn, entry(hba1c, quantity(rpg, '104', mg) + more));
/** Entries in the section for additional items. */
const additional = (more: string) =>
  inResult(
    '</structuredBody>',
    `<component><section><code code="01990" codeSystem="1.2.392.200119.6.1010"/><text/>${more}</section></component></structuredBody>`,
  );
const undone = (code: string) => observation(code, '', ' negationInd="true"');
const computed = (value: string, more = '') => entry(ldl, quantity('3F077000002391901', value, mg) + more);
const nonHdl = (value: string, more = '') => entry(ldl, quantity('3F069000002391901', value, mg) + more);
const egfr = (value: string) => quantity('8A065000002391901', value, 'ml/min/1.73m2');
const creatinine = quantity('3C015000002327101', '0.80', mg);
const drinks = (frequency: string, amount: string | null) =>
  both(
    entry(drinking, coded(drinking, frequency, '24040')),
    (pair) => ({
      ...pair,
      result: pair.result.replace(
        /<entry><observation[^>]*><code code="9N791000000000011"(?:(?!<\/entry>)[^])*<\/entry>/,
        '',
      ),
    }),
    beside(amount === null ? '' : coded('9N791000000000011', amount, '24050', 'CO')),
  );
const cells = (value: string) =>
  inResult(/(code="2A020000001930101"[^>]*>\s*<value xsi:type="PQ" value=")440"/, `$1${value}"`);
const told = (code: string, words: string) => observation(code, `<value xsi:type="ST">${words}</value>`);

// Height 174.7 and weight 82.5 give 27.0.
const cases: readonly Case[] = [
  ['K001', entry(bmi, quantity(bmi, '27.2', 'kg/m2')), entry(bmi, quantity(bmi, '27.1', 'kg/m2'))],
  ['K002', entry(bmi, quantity(bmi, '27.4', 'kg/m2')), entry(bmi, quantity(bmi, '27.3', 'kg/m2'))],
  ['K006', withPressure(pressure('1', '80', '80')), withPressure(pressure('1', '81', '80'))],
  [
    'K006',
    withPressure(pressure('1', '70', '90') + pressure('2', '120', '70')),
    withPressure(pressure('5', '120', '119')),
  ],
  ['K003', both(entry(waist, ''), withBmi('19.9')), both(entry(waist, ''), withBmi('20.0'))],
  [
    'K004',
    both(entry(waist, quantity('9N016160300000001', '90.3', 'cm')), withBmi('22.0')),
    both(entry(waist, quantity('9N016160300000001', '90.3', 'cm')), withBmi('21.9')),
  ],
  [
    'K005',
    beside(quantity('9N016160200000001', '90.9', 'cm')),
    beside(quantity('9N016160200000001', '90.8', 'cm')),
  ],
  [
    'K007',
    withPressure(pressure('1', '120', '70') + quantity('9A752000000000001', '120', 'mm[Hg]')),
    readings('2', '1'),
  ],
  ['K008', readings('5', '2'), readings('5', '2', '1')],
  [
    'K009',
    withPressure(pressure('5', '123', '70') + pressure('2', '122', '70') + pressure('1', '120', '70')),
    withPressure(pressure('5', '122', '71') + pressure('2', '122', '70') + pressure('1', '120', '70')),
  ],
  ['K010', readings('2', '1'), readings('5', '2', '1')],
  ['K012', random('2'), random('3')],
  ['K013', random('4'), random('3')],
  ['K015', randomGlucose('2'), randomGlucose('3')],
  ['K016', randomGlucose('4'), randomGlucose('4', quantity(hba1c, '5.5', '%'))],
  ['K017', randomGlucose('3'), randomGlucose('3', quantity(hba1c, '5.5', '%'))],
  ['K018', beside(quantity(rpg, '104', mg)), beside(observation(rpg, '', ' negationInd="true"'))],
  ['K019', beside(quantity(tgRandom, '210', mg)), beside(undone(tgRandom))],
  ['K020', nonHdl('140'), both(nonHdl('140'), entry(tgFasting, quantity(tgFasting, '400', mg)))],
  [
    'K021',
    both(computed('100', total('226')), entry(tgFasting, quantity(tgFasting, '400', mg))),
    both(computed('100', total('226')), entry(tgFasting, quantity(tgFasting, '399', mg))),
  ],
  ['K021', both(computed('100', total('188')), random('3')), computed('100', total('188'))],
  ['K022', computed('100'), computed('100', total('188'))],
  ['K022', computed('100', total('189.1')), computed('100', total('189'))],
  ['K023', nonHdl('140', total('188')), nonHdl('140', total('187'))],
  ['K024', beside(total('135')), beside(total('136'))],
  ['K025', beside(egfr('70.0')), beside(creatinine + egfr('70.0'))],
  ['K025', beside(creatinine), beside('')],
  ['K027', cells('60'), cells('450'), 'detailed'],
  ['K028', entry(urineSugar, undone(urineSugar)), entry(urineSugar, '')],
  [
    'K029',
    beside(coded(reason, '3', '24080')),
    both(beside(coded(reason, '3', '24080')), entry(urineSugar, undone(urineSugar))),
  ],
  ['K030', drinks('7', '1'), drinks('7', null)],
  ['K030', drinks('6', null), drinks('6', '1')],
  [
    'K031',
    beside(coded('9N943000000000011', '1', '19120')),
    both(entry(smoking, coded(smoking, '1', '24060')), beside(coded('9N943000000000011', '3', '19120'))),
  ],
  [
    'K032',
    beside(told('9N701167000000049', '架空の薬')),
    both(
      beside(told('9N701167000000049', '架空の薬')),
      entry('9N701000000000011', coded('9N701000000000011', '1', '2003')),
    ),
  ],
  [
    'K033',
    beside(told('9N061160800000049', '架空の症状')),
    both(
      beside(told('9N061160800000049', '架空の症状')),
      entry('9N061000000000011', coded('9N061000000000011', '1', '2001')),
    ),
  ],
  [
    'K035',
    both(beside(coded(reason, '1', '24080')), entry(urineSugar, undone(urineSugar))),
    both(beside(coded(reason, '2', '24080')), entry(urineSugar, undone(urineSugar))),
  ],
  [
    'K036',
    additional(coded('7A022000008543311', '3', '2122')),
    additional(coded('5D305000002399811', '2', '2100')),
  ],
  [
    'K036',
    additional(coded('5D305000002399811', '2', '2100')),
    additional(coded('7A022000008543311', '3', '2122')),
    'extended',
  ],
  ['K011', drawnAt('3'), drawnAt('2')],
  ['K014', both(drawnAt('3'), entry(tgFasting, quantity(tgRandom, '210', mg))), entry(time, '')],
];

describe('rules on relations between items', () => {
  proveCases(cases);

  it('computes eGFR from creatinine, age and sex (K026)', async () => {
    const { birthDate, sex } = (await judgeRecord('checkup')).identity!;
    const age = ageAt(calendarDate(birthDate), calendarDate((await judgeRecord('checkup')).serviceDate!));
    const right = 194 * 0.8 ** -1.094 * age ** -0.287 * (sex === '2' ? 0.739 : 1);
    const of = async (value: number) =>
      (await judgeRecord('checkup', beside(creatinine + egfr(value.toFixed(1))))).findings.map(
        ({ rule }) => rule,
      );
    const rows = [
      ['K026', right + 2.2, right + 1.8],
      ['K026', right - 2.2, right - 1.8],
    ] as const;
    for (const [rule, wrong, near] of rows) {
      expect(await of(wrong)).toContain(rule);
      expect(await of(near)).not.toContain(rule);
    }
  });

  it('lets a urine test go that has a reason, with a warning', async () => {
    const edit = both(entry(urineSugar, undone(urineSugar)), beside(coded(reason, '1', '24080')));
    const { findings } = await judgeRecord('checkup', edit);
    expect(findings.find(({ rule }) => rule === 'K028')).toMatchObject({ severity: 'warning' });
  });

  it('says of two kinds of one test that there are two, not that one is at the wrong time', async () => {
    const { findings } = await judgeRecord('checkup', beside(quantity(rpg, '104', mg)));
    const loud = findings.filter(({ severity }) => severity === 'return');
    expect(loud.map(({ rule }) => rule)).toEqual(['K018']);
  });

  it('leaves a wrong code of the blood drawing to C005', async () => {
    const { findings } = await judgeRecord('checkup', drawnAt('1'));
    expect(findings.map(({ rule }) => rule)).toEqual(['C005']);
  });

  it('compares pressures of different readings where no reading is complete', async () => {
    const mixed =
      quantity('9A755000000000001', '70', 'mm[Hg]') + quantity('9A761000000000001', '90', 'mm[Hg]');
    const { findings } = await judgeRecord('checkup', withPressure(mixed));
    expect(findings.find(({ rule }) => rule === 'K006')).toMatchObject({ value: '70', expected: '90' });
  });
});
