import { describe, expect, it } from '@jest/globals';
import {
  both,
  type Case,
  coded,
  entry,
  judgeRecord,
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
  ['K011', drawnAt('3'), drawnAt('2')],
  ['K014', drawnAt('4'), entry(time, '')],
];

describe('rules on relations between items', () => {
  proveCases(cases);

  it('compares pressures of different readings where no reading is complete', async () => {
    const mixed =
      quantity('9A755000000000001', '70', 'mm[Hg]') + quantity('9A761000000000001', '90', 'mm[Hg]');
    const { findings } = await judgeRecord('checkup', withPressure(mixed));
    expect(findings.find(({ rule }) => rule === 'K006')).toMatchObject({ value: '70', expected: '90' });
  });
});
