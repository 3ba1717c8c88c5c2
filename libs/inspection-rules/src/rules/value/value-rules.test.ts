import { describe, expect, it } from '@jest/globals';
import {
  both,
  type Case,
  coded,
  entry,
  inResult,
  judgeRecord,
  observation,
  proveCases,
  quantity,
} from '../../../test/judge-record.js';

const weight = '9N006000000000001';
const ggt = '3B090000002327101';
const smoking = '9N736000000000011';
const history = '9N056000000000011';
const local = observation('LOCAL000000000001', '<value xsi:type="ST">独自</value>').replace('.1005', '.1205');
const additional = '<component><section><code code="01990" codeSystem="1.2.392.200119.6.1010"/><text/>';
const end = '</structuredBody>';

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
  ['V006', entry(weight, quantity(weight, '-82.5', 'kg')), entry(weight, quantity(weight, '082.5', 'kg'))],
  ['V006', entry(weight, quantity(weight, '８２.５', 'kg')), entry(weight, quantity(weight, '82', 'kg'))],
  [
    'V010',
    entry(weight, observation(weight, '')),
    entry(weight, observation(weight, '', ' negationInd="true"')),
  ],
  ['V015', entry(ggt, quantity(ggt, '5001', 'U/L')), entry(ggt, quantity(ggt, '5000', 'U/L'))],
  ['C001', entry(history, coded(history, '3', '2001')), entry(history, coded(history, '1', '2001'))],
  ['C002', entry(history, coded(history, '1', '2003')), entry(history, coded(history, '1', '2001'))],
  ['C003', entry(smoking, coded(smoking, '2', '2003')), entry(smoking, coded(smoking, '2', '24060'))],
];

describe('rules on values and codes', () => {
  proveCases(cases);

  it('only warns where CD stands for CO', async () => {
    const code = '1A020000000191111';
    const { findings } = await judgeRecord('checkup', entry(code, coded(code, '1', '2102')));
    expect(findings.find(({ rule }) => rule === 'V004')).toMatchObject({
      severity: 'warning',
      expected: 'CO',
    });
  });

  it('warns of a missing code system and of a unit that the settings take', async () => {
    const edit = both(
      entry(history, observation(history, '<value xsi:type="CD" code="1"/>')),
      entry(ggt, quantity(ggt, '40', 'IU/L')),
    );
    const settings = { unitAliases: { 'U/L': ['IU/L'] } };
    const report = await judgeRecord('checkup', edit, { settings });
    expect(report.verdict).toBe('accepted');
    const loud = report.findings.map(({ rule, severity }) => [rule, severity]);
    expect(loud).toEqual([
      ['C002', 'warning'],
      ['V005', 'warning'],
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
});
