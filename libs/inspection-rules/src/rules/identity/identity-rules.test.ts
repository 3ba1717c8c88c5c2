import { describe, expect, it } from '@jest/globals';
import {
  both,
  type Case,
  inBoth,
  inClaim,
  inResult,
  judgeRecord,
  proveCases,
} from '../../../test/judge-record.js';

const card = '<number root="1.2.392.200119.6.205" extension="７２３１６９１４"/>';

const cases: readonly Case[] = [
  ['I001', inBoth('00011007', '0011007'), inBoth('00011007', '00011015')],
  ['I002', inBoth('00011007', '00011008'), inBoth('00011007', '00011015')],
  [
    'I005',
    inClaim('extension="７２３１６９１４"', 'extension="　"'),
    both(
      inResult('extension="７２３１６９１４"', 'extension="１"'),
      inClaim('extension="７２３１６９１４"', 'extension="１"'),
    ),
  ],
  ['I011', inResult('<name>ムハタゴサネヒコ</name>', '<name> </name>'), inBoth('ムハタゴサネヒコ', 'ア')],
  ['I014', inBoth('value="19670222"', 'value="18991231"'), inBoth('value="19670222"', 'value="19670228"')],
  ['I018', inBoth('4511000004', '451100000'), inBoth('4511000004', '4511000005')],
  ['I022', inClaim('00011007', '00011015'), inBoth('00011007', '00011015')],
  [
    'I023',
    inClaim('extension="７２３１６９１４"', 'extension="７２３１６９１５"'),
    inClaim('extension="７２３１６９１４"', 'extension="7231-6914"'),
  ],
  [
    'I025',
    inClaim('ムハタゴサネヒコ', 'ムハタゴサネヒク'),
    inClaim('ムハタゴサネヒコ', 'ムハタゴ　サネヒコ'),
  ],
  [
    'I026',
    inClaim('<administrativeGender code="1"/>', '<administrativeGender code="2"/>'),
    inBoth('19670222', '19670223'),
  ],
  ['I027', inClaim('4511000004', '4511000005'), inBoth('4511000004', '4511000005')],
  ['I028', inClaim('26172316915', '26172316916'), inBoth('26172316915', '26172316916')],
  ['I029', inClaim('20270331', '20270330'), inBoth('20270331', '20270330')],
];

describe('rules on identity', () => {
  proveCases(cases);

  it('does not look at items of a pair that disagrees', async () => {
    const report = await judgeRecord(
      'checkup',
      both(
        inClaim('00011007', '00011015'),
        inClaim('<claimAmount value="6580"/>', '<claimAmount value="1"/>'),
      ),
    );
    expect(report.findings.map(({ rule }) => rule)).toEqual(['I022']);
  });

  it('sees a symbol that stands in one file only, and a ticket too', async () => {
    const symbol = '<symbol root="1.2.392.200119.6.204" extension="１"/>';
    const withSymbol = await judgeRecord('checkup', inClaim(card, `${symbol}${card}`));
    expect(withSymbol.findings.map(({ rule }) => rule)).toEqual(['I023']);
    const withoutTicket = await judgeRecord(
      'checkup',
      inClaim('<id root="1.2.392.200119.6.209" extension="26172316915"/>', ''),
    );
    expect(withoutTicket.findings.map(({ rule }) => rule)).toEqual(['I028']);
  });
});
