import { describe, expect, it } from '@jest/globals';
import { both, type Case, inClaim, judgeRecord, proveCases } from '../../../test/judge-record.js';

const amount = (name: string, from: number | string, to: number | string) =>
  inClaim(`<${name} value="${from}"/>`, `<${name} value="${to}"/>`);
const other = (yen: number) => inClaim('<claimAmount', `<paymentByOtherProgram value="${yen}"/><claimAmount`);
const rate = '<chargeTypeBasic code="3"><rate value="030000"/>';

// The base claims 9,400 yen less 2,820 yen copayment: 6,580 yen.
const cases: readonly Case[] = [
  [
    'P001',
    inClaim('<claimType code="1"/>', '<claimType code="2"/>'),
    inClaim('<commissionType code="2"/>', '<commissionType code="1"/>'),
  ],
  ['P001', inClaim('<claimType code="1"/>', '<claimType code="6"/>'), amount('claimAmount', 6580, 6581)],
  [
    'P001',
    inClaim('<claimType code="2"/>', '<claimType code="1"/>'),
    inClaim('<commissionType code="2"/>', '<commissionType code="1"/>'),
    'detailed',
  ],
  ['P002', inClaim(rate, '<chargeTypeBasic code="3">'), inClaim(rate, '<chargeTypeBasic code="1">')],
  [
    'P002',
    inClaim(rate, '<chargeTypeBasic code="2"><rate value="030000"/>'),
    inClaim(rate, '<chargeTypeBasic code="2"><amount value="002820"/>'),
  ],
  [
    'P002',
    inClaim('code="3"><rate', 'code="1"><rate'),
    inClaim(rate, '<chargeTypeBasic code="4"><amount value="006580"/>'),
  ],
  ['P004', amount('unitAmount', 9400, 9401), amount('claimAmount', 6580, 6579)],
  ['P005', amount('paymentAmount', 2820, 2819), amount('claimAmount', 6580, 6579)],
  ['P006', amount('claimAmount', 6580, 6579), both(other(80), amount('claimAmount', 6580, 6500))],
  ['P006', inClaim('<claimAmount value="6580"/>', ''), both(other(7000), amount('claimAmount', 6580, 0))],
];

describe('rules on checkup claims', () => {
  proveCases(cases);

  it('finds nothing in a valid claim with details', async () => {
    const { findings } = await judgeRecord('detailed');
    expect(findings.filter(({ rule }) => rule.startsWith('P'))).toEqual([]);
  });

  it('tolerates a copayment total that another programme has used up', async () => {
    const edit = both(other(9000), amount('paymentAmount', 2820, 400), amount('claimAmount', 6580, 0));
    const report = await judgeRecord('checkup', edit);
    expect(report.verdict).toBe('accepted');
    expect(report.findings.map(({ rule, severity }) => [rule, severity])).toEqual([['P005', 'warning']]);
  });

  it('says what was claimed, what was expected and where', async () => {
    const { findings, returnReason, returnText } = await judgeRecord(
      'checkup',
      amount('claimAmount', 6580, 6579),
    );
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      rule: 'P006',
      value: '6579',
      expected: '6580',
      xpath: '/checkupClaim/settlement/claimAmount',
      message: {
        en: 'The claimed amount is "6579"; price less copayment less other programmes is 6580 (never below 0).',
      },
    });
    expect([returnReason, returnText]).toEqual(['07', '[P006]請求金額の計算が違います。']);
  });
});
