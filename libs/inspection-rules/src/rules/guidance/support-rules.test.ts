import { describe, expect, it } from '@jest/globals';
import { lowPlan, poorlyCompleted } from '../../../test/corpus/point-edits.js';
import { day, given, noted, without, withoutSection } from '../../../test/guidance-edits.js';
import { both, type Case, type Edit, judgeRecord, proveCases } from '../../../test/judge-record.js';

const ended = (to: string) => day('90070', to);
// The first support earns nothing and is not counted.
const uncounted = both(given('1042010010', '1'), given('1042020010', '20'), given('1032300014', '0'));
const low: Edit = ({ result, claim }) => ({ result: lowPlan(result), claim });
const unevaluated = (points: string) => both(withoutSection('90060'), given('1042010080', points));
const note = (to: string) => noted('1022000090', to);

// 'active' plans 1cm・1kg and eating habits (40 points), 2 personal supports, 2 calls, 2 mails (260): 300 points.
// 'evaluated' had 2 personal supports (19 and 20 minutes) and 2 mails: 200 points; 230 for outcomes: 430.
const cases: readonly Case[] = [
  ['G017', given('1021000020', '11'), given('1021000020', '12'), 'active'],
  ['G018', low, given('1041010080', '180'), 'active'],
  ['G019', given('1041010080', '301'), both(given('1022000016', '2'), given('1041010080', '310')), 'active'],
  [
    'G019',
    given('1021001059', '60'),
    both(given('1021001053', '2'), given('1021001059', '180'), given('1041010080', '440')),
    'active',
  ],
  [
    'G019',
    given('1041010070', '230'),
    both(given('1041010060', '1'), given('1041010070', '230'), given('1041010080', '270')),
    'active',
  ],
  ['G020', day('90040', '20260719'), day('90040', '20260721'), 'evaluated'],
  ['G020', day('90040', '20261027', 4), both(day('90040', '20261026', 4), ended('20261026')), 'evaluated'],
  ['G020', ended('20260901'), ended('20261026'), 'evaluated'],
  ['G020', day('90040', '20260928', 4), both(day('90040', '20260929', 4), ended('20260930')), 'evaluated'],
  ['G021', given('1032300013', '9'), given('1032300013', '10'), 'evaluated'],
  ['G021', without('1032300013'), both(given('1032300013', '9'), given('1032300014', '0')), 'evaluated'],
  ['G022', given('1032300014', '80'), uncounted, 'evaluated'],
  ['G022', given('1032300014', '0'), uncounted, 'evaluated'],
  ['G023', day('90040', '20260720'), both(day('90040', '20260720'), given('1032300014', '0')), 'evaluated'],
  ['G024', given('1042010010', '3'), given('1042010080', '431'), 'evaluated'],
  ['G024', given('1042020010', '40'), given('1041020010', '40000'), 'evaluated'],
  [
    'G024',
    given('1042010060', '1'),
    both(given('1042010010', '1'), given('1042020010', '20'), given('1032300014', '0')),
    'evaluated',
  ],
  [
    'G025',
    given('1042010080', '431'),
    both(given('1042001044', '1'), given('1042001060', '70'), given('1042010080', '270')),
    'evaluated',
  ],
  ['G025', given('1042010070', '230'), given('1032300014', '0'), 'evaluated'],
  [
    'G025',
    given('1042001060', '200'),
    both(given('1042001060', '180'), given('1042010080', '380')),
    'evaluated',
  ],
  ['G025', without('1042010080'), without('1042001060'), 'evaluated'],
  ['G026', poorlyCompleted, unevaluated('180'), 'evaluated'],
  ['G026', unevaluated('179'), unevaluated('180'), 'evaluated'],
  [
    'G036',
    note('休肝日を週２日とる。'),
    both(note('休肝日を週２日とる。'), given('1021001058', '1')),
    'active',
  ],
  ['G054', given('1021001031', '39'), given('1021001031', '40'), 'active'],
  ['G054', given('1021001032', '43'), given('1021001032', '44'), 'evaluated'],
];

describe('rules on plans and supports', () => {
  proveCases(cases);

  it('names the points computed', async () => {
    const { findings } = await judgeRecord('active', given('1041010080', '301'));
    expect(findings.map(({ rule, value, expected }) => [rule, value, expected])).toEqual([
      ['G019', '301', '300'],
    ]);
  });

  it('says of a total that is wrong nothing of the claim that is right, and does not ask about what was completed', async () => {
    const { findings } = await judgeRecord('evaluated', given('1042010080', '179'));
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([['G025', 'return']]);
  });
});
