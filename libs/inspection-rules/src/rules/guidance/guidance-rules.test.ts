import { describe, expect, it } from '@jest/globals';
import { given } from '../../../test/guidance-edits.js';
import {
  both,
  type Case,
  type Edit,
  inBoth,
  inClaim,
  inResult,
  judgeRecord,
  proveCases,
} from '../../../test/judge-record.js';

const level = (code: string) =>
  '<code code="1020000001" codeSystem="1.2.392.200119.6.1006"/>\n<value xsi:type="CD" code="' + code + '"';
const toLevel = (from: string, to: string): Edit =>
  both(
    inResult(level(from), level(to)),
    inClaim(`<guidanceLevel code="${from}"/>`, `<guidanceLevel code="${to}"/>`),
  );
const amount = (name: string, from: number, to: number) =>
  inClaim(`<${name} value="${from}"/>`, `<${name} value="${to}"/>`);
const reported = (code: string) => inResult('<code code="21" codeSystem', `<code code="${code}" codeSystem`);
const timing = (code: string) =>
  both(reported(`2${code}`), inClaim('<guidanceTiming code="1"/>', `<guidanceTiming code="${code}"/>`));
const points = (completed: number, intended: number) =>
  inClaim(
    '<calculatedAmount',
    `<pointCountCompleted value="${completed}"/><pointCountIntended value="${intended}"/><calculatedAmount`,
  );

// 動機付け支援: 8,900 yen at 80 % are 7,120 yen. 積極的支援: 24,000 yen at 40 % are 9,600 yen.
const ended = (completed: number, yen: number) =>
  both(
    timing('3'),
    amount('paymentRate', 40, 50),
    points(completed, 180),
    amount('calculatedAmount', 9600, yen),
    amount('claimAmount', 9600, yen),
  );

const price = (from: number, to: number) =>
  inClaim(`<unitPrice><amount value="${from}"/>`, `<unitPrice><amount value="${to}"/>`);
const collected = (yen: number, status = '2') =>
  inClaim(
    /<status code="\d"\/>\s*<amount value="0"\/>/,
    `<status code="${status}"/><amount value="${yen}"/>`,
  );
const terms = inClaim('<copayment code="1">', '<copayment code="2"><amount value="000500"/>');
const claimed = (points: string) => inClaim('<calculatedAmount', `${points}<calculatedAmount`);

