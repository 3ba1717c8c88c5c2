import { describe, expect, it } from '@jest/globals';
import { both, type Case, inBoth, inResult, judgeRecord, proveCases } from '../../../test/judge-record.js';

const examOn = (date: string) =>
  inResult('<effectiveTime value="20261026"/>', date === '' ? '' : `<effectiveTime value="${date}"/>`);
const bornOn = (date: string) => inBoth('19670222', date);

const cases: readonly Case[] = [
  ['D001', inBoth('20270331', '20270230'), inBoth('20270331', '20270228')],
  [
    'D001',
    inResult('value="20261104"', 'value="20261100"'),
    inResult('value="20261104"', 'value="20261101"'),
    'guidance',
  ],
  ['D002', examOn('20261125'), examOn('20261124')],
  ['D003', examOn('20080331'), examOn('20080401')],
  ['D004', examOn(''), examOn('20261001')],
  // At the end of the fiscal year (20270331): born on 2 April 1987 is 39 by both readings, on 1 April by one alone.
  ['D007', bornOn('19870402'), bornOn('19870401')],
  ['D008', bornOn('19511026'), bornOn('19511027')],
];

describe('rules on dates', () => {
  proveCases(cases);

  it('takes the earlier of submission and receipt as the last day of a checkup', async () => {
    const report = await judgeRecord('checkup', both(examOn('20261130')));
    expect(report.findings.find(({ rule }) => rule === 'D002')).toMatchObject({
      severity: 'return',
      returnReason: '03',
      value: '20261130',
      expected: '20261124',
      xpath: '/ClinicalDocument/documentationOf/serviceEvent/effectiveTime',
    });
  });

  it('leaves other programmes to their own ages', async () => {
    const other = both(
      bornOn('19400101'),
      inResult('<serviceEvent><code code="010"', '<serviceEvent><code code="020"'),
    );
    const rules = (await judgeRecord('checkup', other)).findings.map(({ rule }) => rule);
    expect(rules).not.toContain('D008');
  });
});
