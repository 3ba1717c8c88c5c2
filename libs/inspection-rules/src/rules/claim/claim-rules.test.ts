import { describe, expect, it } from '@jest/globals';
import { both, type Case, entry, inClaim, judgeRecord, proveCases } from '../../../test/judge-record.js';

const amount = (name: string, from: number | string, to: number | string) =>
  inClaim(`<${name} value="${from}"/>`, `<${name} value="${to}"/>`);
const other = (yen: number) => inClaim('<claimAmount', `<paymentByOtherProgram value="${yen}"/><claimAmount`);
const rate = '<chargeTypeBasic code="3"><rate value="030000"/>';

// The base claims 9,400 yen less 2,820 yen copayment: 6,580 yen.
const cases: Case[] = [
  [
    'P001',
    inClaim('<claimType code="1"/>', '<claimType code="2"/>'),
    inClaim('<commissionType code="2"/>', '<commissionType code="1"/>'),
  ],
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

// P003 to P018. 'extended' claims 8,100 yen and 330 yen of additional items at 20 %.
const dockPrice = inClaim(/<unitPriceOther>(<amount[^>]*>)\s*<\/unitPriceOther>/, '$&\n$&');
const dockTerms = (terms: string) =>
  both(
    inClaim(
      /<chargeTypeHumanDryDock>[^]*<\/chargeTypeHumanDryDock>/,
      `<chargeTypeHumanDryDock>${terms}</chargeTypeHumanDryDock>`,
    ),
    inClaim(/<unitPriceOther><amount value="\d+"/, '<unitPriceOther><amount value="40000"'),
  );
const fifth = '<copayment code="3"><rate value="020000"/></copayment>';
const limit = '<maxInsuranceLimit code="4"><amount value="025000"/></maxInsuranceLimit>';
const dockPays = (yen: string) =>
  inClaim(/<paymentForOther><amount value="\d+"/, `<paymentForOther><amount value="${yen}"`);
const priced = (yen: number) =>
  inClaim('<unitPriceBasic><amount value="9400"', `<unitPriceBasic><amount value="${yen}"`);
const paysBasic = (yen: string) => amount('paymentForBasic><amount', '002820', yen);
const sumsTo = (unit: number, payment: number, claimed: number) =>
  inClaim(
    /<unitAmount[^]*<claimAmount[^>]*>/,
    `<unitAmount value="${unit}"/><paymentAmount value="${payment}"/><claimAmount value="${claimed}"/>`,
  );
const exhausted = (payment: number, claimed: number) => both(sumsTo(9400, payment, claimed), other(7000));

cases.push(
  [
    'P003',
    inClaim('<rate value="030000"/>', '<rate value="130000"/>'),
    inClaim('value="030000"', 'value="100000"'),
  ],
  [
    'P003',
    inClaim('<rate value="030000"/>', '<rate value="30000"/>'),
    inClaim('value="030000"', 'value="000000"'),
  ],
  ['P007', paysBasic('002819'), both(other(80), paysBasic('002796'))],
  ['P007', both(priced(9405), paysBasic('002821')), both(priced(9405), paysBasic('002822'))],
  ['P007', both(other(9400), amount('claimAmount', 6580, 0)), both(other(9400), paysBasic('000000'))],
  [
    'P008',
    both(
      inClaim('<chargeTypeDetail code="1">', '<chargeTypeDetail code="2"><amount value="000500"/>'),
      amount('paymentForDetail><amount', '000000', '000501'),
    ),
    both(
      inClaim('<chargeTypeDetail code="1">', '<chargeTypeDetail code="2"><amount value="000500"/>'),
      amount('paymentForDetail><amount', '000000', '000500'),
    ),
    'detailed',
  ],
  [
    'P008',
    both(
      other(10600),
      inClaim('<chargeTypeDetail code="1">', '<chargeTypeDetail code="3"><rate value="030000"/>'),
    ),
    both(
      other(10600),
      inClaim('<chargeTypeDetail code="1">', '<chargeTypeDetail code="3"><rate value="030000"/>'),
      amount('paymentForDetail><amount', '000000', '000150'),
    ),
    'detailed',
  ],
  [
    'P009',
    amount('paymentForOther><amount', '000066', '000067'),
    both(other(8130), amount('paymentForOther><amount', '000066', '000060')),
    'extended',
  ],
  [
    'P009',
    both(dockTerms(fifth + limit), dockPays('008000')),
    both(dockTerms(fifth + limit), dockPays('015000')),
    'dock',
  ],
  ['P009', both(dockTerms(fifth), dockPays('015000')), both(dockTerms(fifth), dockPays('008000')), 'dock'],
  ['P009', both(dockTerms(limit), dockPays('000000')), both(dockTerms(limit), dockPays('015000')), 'dock'],
  ['P010', exhausted(2820, 100), exhausted(2400, 0)],
  [
    'P011',
    both(priced(0), paysBasic('000000'), sumsTo(0, 0, 0)),
    both(priced(1), paysBasic('000000'), sumsTo(1, 0, 1)),
  ],
  [
    'P012',
    both(sumsTo(9400, 0, 0), other(9400), paysBasic('000000')),
    both(sumsTo(9400, 0, 1), other(9399), paysBasic('000000')),
  ],
  [
    'P013',
    inClaim('<observation code="2"/>', '<observation code="1"/>'),
    inClaim('code="2"/>', 'code="3"/>'),
    'detailed',
  ],
  [
    'P013',
    inClaim('<observation code="2"/>', ''),
    inClaim('<observation code="2"/>', '<observation code="4"/>'),
    'detailed',
  ],
  [
    'P014',
    inClaim(/<observation code="3C02[^>]*>/, ''),
    inClaim(/<observation code="3C02/, '<observation displayName="x" code="3C02'),
    'extended',
  ],
  ['P014', dockPrice, dockTerms(fifth), 'dock'],
  [
    'P014',
    inClaim(/(<unitPriceOther><amount[^>]*>)/, '$1<observation code="3C020000002327101"/>'),
    dockTerms(limit),
    'dock',
  ],
  ['P015', entry('3C020000002327101', ''), entry('9N001000000000001', ''), 'extended'],
  [
    'P025',
    inClaim('<observation code="3C020000002327101"', '<observation code="3F015000002327101"'),
    inClaim('<observation code="3C020000002327101"', '<observation code="3C020000002399901"'),
    'extended',
  ],
  ['P017', priced(1_000_000), priced(100_000)],
  ['P017', priced(140_000), priced(99_000)],
  ['P017', other(1_000_000_000), other(999_999_999)],
  ['P018', other(9401), other(9400)],
);

describe('rules on checkup claims', () => {
  proveCases(cases);

  it('finds nothing in a valid claim with details', async () => {
    const { findings } = await judgeRecord('detailed');
    expect(findings.filter(({ rule }) => rule.startsWith('P'))).toEqual([]);
  });

  it('asks where another programme uses up a copayment that a limit decided', async () => {
    const edit = both(
      inClaim(rate, '<chargeTypeBasic code="4"><amount value="006580"/>'),
      other(9000),
      amount('paymentAmount', 2820, 400),
      amount('claimAmount', 6580, 0),
    );
    const report = await judgeRecord('checkup', edit);
    expect(report.verdict).toBe('query');
    expect(report.findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['P012', 'query'],
      ['P005', 'warning'],
      ['P007', 'warning'],
    ]);
  });

  it('says nothing of a copayment whose limit may hide a fixed part, when it is the computed one', async () => {
    const edit = inClaim(rate, '<chargeTypeBasic code="4"><amount value="006580"/>');
    expect((await judgeRecord('checkup', edit)).findings).toEqual([]);
  });

  it('warns where the person pays more than the other programme leaves', async () => {
    const edit = both(other(7000), amount('claimAmount', 6580, 0));
    const { findings } = await judgeRecord('checkup', edit);
    expect(findings.filter(({ rule }) => rule === 'P010')).toMatchObject([
      { severity: 'warning', value: '2820', expected: '2400' },
    ]);
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