const cases: readonly Case[] = [
  ['G001', reported('10'), reported('24'), 'guidance'],
  [
    'G001',
    inResult('<serviceEvent><code code="100"', '<serviceEvent><code code="010"'),
    inResult('code="21"', 'code="25"'),
    'guidance',
  ],
  ['G004', inClaim('<guidanceLevel code="2"/>', '<guidanceLevel code="3"/>'), toLevel('2', '3'), 'guidance'],
  ['G005', inClaim('<guidanceTiming code="1"/>', '<guidanceTiming code="5"/>'), timing('5'), 'guidance'],
  ['G006', toLevel('2', '7'), toLevel('2', '3'), 'guidance'],
  ['G042', toLevel('2', '1'), toLevel('2', '3'), 'guidance'],
  ['G042', timing('2'), timing('4'), 'guidance'],
  ['G043', amount('calculatedAmount', 7120, 7121), amount('claimAmount', 7120, 7121), 'guidance'],
  ['G043', ended(100, 6666), ended(100, 6667), 'active'],
  ['G043', ended(200, 13333), ended(200, 12000), 'active'],
  [
    'G044',
    amount('claimAmount', 7120, 7121),
    both(inClaim('<amount value="0"/>', '<amount value="120"/>'), amount('claimAmount', 7120, 7000)),
    'guidance',
  ],
  [
    'G044',
    both(inClaim('<amount value="0"/>', '<amount value="7121"/>'), amount('claimAmount', 7120, 0)),
    amount('unitPrice><amount', 8900, 8901),
    'guidance',
  ],
  ['G040', inBoth('19730115', '19620331'), inBoth('19730115', '19620402'), 'active'],
  ['G045', collected(100), both(terms, collected(500)), 'guidance'],
  ['G045', both(terms, collected(300)), both(terms, collected(400)), 'guidance'],
  ['G045', both(terms, collected(400, '1')), both(terms, collected(500, '1')), 'guidance'],
  [
    'G046',
    claimed('<pointCountCompleted value="20"/>'),
    claimed('<pointCountIntended value="20"/>'),
    'active',
  ],
  [
    'G046',
    inClaim('<pointCountCompleted value="430"/>', '<pointCountCompleted value="431"/>'),
    both(inClaim('Completed value="430"', 'Completed value="431"'), given('1042010080', '431')),
    'evaluated',
  ],
  ['G046', inClaim(/<pointCountCompleted[^>]*>/, ''), inClaim(/<pointCountIntended[^>]*>/, ''), 'ended'],
  ['G047', inClaim(/<pointCountIntended[^>]*>/, ''), inClaim(/<pointCountCompleted[^>]*>/, ''), 'ended'],
  [
    'G047',
    inClaim('Intended value="270"', 'Intended value="271"'),
    both(inClaim('Intended value="270"', 'Intended value="271"'), given('1041010080', '271')),
    'ended',
  ],
  [
    'G046',
    both(timing('2'), claimed('<pointCountCompleted value="180"/>')),
    both(timing('2'), amount('paymentRate', 80, 20)),
    'guidance',
  ],
  [
    'G063',
    inClaim('<copayment code="1">', '<copayment code="2">'),
    inClaim('<copayment code="1">', '<copayment code="3"><rate value="030000"/>'),
    'guidance',
  ],
  [
    'G063',
    inClaim('<copayment code="1">', '<copayment code="3"><rate value="300000"/>'),
    inClaim('<copayment code="1">', '<copayment code="3"><rate value="100000"/>'),
    'guidance',
  ],
  ['G064', price(8900, 0), price(8900, 1000), 'guidance'],
  ['G064', price(8900, 1_000_000), price(8900, 200_000), 'guidance'],
  ['G060', inBoth('19730115', '19870402'), inBoth('19730115', '19870401'), 'active'],
  ['G060', inBoth('19730115', '19511101'), inBoth('19730115', '19531101'), 'active'],
  [
    'G050',
    both(amount('calculatedAmount', 0, 1840), amount('claimAmount', 0, 1840)),
    amount('paymentRate', 20, 40),
    'ended-2',
  ],
];

describe('rules on guidance', () => {
  proveCases(cases);

  it('asks a person about the level of an older scheme', async () => {
    const report = await judgeRecord('guidance', both(toLevel('2', '4')));
    expect(report.findings.find(({ rule }) => rule === 'G006')).toMatchObject({ severity: 'query' });
  });

  it('asks for the points of an early end, and not for an amount that cannot be computed without them', async () => {
    const { findings } = await judgeRecord('ended', inClaim(/<pointCountIntended[^>]*>/, ''));
    expect(findings.map(({ rule }) => rule)).toEqual(['G047']);
  });

  it('finds nothing at all in valid guidance of any stage', async () => {
    const bases = [
      'guidance',
      'active',
      'split',
      'evaluated',
      'ended',
      'evaluated-2',
      'ended-2',
      'unfinished',
    ] as const;
    for (const base of bases) expect([base, (await judgeRecord(base)).findings]).toEqual([base, []]);
  });

  it('takes 0 yen where 動機付け支援 ends early', async () => {
    const edit = both(timing('3'), amount('calculatedAmount', 7120, 0), amount('claimAmount', 7120, 0));
    expect((await judgeRecord('guidance', edit)).verdict).toBe('accepted');
  });
});

describe('G045 and the terms of an insurer', () => {
  it('wants all of the copayment at the first claim, or its share, where the insurer says which', async () => {
    const fired = async (yen: number, guidanceCopayment: 'first' | 'share' | 'any') => {
      const edit = both(terms, collected(yen));
      const report = await judgeRecord('guidance', edit, { settings: { terms: { guidanceCopayment } } });
      return report.findings.some(({ rule }) => rule === 'G045');
    };
    // The copayment is 500 yen, its share of this claim 400.
    expect([await fired(500, 'any'), await fired(500, 'first'), await fired(500, 'share')]).toEqual([
      false,
      false,
      true,
    ]);
    expect([await fired(400, 'any'), await fired(400, 'first'), await fired(400, 'share')]).toEqual([
      false,
      true,
      false,
    ]);
  });
});
