import { describe, expect, it } from '@jest/globals';
import {
  both,
  type Case,
  coded,
  type Edit,
  entry,
  inBoth,
  judgeRecord,
  observation,
  proveCases,
  quantity,
} from '../../../test/judge-record.js';

const metabolic = '9N501000000000011';
const level = '9N506000000000011';
const diagnosis = '9N511000000000049';
const judgedAs = (code: string, recorded: string) =>
  entry(code, coded(code, recorded, code === metabolic ? '1008' : '3001'));
const both3 = both(judgedAs(metabolic, '3'), judgedAs(level, '3'));
const measured = (code: string, value: string, unit: string) => entry(code, quantity(code, value, unit));
const glucose = (value: string) => measured('3D010000001926101', value, 'mg/dL');
const triglyceride = (value: string) => measured('3F015000002327101', value, 'mg/dL');
const medicine = entry('9N701000000000011', coded('9N701000000000011', '1', '2003'));
const ofOtherList = entry('9N701000000000011', coded('9N701000000000011', '1', '2002'));
const waistInText = entry(
  '9N016160100000001',
  observation('9N016160100000001', '<value xsi:type="ST">90.3</value>'),
);
const pressureTurned = measured('9A761000000000001', '130', 'mm[Hg]');
const hdlUnmeasured = entry('3F070000002327101', observation('3F070000002327101', '', ' negationInd="true"'));
const said = (words: string) =>
  entry(diagnosis, observation(diagnosis, `<value xsi:type="ST">${words}</value>`));

// Waist 90.3, BMI 27.0, glucose 104, triglyceride 210, HDL 46, 116/66, no medicine, no smoker: METS 2, LVL 1.
const cases: readonly Case[] = [
  ['J001', judgedAs(metabolic, '1'), judgedAs(metabolic, '2')],
  ['J001', judgedAs(metabolic, '3'), both(judgedAs(metabolic, '3'), triglyceride('149'))],
  ['J002', judgedAs(level, '2'), both(judgedAs(level, '2'), triglyceride('149'))],
  ['J003', judgedAs(metabolic, '4'), both(judgedAs(metabolic, '4'), hdlUnmeasured)],
  ['J003', judgedAs(level, '4'), judgedAs(level, '1')],
  ['J004', medicine, both(medicine, judgedAs(level, '3'))],
  ['J006', judgedAs(level, '3'), both(judgedAs(level, '3'), triglyceride('149'))],
  ['J006', both(judgedAs(metabolic, '3'), glucose('110')), both(judgedAs(metabolic, '1'), glucose('110'))],
  ['J007', said('Ａ'), said('Ａ判定、経過観察')],
  [
    'J007',
    both(said('異常なし。'), judgedAs(metabolic, '1'), glucose('110')),
    both(said('異常なし。'), judgedAs(metabolic, '2')),
  ],
];

/** Judgements of a record whose person is as old as wanted at the end of the fiscal year. */
async function ofAge(age: number, edit: Edit = (pair) => pair) {
  const { identity, serviceDate } = await judgeRecord('checkup');
  const endYear = Number(serviceDate!.slice(0, 4)) + (serviceDate!.slice(4) >= '0401' ? 1 : 0);
  const born = inBoth(identity!.birthDate, `${endYear - age - 1}0615`);
  return (await judgeRecord('checkup', both(born, edit))).findings
    .filter(({ rule }) => rule.startsWith('J'))
    .map(({ rule }) => rule);
}

const ages: readonly (readonly ['J005', number, number])[] = [['J005', 65, 64]];

describe('rules on judgements', () => {
  proveCases(cases);

  it.each(ages)('%s fires from 65 on and spares the younger', async (rule, old, young) => {
    expect(await ofAge(old)).toEqual([rule]);
    expect(await ofAge(young)).toEqual([]);
    expect(await ofAge(old, judgedAs(level, '2'))).toEqual([]);
  });

  it('says the most special thing only', async () => {
    const of = async (edit: Edit) =>
      (await judgeRecord('checkup', edit)).findings
        .filter(({ rule }) => rule.startsWith('J'))
        .map(({ rule, item }) => `${rule} ${item === metabolic ? 'METS' : 'LVL'}`);
    expect(await of(judgedAs(level, '3'))).toEqual(['J006 LVL']);
    expect(await of(both(both3, glucose('110')))).toEqual(['J006 METS', 'J006 LVL']);
    expect(await of(medicine)).toEqual(['J001 METS', 'J004 LVL']);
    expect(await ofAge(66, medicine)).toEqual(['J001', 'J004']);
  });

  it('says nothing of what follows from an input that is written wrongly', async () => {
    for (const edit of [ofOtherList, waistInText, pressureTurned]) {
      const found = (await judgeRecord('checkup', edit)).findings.map(({ rule }) => rule);
      expect(found.filter((rule) => rule.startsWith('J'))).toEqual([]);
      expect(found).not.toEqual([]);
    }
  });

  it('only warns, and prints the computed code and what it was computed from', async () => {
    const { findings, verdict } = await judgeRecord('checkup', judgedAs(metabolic, '1'));
    const found = findings.find(({ rule }) => rule === 'J001')!;
    expect(verdict).toBe('accepted');
    expect(found).toMatchObject({ severity: 'warning', item: metabolic, value: '1', expected: '2' });
    expect(found.message.ja).toContain('腹囲 90.3');
    expect(found.message.en).toContain('fasting triglyceride 210');
  });

  it('takes what another documented reading gives', async () => {
    // HbA1c 6.0 beside fasting glucose below the limit: joined by "or" it is a second risk.
    const edit = both(judgedAs(metabolic, '1'), measured('3D046000001906202', '6.0', '%'));
    const { findings } = await judgeRecord('checkup', edit);
    expect(findings.map(({ rule }) => rule)).not.toContain('J001');
  });
});
