import { describe, expect, it } from '@jest/globals';
import {
  both,
  type Case,
  type Edit,
  coded,
  entry,
  inBoth,
  inResult,
  judgeRecord,
  observation,
  proveCases,
} from '../../../test/judge-record.js';

const examOn = (date: string) =>
  inResult('<effectiveTime value="20261026"/>', date === '' ? '' : `<effectiveTime value="${date}"/>`);
const bornOn = (date: string) => inBoth('19670222', date);
const madeOn = (date: string) =>
  inResult('<effectiveTime value="20261124"/>', `<effectiveTime value="${date}"/>`);
const programme = (code: string) => inResult('<code code="010"', `<code code="${code}"`);
const elderly = (edit: Edit) => both(programme('020'), inBoth('00011007', '39130018'), edit);
const height = '9N001000000000001';
const heightOn = (date: string) =>
  entry(
    height,
    observation(height, `<effectiveTime value="${date}"/><value xsi:type="PQ" value="174.7" unit="cm"/>`),
  );
const smoking = '9N736000000000011';

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
  ['D005', madeOn('20261025'), madeOn('20261026')],
  ['D006', madeOn('20261125'), madeOn('20261123')],
  ['D009', bornOn('19520331'), bornOn('19520401')],
  ['D010', bornOn('19870401'), bornOn('19870331')],
  ['D011', elderly(bornOn('19611027')), elderly(bornOn('19611026'))],
  ['D012', examOn('20250331'), examOn('20250401')],
  ['D013', heightOn('20260924'), heightOn('20260925')],
  ['D013', heightOn('20261125'), heightOn('20261124')],
  ['D014', examOn('20240331'), examOn('20240401')],
  [
    'D014',
    both(examOn('20240331'), entry(smoking, coded('9N512000000000011', '1', '24080'))),
    both(examOn('20240401'), entry(smoking, coded('9N512000000000011', '1', '24080'))),
  ],
  ['D015', bornOn('19151026'), bornOn('19151027')],
  ['D016', inResult('<code code="10"', '<code code="90"'), programme('020')],
  ['D016', programme('030'), programme('020')],
  ['D017', programme('020'), both(programme('020'), inBoth('00011007', '39130018'))],
  ['D017', inBoth('00011007', '39130018'), inBoth('00011007', '00011015')],
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

  it('asks a late checkup only once why, and a checkup before the scheme not at all', async () => {
    const rulesOf = async (date: string) => {
      return (await judgeRecord('checkup', examOn(date))).findings.map(({ rule }) => rule);
    };
    expect(await rulesOf('20240401')).toContain('D012');
    expect(await rulesOf('20080331')).not.toContain('D012');
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
